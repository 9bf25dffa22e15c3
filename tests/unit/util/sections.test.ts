import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../lib/util/in-steps';
import { areWhole, type Layout, numbersIn, packSections, readSections } from '../../../lib/util/sections';

const layout: Layout = { magic: 'TEST', version: 2, rules: 7, sections: 2 };
const packed = () => packSections(layout, [Uint32Array.of(1, 2, 3), Uint8Array.of(4, 5, 6, 7, 8)]);
const changed = (change: (words: Uint32Array) => void) => {
  const buffer = packed();
  change(new Uint32Array(buffer));
  return buffer;
};

describe('a packed file', () => {
  it('gives back its sections', () => {
    const read = readSections(layout, packed());
    expect(read).toMatchObject({ ok: true });
    if (!read.ok) return;
    expect(numbersIn(read.value[0]!, 3)).toEqual(Uint32Array.of(1, 2, 3));
    expect([...read.value[1]!]).toEqual([4, 5, 6, 7, 8]);
  });

  it.each([
    { what: 'nothing', buffer: undefined, code: 'foreign' },
    { what: 'a text', buffer: 'TEST', code: 'foreign' },
    { what: 'an empty buffer', buffer: new ArrayBuffer(0), code: 'foreign' },
    { what: 'zeros', buffer: new ArrayBuffer(64), code: 'foreign' },
    { what: 'a length that is no multiple of four', buffer: packed().slice(0, 57), code: 'foreign' },
    { what: 'another kind', buffer: packSections({ ...layout, magic: 'ELSE' }, []), code: 'foreign' },
    { what: 'an older layout', buffer: packSections({ ...layout, version: 1 }, []), code: 'version' },
    { what: 'other rules', buffer: packSections({ ...layout, rules: 8 }, []), code: 'version' },
    { what: 'a missing section', buffer: packSections(layout, [Uint8Array.of(1)]), code: 'version' },
    { what: 'a missing end', buffer: packed().slice(0, 56), code: 'torn' },
    { what: 'a place outside', buffer: changed((words) => (words[6]! += 400)), code: 'torn' },
  ])('is refused where it is $what ($code)', ({ buffer, code }) => {
    expect(readSections(layout, buffer)).toMatchObject({ ok: false, error: { code } });
  });

  it('is whole as it was made', () => {
    expect(atOnce(areWhole([packed(), packed()]))).toBe(true);
    expect(atOnce(areWhole([]))).toBe(true);
  });

  it.each([
    { what: 'a changed section', buffer: changed((words) => words[11]!++) },
    { what: 'a changed place', buffer: changed((words) => words[6]!++) },
    { what: 'an end of zeros', buffer: changed((words) => words.fill(0, 12)) },
  ])('is not whole with $what, wherever it stands', ({ buffer }) => {
    expect(atOnce(areWhole([buffer, packed()]))).toBe(false);
    expect(atOnce(areWhole([packed(), buffer]))).toBe(false);
  });

  it('is not whole, or refused, with any one bit changed', () => {
    const size = packed().byteLength;
    fc.assert(
      fc.property(fc.nat(size * 8 - 1), (bit) => {
        const bytes = new Uint8Array(packed());
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        expect(readSections(layout, bytes.buffer).ok && atOnce(areWhole([bytes.buffer]))).toBe(false);
      }),
    );
  });
});
