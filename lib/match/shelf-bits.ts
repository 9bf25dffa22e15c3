import { hashOf, hashSlice, type Squeezed, WORD_START } from '../text/squeeze';
import { FIRST_SIZE, type FirstTable, firstIndex, HEAD } from './heads';

/**
 * What the content script knows of the reader's own shelves, however many papers they have: a table of the head lengths under the first
 * three letters, as for the shipped shelf, and a Bloom filter (B. H. Bloom, CACM 1970) of longer heads. Together never more than MOST
 * bytes; the more papers, the oftener it says yes wrongly, which costs a message. It never says no wrongly.
 */
export const MOST = 256_000;
const FIRST_BYTES = 2 * FIRST_SIZE;
/** A small shelf takes less: at 24 bits an entry one question in a hundred thousand is answered wrongly. */
const BITS_AN_ENTRY = 24;
const PROBES = 6;
/** Titles of this many letters are told apart by so many of them: sixteen are the beginning of many a sentence ("large language mo"). */
export const LONG_HEAD = 24;

/** The letters of a form by which the filter knows it. */
const keyLength = (letters: number) => (letters >= LONG_HEAD ? LONG_HEAD : Math.min(HEAD, letters));

/** A form's hash for the filter. */
export const bitsKey = (letters: string): number => hashOf(letters, 0, keyLength(letters.length));

/** Packs the keys of some forms and identifiers, with the first-letters tables of their shelves. */
export function packBits(firsts: readonly FirstTable[], keys: ArrayLike<number>): Uint8Array {
  const size = Math.min(MOST - FIRST_BYTES, Math.max(64, Math.ceil((keys.length * BITS_AN_ENTRY) / 8)));
  const packed = new Uint8Array(FIRST_BYTES + size);
  for (const first of firsts)
    for (let i = 0; i < FIRST_SIZE; i++) {
      packed[2 * i]! |= first[i]! & 255;
      packed[2 * i + 1]! |= first[i]! >> 8;
    }
  const bits = packed.subarray(FIRST_BYTES);
  for (let i = 0; i < keys.length; i++) probe(bits, keys[i]!, true);
  return packed;
}

/** Asks for a key, or enters it. */
function probe(bits: Uint8Array, key: number, enter: boolean): boolean {
  const size = bits.length * 8;
  const step = ((Math.imul(key, 0x9e3779b1) >>> 0) % size) | 1;
  let at = (key >>> 0) % size;
  for (let i = 0; i < PROBES; i++) {
    const bit = 1 << (at & 7);
    if (enter) bits[at >> 3]! |= bit;
    else if (!(bits[at >> 3]! & bit)) return false;
    at += step;
    if (at >= size) at -= size;
  }
  return true;
}

export class ShelfBits {
  private readonly first = new Uint16Array(FIRST_SIZE);
  private readonly bits: Uint8Array;

  constructor(packed: Uint8Array) {
    for (let i = 0; i < FIRST_SIZE; i++) this.first[i] = (packed[2 * i] ?? 0) | ((packed[2 * i + 1] ?? 0) << 8);
    this.bits = packed.length > FIRST_BYTES ? packed.subarray(FIRST_BYTES) : new Uint8Array(1);
  }

  has(key: number): boolean {
    return probe(this.bits, key, false);
  }

  /** Whether a title or name of a shelf may begin somewhere in a text. */
  mayMatch(text: string, { length, marks, starts, words, at, prefix }: Squeezed): boolean {
    for (let w = 0; w < words; w++) {
      const i = starts[w]!;
      if (i + 3 > length) return false;
      let mask = this.first[firstIndex(hashSlice(prefix, i, i + 3))]!;
      if (!mask || !mayBegin(text, at[i]!)) continue;
      if (i + LONG_HEAD <= length && mask >> (HEAD - 1) && this.has(hashSlice(prefix, i, i + LONG_HEAD))) return true;
      for (; mask; mask &= mask - 1) {
        const size = 32 - Math.clz32(mask & -mask);
        const end = i + size;
        if (end > length) break;
        if (size < HEAD && end < length && !(marks[end]! & WORD_START)) continue;
        if (this.has(hashSlice(prefix, i, end))) return true;
      }
    }
    return false;
  }
}

/**
 * Whether a title or name may begin here, by how it is written: among a hundred thousand titles ordinary words meet some all the time. In
 * the middle of a sentence one begins with a capital or a digit, or has one soon (xGQA, mT5); a small letter begins one only at
 * the start of a line or after a quotation mark, bracket or colon.
 */
export function mayBegin(text: string, at: number): boolean {
  if (!isSmall(text.charCodeAt(at))) return true;
  if (isSharp(text.charCodeAt(at + 1)) || isSharp(text.charCodeAt(at + 2))) return true;
  let before = at - 1;
  while (before >= 0 && text.charCodeAt(before) === 32) before--;
  return before < 0 || /[\n\r"'“”‘’«»‹›„‟「」『』《》()[\]{}*_`|:]/.test(text[before]!);
}

const isSmall = (unit: number) => unit >= 97 && unit <= 122;
const isSharp = (unit: number) => (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
