import type { Paper } from '../../papers/paper';
import { stemEnglish } from '../../text/stem';
import { wordsOf } from '../../text/words';

/**
 * How much a paper is about a word, in one byte: the saturated term frequency of BM25F (S. Robertson and H. Zaragoza, The probabilistic
 * relevance framework: BM25 and beyond, 2009), computed when the paper is written. What is asked for comes in at query time, with the word's
 * inverse document frequency. Mean lengths are constants, so that a posting does not depend on the papers beside it: segments are merged
 * by joining their postings, and the result is the same as if all had been written at once.
 */
const FIELDS = [
  { of: (paper: Paper) => paper.title, weight: 3, length: 10, share: 0.5 },
  { of: (paper: Paper) => paper.abstract, weight: 1, length: 170, share: 0.7 },
  { of: (paper: Paper) => paper.authors.join(' '), weight: 1.5, length: 10, share: 0.3 },
] as const;

/** Saturation: where a word's weighted frequency is this much, half of its impact is reached. */
const K1 = 1.2;
export const FULL = 255;

/** Changes with anything that makes stored postings wrong: fields, weights, tokenizer, stemmer. */
export const PACKED_RULES = 1;

/** Longer words are no words: encoded data, a table that lost its spaces. */
export const LONGEST_WORD = 64;

/** The terms of a paper with their impacts, 1 to 255. The map is the same one every time. */
export function impactsOf(paper: Paper): ReadonlyMap<string, number> {
  found.clear();
  for (const { of, weight, length, share } of FIELDS) {
    const words = wordsOf(of(paper));
    const each = weight / (1 - share + (share * words.length) / length);
    for (const word of words) {
      if (word.length > LONGEST_WORD) continue;
      const term = stemEnglish(word);
      found.set(term, (found.get(term) ?? 0) + each);
    }
  }
  for (const [term, frequency] of found)
    found.set(term, Math.max(1, Math.round((FULL * frequency) / (K1 + frequency))));
  return found;
}

const found = new Map<string, number>();
