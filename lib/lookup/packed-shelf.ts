import type { ConceptFile } from '../corpus/concepts';
import type { Block, Match } from '../match/matcher';
import { PackedMatcher } from '../match/packed-matcher';
import { PackedNames } from '../match/packed-names';
import { StoredTitles } from '../match/stored-titles';
import { identifierKeys, TitleTable } from '../match/title-table';
import { identifierOf, identifiersIn } from '../papers/identifiers';
import type { Paper, PaperHead } from '../papers/paper';
import { agrees, enough, LEAST_SHARE } from '../search/abstain';
import { Concepts, splitUnspaced } from '../search/concepts';
import type { Deleted } from '../search/packed/deleted';
import { PackedIndex } from '../search/packed/packed-index';
import { Segment } from '../search/packed/segment';
import { admits, type ParsedQuery, parseQuery } from '../search/parse-query';
import { askedOf, type Candidate, explain, rank } from '../search/rank';
import { CONTEXT_MAX, doubtNames, inContext, type Ranked } from '../search/search';
import { understand } from '../search/units';
import type { Postings } from '../search/word-index';
import { foldKey } from '../text/fold';
import { hashOf } from '../text/squeeze';
import { fail, ok, type Result } from '../util/result';
import type { Hit } from './answer';
import { excerptOf } from './excerpt';
import { headOf } from './page-shelf';
import { twinKeys } from './twins';

/** Reads papers by their numbers in the shelf: one that is gone is undefined. */
export type ReadPapers = (numbers: readonly number[]) => Promise<(Paper | undefined)[]>;

/** A part of a stored shelf as it is kept. */
export interface StoredPart {
  words: unknown;
  concepts: unknown;
  titles: unknown;
  deleted?: Deleted;
}

/** Concepts' names in all languages: those of the shipped shelf serve all. */
export interface ConceptNames {
  file: ConceptFile;
  /** keys.bin of the shipped shelf. */
  keys: ArrayBuffer;
}

/** A query that is an identifier is little else. */
const IDENTIFIER_MAX = 60;
/** Papers are read so many at a time where their text decides. */
const READ = 40;
/** A demand that so many papers in a row do not fulfil is given up. */
const READ_MOST = 4000;
const RELATED = 6;
/** A text shares at least this much of its most telling words with a paper that is like it. */
const LIKE_MIN = 0.1;
/** The same for the neighbours of a paper, whose own words are all known. */
const RELATED_MIN = 0.06;
const LIKE_MOST = 5;

/** What pages need of a stored shelf: its matcher. The papers are read when something was found. */
export class PackedPageShelf {
  readonly titles: StoredTitles;
  private matcher: PackedMatcher | undefined;

  protected constructor(
    readonly id: string,
    titles: StoredTitles,
    protected readonly read: ReadPapers,
  ) {
    this.titles = titles;
  }

  static openPage(
    id: string,
    parts: readonly Pick<StoredPart, 'titles' | 'deleted'>[],
    read: ReadPapers,
  ): Result<PackedPageShelf> {
    const titles = openTitles(parts);
    return titles.ok ? ok(new PackedPageShelf(id, titles.value, read)) : titles;
  }

  match(block: Block): Match[] {
    // Made with the first page: a lookup does without.
    this.matcher ??= new PackedMatcher(this.titles);
    return this.matcher.match(block);
  }

  /** The papers of some matches, by their numbers. */
  async heads(numbers: Iterable<number>): Promise<Map<number, PaperHead>> {
    const wanted = [...new Set(numbers)];
    const papers = await this.read(wanted);
    return new Map(wanted.flatMap((number, i) => (papers[i] ? [[number, headOf(papers[i]!)] as const] : [])));
  }

  /** Its own records of papers that another shelf has, by the ids that they have there. */
  async twins(others: readonly PaperHead[]): Promise<Map<string, PaperHead>> {
    const maybe = others.map((other) => this.maybeTwins(other));
    const heads = await this.heads(maybe.flat());
    const twins = new Map<string, PaperHead>();
    others.forEach((other, i) => {
      const keys = twinKeys(other);
      const own = maybe[i]!.map((number) => heads.get(number));
      const twin = own.find((one) => one && twinKeys(one).some((key) => keys.includes(key)));
      if (twin) twins.set(other.id, twin);
    });
    return twins;
  }

  /** By hashes, which others may have too. */
  private maybeTwins(other: PaperHead): number[] {
    const identified = identifierKeys(other).flatMap((key) => this.titles.byIdentifier(hashOf(key)));
    return [...identified, ...this.titles.byKey(hashOf(foldKey(other.title))).map(({ paper }) => paper)];
  }
}

/**
 * A shelf of the reader's own, over packed tables: the same query language, names, concepts, evidence and abstention as the shipped one.
 * Only what is shown is read from storage.
 */
export class PackedShelf extends PackedPageShelf {
  private readonly names: PackedNames;
  private readonly known: Concepts;

  private constructor(
    id: string,
    titles: StoredTitles,
    read: ReadPapers,
    readonly index: PackedIndex,
    private readonly byConcept: PackedIndex,
    readonly concepts: ConceptFile,
    keys: ArrayBuffer,
  ) {
    super(id, titles, read);
    this.names = new PackedNames(titles);
    this.known = new Concepts(concepts, keys, (concept) => this.aboutConcept(concepts.ids[concept]!));
  }

  /** Opens what is stored; a failure says which part is torn, foreign or of another version, and has to be built anew. */
  static open(
    id: string,
    parts: readonly StoredPart[],
    { file, keys }: ConceptNames,
    read: ReadPapers,
  ): Result<PackedShelf> {
    const titles = openTitles(parts);
    const words = openSegments(parts, 'words');
    const concepts = openSegments(parts, 'concepts');
    if (!titles.ok) return titles;
    if (!words.ok) return words;
    if (!concepts.ok) return concepts;
    if (words.value.numbers !== titles.value.papers || concepts.value.numbers !== titles.value.papers)
      return fail({ code: 'torn', message: 'damaged: its tables are not of the same papers' });
    return ok(new PackedShelf(id, titles.value, read, words.value, concepts.value, file, keys));
  }

  /** Papers for a query; `abstained` where none accounts for enough of it: then they are the nearest misses. */
  async search(
    raw: string,
    limit: number,
    context?: string,
    offLanguages: readonly string[] = [],
  ): Promise<{ hits: Hit[]; abstained: boolean }> {
    const { ranked, abstained } = await this.rank(raw, limit, context, offLanguages);
    const papers = await this.read(ranked.map(({ index }) => index));
    const hits = ranked.flatMap(({ score, why, terms }, i): Hit[] => {
      const paper = papers[i];
      return paper ? [{ paper: headOf(paper), excerpt: excerptOf(paper.abstract, terms), score, why, terms }] : [];
    });
    return { hits, abstained: abstained || !hits.length };
  }

  /** The papers most like one of the shelf. */
  async related(number: number): Promise<number[]> {
    const [paper] = await this.read([number]);
    if (!paper) return [];
    return this.index
      .like(`${paper.title} ${paper.title} ${paper.abstract}`, RELATED + 1)
      .filter((hit) => hit.index !== number && hit.likeness >= RELATED_MIN)
      .slice(0, RELATED)
      .map((hit) => hit.index);
  }

  /** The papers most like a text; none where they only share the field's words. */
  like(text: string): number[] {
    return this.index
      .like(text, LIKE_MOST)
      .filter(({ likeness }) => likeness >= LIKE_MIN)
      .map(({ index }) => index);
  }

  /** The papers that are about a concept of the shipped lexicon, by its id. */
  aboutConcept(id: string): Postings {
    return this.byConcept.exactly(id);
  }

  private async rank(
    raw: string,
    limit: number,
    context: string | undefined,
    offLanguages: readonly string[],
  ): Promise<{ ranked: Ranked[]; abstained: boolean }> {
    const query = parseQuery(raw);
    const identified = this.identified(query.text);
    if (identified) return { ranked: [identified], abstained: false };
    // A name in quotes is the name: the abstract need not spell it so.
    query.phrases = query.phrases.filter((phrase) => !this.names.has(phrase));
    const demands = query.years || query.inTitle.length || query.phrases.length;
    if (!query.words.length && !demands) return { ranked: [], abstained: true };
    const words = splitUnspaced(query.words);
    const understood = understand(
      query.text,
      words,
      this.names,
      this.index,
      this.known.without(offLanguages),
      !/[\s.?!]$/.test(raw),
    );
    const fit = context ? this.fitTo(raw, context) : undefined;
    if (fit?.size) doubtNames(understood, fit);
    let candidates: Iterable<Candidate> =
      !understood.units.length && demands ? this.all() : rank(understood, this.index.numbers);
    if (fit?.size) candidates = inContext(candidates, askedOf(understood), fit);
    const english = understood.language === 'en';
    const good: Ranked[] = [];
    const nearest: Ranked[] = [];
    for await (const candidate of this.admitted(query, candidates)) {
      const maybe = candidate.score >= LEAST_SHARE;
      if (!maybe && (good.length || nearest.length >= limit)) continue;
      const ranked = explain(candidate, understood, words);
      if (maybe && enough(ranked, english)) good.push(ranked);
      else if (nearest.length < limit) nearest.push(ranked);
      if (good.length >= limit) break;
    }
    if (good.some((ranked) => agrees(ranked, english))) return { ranked: good, abstained: false };
    return { ranked: [...good, ...nearest].slice(0, limit), abstained: true };
  }

  /** How much of the text around a selection each paper accounts for. */
  private fitTo(selection: string, context: string): Map<number, number> {
    const around = parseQuery(context.slice(0, CONTEXT_MAX).replaceAll(selection, ' '));
    if (!around.words.length) return new Map();
    const words = splitUnspaced(around.words);
    const understood = understand(around.text, words, this.names, this.index, this.known, false);
    return new Map(Array.from(rank(understood, this.index.numbers), ({ index, score }) => [index, score]));
  }

  /** Filters alone ask for all that fulfil them. */
  private *all(): Generator<Candidate> {
    for (let index = 0; index < this.index.numbers; index++)
      if (!this.titles.isGone(index)) yield { index, score: 1, worth: 0 };
  }

  /** Candidates that fulfil the demands of a query. Year and title are at hand; phrases and excluded words need the paper's text. */
  private async *admitted(query: ParsedQuery, candidates: Iterable<Candidate>): AsyncGenerator<Candidate> {
    const quick: ParsedQuery = { ...query, phrases: [], without: [] };
    const needsText = query.phrases.length > 0 || query.without.length > 0;
    let waiting: Candidate[] = [];
    let missed = 0;
    for (const candidate of candidates) {
      if (query.years || query.inTitle.length) {
        const { title, year } = this.titles.record(candidate.index)!;
        if (!admits(quick, { title, abstract: '', ...(year && { year }) })) continue;
      }
      if (!needsText) {
        yield candidate;
        continue;
      }
      waiting.push(candidate);
      if (waiting.length < READ) continue;
      const found = await this.fulfilling(query, waiting);
      missed = found.length ? 0 : missed + waiting.length;
      yield* found;
      waiting = [];
      if (missed >= READ_MOST) return;
    }
    yield* await this.fulfilling(query, waiting);
  }

  private async fulfilling(query: ParsedQuery, candidates: readonly Candidate[]): Promise<Candidate[]> {
    if (!candidates.length) return [];
    const papers = await this.read(candidates.map(({ index }) => index));
    return candidates.filter((_, i) => papers[i] && admits(query, papers[i]));
  }

  /** The paper whose arXiv id, DOI, ACL id or address the query is. */
  private identified(text: string): Ranked | undefined {
    const written = /^\d{4}\.\d{4,5}(?:v\d+)?$/.test(text) ? `arXiv:${text}` : text;
    const key = identifierOf(text) ?? (text.length < IDENTIFIER_MAX ? identifiersIn(written)[0]?.key : undefined);
    const index = key === undefined ? undefined : this.titles.byIdentifier(hashOf(key))[0];
    if (index === undefined) return undefined;
    return {
      index,
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
}

function openTitles(parts: readonly Pick<StoredPart, 'titles' | 'deleted'>[]): Result<StoredTitles> {
  const opened = [];
  for (const { titles, deleted } of parts) {
    const table = TitleTable.open(titles);
    if (!table.ok) return table;
    opened.push({ table: table.value, ...(deleted && { deleted }) });
  }
  return ok(new StoredTitles(opened));
}

function openSegments(parts: readonly StoredPart[], kind: 'words' | 'concepts'): Result<PackedIndex> {
  const opened = [];
  for (const { [kind]: buffer, deleted } of parts) {
    const segment = Segment.open(buffer);
    if (!segment.ok) return segment;
    opened.push({ segment: segment.value, ...(deleted && { deleted }) });
  }
  return ok(new PackedIndex(opened));
}
