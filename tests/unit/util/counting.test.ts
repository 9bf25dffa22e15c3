import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { counting } from '../../../lib/util/counting';

/** `count` with the strings of public/_locales, filled as a browser fills them. */
function countIn(locale: string) {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'));
  return counting(
    (key, values) => (messages[key]?.message ?? '').replace(/\$(\d)/g, (_: string, n: string) => values[Number(n) - 1]),
    locale.replace('_', '-'),
  );
}

describe('a string that counts', () => {
  it.each([
    ['en', 1, '1 paper on this page'],
    ['en', 0, '0 papers on this page'],
    ['fr', 0, '0 article sur cette page'],
    ['fr', 1_000_000, '1\u202f000\u202f000 d’articles sur cette page'],
    ['de', 12_345, '12.345 Papers auf dieser Seite'],
    ['pl', 1, '1 artykuł na tej stronie'],
    ['pl', 22, '22 artykuły na tej stronie'],
    ['pl', 12, '12 artykułów na tej stronie'],
    ['ru', 21, '21 статья на этой странице'],
    ['ru', 3, '3 статьи на этой странице'],
    ['ru', 11, '11 статей на этой странице'],
    ['ar', 0, 'لا أوراق في هذه الصفحة'],
    ['ar', 1, 'ورقة واحدة في هذه الصفحة'],
    ['ar', 2, 'ورقتان في هذه الصفحة'],
    ['ar', 3, '3 أوراق في هذه الصفحة'],
    ['ar', 11, '11 ورقة في هذه الصفحة'],
    ['ar', 100, '100 ورقة في هذه الصفحة'],
    ['tr', 5, 'Bu sayfada 5 makale'],
    ['ja', 1, 'このページの論文 1 件'],
  ])('%s, %i', (locale, n, text) => {
    expect(countIn(locale)('papersOnPage', n)).toBe(text);
  });

  it('fills its further holes', () => {
    expect(countIn('en')('entriesKnown', 1, 1200)).toBe('1 of 1,200 entries is in your papers.');
  });

  it('has at least the other form', () => {
    const only = counting((key, [n]) => (key === 'papers_other' ? `${n} papers` : ''), 'pl');
    expect(only('papers', 2)).toBe('2 papers');
  });
});
