/** The papers that hold a word: index in the shelf, and how much they are about it, the best being 1. A Map is one. */
export interface Postings {
  readonly size: number;
  has(paper: number): boolean;
  get(paper: number): number | undefined;
  forEach(visit: (strength: number, paper: number) => void): void;
}

export interface TermMatch {
  postings: Postings;
  /** The words of the index that were taken for the one asked for. */
  terms: string[];
  /** 1 for the word itself or its beginning, less where letters had to be changed. */
  likeness: number;
  /** The score of the best paper by itself (BM25), of which `postings` are shares. */
  scale: number;
}

/** What knows the words of a shelf: MiniSearch's index, or the packed one. */
export interface WordIndex {
  /** How many papers there are. */
  readonly size: number;
  /** The papers with this very word (up to plural and spelling). */
  lookUp(word: string): TermMatch;
  /** The papers with a word that begins so; the less of it is there, the less sure. */
  lookUpPrefix(word: string): TermMatch;
  /** The papers with a word that differs from an unknown one in a letter or two. */
  lookUpFuzzy(word: string): TermMatch;
  /** How telling a word is, in nats: inverse document frequency. */
  weight(match: TermMatch): number;
}

export const NOTHING: TermMatch = { postings: new Map(), terms: [], likeness: 0, scale: 0 };
