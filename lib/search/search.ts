import type { CorpusFiles } from '../corpus/build';
import type { Why } from '../lookup/answer';
import { identifierOf, identifiersIn } from '../papers/identifiers';
import type { Paper } from '../papers/paper';
import { enough, LEAST_SHARE } from './abstain';
import { Concepts, splitUnspaced } from './concepts';
import { NameIndex } from './names';
import { admits, parseQuery } from './parse-query';
import { explain, rank } from './rank';
import { TermIndex } from './term-index';
import { understand } from './units';

/** A query that is an identifier is little else. */
const IDENTIFIER_MAX = 60;

/** A paper of the shelf with its score and the reasons. */
export interface Ranked {
  index: number;
  score: number;
  /** What the query asks for, in nats. */
  information: number;
  /** The query holds the name, of two words or more, of a concept that the paper is about. */
  named: boolean;
  why: Why[];
  terms: string[];
}

/** Search over one shelf: takes a query apart, ranks the papers that account for it, and says when none does. */
export class Searcher {
  private readonly names: NameIndex;
  private readonly index: TermIndex;
  private readonly concepts: Concepts;
  private readonly identifiers: Record<string, number>;
  private readonly papers: readonly Paper[];

  constructor(files: CorpusFiles) {
    this.papers = files.papers;
    this.identifiers = files.lexicon.identifiers;
    this.names = new NameIndex(files.lexicon.forms, files.lexicon.aliases);
    this.index = new TermIndex(files.papers, files.index);
    this.concepts = new Concepts(files.concepts, files.keys);
  }

  /** The paper whose arXiv id, DOI, ACL id or address the query is. */
  private identified(text: string): Ranked | undefined {
    const written = /^\d{4}\.\d{4,5}(?:v\d+)?$/.test(text) ? `arXiv:${text}` : text;
    const key = identifierOf(text) ?? (text.length < IDENTIFIER_MAX ? identifiersIn(written)[0]?.key : undefined);
    if (key === undefined || !Object.hasOwn(this.identifiers, key)) return undefined;
    return {
      index: this.identifiers[key]!,
      score: 1,
      information: 0,
      named: false,
      why: [{ kind: 'identifier', text }],
      terms: [],
    };
  }

  /**
   * @param limit the most papers to return
   * @param offLanguages languages whose names of concepts are not looked for
   * @returns the papers, best first; `abstained` where none accounts for enough of the query: then they are the nearest misses
   */
  search(
    raw: string,
    limit: number,
    _context?: string,
    offLanguages: readonly string[] = [],
  ): { ranked: Ranked[]; abstained: boolean } {
    const query = parseQuery(raw);
    const identified = this.identified(query.text);
    if (identified) return { ranked: [identified], abstained: false };
    // A name in quotes is the name: the abstract need not spell it so.
    query.phrases = query.phrases.filter((phrase) => !this.names.has(phrase));
    const demands = query.years || query.inTitle.length || query.phrases.length;
    if (!query.words.length && !demands) return { ranked: [], abstained: true };
    const typing = !/[\s.?!]$/.test(raw);
    const words = splitUnspaced(query.words);
    const understood = understand(
      query.text,
      words,
      this.names,
      this.index,
      this.concepts.without(offLanguages),
      typing,
    );
    // Filters alone ask for all that fulfil them.
    const candidates =
      !understood.units.length && demands
        ? this.papers.map((_, index) => ({ index, score: 1, worth: 0 }))
        : rank(understood, this.papers.length);
    const english = understood.language === 'en';
    const good: Ranked[] = [];
    const nearest: Ranked[] = [];
    for (const candidate of candidates) {
      if (good.length >= limit) break;
      if (!admits(query, this.papers[candidate.index]!)) continue;
      const maybe = candidate.score >= LEAST_SHARE;
      if (!maybe && (good.length || nearest.length >= limit)) continue;
      const ranked = explain(candidate, understood, words);
      if (maybe && enough(ranked, english)) good.push(ranked);
      else if (nearest.length < limit) nearest.push(ranked);
    }
    return good.length ? { ranked: good, abstained: false } : { ranked: nearest, abstained: true };
  }
}
