import type { PaperHead } from '../papers/paper';
import { QUERY_MAX } from '../search/parse-query';

/** One reason why a paper was found. `text` is the paper's side, `from` the reader's where the two differ. */
export interface Why {
  kind: 'title' | 'name' | 'identifier' | 'concept' | 'words' | 'author';
  text: string;
  from?: string;
  /** Where a concept is spoken of: in the title, or in the abstract only. */
  place?: 'title' | 'abstract';
  /** Words of the query that matched, and how many it has. */
  matched?: number;
  of?: number;
}

export interface Hit {
  paper: PaperHead;
  /** The sentence of the abstract that answers best, or its beginning. */
  excerpt: string;
  /** 0 to 1: how much of the question the paper accounts for, and how well. */
  score: number;
  why: Why[];
  /** Folded stems to be marked in title and abstract. */
  terms: string[];
}

/** What a lookup returns. */
export interface Answer {
  query: string;
  hits: Hit[];
  /** Nothing in the shelves matches: `hits` is empty, `nearest` holds what came closest. */
  abstained: boolean;
  nearest: Hit[];
  /** False where a shelf could not be asked, or the query was cut. */
  complete: boolean;
}

/** A paper as the reading view shows it. */
export interface PaperView {
  paper: PaperHead & { abstract: string };
  related: PaperHead[];
  /** What it is about, most telling first. */
  concepts: { id: string; name: string }[];
}

/** A concept of the lexicon, as its card and the panel show it. */
export interface TermView {
  id: string;
  name: string;
  kind: string;
  /** The sentence of an abstract that says what it is, with its paper. */
  definition?: { text: string; paper: PaperHead };
  papers: PaperHead[];
  /** Concepts that the same papers are about: id and name. */
  neighbours: { id: string; name: string }[];
  /** Language code and name, in the order of the lexicon. */
  names: [language: string, name: string][];
}

/** An answer to begin with; of a query that is too long the beginning is asked. */
export const emptyAnswer = (query: string): Answer => ({
  query: query.slice(0, QUERY_MAX),
  hits: [],
  abstained: false,
  nearest: [],
  complete: query.length <= QUERY_MAX,
});
