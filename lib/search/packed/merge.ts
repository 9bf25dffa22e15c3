import type { Steps } from '../../util/in-steps';
import { SegmentWriter } from './build';
import { isDeleted, liveCount } from './deleted';
import type { IndexPart } from './packed-index';

const TERMS_A_STEP = 1000;

/**
 * Joins segments into one and leaves deleted papers out: the same bytes as if the papers that remain had been written at once.
 * The papers' new numbers count those that remain, in order.
 */
export function* mergeSegments(parts: readonly IndexPart[]): Steps<ArrayBuffer> {
  const writer = new SegmentWriter();
  const renumber = parts.map(renumbering);
  let papers = 0;
  const starts = parts.map((part) => {
    const start = papers;
    papers += liveCount(part);
    return start;
  });
  const next = parts.map(() => 0);
  let joined = new Uint32Array(papers);
  let impacts = new Uint8Array(papers);
  for (let count = 0; ; count++) {
    const least = leastTerm(parts, next);
    if (!least) break;
    let length = 0;
    parts.forEach(({ segment }, p) => {
      const term = next[p]!;
      if (term >= segment.terms || compareBytes(segment.bytesOf(term), least) !== 0) return;
      next[p] = term + 1;
      const postings = segment.postings(term);
      if (length + postings.length > joined.length) {
        // Only a forged segment has more postings of a term than papers.
        [joined, impacts] = [enlarged(joined, length + postings.length), enlarged(impacts, length + postings.length)];
      }
      for (let i = 0; i < postings.length; i++) {
        const paper = renumber[p] ? renumber[p]![postings.papers[i]!]! : postings.papers[i]!;
        if (paper === GONE) continue;
        joined[length] = starts[p]! + paper;
        impacts[length++] = postings.impacts[i]!;
      }
    });
    if (length) writer.term(least, joined, impacts, length);
    if (count % TERMS_A_STEP === 0) yield;
  }
  return writer.finish(papers);
}

const GONE = 0xffffffff;

/** New numbers of a part's papers; undefined where none is deleted. */
function renumbering(part: IndexPart): Uint32Array | undefined {
  if (!part.deleted) return undefined;
  let live = 0;
  return Uint32Array.from({ length: part.segment.papers }, (_, paper) =>
    isDeleted(part.deleted, paper) ? GONE : live++,
  );
}

function leastTerm(parts: readonly IndexPart[], next: readonly number[]): Uint8Array | undefined {
  let least: Uint8Array | undefined;
  parts.forEach(({ segment }, p) => {
    if (next[p]! >= segment.terms) return;
    const bytes = segment.bytesOf(next[p]!);
    if (!least || compareBytes(bytes, least) < 0) least = bytes;
  });
  return least;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const both = Math.min(a.length, b.length);
  for (let i = 0; i < both; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function enlarged<T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(2 * length);
  larger.set(array);
  return larger;
}
