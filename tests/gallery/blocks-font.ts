// A font in which every character is the same block, so that pictures of the gallery are the same on every machine: no hinting, no smoothing,
// no other font's widths. Written here byte by byte; the tables are those of the OpenType specification.

const UNITS = 1000;
/** A block's left, right, bottom and top, in units of the em. */
const BLOCK = { left: 40, right: 480, bottom: 0, top: 700 };
const ADVANCE = 520;
const ASCENT = 900;
const DESCENT = -250;

type Field = readonly [bytes: 1 | 2 | 4, value: number];

function bytes(...fields: Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 1) view.setUint8(at, value & 0xff);
    else if (size === 2) view.setUint16(at, value & 0xffff);
    else view.setUint32(at, value >>> 0);
    at += size;
  }
  return new Uint8Array(view.buffer);
}
const u8 = (value: number): Field => [1, value];
const u16 = (value: number): Field => [2, value];
const u32 = (value: number): Field => [4, value];

/** One rectangle. Points are on the curve (flag 1) and given by their differences. */
function block(): Uint8Array {
  const { left, right, bottom, top } = BLOCK;
  const xs = [left, 0, right - left, 0];
  const ys = [bottom, top - bottom, 0, bottom - top];
  return bytes(
    ...[1, left, bottom, right, top].map(u16),
    u16(3), // the last point
    u16(0), // no instructions
    ...[1, 1, 1, 1].map(u8),
    ...xs.map(u16),
    ...ys.map(u16),
    ...[0, 0].map(u8), // to a multiple of four
  );
}

const SPACES: readonly [number, number][] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x2066, 0x2069],
];

/** Ranges of characters with their glyph: 1 is the block, 2 is empty. Format 13 gives all characters of a range one glyph. */
function cmap(): Uint8Array {
  const groups: [number, number, number][] = [];
  let from = 0x21;
  for (const [start, end] of SPACES) {
    if (start > from) groups.push([from, start - 1, 1]);
    groups.push([start, end, 2]);
    from = Math.max(from, end + 1);
  }
  groups.push([from, 0x10ffff, 1]);
  return bytes(
    u16(0),
    u16(1),
    u16(3), // Windows
    u16(10), // all of Unicode
    u32(12),
    u16(13),
    u16(0),
    u32(16 + groups.length * 12),
    u32(0),
    u32(groups.length),
    ...groups.flatMap((group) => group.map(u32)),
  );
}

function name(): Uint8Array {
  const text = 'Blocks';
  const ids = [1, 2, 4, 6];
  const storage = 6 + ids.length * 12;
  return bytes(
    u16(0),
    u16(ids.length),
    u16(storage),
    ...ids.flatMap((id) => [3, 1, 0x409, id, text.length * 2, 0].map(u16)),
    ...[...text].map((letter) => u16(letter.charCodeAt(0))),
  );
}

export function blocksFont(): ArrayBuffer {
  const glyph = block();
  const tables: Record<string, Uint8Array> = {
    'OS/2': bytes(
      ...[4, ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0].map(u16),
      ...Array<Field>(10).fill(u8(0)), // PANOSE
      ...[0, 0, 0, 0].map(u32),
      u32(0x53494445), // the maker: "SIDE"
      ...[0x40, 0x20, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT].map(u16),
      ...[1, 0].map(u32),
      ...[500, 700, 0, 0x20, 1].map(u16),
    ),
    cmap: cmap(),
    glyf: glyph,
    head: bytes(
      u32(0x00010000),
      u32(0x00010000),
      u32(0), // checksum of the whole: browsers do not look
      u32(0x5f0f3cf5),
      u16(3),
      u16(UNITS),
      ...[0, 0, 0, 0].map(u32), // made and changed
      ...[BLOCK.left, BLOCK.bottom, BLOCK.right, BLOCK.top, 0, 8, 2, 1, 0].map(u16),
    ),
    hhea: bytes(
      u32(0x00010000),
      ...[ASCENT, DESCENT, 0, ADVANCE, BLOCK.left, 0, BLOCK.right, 1, 0, 0, 0, 0, 0, 0, 0, 3].map(u16),
    ),
    hmtx: bytes(...[ADVANCE, BLOCK.left, ADVANCE, BLOCK.left, ADVANCE, 0].map(u16)),
    // The first glyph and the third are empty.
    loca: bytes(...[0, 0, glyph.length, glyph.length].map(u32)),
    maxp: bytes(u32(0x00010000), ...[3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].map(u16)),
    name: name(),
    post: bytes(u32(0x00030000), u32(0), ...[-100, 50].map(u16), ...[1, 0, 0, 0, 0].map(u32)),
  };
  return assemble(tables);
}

function assemble(tables: Record<string, Uint8Array>): ArrayBuffer {
  const names = Object.keys(tables).sort();
  const padded = (length: number) => (length + 3) & ~3;
  let offset = 12 + names.length * 16;
  const size = names.reduce((sum, tag) => sum + padded(tables[tag]!.length), offset);
  const out = new Uint8Array(size);
  const power = 2 ** Math.floor(Math.log2(names.length));
  out.set(
    bytes(u32(0x00010000), ...[names.length, power * 16, Math.log2(power), names.length * 16 - power * 16].map(u16)),
  );
  names.forEach((tag, i) => {
    const table = tables[tag]!;
    const letters = [...tag].map((letter) => u8(letter.charCodeAt(0)));
    out.set(bytes(...letters, u32(checksum(table)), u32(offset), u32(table.length)), 12 + i * 16);
    out.set(table, offset);
    offset += padded(table.length);
  });
  return out.buffer as ArrayBuffer;
}

function checksum(table: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < table.length; i += 4) {
    const word = (table[i]! << 24) | ((table[i + 1] ?? 0) << 16) | ((table[i + 2] ?? 0) << 8) | (table[i + 3] ?? 0);
    sum = (sum + word) >>> 0;
  }
  return sum;
}
