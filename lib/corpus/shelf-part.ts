import { harvestNames } from '../match/harvest';
import { buildTitleTable, mergeTitleTables, TitleTable } from '../match/title-table';
import type { Paper } from '../papers/paper';
import { SegmentBuilder } from '../search/packed/build';
import { type Deleted, isDeleted, withDeleted } from '../search/packed/deleted';
import { paperWords } from '../search/packed/impact';
import { mergeSegments } from '../search/packed/merge';
import type { IndexPart } from '../search/packed/packed-index';
import { Segment } from '../search/packed/segment';
import type { Steps } from '../util/in-steps';
import { fail, ok, type Result } from '../util/result';
import { areWhole, TORN } from '../util/sections';
import type { ConceptFinder } from './concept-finder';

/** Papers of one part as an import writes it; parts are joined when nobody waits. */
export const PART = 8192;

/** The packed tables of some thousand papers of a stored shelf. */
export interface PartBuffers {
  papers: number;
  /** Word index (lib/search/packed/segment.ts). */
  words: ArrayBuffer;
  /** The same layout with ids of concepts for words. */
  concepts: ArrayBuffer;
  /** Titles and names (lib/match/title-table.ts). */
  titles: ArrayBuffer;
}

/** Bytes of a part's tables. */
export const sizeOf = ({ words, concepts, titles }: PartBuffers): number =>
  words.byteLength + concepts.byteLength + titles.byteLength;

/** Computes a part from its papers, by the rules of the shipped shelf. Yields after every paper. */
export function* buildPart(papers: readonly Paper[], finder: ConceptFinder): Steps<PartBuffers> {
  const words = new SegmentBuilder();
  const concepts = new SegmentBuilder();
  for (const paper of papers) {
    const own = paperWords(paper);
    words.add(own);
    yield;
    concepts.addTerms(conceptTerms(finder.conceptsOf(paper, own)));
    yield;
  }
  const titles = yield* buildTitleTable(papers, harvestNames);
  return { papers: papers.length, words: yield* words.finish(), concepts: yield* concepts.finish(), titles };
}

/** A part as it is stored, with its deleted papers. */
export type OpenedPart = Record<'words' | 'concepts' | 'titles', unknown> & { deleted?: Deleted };

/**
 * Opens the tables of a part and reads them through. One that is torn, foreign or of another version is a failure, and so are tables of
 * different papers.
 */
export function* openWhole(
  part: OpenedPart,
): Steps<Result<{ papers: number; words: Segment; concepts: Segment; titles: TitleTable }>> {
  const words = Segment.open(part.words);
  const concepts = Segment.open(part.concepts);
  const titles = TitleTable.open(part.titles);
  yield;
  if (!words.ok) return words;
  if (!concepts.ok) return concepts;
  if (!titles.ok) return titles;
  if (!(yield* areWhole([part.words, part.concepts, part.titles] as ArrayBuffer[]))) return TORN;
  const { papers } = titles.value;
  if (words.value.papers !== papers || concepts.value.papers !== papers)
    return fail({ code: 'torn', message: 'damaged: its tables are not of the same papers' });
  return ok({ papers, words: words.value, concepts: concepts.value, titles: titles.value });
}

/**
 * Joins parts into one: the same bytes as if their papers had been built at once. Deleted papers keep their numbers and stay deleted.
 * A part that is not whole is a failure.
 */
export function* joinParts(
  parts: readonly OpenedPart[],
): Steps<Result<{ tables: PartBuffers; deleted: Deleted | undefined }>> {
  const words: IndexPart[] = [];
  const concepts: IndexPart[] = [];
  const titles: TitleTable[] = [];
  const gone: number[] = [];
  let papers = 0;
  for (const part of parts) {
    const opened = yield* openWhole(part);
    if (!opened.ok) return opened;
    const { value } = opened;
    words.push({ segment: value.words });
    concepts.push({ segment: value.concepts });
    titles.push(value.titles);
    for (let paper = 0; paper < value.papers; paper++) if (isDeleted(part.deleted, paper)) gone.push(papers + paper);
    papers += value.papers;
  }
  const tables: PartBuffers = {
    papers,
    words: yield* mergeSegments(words),
    concepts: yield* mergeSegments(concepts),
    titles: yield* mergeTitleTables(titles),
  };
  return ok({ tables, deleted: gone.length ? withDeleted(undefined, papers, gone) : undefined });
}

/** Terms are ids: another version of Sidelight may number its concepts otherwise. */
function* conceptTerms(concepts: ReadonlyMap<string, number>): Generator<[term: string, strength: number]> {
  for (const [id, strength] of concepts) yield [id, Math.round(strength * 2.55)];
}
