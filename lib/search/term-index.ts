import MiniSearch from 'minisearch';
import type { Paper } from '../papers/paper';
import { stemEnglish } from '../text/stem';
import { FIELD_BOOST, SEARCH_OPTIONS } from './options';
import { NOTHING, type TermMatch, type WordIndex } from './word-index';

/** Word look-up over the shelf's MiniSearch index: exact, by prefix, or, for words it does not know, with letters changed. */
export class TermIndex implements WordIndex {
  private readonly mini: MiniSearch<Paper>;
  private readonly number: Map<string, number>;
  private readonly exact = new Map<string, TermMatch>();
  private readonly similar = new Map<string, TermMatch>();

  constructor(papers: readonly Paper[], index: unknown) {
    this.mini = MiniSearch.loadJS<Paper>(index as never, SEARCH_OPTIONS);
    this.number = new Map(papers.map((paper, i) => [paper.id, i]));
  }

  get size(): number {
    return this.number.size;
  }

  /** The papers with this very word (up to plural and spelling). */
  lookUp(word: string): TermMatch {
    const term = stemEnglish(word);
    let match = this.exact.get(term);
    if (!match) {
      match = this.run(term, {}, 1);
      if (this.exact.size > 2000) this.exact.clear();
      this.exact.set(term, match);
    }
    return match;
  }

  /** The papers with a word that begins so; the less of it is there, the less sure. */
  lookUpPrefix(word: string): TermMatch {
    const match = this.run(word, { prefix: true }, 1);
    const shortest = Math.min(...match.terms.map((term) => term.length));
    return { ...match, likeness: Math.min(1, word.length / shortest) };
  }

  /** The papers with a word that differs from an unknown one in a letter, from twelve letters on in two. The first letter is hardly ever wrong. */
  lookUpFuzzy(word: string): TermMatch {
    const term = stemEnglish(word);
    if (term.length < FUZZY_MIN) return NOTHING;
    let match = this.similar.get(term);
    if (!match) {
      match = this.run(term, { fuzzy: term.length < 12 ? 1 : 2 }, 0.8);
      if (!match.terms.some((found) => found[0] === term[0])) match = NOTHING;
      // A query is asked again with every letter typed: its misspelt words are the dearest.
      if (this.similar.size > 500) this.similar.clear();
      this.similar.set(term, match);
    }
    return match;
  }

  /** How telling a word is: inverse document frequency, a word unknown to the index counting as if one paper had it. */
  weight(match: TermMatch): number {
    return Math.log(1 + this.size / Math.max(1, match.postings.size));
  }

  private run(term: string, options: { prefix?: boolean; fuzzy?: number }, likeness: number): TermMatch {
    const results = this.mini.search(term, {
      ...options,
      boost: FIELD_BOOST,
      tokenize: (text) => [text],
      processTerm: (text) => text,
    });
    if (!results.length) return NOTHING;
    const best = results[0]!.score;
    const postings = new Map<number, number>();
    const terms = new Set<string>();
    for (const result of results) {
      postings.set(this.number.get(result.id as string)!, result.score / best);
      for (const found of result.terms) terms.add(found);
    }
    return { postings, terms: [...terms], likeness, scale: best };
  }
}

/** Shorter words have too many neighbours: cart, care; info, into. */
const FUZZY_MIN = 5;
