import type { Segment } from './segment';

/** Shorter words have too many neighbours: cart, care; info, into. */
const SHORTEST = 5;
/** From this length on two slips are forgiven. */
const LONG = 9;

/** How many slips of the fingers a word is forgiven. */
export const slipsFor = (word: string): number => (word.length < SHORTEST ? 0 : word.length < LONG ? 1 : 2);

/** A term that is a few slips away from a word. */
export interface Neighbour {
  term: number;
  slips: number;
}

/**
 * The terms of a segment that an unknown word may be a slip of: a letter wrong, missing, surplus, or two neighbours swapped (F. Damerau,
 * CACM 1964). Length and the set of letters, which one slip changes by two at most, rule out nearly all terms before their letters are
 * compared. The first letter is hardly ever wrong, so terms with another are only asked for where `anyStart` says so.
 */
export function neighboursIn(segment: Segment, word: string, slips: number, anyStart: boolean): Neighbour[] {
  const bytes = encoder.encode(word);
  const [from, to] = anyStart ? [0, segment.terms] : segment.range(bytes.subarray(0, 1));
  // A letter beyond ASCII has up to three bytes.
  const width = bytes.length === word.length ? 1 : 3;
  const letters = letterSet(bytes);
  const found: Neighbour[] = [];
  for (let term = from; term < to; term++) {
    if (Math.abs(segment.sizeOf(term) - bytes.length) > slips * width) continue;
    const own = segment.bytesOf(term);
    if (countBits(letterSet(own) ^ letters) > 2 * slips * width) continue;
    const distance =
      width === 1 ? slipsBetween(own, bytes, slips) : slipsBetween(unitsOf(segment.textOf(term)), unitsOf(word), slips);
    if (distance <= slips) found.push({ term, slips: distance });
  }
  return found;
}

const encoder = new TextEncoder();
const unitsOf = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

function letterSet(bytes: Uint8Array): number {
  let set = 0;
  for (let i = 0; i < bytes.length; i++) set |= 1 << (bytes[i]! & 31);
  return set;
}

function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const WIDTH = 130;
let [older, old, row] = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)];

/** The slips between two words, counted up to `most`; more are `most + 1`. */
export function slipsBetween(a: ArrayLike<number>, b: ArrayLike<number>, most: number): number {
  if (Math.abs(a.length - b.length) > most || b.length >= WIDTH || a.length >= WIDTH) return most + 1;
  for (let j = 0; j <= b.length; j++) old[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(old[j - 1]! + (same ? 0 : 1), old[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, older[j - 2]! + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [older, old, row] = [old, row, older];
  }
  return Math.min(old[b.length]!, most + 1);
}
