/**
 * A table from 32-bit keys to concepts, as one buffer: a header of five 32-bit numbers (magic, version, entries, Rice parameter, bits),
 * then for each key in order its difference from the one before, Rice-coded (R. F. Rice, Some practical universal noiseless coding
 * techniques, JPL 1979), and the concept's number. Keys are shortened to KEY_BITS: shorter ones would meet strangers' words too often,
 * since a query in an unknown language is looked up some hundred times.
 */
const MAGIC = 0x534c4b54; // "SLKT"
const VERSION = 2;
const HEADER = 20;
const KEY_BITS = 32;
const NUMBER_BITS = 10;

const shorten = (key: number) => (key >>> 0) >>> (32 - KEY_BITS);

/** Packs keys with their concepts; of two entries with one key the first counts. */
export function packKeys(entries: Iterable<readonly [key: number, concept: number]>): Uint8Array {
  const byKey = new Map<number, number>();
  for (const [key, concept] of entries) if (!byKey.has(shorten(key))) byKey.set(shorten(key), concept);
  const sorted = [...byKey].sort((a, b) => a[0] - b[0]);
  // The parameter that suits the mean of geometrically distributed differences.
  const rice = Math.max(0, Math.floor(Math.log2((2 ** KEY_BITS / Math.max(1, sorted.length)) * Math.LN2)));
  const bits: number[] = [];
  const put = (value: number, size: number) => {
    for (let i = size - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  let last = 0;
  for (const [key, concept] of sorted) {
    const difference = key - last;
    last = key;
    for (let ones = difference >>> rice; ones > 0; ones--) bits.push(1);
    bits.push(0);
    put(difference, rice);
    put(concept, NUMBER_BITS);
  }
  const buffer = new Uint8Array(HEADER + Math.ceil(bits.length / 8));
  const view = new DataView(buffer.buffer);
  [MAGIC, VERSION, sorted.length, rice, bits.length].forEach((value, i) => view.setUint32(i * 4, value, true));
  bits.forEach((bit, i) => {
    buffer[HEADER + (i >> 3)]! |= bit << (7 - (i & 7));
  });
  return buffer;
}

/** Reads a packed table. @throws where the buffer is none, or cut short */
export class KeyTable {
  private readonly keys: Uint32Array;
  private readonly numbers: Uint16Array;

  constructor(buffer: ArrayBuffer) {
    const view = new DataView(buffer);
    if (buffer.byteLength < HEADER || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
      throw new Error('not a key table');
    }
    const [count, rice, bits] = [8, 12, 16].map((at) => view.getUint32(at, true)) as [number, number, number];
    if (buffer.byteLength < HEADER + Math.ceil(bits / 8)) throw new Error('key table cut short');
    const bytes = new Uint8Array(buffer, HEADER);
    this.keys = new Uint32Array(count);
    this.numbers = new Uint16Array(count);
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
  }

  /** The concept of a key, or undefined. */
  get(key: number): number | undefined {
    const wanted = shorten(key);
    let low = 0;
    let high = this.keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.keys[middle]!;
      if (found === wanted) return this.numbers[middle];
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}
