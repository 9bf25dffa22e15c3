import type { Steps } from './in-steps';
import { fail, ok, type Result } from './result';

/** What a packed file is: its kind, the version of its layout, and the version of the rules its contents were made by. */
export interface Layout {
  /** Four letters. */
  magic: string;
  version: number;
  rules: number;
  /** How many sections it has. */
  sections: number;
}

/** Magic, version, rules, number of sections, checksum, length; then place and length of each section. All 32-bit, in the machine's own order. */
const HEADER = 6;
const CHECKSUM = 4;

const magicNumber = (magic: string): number =>
  [...magic].reduce((number, letter) => (number << 8) | letter.charCodeAt(0), 0) >>> 0;

/** Joins sections into one buffer: a header with a checksum, then each section at a multiple of four bytes. */
export function packSections(layout: Layout, sections: readonly ArrayBufferView[]): ArrayBuffer {
  const head = 4 * (HEADER + 2 * sections.length);
  const size = sections.reduce((sum, { byteLength }) => sum + padded(byteLength), head);
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  const words = new Uint32Array(buffer);
  words.set([magicNumber(layout.magic), layout.version, layout.rules, sections.length, 0, size]);
  let at = head;
  sections.forEach((section, i) => {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    words.set([at, section.byteLength], HEADER + 2 * i);
    at += padded(section.byteLength);
  });
  words[CHECKSUM] = checksum(words);
  return buffer;
}

/** Writes the checksum anew, for tests that forge a buffer. */
export function reseal(buffer: ArrayBuffer): void {
  const words = new Uint32Array(buffer);
  words[CHECKSUM] = checksum(words);
}

/**
 * The sections of a packed buffer, as views without a copy. Only the header is read: what is in a section may be damaged until `areWhole` has
 * read it through, and whoever uses it before then neither throws nor hangs.
 * @returns a failure where the buffer is something else (`foreign`), of another version (`version`), or cut off (`torn`)
 */
export function readSections(layout: Layout, buffer: unknown): Result<Uint8Array[]> {
  if (!isBuffer(buffer) || buffer.byteLength < 4 * HEADER || buffer.byteLength % 4)
    return fail({ code: 'foreign', message: 'not a packed file of ours' });
  const words = new Uint32Array(buffer);
  if (words[0] !== magicNumber(layout.magic)) return fail({ code: 'foreign', message: 'not a packed file of ours' });
  if (words[1] !== layout.version || words[2] !== layout.rules || words[3] !== layout.sections)
    return fail({ code: 'version', message: 'made by another version of Sidelight' });
  if (words[5] !== buffer.byteLength) return fail({ code: 'torn', message: 'damaged: its length is wrong' });
  const sections: Uint8Array[] = [];
  for (let i = 0; i < layout.sections; i++) {
    const [at, length] = [words[HEADER + 2 * i] ?? 1, words[HEADER + 2 * i + 1] ?? 0];
    if (at % 4 || at < 4 * (HEADER + 2 * layout.sections) || at + length > buffer.byteLength)
      return fail({ code: 'torn', message: 'damaged: a section lies outside' });
    sections.push(new Uint8Array(buffer, at, length));
  }
  return ok(sections);
}

/**
 * Reads packed buffers through, one a step. It takes as long as everything else about opening them: whoever only asks does not wait for it.
 * @returns whether the checksum of each is right
 */
export function* areWhole(buffers: Iterable<ArrayBuffer>): Steps<boolean> {
  for (const buffer of buffers) {
    const words = new Uint32Array(buffer);
    if (words[CHECKSUM] !== checksum(words)) return false;
    yield;
  }
  return true;
}

/** What is wrong with buffers that `areWhole` denies. */
export const TORN = fail({ code: 'torn', message: 'damaged: a checksum is wrong' });

/** A section as 32-bit numbers; undefined where it cannot hold so many. */
export function numbersIn({ buffer, byteOffset, byteLength }: Uint8Array, count: number): Uint32Array | undefined {
  return byteLength === 4 * count ? new Uint32Array(buffer, byteOffset, count) : undefined;
}

const padded = (length: number) => (length + 3) & ~3;

/** Buffers out of IndexedDB may come from another realm. */
const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]';

const PRIME = 0x01000193;

/**
 * FNV-1a (Fowler, Noll, Vo) over words of 32 bits in four lanes, the checksum's own word left out: against torn writes, not against
 * attackers. A table-driven CRC-32 takes ten times as long.
 */
function checksum(words: Uint32Array): number {
  let [a, b, c, d] = [0x811c9dc5, 0x811c9dc6, 0x811c9dc7, 0x811c9dc8];
  let i = CHECKSUM + 1;
  for (let n = 0; n < CHECKSUM; n++) a = Math.imul(a ^ words[n]!, PRIME);
  for (; i + 3 < words.length; i += 4) {
    a = Math.imul(a ^ words[i]!, PRIME);
    b = Math.imul(b ^ words[i + 1]!, PRIME);
    c = Math.imul(c ^ words[i + 2]!, PRIME);
    d = Math.imul(d ^ words[i + 3]!, PRIME);
  }
  for (; i < words.length; i++) a = Math.imul(a ^ words[i]!, PRIME);
  let sum = a;
  for (const lane of [b, c, d]) sum = Math.imul(sum ^ (sum >>> 15) ^ lane, PRIME);
  return (sum ^ (sum >>> 13)) >>> 0;
}
