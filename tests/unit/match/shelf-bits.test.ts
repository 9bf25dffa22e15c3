import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Filter, shelvesOf } from '../../../lib/match/filter';
import { harvestNames } from '../../../lib/match/harvest';
import { FIRST_SIZE } from '../../../lib/match/heads';
import { PackedMatcher } from '../../../lib/match/packed-matcher';
import { MOST, mayBegin, packBits, ShelfBits } from '../../../lib/match/shelf-bits';
import { StoredTitles } from '../../../lib/match/stored-titles';
import { buildTitleTable, TitleTable } from '../../../lib/match/title-table';
import { atOnce } from '../../../lib/util/in-steps';
import { anyText } from '../any-text';
import { papers } from '../shipped';

const table = TitleTable.open(atOnce(buildTitleTable(papers, harvestNames)));
if (!table.ok) throw new Error(table.error.message);
const titles = new StoredTitles([{ table: table.value }]);
const matcher = new PackedMatcher(titles);
const empty = { version: 'x', first: [], heads: [], casedHeads: [], cased: [] };
const filter = new Filter({ ...empty, shelves: shelvesOf([titles])! });

describe('the filter for the reader’s own shelves', () => {
  it('lets through whatever the matcher finds', () => {
    const piece = fc.oneof(
      fc.constantFrom(...papers.map(({ title }) => title)),
      fc.constantFrom(...papers.map(({ title }) => title.toLowerCase())),
      fc.constantFrom(...papers.map(({ abstract }) => abstract.slice(0, 120))),
      fc.constantFrom('“', '”', '\n', ' ', '. ', 'arXiv:2109.06082', 'xGQA', 'SIB-200', 'and the '),
      anyText(8),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const text = pieces.join('');
        if (matcher.match({ text }).length) expect(filter.mayMatch(text)).toBe(true);
      }),
    );
  });

  it.each([
    { text: 'the ferry was late again, which surprised the children', wants: false },
    { text: 'Preheat the oven to 180 degrees. Whisk the eggs.', wants: false },
    { text: `We follow ${papers[44]!.title}.`, wants: true },
    { text: 'We use xGQA.', wants: true },
    { text: 'See arXiv:2109.06082', wants: true },
  ])('says $wants of “$text”', ({ text, wants }) => {
    expect(filter.mayMatch(text)).toBe(wants);
  });

  it('knows addresses of papers', () => {
    expect(filter.mayLead('https://arxiv.org/abs/2109.06082')).toBe(true);
    expect(filter.mayLead('https://arxiv.org/abs/1706.03762')).toBe(false);
  });

  it('is there only where there are shelves', () => {
    expect(shelvesOf([])).toBeUndefined();
    expect(new Filter(empty).mayMatch(papers[44]!.title)).toBe(false);
  });

  it('is of a bounded size, and says no wrongly of nothing that was entered', () => {
    const keys = Int32Array.from({ length: 150_000 }, (_, i) => Math.imul(i, 0x9e3779b1));
    const packed = packBits([new Uint16Array(FIRST_SIZE)], keys);
    expect(packed.length).toBeLessThanOrEqual(MOST);
    const bits = new ShelfBits(packed);
    expect(keys.every((key) => bits.has(key))).toBe(true);
    let wrong = 0;
    for (let i = 0; i < 100_000; i++) if (bits.has(Math.imul(i, 0x85ebca6b) ^ 0x5bd1e995)) wrong++;
    expect(wrong / 100_000).toBeLessThan(0.01);
  });

  it('made of any bytes is still a filter', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), anyText(40), (bytes, text) => {
        const bits = new ShelfBits(bytes);
        expect(bits.has(7)).toBe(bits.has(7));
        const shelves = btoa(String.fromCharCode(...bytes));
        expect(typeof new Filter({ ...empty, shelves }).mayMatch(text)).toBe('boolean');
      }),
    );
  });
});

describe('where a title may begin', () => {
  it.each([
    { text: 'We use Attention here', at: 7, wants: true, because: 'a capital' },
    { text: 'we use attention here', at: 7, wants: false, because: 'a small letter in a sentence' },
    { text: 'we use xGQA here', at: 7, wants: true, because: 'a capital soon' },
    { text: 'we use mT5 here', at: 7, wants: true, because: 'a capital soon' },
    { text: 'attention', at: 0, wants: true, because: 'the beginning' },
    { text: 'x\nattention', at: 2, wants: true, because: 'a line’s beginning' },
    { text: 'see “attention”', at: 5, wants: true, because: 'a quotation mark' },
    { text: 'in 2020: attention', at: 9, wants: true, because: 'a colon' },
    { text: 'we use 注意 here', at: 7, wants: true, because: 'no capitals in that script' },
  ])('$text at $at: $wants ($because)', ({ text, at, wants }) => {
    expect(mayBegin(text, at)).toBe(wants);
  });
});
