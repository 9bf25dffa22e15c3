import { hashOf, hashSlice, type Squeezed, WORD_START } from '../text/squeeze';

/**
 * The first question asked of every word start: does a known form begin here? A form's head is its first 16 folded letters, or the
 * whole of a shorter one. A table of 8,192 entries under the first three letters says which head lengths are worth hashing.
 */
export const HEAD = 16;
const SHORTEST = 3;
export const FIRST_SIZE = 8192;

/** Bit L is set where a head of length L + 1 starts with letters of this hash. */
export type FirstTable = Uint16Array;

/** A bit for each hash of a head: of the rest, fifteen in sixteen need no look into a larger table. */
export type HeadBits = Uint32Array;
const BITS_A_HEAD = 16;

export const firstIndex = (hash: number) => hash & (FIRST_SIZE - 1);

/** Enters a form of the given folded letters; returns the hash of its head. */
export function addHead(first: FirstTable, letters: string): number {
  const length = Math.min(HEAD, letters.length);
  const at = firstIndex(hashOf(letters, 0, SHORTEST));
  first[at] = first[at]! | (1 << (length - 1));
  return hashOf(letters, 0, length);
}

export function headBits(size: number, hashes: Iterable<number>): HeadBits {
  const bits = new Uint32Array(Math.max(128, 1 << (32 - Math.clz32((size * BITS_A_HEAD) >> 5))));
  for (const hash of hashes) {
    const at = (hash >>> 5) & (bits.length - 1);
    bits[at] = bits[at]! | (1 << hash);
  }
  return bits;
}

/**
 * Calls back with each (start, end, hash) that may be the head of a form, until the answer is true.
 * @param mayBegin asked first, where given: whether a form may begin at an offset of the text
 * @returns whether it was
 */
export function scanHeads(
  text: Squeezed,
  first: FirstTable,
  bits: HeadBits,
  visit: (start: number, end: number, hash: number) => boolean | undefined,
  mayBegin?: (offset: number) => boolean,
): boolean {
  const { length, marks, starts, words, prefix, at } = text;
  const last = bits.length - 1;
  for (let w = 0; w < words; w++) {
    const i = starts[w]!;
    if (i + SHORTEST > length) break;
    let mask = first[firstIndex(hashSlice(prefix, i, i + SHORTEST))]!;
    if (mask && mayBegin && !mayBegin(at[i]!)) continue;
    while (mask) {
      const size = 32 - Math.clz32(mask & -mask);
      mask &= mask - 1;
      const end = i + size;
      if (end > length) break;
      // A head shorter than the full length is a whole form: it has to end where a word ends.
      if (size < HEAD && end < length && (marks[end]! & WORD_START) === 0) continue;
      const hash = hashSlice(prefix, i, end);
      if ((bits[(hash >>> 5) & last]! & (1 << hash)) !== 0 && visit(i, end, hash)) return true;
    }
  }
  return false;
}

export function isWordEnd(text: Squeezed, end: number): boolean {
  return end === text.length || (text.marks[end]! & WORD_START) !== 0;
}
