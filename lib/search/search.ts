import type { CorpusFiles } from '../corpus/build';
import type { Why } from '../lookup/answer';
import { identifierOf, identifiersIn } from '../papers/identifiers';
import type { Paper } from '../papers/paper';
import { agrees, enough, LEAST_SHARE } from './abstain';
import { Concepts, splitUnspaced } from './concepts';
import { NameIndex } from './names';
import { admits, parseQuery } from './parse-query';
import { askedOf, type Candidate, explain, rank } from './rank';
import { TermIndex } from './term-index';
import { type Understood, understand } from './units';

/** How much a paper that fits the sentence around a selection gains, as a share of what the selection asks for. */
const CONTEXT = 0.4;
/** Of the best fit, for an ambiguous name to count as one. */
const FITTING = 0.7;
/** The sentence and a little: more of the page says less of the selection. */
export const CONTEXT_MAX = 600;

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
  /** Where the paper speaks of a concept of the query, the title before the abstract. */
  about: 'title' | 'abstract' | undefined;
  /** Words of the query with a subject, and how many of them the paper accounts for; a paper's name accounts for all. */
  telling: number;
  matched: number;
  /** Of the words that the paper accounts for, those that are no everyday English. */
  technical: number;
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
      about: undefined,
      telling: 1,
      matched: 1,
      technical: 1,
      why: [{ kind: 'identifier', text }],
      terms: [],
    };
  }

  /** How much of the text around a selection each paper accounts for. */
  private fitTo(selection: string, context: string): Map<number, number> {
    const around = parseQuery(context.slice(0, CONTEXT_MAX).replaceAll(selection, ' '));
    if (!around.words.length) return new Map();
    const words = splitUnspaced(around.words);
    const understood = understand(around.text, words, this.names, this.index, this.concepts, false);
    return new Map(Array.from(rank(understood, this.papers.length), ({ index, score }) => [index, score]));
  }

  /**
   * @param limit the most papers to return
   * @param context the sentence around a selection: it orders what the selection itself finds
   * @param offLanguages languages whose names of concepts are not looked for
   * @returns the papers, best first; `abstained` where none accounts for enough of the query: then they are the nearest misses
   */
  search(
    raw: string,
    limit: number,
    context?: string,
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
    const fit = context ? this.fitTo(raw, context) : undefined;
    if (fit?.size) doubtNames(understood, fit);
    let candidates: Iterable<Candidate> =
      !understood.units.length && demands
        ? this.papers.map((_, index) => ({ index, score: 1, worth: 0 }))
        : rank(understood, this.papers.length);
    if (fit?.size) candidates = inContext(candidates, askedOf(understood), fit);
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
    if (good.some((ranked) => agrees(ranked, english))) return { ranked: good, abstained: false };
    return { ranked: [...good, ...nearest].slice(0, limit), abstained: true };
  }
}

/** An ambiguous name is the paper's where the text around it fits the paper about as well as any; else it is a word like others. */
export function doubtNames(query: Understood, fit: ReadonlyMap<number, number>): void {
  const best = Math.max(...fit.values());
  for (const unit of query.units) {
    if (!unit.ambiguous) continue;
    let fits = false;
    unit.postings.forEach((_, paper) => {
      fits ||= (fit.get(paper) ?? 0) >= FITTING * best;
    });
    if (!fits) unit.weight = query.asked.slice(unit.from, unit.to).reduce((sum, weight) => sum + weight, 0);
  }
}

/** The candidates in a new order: those that the text around the selection speaks of too gain by it. None is added, no score changed. */
export function inContext(
  candidates: Iterable<Candidate>,
  asked: number,
  fit: ReadonlyMap<number, number>,
): Candidate[] {
  return Array.from(candidates, (candidate) => ({
    ...candidate,
    worth: candidate.worth + CONTEXT * asked * (fit.get(candidate.index) ?? 0),
  })).sort((a, b) => b.worth - a.worth || a.index - b.index);
}
