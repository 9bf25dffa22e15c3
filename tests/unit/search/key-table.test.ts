import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable, NUMBER_MAX, packSections, packTable, readSections } from '../../../lib/search/key-table';

const open = (bytes: Uint8Array) => readSections(bytes.slice().buffer);

describe('a packed table', () => {
  it('gives back each key’s number', () => {
    const entry = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: NUMBER_MAX }));
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([key]) => key, maxLength: 300 }), (entries) => {
        // With all bits kept no two keys meet.
        const table = new KeyTable(packTable(entries, 32));
        for (const [key, number] of entries) expect(table.get(key)).toBe(number);
      }),
    );
  });

  it('meets a stranger’s key about as seldom as it was asked to', () => {
    const random = (seed: number) => Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) >>> 0;
    const entries = Array.from({ length: 3000 }, (_, i): [number, number] => [random(i + 1), 1]);
    const table = new KeyTable(packTable(entries, 8));
    const met = Array.from({ length: 20_000 }, (_, i) => table.get(random(i + 10_000_000))).filter((n) => n >= 0);
    expect(met.length).toBeLessThan((2 * 20_000) / 2 ** 8);
  });

  it('keeps the first of two entries with one key', () => {
    expect(
      new KeyTable(
        packTable(
          [
            [7, 1],
            [7, 2],
          ],
          20,
        ),
      ).get(7),
    ).toBe(1);
  });

  it('may be empty', () => {
    expect(new KeyTable(packTable([], 13)).get(5)).toBe(-1);
  });
});

describe('packed sections', () => {
  const packed = packSections(
    new Map([
      ['de', packTable([[5, 9]], 32)],
      ['guess', new Uint8Array([1, 2, 3])],
    ]),
  );

  it('come out by name', () => {
    const sections = open(packed);
    expect([...sections.keys()]).toEqual(['de', 'guess']);
    expect(new KeyTable(sections.get('de')!).get(5)).toBe(9);
    expect([...sections.get('guess')!]).toEqual([1, 2, 3]);
  });

  it.each([
    { bytes: new Uint8Array(0), because: 'nothing' },
    { bytes: new Uint8Array(40), because: 'other bytes' },
    { bytes: packed.slice(0, -2), because: 'cut short' },
  ])('throws on $because', ({ bytes }) => {
    expect(() => open(bytes)).toThrow(/key table/);
  });
});
