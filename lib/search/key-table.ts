/**
 * Tables from hashes to small numbers, several in one buffer, each read where it lies: opening one costs a pass over its drawers.
 *
 * The buffer begins with a header (magic, version, number of sections), then for each section its name (12 bytes) and where it lies
 * (offset and length). A table is an Elias-Fano sequence (P. Elias, Efficient storage and retrieval by content and address of static
 * files, JACM 1974): the first bits of a key name its drawer, of which there are a few more than keys; a row of bits says how many keys
 * each drawer holds (a 1 for each, then a 0), and the keys' records follow, all of one width, drawer after drawer. A record is what is
 * left of the key, scaled down to `rest` values, times the number of numbers, plus the number. So many values of the rest are kept that
 * strangers stay apart: a word that is in no table meets a key once in 2^`apart` look-ups, or less often.
 */
const MAGIC = 0x534c4b54; // "SLKT"
const VERSION = 4;
const HEADER = 12;
const ROW = 20;
const NAME = 12;
const TABLE_HEADER = 20;

/** The largest number that a table can hold. It is kept as the one after the largest of the others, so that it costs nothing. */
export const NUMBER_MAX = 1023;

/** Packs keys of 32 bits with their numbers; of two entries with one key the first counts. */
export function packTable(entries: Iterable<readonly [key: number, number: number]>, apart: number): Uint8Array {
  const first = new Map<number, number>();
  for (const [key, number] of entries) if (!first.has(key >>> 0)) first.set(key >>> 0, number);
  const numbers = Math.max(0, ...[...first.values()].filter((number) => number < NUMBER_MAX)) + 2;
  const drawerBits = Math.max(1, Math.ceil(Math.log2(first.size || 1)));
  // The narrowest record whose rest keeps strangers apart, and as many values of the rest as it then has room for.
  const least = Math.min(2 ** (32 - drawerBits), Math.ceil((first.size * 2 ** apart) / 2 ** drawerBits));
  const width = Math.ceil(Math.log2(Math.max(1, least) * numbers));
  const rest = Math.min(2 ** (32 - drawerBits), Math.floor(2 ** width / numbers));
  const drawers = Array.from({ length: 2 ** drawerBits }, () => new Map<number, number>());
  for (const [key, number] of first) {
    const drawer = drawers[key >>> (32 - drawerBits)]!;
    const low = restOf(key, drawerBits, rest);
    if (!drawer.has(low)) drawer.set(low, number === NUMBER_MAX ? numbers - 1 : number);
  }
  const row = drawers.flatMap((drawer) => [...Array<number>(drawer.size).fill(1), 0]);
  const records = drawers.flatMap((drawer) => [...drawer].map(([low, number]) => low * numbers + number));
  const rowBytes = Math.ceil(row.length / 8);
  // A reader of the last record may look past its end.
  const buffer = new Uint8Array(TABLE_HEADER + rowBytes + Math.ceil((records.length * width) / 8) + 1);
  const view = new DataView(buffer.buffer);
  [drawerBits, width, rest, numbers, rowBytes].forEach((value, i) => view.setUint32(i * 4, value, true));
  const set = (bit: number) => {
    buffer[TABLE_HEADER + (bit >> 3)]! |= 0x80 >> (bit & 7);
  };
  row.forEach((one, i) => one && set(i));
  records.forEach((record, i) => {
    for (let k = 0; k < width; k++)
      if (Math.floor(record / 2 ** (width - 1 - k)) % 2) set(rowBytes * 8 + i * width + k);
  });
  return buffer;
}

/** What is left of a key without its drawer, scaled down to so many values. */
function restOf(key: number, drawerBits: number, rest: number): number {
  const values = 2 ** (32 - drawerBits);
  const low = key & (values - 1);
  return rest === values ? low >>> 0 : Math.floor(((low >>> 0) * rest) / values);
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

/** One packed table, read where it lies. */
export class KeyTable {
  private readonly records: Uint8Array;
  /** Where the records of a drawer begin. */
  private readonly drawers: Uint16Array;
  private readonly drawerBits: number;
  private readonly width: number;
  private readonly rest: number;
  private readonly numbers: number;

  constructor(section: Uint8Array) {
    const view = new DataView(section.buffer, section.byteOffset, section.byteLength);
    const [drawerBits, width, rest, numbers, rowBytes] = [0, 4, 8, 12, 16].map((at) => view.getUint32(at, true)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    this.drawerBits = drawerBits;
    this.width = width;
    this.rest = rest;
    this.numbers = numbers;
    this.records = section.subarray(TABLE_HEADER + rowBytes);
    const drawers = new Uint16Array(2 ** drawerBits + 1);
    let drawer = 0;
    let record = 0;
    for (let at = TABLE_HEADER; at < TABLE_HEADER + rowBytes; at++) {
      const byte = section[at]!;
      for (let bit = 0x80; bit; bit >>= 1) {
        if (byte & bit) record++;
        else if (drawer < drawers.length - 1) drawers[++drawer] = record;
      }
    }
    this.drawers = drawers;
  }

  /** The number of a key, or -1. */
  get(key: number): number {
    const drawer = key >>> (32 - this.drawerBits);
    const end = this.drawers[drawer + 1]!;
    let at = this.drawers[drawer]!;
    if (at === end) return -1;
    const low = restOf(key, this.drawerBits, this.rest);
    for (; at < end; at++) {
      const number = this.read(at) - low * this.numbers;
      if (number >= 0 && number < this.numbers) return number === this.numbers - 1 ? NUMBER_MAX : number;
    }
    return -1;
  }

  private read(record: number): number {
    const from = record * this.width;
    const to = from + this.width;
    let value = 0;
    let at = from >> 3;
    // Some records are wider than what bit operations hold.
    for (; at << 3 < to; at++) value = value * 256 + this.records[at]!;
    return Math.floor(value / 2 ** ((at << 3) - to)) % 2 ** this.width;
  }
}

/** A table without a key: two empty drawers. */
export const EMPTY_TABLE = new Uint8Array(new Uint32Array([1, 1, 1, 2, 1, 0]).buffer);
