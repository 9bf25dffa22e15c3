import { describe, expect, it } from 'vitest';
import { directionOf, isolated } from '../../../lib/util/direction';

describe('the direction of a language', () => {
  it.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['en', 'ltr'],
    ['zh-TW', 'ltr'],
    ['hi', 'ltr'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
  ])('%s: %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('a text inside another', () => {
  it.each([
    { text: 'xGQA (v2)', around: 'ltr', kept: false },
    { text: 'xGQA (v2)', around: 'rtl', kept: true },
    { text: 'تبديل (2)', around: 'ltr', kept: true },
    { text: 'コード切り替え', around: 'ltr', kept: false },
    { text: '12', around: 'rtl', kept: false },
    { text: '2109.06082', around: 'rtl', kept: false },
  ] as const)('“$text” in $around', ({ text, around, kept }) => {
    expect(isolated(text, around)).toBe(kept ? `\u2068${text}\u2069` : text);
  });
});
