import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateWords, wordsOf } from '../../../lib/text/words';
import { anyText } from '../any-text';

describe('wordsOf', () => {
  it.each([
    { text: 'Cross-lingual QA', wants: ['cross', 'lingual', 'qa'], because: 'hyphens part words' },
    { text: 'Sõnajaht 2.0', wants: ['sonajaht', '2', '0'], because: 'folded; points part numbers' },
    { text: 'pre\u00ADtraining', wants: ['pretraining'], because: 'soft hyphens do not' },
    { text: 'e\u0301tat', wants: ['etat'], because: 'combining marks belong to their letter' },
    { text: '跨语言 transfer', wants: ['跨语言', 'transfer'], because: 'a run without spaces is one word' },
    { text: 'हिन्दी भाषा', wants: ['हिन्दी', 'भाषा'], because: 'vowel signs part nothing' },
    { text: '!?… —', wants: [], because: 'no letters' },
    { text: '', wants: [], because: 'empty' },
  ])('of $text are $wants: $because', ({ text, wants }) => {
    expect(wordsOf(text)).toEqual(wants);
  });
});

describe('locateWords', () => {
  it('gives the place of each word in the text', () => {
    const text = 'An e\u0301tat, 𝐗𝐋𝐒!';
    expect(locateWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['An', 'e\u0301tat', '𝐗𝐋𝐒']);
  });

  it('keeps to the text, in order, whatever it holds', () => {
    fc.assert(
      fc.property(anyText(100), (text) => {
        let last = 0;
        for (const { text: word, start, end } of locateWords(text)) {
          expect(word).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
