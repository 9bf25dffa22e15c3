// Properties of what pages and readers can send us; found.ts keeps the texts on which one once failed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Filter, filterOf } from '../../../lib/match/filter';
import { type FrameStates, frameOfMark, joinFrames } from '../../../lib/messages/frames';
import { checkMessage } from '../../../lib/messages/guards';
import type { Found, PageState } from '../../../lib/messages/protocol';
import { parseQuery, QUERY_MAX } from '../../../lib/search/parse-query';
import { foldKey } from '../../../lib/text/fold';
import { hashOf, hashSlice, squeeze } from '../../../lib/text/squeeze';
import { locateWords } from '../../../lib/text/words';
import { anyText } from '../any-text';
import { leastTime } from '../processor-time';
import { papers, shelf } from '../shipped';
import { FOUND } from './found';

const found = FOUND.map((text): [string] => [text]);
const filter = new Filter(filterOf(shelf.matcher, 'fuzz'));

/** Pieces of titles and their surroundings, joined anyhow: what comes close to a match. */
const almost = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...papers.flatMap(({ title }) => title.match(/.{1,24}/g)!)) },
      fc.constantFrom(' ', '-', '\n\n', '“', '”', '\u00AD', ': ', '…', '[1] ', 'arXiv:2109.06082', '10.18653/v1/'),
      anyText(6),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''));
const text = fc.oneof(anyText(60), almost);

describe('any text', () => {
  it('squeezes to letters whose offsets rise and lie within it', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { length, at: offsets } = squeeze(one);
        let last = 0;
        for (let i = 0; i < length; i++) {
          const at = offsets[i]!;
          if (at < last || at >= one.length) throw new Error(`letter ${i} at ${at} of ${one.length}`);
          last = at;
        }
      }),
      { examples: found },
    );
  });

  it('has the same hash by its prefixes as by its letters', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { length, codes, prefix } = squeeze(one);
        return hashSlice(prefix, 0, length) === hashOf(String.fromCharCode(...codes.subarray(0, length)));
      }),
      { examples: found },
    );
  });

  it('folds to a key that folding leaves alone', () => {
    fc.assert(
      fc.property(text, (one) => foldKey(foldKey(one)) === foldKey(one)),
      { examples: found },
    );
  });

  it('has its words where they are said to be', () => {
    fc.assert(
      fc.property(text, (one) => {
        let last = 0;
        for (const { start, end } of locateWords(one)) {
          if (start < last || end <= start || end > one.length) throw new Error(`word at ${start}–${end}`);
          last = end;
        }
      }),
      { examples: found },
    );
  });

  it('is matched within its bounds, in order, without overlaps, and the filter has let it through', () => {
    fc.assert(
      fc.property(text, (one) => {
        const matches = shelf.match({ text: one });
        let last = 0;
        for (const { start, end } of matches) {
          if (start < last || end <= start || end > one.length) throw new Error(`match at ${start}–${end}`);
          last = end;
        }
        if (matches.some(({ kind }) => kind !== 'term') && !filter.mayMatch(one)) throw new Error('overlooked');
      }),
      { examples: found },
    );
  });

  it('is matched within its bounds whatever links and definitions are sent with it', () => {
    const place = fc.oneof(fc.nat(80), fc.constantFrom(0, 10_000_000));
    const address = fc.oneof(
      fc.constantFrom(...papers.map(({ arxiv }) => `https://arxiv.org/abs/${arxiv}`), 'https://', '//', 'data:,'),
      fc.webUrl(),
      anyText(20),
    );
    const block = fc.record(
      {
        text,
        links: fc.array(fc.tuple(place, place, address), { maxLength: 5 }),
        defined: fc.array(fc.record({ short: anyText(6), long: text }), { maxLength: 3 }),
        before: text,
        after: text,
      },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(block, (one) => {
        let last = 0;
        for (const { start, end } of shelf.match(one)) {
          if (start < last || end <= start || end > one.text.length) throw new Error(`match at ${start}–${end}`);
          last = end;
        }
      }),
      { examples: [[{ text: '', links: [[0, 1, `https://arxiv.org/abs/${papers[0]!.arxiv}`]] }]] },
    );
  });

  it('is a query that can be read, and says no more than it was given', () => {
    const query = fc
      .array(fc.oneof(fc.constantFrom('title:', 'year:', '"', '-', ' ', '2019', '..', '∞'), anyText(8)), {
        maxLength: 20,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(query, (one) => {
        const parsed = parseQuery(one);
        expect(JSON.stringify(parsed).length).toBeLessThan(20 * Math.min(one.length, QUERY_MAX) + 500);
        expect(parseQuery(one)).toEqual(parsed);
      }),
      { examples: found },
    );
  });
});

describe('time', () => {
  const UNITS = [
    { unit: 'xGQA: Cross-Lingual Visual Question Answer', because: 'beginnings of a title' },
    { unit: 'CARE MIND DIAL CURE ', because: 'names that are words' },
    { unit: 'cross-lingual transfer of multilingual models ', because: 'terms' },
    { unit: 'a'.repeat(40), because: 'one letter' },
    { unit: '[1] et al. (2020). In Proc. ', because: 'references without titles' },
    { unit: '10.18653/v1/2020.', because: 'halves of identifiers' },
    { unit: '((((((““““““', because: 'brackets and quotes' },
  ];
  // Ten times the text takes ten times as long; what squares would take a hundred times.
  it.each(UNITS)('of matching grows with the length and no faster: $because', ({ unit }) => {
    const short = unit.repeat(Math.ceil(6000 / unit.length));
    const long = short.repeat(10);
    // Both sizes are warm before either is timed.
    for (let i = 0; i < 10; i++) for (const text of [short, long]) shelf.match({ text });
    const best = (text: string) => leastTime(8, () => shelf.match({ text }));
    expect(best(long) / Math.max(best(short), 0.05)).toBeLessThan(35);
  });
});

describe('the frames of a tab', () => {
  const one = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom<Found['kind']>('title', 'name', 'term', 'id'),
    title: anyText(5),
    text: anyText(5),
    count: fc.nat(9),
    marks: fc.array(fc.nat(99_999), { maxLength: 4 }),
  });
  const state: fc.Arbitrary<PageState> = fc.record({
    document: fc.constantFrom('a', 'b', 'c'),
    url: fc.webUrl(),
    title: anyText(5),
    found: fc
      .array(one, { maxLength: 5 })
      .map((all) => [...new Map(all.map((f) => [`${f.kind} ${f.id}`, f])).values()]),
    progress: fc.constantFrom('scanning', 'done', 'partial'),
    ms: fc.nat(100),
  });
  const frames: fc.Arbitrary<FrameStates> = fc
    .uniqueArray(fc.tuple(fc.nat(50), state), { maxLength: 5, selector: ([frame]) => frame })
    .map((entries) => Object.fromEntries(entries));

  it('join to one page: nothing lost, and every mark leads back to its frame', () => {
    fc.assert(
      fc.property(frames, (all) => {
        const page = joinFrames(all);
        const present = Object.entries(all);
        if (!page) return present.length === 0;
        const marks = page.found.flatMap((f) => f.marks).map((mark) => frameOfMark(all, mark));
        const total = (states: [string, PageState][]) => states.flatMap(([, { found }]) => found);
        expect(page.found.reduce((sum, { count }) => sum + count, 0)).toBe(
          total(present).reduce((sum, { count }) => sum + count, 0),
        );
        expect(marks.length).toBe(total(present).flatMap((f) => f.marks).length);
        for (const { frameId, index } of marks)
          expect(all[frameId]!.found.some((f) => f.marks.includes(index))).toBe(true);
        return true;
      }),
    );
  });
});

describe('any message', () => {
  const type = fc.oneof(
    fc.constantFrom('page.match', 'page.report', 'lookup.search', 'paper.get', 'panel.open', 'card.save', 'filter.get'),
    fc.constantFrom('__proto__', 'constructor', 'toString', ''),
    anyText(8),
  );
  const message = fc.oneof(
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true }),
    fc.record({ type, input: fc.anything({ withNullPrototype: true, withSparseArray: true }) }),
    fc.record({
      type,
      input: fc.record({ query: fc.anything(), id: fc.anything(), blocks: fc.anything() }, { requiredKeys: [] }),
    }),
  );

  it('is taken or refused, never thrown at; what is taken has a known type and an object as input', () => {
    fc.assert(
      fc.property(message, (one) => {
        const checked = checkMessage(one);
        if (checked) {
          expect(checked.type).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
          expect(typeof checked.input).toBe('object');
        }
      }),
    );
  });

  it('is not changed by being checked', () => {
    fc.assert(
      fc.property(
        fc.record({ type: fc.constant('lookup.search'), input: fc.record({ query: anyText(30) }) }),
        (one) => {
          const before = JSON.stringify(one);
          expect(checkMessage(one)).toEqual(one);
          expect(JSON.stringify(one)).toBe(before);
        },
      ),
    );
  });
});
