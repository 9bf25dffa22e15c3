import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut } from '../../../lib/util/cut';
import { anyText } from '../any-text';

it('cuts no character in half', () => {
  expect(cut('ab🎉', 3)).toBe('ab');
  expect(cut('ab🎉', 4)).toBe('ab🎉');
});

it('gives the longest beginning that fits', () => {
  fc.assert(
    fc.property(anyText(20), fc.integer({ min: 0, max: 25 }), (text, max) => {
      const short = cut(text, max);
      expect(text.startsWith(short)).toBe(true);
      expect(short.length).toBeLessThanOrEqual(max);
      expect(short.length).toBeGreaterThanOrEqual(Math.min(text.length, max - 1));
    }),
  );
});
