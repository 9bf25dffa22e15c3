import 'fake-indexeddb/auto';
import { ConceptFinder } from '../../../lib/corpus/concept-finder';
import { buildPart, type PartBuffers } from '../../../lib/corpus/shelf-part';
import type { Paper } from '../../../lib/papers/paper';
import { openLibrary } from '../../../lib/storage/open';
import type { LibraryDatabase } from '../../../lib/storage/schema';
import { atOnce } from '../../../lib/util/in-steps';
import type { Result } from '../../../lib/util/result';

/** The value of a result that must be good. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

let count = 0;
/** A library of its own for each test. */
export const freshLibrary = async (): Promise<LibraryDatabase> => must(await openLibrary(`library-${++count}`));

export const finder = new ConceptFinder({
  'code-switching': ['code-switching', 'code mixing'],
  mt: ['machine translation', 'MT'],
  'prompt-tuning': ['prompt tuning'],
});
export const tablesOf = (papers: readonly Paper[]): PartBuffers => atOnce(buildPart(papers, finder));

export const somePaper = (i: number): Paper => ({
  id: `paper-${i}`,
  title: `Paper number ${i}: on the study of made-up things`,
  abstract: `We speak of thing${i} and of machine translation.`,
  authors: ['Ada Lovelace'],
  year: 2000 + (i % 20),
});
export const manyPapers = (from: number, to: number): Paper[] =>
  Array.from({ length: to - from }, (_, i) => somePaper(from + i));
