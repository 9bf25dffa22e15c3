import { hashOf, hashSlice, type Squeezed, WORD_START } from '../text/squeeze';

/**
 * The first question asked of every word start: does a known form begin here? A form's head is its first 16 folded letters, or the
 * whole of a shorter one. A table of 8,192 entries under the first three letters says which head lengths are worth hashing.
 */
export const HEAD = 16;
const SHORTEST = 3;
export const FIRST_SIZE = 8192;

/** Bit L is set where a head of length L starts with letters of this hash. */
export type FirstTable = Uint16Array;

const firstIndex = (hash: number) => hash & (FIRST_SIZE - 1);

/** Enters a form of the given folded letters; returns the hash of its head. */
export function addHead(first: FirstTable, letters: string): number {
  const length = Math.min(HEAD, letters.length);
  const at = firstIndex(hashOf(letters, 0, SHORTEST));
  first[at] = first[at]! | (1 << (length - 1));
  return hashOf(letters, 0, length);
}

/** Calls back with each (start, end, hash) that may be the head of a form. */
export function scanHeads(
  text: Squeezed,
  first: FirstTable,
  visit: (start: number, end: number, hash: number) => void,
): void {
  const { length, marks, prefix } = text;
  for (let i = 0; i + SHORTEST <= length; i++) {
    if ((marks[i]! & WORD_START) === 0) continue;
    let mask = first[firstIndex(hashSlice(prefix, i, i + SHORTEST))]!;
    while (mask) {
      const size = 32 - Math.clz32(mask & -mask);
      mask &= mask - 1;
      const end = i + size;
      if (end > length) break;
      // A head shorter than the full length is a whole form: it has to end where a word ends.
      if (size < HEAD && !isWordEnd(text, end)) continue;
      visit(i, end, hashSlice(prefix, i, end));
    }
  }
}

export function isWordEnd(text: Squeezed, end: number): boolean {
  return end === text.length || (text.marks[end]! & WORD_START) !== 0;
}
