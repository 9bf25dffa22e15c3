/**
 * Tables from hashes to small numbers, several in one buffer, so that each is unpacked only when somebody asks for it.
 *
 * The buffer begins with a header (magic, version, number of sections), then for each section its name (12 bytes) and where it lies
 * (offset and length). A table is a count, the bits of a key, the Rice parameter, and then for each key in order its difference from
 * the one before, Rice-coded (R. F. Rice, Some practical universal noiseless coding techniques, JPL 1979), and its number. Keys are cut
 * to as many bits as keep strangers apart: a word that is in no table meets a key once in 2^`apart` look-ups.
 */
const MAGIC = 0x534c4b54; // "SLKT"
const VERSION = 3;
const HEADER = 12;
const ROW = 20;
const NAME = 12;
const TABLE_HEADER = 12;
const NUMBER_BITS = 10;

/** The largest number that a table can hold. */
export const NUMBER_MAX = 2 ** NUMBER_BITS - 1;

/** Packs keys of 32 bits with their numbers; of two entries with one key the first counts. */
export function packTable(entries: Iterable<readonly [key: number, number: number]>, apart: number): Uint8Array {
  const first = new Map<number, number>();
  for (const [key, number] of entries) if (!first.has(key >>> 0)) first.set(key >>> 0, number);
  const bits = Math.min(32, Math.ceil(Math.log2(Math.max(2, first.size))) + apart);
  const short = new Map<number, number>();
  for (const [key, number] of first) {
    const cut = key >>> (32 - bits);
    if (!short.has(cut)) short.set(cut, number);
  }
  const sorted = [...short].sort((a, b) => a[0] - b[0]);
  // The parameter that suits the mean of geometrically distributed differences.
  const rice = Math.max(0, Math.floor(Math.log2((2 ** bits / Math.max(1, sorted.length)) * Math.LN2)));
  const stream: number[] = [];
  const put = (value: number, size: number) => {
    for (let i = size - 1; i >= 0; i--) stream.push((value >>> i) & 1);
  };
  let last = 0;
  for (const [key, number] of sorted) {
    const difference = key - last;
    last = key;
    for (let ones = Math.floor(difference / 2 ** rice); ones > 0; ones--) stream.push(1);
    stream.push(0);
    put(difference, rice);
    put(number, NUMBER_BITS);
  }
  const buffer = new Uint8Array(TABLE_HEADER + Math.ceil(stream.length / 8));
  const view = new DataView(buffer.buffer);
  [sorted.length, bits, rice].forEach((value, i) => view.setUint32(i * 4, value, true));
  stream.forEach((bit, i) => {
    buffer[TABLE_HEADER + (i >> 3)]! |= bit << (7 - (i & 7));
  });
  return buffer;
}

/** Puts sections into one buffer. Names are ASCII, of 12 letters at most. */
export function packSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let at = HEADER + sections.size * ROW;
  const buffer = new Uint8Array([...sections.values()].reduce((size, section) => size + section.length, at));
  const view = new DataView(buffer.buffer);
  [MAGIC, VERSION, sections.size].forEach((value, i) => view.setUint32(i * 4, value, true));
  [...sections].forEach(([name, section], i) => {
    const row = HEADER + i * ROW;
    for (let k = 0; k < name.length; k++) buffer[row + k] = name.charCodeAt(k);
    view.setUint32(row + NAME, at, true);
    view.setUint32(row + NAME + 4, section.length, true);
    buffer.set(section, at);
    at += section.length;
  });
  return buffer;
}

/** The sections of a packed buffer by name. @throws where the buffer is none, or cut short */
export function readSections(buffer: ArrayBuffer): Map<string, Uint8Array> {
  const view = new DataView(buffer);
  if (buffer.byteLength < HEADER || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new Error('not a key table');
  }
  const sections = new Map<string, Uint8Array>();
  const count = view.getUint32(8, true);
  for (let row = HEADER; row < HEADER + count * ROW; row += ROW) {
    const [offset, length] = [view.getUint32(row + NAME, true), view.getUint32(row + NAME + 4, true)];
    if (offset + length > buffer.byteLength) throw new Error('key table cut short');
    const letters = new Uint8Array(buffer, row, NAME);
    const end = letters.indexOf(0);
    const name = String.fromCharCode(...letters.subarray(0, end < 0 ? NAME : end));
    sections.set(name, new Uint8Array(buffer, offset, length));
  }
  return sections;
}

/** Keys fall into so many drawers by their first bits: one or two in each. */
const DRAWER_BITS = 12;

/** One packed table, unpacked. */
export class KeyTable {
  private readonly keys: Uint32Array;
  private readonly numbers: Uint16Array;
  /** Where the keys of a drawer begin. */
  private readonly drawers: Uint16Array;
  private readonly cut: number;
  private readonly drawer: number;

  constructor(section: Uint8Array) {
    const view = new DataView(section.buffer, section.byteOffset, section.byteLength);
    const [count, bits, rice] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [number, number, number];
    const bytes = section.subarray(TABLE_HEADER);
    this.cut = 32 - bits;
    this.drawer = Math.max(0, bits - DRAWER_BITS);
    this.keys = new Uint32Array(count);
    this.numbers = new Uint16Array(count);
    this.drawers = new Uint16Array(2 ** DRAWER_BITS + 1);
    let at = 0;
    const read = (size: number) => {
      let value = 0;
      for (let left = size; left > 0; ) {
        const free = 8 - (at & 7);
        const take = Math.min(free, left);
        value = (value << take) | ((bytes[at >> 3]! >> (free - take)) & ((1 << take) - 1));
        at += take;
        left -= take;
      }
      return value;
    };
    let key = 0;
    for (let i = 0; i < count; i++) {
      let quotient = 0;
      while (read(1)) quotient++;
      key += quotient * 2 ** rice + read(rice);
      this.keys[i] = key;
      this.numbers[i] = read(NUMBER_BITS);
    }
    for (let drawer = 0, i = 0; drawer <= 2 ** DRAWER_BITS; drawer++) {
      while (i < count && this.keys[i]! >>> this.drawer < drawer) i++;
      this.drawers[drawer] = i;
    }
  }

  /** The number of a key, or -1. */
  get(key: number): number {
    const wanted = (key >>> 0) >>> this.cut;
    const drawer = wanted >>> this.drawer;
    for (let i = this.drawers[drawer]!, end = this.drawers[drawer + 1]!; i < end; i++)
      if (this.keys[i] === wanted) return this.numbers[i]!;
    return -1;
  }
}
