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

/** The papers of a word as it stands, and beyond them those of what it may become, at a share of their strength. */
export class Unfinished implements Postings {
  readonly size: number;

  constructor(
    private readonly exact: Postings,
    private readonly begun: Postings,
    private readonly share: number,
  ) {
    let more = 0;
    begun.forEach((_, paper) => {
      if (!exact.has(paper)) more++;
    });
    this.size = exact.size + more;
  }

  has(paper: number): boolean {
    return this.exact.has(paper) || this.begun.has(paper);
  }

  get(paper: number): number | undefined {
    const own = this.exact.get(paper);
    if (own !== undefined) return own;
    const begun = this.begun.get(paper);
    return begun === undefined ? undefined : this.share * begun;
  }

  forEach(visit: (strength: number, paper: number) => void): void {
    this.exact.forEach(visit);
    this.begun.forEach((strength, paper) => {
      if (!this.exact.has(paper)) visit(this.share * strength, paper);
    });
  }
}
