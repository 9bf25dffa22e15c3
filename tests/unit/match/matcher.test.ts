import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/match/matcher';
import { anyText } from '../any-text';
import { leastTime } from '../processor-time';
import { names, papers, see, shelf } from '../shipped';
import { titles } from './variants';

/** Whatever a page holds: spans lie in the text, in order, and none over another. */
function holds(block: Block): void {
  let last = 0;
  for (const { start, end, target, kind } of shelf.match(block)) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(block.text.length);
    if (kind !== 'term') expect(papers[target]).toBeDefined();
    last = end;
  }
}

const anything = anyText(300);
const ours = fc.constantFrom(
  ...titles.map(({ title }) => title),
  ...titles.flatMap(({ title }) => title.split(': ')),
  ...Object.values(names.papers).flatMap(({ names: own = [], ambiguous = [], cues = [] }) => [
    ...own,
    ...ambiguous,
    ...cues,
  ]),
  ...names.lookalikes,
  ...papers.flatMap(({ arxiv, doi }) => [`arXiv:${arxiv}`, `https://doi.org/${doi}`]),
);
const between = fc.constantFrom(
  ' ',
  '',
  '\n',
  '\n\n',
  '-',
  ': ',
  '“',
  '”',
  '…',
  '...',
  '\u00AD',
  '{',
  '}',
  '\\emph{',
  '&#45;',
  '\ud83d',
  '\ude00',
  'ﬁ',
  '🅎',
  '(',
  '). ',
  '2024',
);
const mixture = fc.array(fc.oneof(ours, between, anyText(8)), { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('matches', () => {
  it('lie in any text, in order, without overlap', () => {
    fc.assert(fc.property(anything, (text) => holds({ text })));
  });

  it('lie in texts made of our own words, in order, without overlap', () => {
    fc.assert(fc.property(mixture, mixture, mixture, (text, before, after) => holds({ text, before, after })));
  });

  it('lie in their links where an address names a paper', () => {
    const place = fc.tuple(
      fc.nat(200),
      fc.nat(200),
      fc.constantFrom(...papers.map(({ arxiv }) => `https://arxiv.org/abs/${arxiv}`), 'https://example.org/', ''),
    );
    fc.assert(
      fc.property(mixture, fc.array(place, { maxLength: 8 }), (text, places) => {
        const links = places.map(([a, b, address]): [number, number, string] => [
          Math.min(a, text.length),
          Math.min(a + b, text.length),
          address,
        ]);
        holds({ text, links });
      }),
    );
  });

  it('are the same the second time', () => {
    fc.assert(
      fc.property(mixture, anything, (text, other) => {
        const first = shelf.match({ text });
        shelf.match({ text: other });
        expect(shelf.match({ text })).toEqual(first);
      }),
    );
  });

  it('are found in a long text as in a short one', () => {
    const filling = 'Nothing happened on that day, nor on the next. '.repeat(1000);
    for (const { id, title } of titles.filter((_, i) => i % 10 === 0)) {
      expect(see(`${filling}“${title}” ${filling}`)).toEqual([{ kind: 'title', paper: id, text: title }]);
    }
  });
});

describe('where mentions overlap', () => {
  const XGQA = titles[1]!.title;
  it.each([
    { text: `“${XGQA}”`, wants: [XGQA], because: 'a title, not the name in it' },
    { text: `“${XGQA}” and xGQA`, wants: [XGQA, 'xGQA'], because: 'the name again after the title' },
    { text: 'Multilingual JobBERT', wants: ['Multilingual JobBERT'], because: 'the longer name' },
    { text: 'We used XOR-TyDi QA.', wants: ['XOR-TyDi QA'], because: 'the longer of two names with one beginning' },
    { text: 'We used Llama-GENBA-10B.', wants: ['Llama-GENBA-10B'], because: 'the longest of three' },
    { text: 'We used PolyFiQA-Easy and PolyFiQA.', wants: ['PolyFiQA-Easy', 'PolyFiQA'], because: 'each at its place' },
    { text: 'We used Lastde++ and Lastde.', wants: ['Lastde++', 'Lastde'], because: 'a mark belongs to the name' },
    {
      text: `${XGQA}\n${titles[2]!.title}`,
      wants: [XGQA, titles[2]!.title],
      because: 'two titles one after the other',
    },
    { text: 'xGQA, SIB-200; XQuAD/PAXQA', wants: ['xGQA', 'SIB-200', 'XQuAD', 'PAXQA'], because: 'names in a row' },
  ])('$text has $because', ({ text, wants }) => {
    expect(see(text).map((found) => found.text)).toEqual(wants);
  });
});

describe('time', () => {
  const best = (text: string) => leastTime(9, () => shelf.match({ text }));
  it.each([
    { unit: 'The quick brown fox jumps over the lazy dog. ', because: 'prose' },
    { unit: `${titles[9]!.title}. `, because: 'a title again and again' },
    { unit: 'cross-lingual transfer for low-resource ', because: 'words of many titles' },
    { unit: 'xGQA CARE XTREME benchmark ', because: 'names' },
    { unit: 'arXiv:2109.06082 ', because: 'identifiers' },
    { unit: 'x', because: 'one long word' },
  ])('grows with the length and no faster: $because', ({ unit }) => {
    // Long enough that what else the machine does is little beside it.
    const text = unit.repeat(Math.ceil(5000 / unit.length));
    const [short, long] = [best(text), best(text.repeat(10))];
    expect(long / short).toBeLessThan(30);
  });
});
