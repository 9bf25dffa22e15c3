import { definitionsIn } from '../match/abbreviations';
import type { Paper } from '../papers/paper';
import { ABBREVIATION, keyOf, wordsIn } from '../search/concept-keys';
import { foldKey } from '../text/fold';
import { stemIn } from '../text/stem-any';
import type { ConceptSource } from './concepts';

/** Two letters are too many things; one word is no long form. */
const SHORT_MIN = 3;
const LONG_WORDS = [2, 5] as const;

/** MET, MEE: in lower case these are or look like words. The likes of NER and RAG are curated in en.txt. */
const LIKE_A_WORD = /^[^aeiou]?[aeiou]{1,2}[^aeiou]?[aeiou]?$/i;

/**
 * Concepts with the abbreviations that the papers define, so that both forms find what either finds. A short form joins the concept that
 * its long form names, a long form the one of the short form; where neither is known they become a topic of their own.
 * @param taken folded names of systems: these stand for one paper
 */
export function withAbbreviations(
  concepts: readonly ConceptSource[],
  papers: readonly Paper[],
  taken: ReadonlySet<string>,
): ConceptSource[] {
  const all = concepts.map((concept) => ({ ...concept, names: { ...concept.names } }));
  const owner = new Map<string, ConceptSource>();
  for (const concept of all) for (const name of concept.names['en']!) claim(owner, name, concept);
  for (const paper of papers) {
    for (const { short, long } of definitionsIn(`${paper.title}. ${paper.abstract}`)) {
      const letters = short.replace(/s$/, '');
      const words = wordsIn('en', long).length;
      if (letters.length < SHORT_MIN || words < LONG_WORDS[0] || words > LONG_WORDS[1]) continue;
      if (!/^\p{L}+$/u.test(letters) || !/^[\p{L}\s-]+$/u.test(long) || taken.has(foldKey(letters))) continue;
      if (LIKE_A_WORD.test(letters)) continue;
      const known = owner.get(keyed(long)) ?? owner.get(keyed(letters));
      const concept = known ?? { id: `abbr-${foldKey(letters)}`, kind: ABBREVIATION, names: { en: [] } };
      if (!known) all.push(concept);
      for (const name of [long.toLowerCase(), letters.toUpperCase()]) {
        if (owner.has(keyed(name))) continue;
        concept.names['en'] = [...concept.names['en']!, name];
        claim(owner, name, concept);
      }
    }
  }
  return all;
}

const keyed = (name: string): string =>
  String(
    keyOf(
      'en',
      wordsIn('en', name).map((word) => stemIn('en', word)),
    ),
  );

function claim(owner: Map<string, ConceptSource>, name: string, concept: ConceptSource): void {
  const key = keyed(name);
  if (!owner.has(key)) owner.set(key, concept);
}
