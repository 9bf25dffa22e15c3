import type { ConceptNames } from '../corpus/concept-names';
import type { Block } from '../match/matcher';
import type { BlockMentions, Mention, PageMatches } from '../messages/protocol';
import type { PaperHead } from '../papers/paper';
import { type Answer, emptyAnswer, type Hit, type TermView } from './answer';
import type { PackedPageShelf, PackedShelf, ReadPapers } from './packed-shelf';
import { matchBlocks, onePerPlace, type PageShelf } from './page-shelf';
import { type LookupService, longFormOf, onePerPaper } from './service';

/** A stored shelf with what finds a paper's number by its id. */
export interface OwnShelf {
  shelf: PackedShelf;
  read: ReadPapers;
  numberOf: (id: string) => Promise<number | undefined>;
}

const NEAREST = 5;
/** Of each shelf's papers about a concept. */
const TERM_PAPERS = 30;

/**
 * The shipped shelf and the reader's own as one. Those of the reader are read from storage, so everything here answers later; what the
 * shipped shelf says is as it is without them.
 */
export class Library {
  /** @param shippedIsOn whether the shipped shelf is looked in; its papers are there to be read in any case: they may be saved */
  constructor(
    readonly shipped: LookupService,
    private readonly own: readonly OwnShelf[] = [],
    private readonly shippedIsOn = true,
  ) {}

  /**
   * Papers for a query or selection, of all shelves, best first. A shelf that cannot be read makes the answer incomplete, no more.
   * @param context the sentence around a selection, as for the shipped shelf
   */
  async search(query: string, limit = 20, context?: string, offLanguages?: readonly string[]): Promise<Answer> {
    const long = longFormOf(query, context);
    const spelt = long ? await this.ask(long, limit, context, offLanguages) : undefined;
    return spelt && !spelt.abstained ? { ...spelt, query } : this.ask(query, limit, context, offLanguages);
  }

  private async ask(query: string, limit: number, context?: string, offLanguages?: readonly string[]): Promise<Answer> {
    const answer = this.shippedIsOn
      ? this.shipped.ask(query, limit, context, offLanguages)
      : { ...emptyAnswer(query), abstained: true };
    if (!this.own.length) return answer;
    const asked = this.own.map(async ({ shelf }) => {
      const found = await shelf.search(answer.query, limit, context, offLanguages);
      const papers = await this.asFirst(
        shelf,
        found.hits.map(({ paper }) => paper),
      );
      return { ...found, hits: found.hits.map((hit, i) => ({ ...hit, paper: papers[i]! })) };
    });
    const answers = await Promise.allSettled(asked);
    const hits: Hit[] = [...answer.hits];
    const nearest: Hit[] = [...answer.nearest];
    for (const one of answers) {
      if (one.status === 'rejected') answer.complete = false;
      else (one.value.abstained ? nearest : hits).push(...one.value.hits);
    }
    const byScore = (a: Hit, b: Hit) => b.score - a.score;
    // Before they are sorted: of a paper that several have, the first shelf's hit stays.
    answer.hits = onePerPaper(hits).sort(byScore).slice(0, limit);
    answer.abstained = !hits.length;
    answer.nearest = answer.abstained ? onePerPaper(nearest).sort(byScore).slice(0, NEAREST) : [];
    return answer;
  }

  /** One paper with its abstract and its neighbours; null where no shelf has it. */
  async get(id: string): Promise<ReturnType<LookupService['get']>> {
    const found = this.shipped.get(id);
    if (found) return found;
    for (const { shelf, read, numberOf } of this.own) {
      const number = await numberOf(id);
      const [paper] = number === undefined ? [] : await read([number]);
      if (number === undefined || !paper) continue;
      const related = await shelf.heads(await shelf.related(number));
      return { paper, related: await this.asFirst(shelf, [...related.values()]), concepts: [] };
    }
    return null;
  }

  /** A concept with its papers in all shelves; null where nobody knows it. */
  async term(id: string, names: ConceptNames): Promise<TermView | null> {
    const view = this.shipped.term(id, names);
    if (!view || !this.own.length) return view;
    const known = new Set(view.papers.map((paper) => paper.id));
    for (const { shelf } of this.own) {
      const found: [number, number][] = [];
      shelf.aboutConcept(id).forEach((strength, paper) => found.push([paper, strength]));
      const best = found.sort((a, b) => b[1] - a[1]).slice(0, TERM_PAPERS);
      const heads = await shelf.heads(best.map(([number]) => number));
      for (const paper of await this.asFirst(shelf, [...heads.values()]))
        if (!known.has(paper.id) && known.add(paper.id)) view.papers.push(paper);
    }
    return view;
  }

  /** Papers like a page, by its words. */
  async like(text: string, without: readonly string[]): Promise<PaperHead[]> {
    const own = await Promise.all(
      this.own.map(async ({ shelf }) => this.asFirst(shelf, [...(await shelf.heads(shelf.like(text))).values()])),
    );
    const all = [...(this.shippedIsOn ? this.shipped.like(text, without) : []), ...own.flat()];
    const known = new Set(without);
    return all.filter(({ id }) => !known.has(id) && known.add(id));
  }

  async has(id: string): Promise<boolean> {
    if (this.shipped.has(id)) return true;
    for (const { numberOf } of this.own) if ((await numberOf(id)) !== undefined) return true;
    return false;
  }

  private asFirst(shelf: PackedShelf, papers: readonly PaperHead[]): Promise<PaperHead[]> {
    const all = this.own.map((one) => one.shelf);
    return asFirst(papers, this.shippedIsOn ? [this.shipped] : [], all.slice(0, all.indexOf(shelf)));
  }
}

/**
 * Papers of one of the reader's shelves as the first shelf has them that has them, under one id, so that each is shown once, and what was saved
 * or read there counts here.
 * @param before the reader's shelves that come before it
 */
async function asFirst(
  papers: readonly PaperHead[],
  shipped: readonly Pick<PageShelf, 'twin'>[],
  before: readonly PackedPageShelf[],
): Promise<PaperHead[]> {
  const first = new Map<string, PaperHead>();
  for (const paper of papers) {
    const twin = shipped.map((shelf) => shelf.twin(paper)).find((one) => one);
    if (twin) first.set(paper.id, twin);
  }
  for (const shelf of before)
    for (const [id, twin] of await shelf.twins(papers.filter((paper) => !first.has(paper.id)))) first.set(id, twin);
  return papers.map((paper) => first.get(paper.id) ?? paper);
}

/** Mentions in blocks of a page, of shipped shelves and the reader's own; the papers of the latter are read once all are found. */
export async function matchAll(
  shipped: readonly PageShelf[],
  own: readonly PackedPageShelf[],
  blocks: readonly Block[],
): Promise<PageMatches> {
  const found = matchBlocks(shipped, blocks);
  if (!own.length) return found;
  const papers = new Map(found.papers.map((paper) => [paper.id, paper]));
  const mentions = blocks.map((_, i): Mention[] => [...found.blocks[i]!.mentions]);
  for (const [i, shelf] of own.entries()) {
    const matches = blocks.map((block) => shelf.match(block));
    const read = await shelf.heads(matches.flat().map(({ target }) => target));
    const first = await asFirst([...read.values()], shipped, own.slice(0, i));
    const heads = new Map([...read.keys()].map((number, place) => [number, first[place]!]));
    matches.forEach((list, block) => {
      for (const { target, ...match } of list) {
        const paper = heads.get(target);
        if (!paper) continue;
        if (!papers.has(paper.id)) papers.set(paper.id, paper);
        mentions[block]!.push({ ...match, id: paper.id });
      }
    });
  }
  const results = mentions.map((list): BlockMentions => ({ mentions: onePerPlace(list) }));
  return { blocks: results, papers: [...papers.values()], terms: found.terms };
}
