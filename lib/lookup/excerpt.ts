import { stemEnglish } from '../text/stem';
import { wordsOf } from '../text/words';

/** As much as a card shows (Wikipedia's page previews use 525 characters). */
const EXCERPT = 525;

/** Sentences of an English abstract; an abbreviation's point does not end one. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["')\]]?)\s+(?=["'(]?[\p{Lu}\p{N}])/u).reduce<string[]>((sentences, part) => {
    const last = sentences.at(-1);
    if (last && /\b(?:e\.g|i\.e|et al|cf|vs|etc|approx|Fig|Eq|Sec)\.$/.test(last))
      sentences[sentences.length - 1] = `${last} ${part}`;
    else sentences.push(part);
    return sentences;
  }, []);
}

/**
 * The part of an abstract that says most of the given terms, from a sentence's beginning; its first lines where none does.
 * @param terms stems of the word index; several words are a phrase
 */
export function excerptOf(abstract: string, terms: readonly string[]): string {
  const { sentences, stems } = taken(abstract);
  let best = 0;
  let bestCount = 0;
  sentences.forEach((_, i) => {
    const count = terms.filter((term) => has(stems[i]!, term)).length;
    if (count > bestCount) [best, bestCount] = [i, count];
  });
  // Beginning at the beginning reads best: only a sentence that the first lines would not show moves the start.
  const start = sentences.slice(0, best + 1).join(' ').length <= EXCERPT ? 0 : best;
  const text = (start ? '… ' : '') + sentences.slice(start).join(' ');
  return text.length <= EXCERPT ? text : `${cutAtWord(text)} …`;
}

const has = (stems: string, term: string): boolean => stems.includes(` ${term} `);

/** At the last space that leaves most of the room used; a text without spaces is cut where the room ends. */
function cutAtWord(text: string): string {
  const space = text.lastIndexOf(' ', EXCERPT - 1);
  return text.slice(0, space > EXCERPT / 2 ? space : EXCERPT - 1);
}

interface Taken {
  sentences: string[];
  /** The stems of each sentence's words, with a space before and after each. */
  stems: string[];
}

/** Abstracts come up again with every letter typed: the last ones are kept taken apart. */
const KEPT = 300;
const kept = new Map<string, Taken>();

function taken(abstract: string): Taken {
  let parts = kept.get(abstract);
  if (!parts) {
    const sentences = sentencesOf(abstract);
    parts = { sentences, stems: sentences.map((sentence) => ` ${wordsOf(sentence).map(stemEnglish).join(' ')} `) };
    if (kept.size >= KEPT) kept.clear();
    kept.set(abstract, parts);
  }
  return parts;
}
