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
  { field: 'title', weight: 3, length: 10, share: 0.5 },
  { field: 'abstract', weight: 1, length: 170, share: 0.7 },
  { field: 'authors', weight: 1.5, length: 10, share: 0.3 },
] as const;

/** Saturation: where a word's weighted frequency is this much, half of its impact is reached. */
const K1 = 1.2;
export const FULL = 255;

/** Changes with anything that makes stored postings wrong: fields, weights, tokenizer, stemmer, what stands for a concept. */
export const PACKED_RULES = 2;

/** Longer words are no words: encoded data, a table that lost its spaces. */
export const LONGEST_WORD = 64;

/** The folded words of a paper's fields. */
export type PaperWords = Record<'title' | 'abstract' | 'authors', readonly string[]>;

export const paperWords = ({ title, abstract, authors }: Paper): PaperWords => ({
  title: wordsOf(title),
  abstract: wordsOf(abstract),
  authors: wordsOf(authors.join(' ')),
});

/** Weighs the words of one paper after the other. Terms are numbered as they come; what a word's term is, is looked up once a word. */
export class Impacts {
  /** The number of each term. */
  readonly numbers = new Map<string, number>();
  private readonly byWord = new Map<string, number>();
  private frequency = new Float64Array(1 << 12);
  private touched: number[] = [];

  /** Gives the terms of a paper with their impacts, 1 to 255, each term once. */
  of(fields: PaperWords, give: (term: number, impact: number) => void): void {
    for (const { field, weight, length, share } of FIELDS) {
      const words = fields[field];
      const each = weight / (1 - share + (share * words.length) / length);
      for (const word of words) {
        const term = this.byWord.get(word) ?? this.meet(word);
        if (term < 0) continue;
        if (this.frequency[term] === 0) this.touched.push(term);
        this.frequency[term]! += each;
      }
    }
    for (const term of this.touched) {
      const frequency = this.frequency[term]!;
      this.frequency[term] = 0;
      give(term, Math.max(1, Math.round((FULL * frequency) / (K1 + frequency))));
    }
    this.touched = [];
  }

  /** The number of a term. */
  numberOf(term: string): number {
    let number = this.numbers.get(term);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(term, number);
    }
    return number;
  }

  /** A word's first time: the number of its term, or -1 where it is no word. */
  private meet(word: string): number {
    const term = word.length > LONGEST_WORD ? -1 : this.numberOf(stemEnglish(word));
    this.byWord.set(word, term);
    if (term >= this.frequency.length) {
      const larger = new Float64Array(2 * this.frequency.length);
      larger.set(this.frequency);
      this.frequency = larger;
    }
    return term;
  }
}
