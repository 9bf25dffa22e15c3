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
  /** The same layout with concepts for words. */
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

/** The buffers of a part that was opened. */
const buffersOf = ({ words, concepts, titles }: OpenedPart) => [words, concepts, titles] as ArrayBuffer[];

/**
 * Joins parts into one: the same bytes as if their papers had been built at once. Deleted papers keep their numbers and stay deleted.
 * A part that is torn, foreign or of another version is a failure.
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
    const [word, concept, title] = [
      Segment.open(part.words),
      Segment.open(part.concepts),
      TitleTable.open(part.titles),
    ];
    yield;
    if (!word.ok) return word;
    if (!concept.ok) return concept;
    if (!title.ok) return title;
    if (!(yield* areWhole(buffersOf(part)))) return TORN;
    const count = title.value.papers;
    if (word.value.papers !== count || concept.value.papers !== count)
      return fail({ code: 'torn', message: 'damaged: its tables are not of the same papers' });
    words.push({ segment: word.value });
    concepts.push({ segment: concept.value });
    titles.push(title.value);
    for (let paper = 0; paper < count; paper++) if (isDeleted(part.deleted, paper)) gone.push(papers + paper);
    papers += count;
  }
  const tables: PartBuffers = {
    papers,
    words: yield* mergeSegments(words),
    concepts: yield* mergeSegments(concepts),
    titles: yield* mergeTitleTables(titles),
  };
  return ok({ tables, deleted: gone.length ? withDeleted(undefined, papers, gone) : undefined });
}

function* conceptTerms(concepts: ReadonlyMap<number, number>): Generator<[term: string, strength: number]> {
  for (const [concept, strength] of concepts) yield [String(concept), Math.round(strength * 2.55)];
}
