import { harvestNames } from '../match/harvest';
import { buildTitleTable } from '../match/title-table';
import type { Paper } from '../papers/paper';
import { SegmentBuilder } from '../search/packed/build';
import type { Steps } from '../util/in-steps';
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

/** Computes a part from its papers, by the rules of the shipped shelf. Yields after every paper. */
export function* buildPart(papers: readonly Paper[], finder: ConceptFinder): Steps<PartBuffers> {
  const words = new SegmentBuilder();
  const concepts = new SegmentBuilder();
  for (const paper of papers) {
    words.add(paper);
    yield;
    concepts.addTerms(conceptTerms(finder.conceptsOf(paper)));
    yield;
  }
  const titles = yield* buildTitleTable(papers, harvestNames);
  return { papers: papers.length, words: yield* words.finish(), concepts: yield* concepts.finish(), titles };
}

function* conceptTerms(concepts: ReadonlyMap<number, number>): Generator<[term: string, strength: number]> {
  for (const [concept, strength] of concepts) yield [String(concept), Math.round(strength * 2.55)];
}
