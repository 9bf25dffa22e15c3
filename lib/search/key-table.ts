/**
 * A table from 32-bit keys to concepts, as one buffer: a header of four 32-bit numbers (magic, version, entries, bytes of differences),
 * the sorted keys as variable-length differences (LEB128), shortened to KEY_BITS, then the concept numbers, 10 bits each.
 */
const MAGIC = 0x534c4b54; // "SLKT"
const VERSION = 1;
/** With 90,000 keys a stranger's word is taken for one of them 9 times in 100,000. */
const KEY_BITS = 30;
const NUMBER_BITS = 10;

const shorten = (key: number) => (key >>> 0) >>> (32 - KEY_BITS);

export function packKeys(entries: Iterable<readonly [key: number, concept: number]>): Uint8Array {
  const byKey = new Map<number, number>();
  for (const [key, concept] of entries) if (!byKey.has(shorten(key))) byKey.set(shorten(key), concept);
  const sorted = [...byKey].sort((a, b) => a[0] - b[0]);
  const differences: number[] = [];
  let last = 0;
  for (const [key] of sorted) {
    let rest = key - last;
    last = key;
    for (; rest > 127; rest >>>= 7) differences.push((rest & 127) | 128);
    differences.push(rest);
  }
  const numbers = new Uint8Array(Math.ceil((sorted.length * NUMBER_BITS) / 8) + 1);
  sorted.forEach(([, concept], i) => {
    const bit = i * NUMBER_BITS;
    const value = concept << (bit & 7);
    const at = bit >> 3;
    numbers[at] = numbers[at]! | (value & 255);
    numbers[at + 1] = numbers[at + 1]! | ((value >> 8) & 255);
    if (value >> 16) numbers[at + 2] = numbers[at + 2]! | (value >> 16);
  });
  const buffer = new Uint8Array(16 + differences.length + numbers.length);
  const view = new DataView(buffer.buffer);
  [MAGIC, VERSION, sorted.length, differences.length].forEach((value, i) => view.setUint32(i * 4, value, true));
  buffer.set(differences, 16);
  buffer.set(numbers, 16 + differences.length);
  return buffer;
}

/** Reads a packed table. @throws where the buffer is none, or torn */
export class KeyTable {
  private readonly keys: Uint32Array;
  private readonly numbers: Uint8Array;

  constructor(buffer: ArrayBuffer) {
    const view = new DataView(buffer);
    if (buffer.byteLength < 16 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION)
      throw new Error('not a key table');
    const count = view.getUint32(8, true);
    const length = view.getUint32(12, true);
    if (buffer.byteLength < 16 + length + Math.ceil((count * NUMBER_BITS) / 8)) throw new Error('key table cut short');
    const bytes = new Uint8Array(buffer, 16, length);
    this.keys = new Uint32Array(count);
    let at = 0;
    let key = 0;
    for (let i = 0; i < count; i++) {
      let difference = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]!;
        difference |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      key += difference;
      this.keys[i] = key;
    }
    this.numbers = new Uint8Array(buffer, 16 + length);
  }

  /** The concept of a key, or undefined. */
  get(key: number): number | undefined {
    const wanted = shorten(key);
    let low = 0;
    let high = this.keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.keys[middle]!;
      if (found === wanted) return this.numberAt(middle);
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  private numberAt(i: number): number {
    const bit = i * NUMBER_BITS;
    const at = bit >> 3;
    const value = this.numbers[at]! | (this.numbers[at + 1]! << 8) | ((this.numbers[at + 2] ?? 0) << 16);
    return (value >> (bit & 7)) & ((1 << NUMBER_BITS) - 1);
  }
}
