import type { ConceptNames } from '../corpus/concept-names';
import { ABBREVIATION, GLOSSARY } from '../search/concept-keys';
import { stemEnglish } from '../text/stem';
import { locateWords } from '../text/words';
import type { TermView } from './answer';
import { sentencesOf } from './excerpt';
import { headOf } from './page-shelf';
import type { Shelf } from './shelf';

const PAPERS = 30;
const NEIGHBOURS = 8;
/** A neighbour shares at least this many papers with the concept. */
const SHARED = 2;

/** What a concept's card and page show. */
export function termView(shelf: Shelf, id: string, names: ConceptNames): TermView {
  const { concepts, papers } = shelf;
  const at = concepts.ids.indexOf(id);
  const own = [...concepts.papers[at]!].sort((a, b) => b[1] - a[1]).slice(0, PAPERS);
  const definition = definitionOf(shelf, at);
  return {
    id,
    name: concepts.names[at]!,
    kind: concepts.kinds[at]!,
    ...(definition && { definition }),
    papers: own.map(([paper]) => headOf(papers[paper]!)),
    neighbours: neighboursOf(shelf, at).map((i) => ({ id: concepts.ids[i]!, name: concepts.names[i]! })),
    names: namesOf(names, id),
  };
}

function namesOf({ ids, names }: ConceptNames, id: string): TermView['names'] {
  const at = ids.indexOf(id);
  return Object.entries(names).flatMap(([language, column]): TermView['names'] =>
    language !== 'en' && column[at] ? [[language, column[at]]] : [],
  );
}

/** Who calls a topic important, or says where it stands, has not yet said what it is. */
const PRAISE =
  '(?:\\w+ly )?(?:important|essential|crucial|key|critical|vital|active|hot|major|fundamental|ideal|challenging|difficult|hard|common|necessary)\\b';
const GENUS = `(?:is|are) (?:an?|the) (?!${PRAISE})(?:[\\w-]+ ){1,4}(?:of|for|that|which|where|to|in which)\\b`;
const VERB =
  '(?:refers? to|consists? in|means|denotes?|aims? to|detects?|helps? to|(?:has|have) been positioned as)\\b';
/** What follows a concept's name where its sentence begins with it: "(CS) is the alternating use of", "consists in", ", the …, has". */
const DEFINES = new RegExp(`^\\s*(?:\\([^)]*\\) ?)?(?:${GENUS}|${VERB}|, (?:the|an?) [^,]+,)`);
/** And where it stands elsewhere: "(G-XLT) task, where the question language differs from". */
const EXPLAINS =
  /^\s*(?:\([^)]*\) ?(?:task|paradigm|setting|problem)?|(?:task|paradigm|setting|problem)), where(?:in)?\b/;

/** The sentence in which an abstract says what the concept is: it begins with one of the concept's names, or adds what it means. Better none than a wrong one. */
function definitionOf({ concepts, papers }: Shelf, at: number): TermView['definition'] {
  if (WITHOUT_DEFINITION.has(concepts.kinds[at]!)) return undefined;
  const forms = concepts.forms[at]!;
  for (const [paper] of [...concepts.papers[at]!].sort((a, b) => b[1] - a[1])) {
    for (const sentence of sentencesOf(papers[paper]!.abstract)) {
      const words = locateWords(sentence);
      const stems = words.map(({ text }) => stemEnglish(text));
      const defined = forms.some((form) => {
        const length = form.split(' ').length;
        return stems.some((_, i) => {
          if (stems.slice(i, i + length).join(' ') !== form) return false;
          const rest = sentence.slice(words[i + length - 1]!.end);
          return (i === 0 && DEFINES.test(rest)) || (length > 1 && EXPLAINS.test(rest));
        });
      });
      if (defined) return { text: sentence, paper: headOf(papers[paper]!) };
    }
  }
  return undefined;
}

/** Languages, places and everyday words need none, and what an abstract says of a model is not what it is. */
const WITHOUT_DEFINITION = new Set(['languages', 'places', 'words', 'models']);

/** Concepts that go with this one: by shared papers, divided by how common they are. */
const COMMON = 40;
/** "question", "global": words that go with everything. */
const UNTOLD = new Set([ABBREVIATION, GLOSSARY, 'words']);

function neighboursOf({ concepts }: Shelf, at: number): number[] {
  const own = new Set(concepts.papers[at]!.map(([paper]) => paper));
  return concepts.papers
    .map((papers, i) => ({
      i,
      shared: i === at ? 0 : papers.filter(([paper]) => own.has(paper)).length,
      common: papers.length,
    }))
    .filter(({ i, shared, common }) => shared >= SHARED && common < COMMON && !UNTOLD.has(concepts.kinds[i]!))
    .sort((a, b) => b.shared / Math.sqrt(b.common) - a.shared / Math.sqrt(a.common) || a.i - b.i)
    .slice(0, NEIGHBOURS)
    .map(({ i }) => i);
}
