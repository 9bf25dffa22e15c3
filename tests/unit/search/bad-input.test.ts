import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLookup } from '../../tools/open-corpus';
import { anyText } from '../any-text';
import { leastTime } from '../processor-time';
import { fewerRuns } from '../runs';

fewerRuns();

const lookup = openLookup();

function sound(query: string): void {
  const { hits, nearest, abstained } = lookup.search(query, 10);
  expect(hits.length).toBeLessThanOrEqual(10);
  expect(abstained).toBe(hits.length === 0);
  for (const { score, why, terms } of [...hits, ...nearest]) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(JSON.parse(JSON.stringify({ why, terms }))).toEqual({ why, terms });
  }
}

const HOSTILE = [
  { query: '', because: 'nothing' },
  { query: ' \n\t ', because: 'blank' },
  { query: 'x', because: 'one letter' },
  { query: '語', because: 'one Chinese character' },
  { query: '-', because: 'one dash' },
  { query: '"', because: 'one quote' },
  { query: '\u0000\u0007\u001b', because: 'control characters' },
  { query: 'cross\u0000lingual', because: 'a NUL between words' },
  { query: '!?.,;:—()[]{}', because: 'punctuation' },
  { query: '🎉🎉🎉', because: 'emoji' },
  { query: '👩‍👩‍👧‍👦 transfer', because: 'joined emoji' },
  { query: '\ud83d', because: 'half a character' },
  { query: '\ude00 transfer \ud83d', because: 'halves of characters' },
  { query: '\u202Erefsnart\u202C', because: 'marks that turn the text round' },
  { query: '\u200F\u2067transfer\u2069', because: 'right-to-left marks' },
  { query: '__proto__', because: 'a property of every object' },
  { query: 'constructor prototype toString', because: 'more of them' },
  { query: 'title:__proto__ year:0000', because: 'in filters' },
  { query: '<script>alert(1)</script>', because: 'markup' },
  { query: '.*(a+)+$', because: 'a pattern' },
  { query: '-a -b -c -d', because: 'nothing but exclusions' },
  { query: 'year:-', because: 'half a filter' },
  { query: '"" title:"" ""', because: 'empty quotes' },
  { query: 'e\u0301'.repeat(500), because: 'combining marks' },
  { query: '\u0301'.repeat(1000), because: 'nothing but combining marks' },
];

describe('any query has an answer', () => {
  it.each(HOSTILE)('$because', ({ query }) => sound(query));

  it('even what nobody would type', () => {
    fc.assert(fc.property(anyText(60), sound));
  });

  it('made of filters, quotes and words', () => {
    const piece = fc.constantFrom(
      'title:',
      'year:',
      '"',
      '-',
      ' ',
      '2020',
      'transfer',
      'xGQA',
      'speech',
      '語',
      '\ud83d',
      '“',
      '\u202E',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => sound(pieces.join(''))));
  });
});

describe('a query that is too long', () => {
  it('is cut, and the answer says that it is not complete', () => {
    const { complete, query } = lookup.search('cross-lingual transfer '.repeat(500));
    expect(complete).toBe(false);
    expect(query.length).toBeLessThanOrEqual(1000);
    expect(lookup.search('cross-lingual transfer').complete).toBe(true);
  });

  const time = (query: string) => leastTime(3, () => lookup.search(query));
  // What a search of a thousand letters may cost, seen beside one that is ordinary.
  const ordinary = Math.max(1, time('zero-shot cross-lingual transfer of multilingual language models'));

  it.each([
    { query: 'x'.repeat(10_000), because: 'one word' },
    { query: 'a '.repeat(5000), because: 'letters' },
    { query: 'zqxj '.repeat(2000), because: 'words that nobody knows' },
    { query: 'multilingual '.repeat(800), because: 'a word that all have' },
    { query: '語'.repeat(10_000), because: 'Chinese' },
    { query: '"'.repeat(10_000), because: 'quotes' },
    { query: 'title:'.repeat(2000), because: 'filters' },
    { query: '-'.repeat(10_000), because: 'dashes' },
    { query: '\ud83d'.repeat(10_000), because: 'halves of characters' },
    { query: 'year:2020 '.repeat(1000), because: 'years' },
  ])('is quick all the same: $because', ({ query }) => {
    expect(time(query) / ordinary).toBeLessThan(100);
  });
});
