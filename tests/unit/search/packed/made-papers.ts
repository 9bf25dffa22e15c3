import fc from 'fast-check';
import type { Paper } from '../../../../lib/papers/paper';
import { buildSegment } from '../../../../lib/search/packed/build';
import { PackedIndex } from '../../../../lib/search/packed/packed-index';
import { Segment } from '../../../../lib/search/packed/segment';
import { atOnce } from '../../../../lib/util/in-steps';

/** Few words, so that made-up papers share them; among them beginnings of others, plurals, slips, and letters beyond ASCII. */
export const WORDS =
  'graph graphs graphical grap neural network networks net transfer transferring learning learn parser parsers übersetzung modèle 翻訳 языка 𝔘nicode a of x1 2024'.split(
    ' ',
  );

const someWords = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((words) => words.join(' '));

export const somePapers = (most: number): fc.Arbitrary<Paper[]> =>
  fc
    .array(
      fc.record({ title: someWords(5), abstract: someWords(10), authors: fc.array(someWords(2), { maxLength: 2 }) }),
      {
        minLength: 1,
        maxLength: most,
      },
    )
    .map((papers) => papers.map((paper, i) => ({ ...paper, id: `p${i}` })));

export const paper = (id: string, title: string, abstract = '', ...authors: string[]): Paper => ({
  id,
  title,
  abstract,
  authors,
});

export const segmentOf = (papers: readonly Paper[]): ArrayBuffer => atOnce(buildSegment(papers));

export function opened(buffer: ArrayBuffer): Segment {
  const segment = Segment.open(buffer);
  if (!segment.ok) throw new Error(segment.error.message);
  return segment.value;
}

export const indexOf = (...segments: (readonly Paper[])[]): PackedIndex =>
  new PackedIndex(segments.map((papers) => ({ segment: opened(segmentOf(papers)) })));
