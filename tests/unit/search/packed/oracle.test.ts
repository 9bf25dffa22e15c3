import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../../lib/papers/paper';
import { SEARCH_OPTIONS } from '../../../../lib/search/options';
import { buildSegment } from '../../../../lib/search/packed/build';
import { withDeleted } from '../../../../lib/search/packed/deleted';
import { mergeSegments } from '../../../../lib/search/packed/merge';
import { PackedIndex } from '../../../../lib/search/packed/packed-index';
import { PAPERS_MOST, Segment } from '../../../../lib/search/packed/segment';
import { wordsOf } from '../../../../lib/text/words';
import { atOnce, inSteps } from '../../../../lib/util/in-steps';
import { reseal } from '../../../../lib/util/sections';
import { fewerRuns } from '../../runs';
import { expectSame } from '../../same';
import { indexOf, opened, segmentOf, somePapers, WORDS } from './made-papers';

fewerRuns();

function miniOf(papers: readonly Paper[]): MiniSearch<Paper> {
  const mini = new MiniSearch<Paper>(SEARCH_OPTIONS);
  mini.addAll(papers);
  return mini;
}
const number = (id: unknown) => Number(String(id).slice(1));
const ascending = (a: number, b: number) => a - b;
const word = fc.constantFrom(...WORDS);

/** Cuts a list in three anywhere. */
const cuts = fc.tuple(fc.nat(10), fc.nat(10)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('MiniSearch as the oracle', () => {
  it('finds the same papers by words', () => {
    fc.assert(
      fc.property(somePapers(8), fc.array(word, { minLength: 1, maxLength: 3 }), (papers, words) => {
        const mini = miniOf(papers);
        const known = words.filter((one) => mini.search(one).length);
        const ours = indexOf(papers).search(wordsOf(known.join(' ')), 100, false);
        const theirs = mini.search(known.join(' '));
        expect(ours.map((hit) => hit.index).sort(ascending)).toEqual(
          theirs.map((hit) => number(hit.id)).sort(ascending),
        );
      }),
    );
  });

  it('finds the same papers by the beginning of a word', () => {
    fc.assert(
      fc.property(somePapers(8), word, fc.integer({ min: 2, max: 6 }), (papers, one, letters) => {
        const begun = wordsOf(one)[0]!.slice(0, letters);
        fc.pre(begun.length >= 2);
        const ours = indexOf(papers).lookUpPrefix(begun);
        const theirs = miniOf(papers).search(begun, { prefix: true, processTerm: (text) => text });
        expect(ours.postings.size).toBe(theirs.length);
        for (const { id } of theirs) expect(ours.postings.has(number(id))).toBe(true);
        expect(ours.terms.sort()).toEqual([...new Set(theirs.flatMap(({ terms }) => terms))].sort());
      }),
    );
  });

  it('agrees on which paper is first where one has a word in its title and the others nowhere near as much', () => {
    fc.assert(
      fc.property(somePapers(8), (papers) => {
        const all = [...papers, { id: `p${papers.length}`, title: 'kernel kernel', abstract: 'kernel', authors: [] }];
        const others = all.map((paper, i) => (i % 3 ? paper : { ...paper, abstract: `${paper.abstract} kernel` }));
        expect(indexOf(others).search(['kernel'], 1)[0]!.index).toBe(papers.length);
        expect(number(miniOf(others).search('kernel', { boost: { title: 2.5 } })[0]!.id)).toBe(papers.length);
      }),
    );
  });

  it('finds the same after deleting', () => {
    fc.assert(
      fc.property(somePapers(8), fc.array(fc.nat(7), { maxLength: 6 }), word, (papers, gone, one) => {
        const mini = miniOf(papers);
        const there = [...new Set(gone)].filter((at) => at < papers.length);
        mini.discardAll(there.map((at) => papers[at]!.id));
        const deleted = withDeleted(undefined, papers.length, there);
        const index = new PackedIndex([{ segment: opened(segmentOf(papers)), deleted }]);
        const found: number[] = [];
        index.lookUp(wordsOf(one)[0]!).postings.forEach((_, at) => found.push(at));
        expect(found).toEqual(
          mini
            .search(one)
            .map((hit) => number(hit.id))
            .sort(ascending),
        );
        expect(index.size).toBe(mini.documentCount);
      }),
    );
  });
});

describe('several segments', () => {
  it('answer as one does', () => {
    fc.assert(
      fc.property(
        somePapers(10),
        cuts,
        fc.array(word, { maxLength: 4 }),
        fc.boolean(),
        (papers, [a, b], words, typing) => {
          const query = wordsOf(words.join(' '));
          const one = indexOf(papers).search(query, 50, typing);
          const three = indexOf(papers.slice(0, a), papers.slice(a, b), papers.slice(b)).search(query, 50, typing);
          expectSame(three, one);
        },
      ),
    );
  });

  it('merged are what building them at once gives, byte for byte, without the deleted papers', () => {
    fc.assert(
      fc.property(somePapers(10), cuts, fc.array(fc.nat(9), { maxLength: 6 }), (papers, [a, b], gone) => {
        const pieces = [papers.slice(0, a), papers.slice(a, b), papers.slice(b)];
        let start = 0;
        const parts = pieces.map((piece) => {
          const own = gone.map((at) => at - start);
          start += piece.length;
          return { segment: opened(segmentOf(piece)), deleted: withDeleted(undefined, piece.length, own) };
        });
        const remaining = papers.filter((_, at) => !gone.includes(at));
        expectSame(atOnce(mergeSegments(parts)), segmentOf(remaining));
      }),
    );
  });

  it('are written in slices as at once', async () => {
    const papers = fc.sample(somePapers(30), { numRuns: 1, seed: 1 })[0]!;
    let pauses = 0;
    const pause = async () => void pauses++;
    expect(await inSteps(buildSegment(papers), { slice: 0, pause })).toEqual(segmentOf(papers));
    expect(pauses).toBeGreaterThan(papers.length);
  });

  it('are given up between two slices where nobody waits any more', async () => {
    const leaving = new AbortController();
    const pause = async () => leaving.abort(new Error('left'));
    const papers = fc.sample(somePapers(30), { numRuns: 1, seed: 2 })[0]!;
    await expect(inSteps(buildSegment(papers), { slice: 0, pause, signal: leaving.signal })).rejects.toThrow('left');
  });
});

describe('any bytes', () => {
  const papers = fc.sample(somePapers(12), { numRuns: 1, seed: 5 })[0]!;

  it('are no segment, and are told so', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Segment.open(bytes.buffer)).toMatchObject({ ok: false });
      }),
    );
  });

  it.each([PAPERS_MOST + 1, 2 ** 31, 2 ** 32 - 1])(
    'that claim %i papers are no segment: no room is made for them',
    (claimed) => {
      const buffer = segmentOf(papers);
      const words = new Uint32Array(buffer);
      // The place of the first section follows the header's six words; it begins with the number of papers.
      const at = words[6]! / 4;
      expect(words[at]).toBe(papers.length);
      words[at] = claimed;
      reseal(buffer);
      expect(Segment.open(buffer)).toMatchObject({ ok: false, error: { code: 'torn' } });
    },
  );

  it('in a forged segment neither throw nor hang', () => {
    const change = fc.record({ at: fc.nat(), value: fc.oneof(fc.nat(255), fc.constantFrom(0, 127, 128, 255)) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), word, (changes, one) => {
        const buffer = segmentOf(papers);
        const bytes = new Uint8Array(buffer);
        // Past the header's own words, which are compared with what they must be.
        for (const { at, value } of changes) bytes[24 + (at % (bytes.length - 24))] = value;
        reseal(buffer);
        const segment = Segment.open(buffer);
        if (!segment.ok) return;
        const index = new PackedIndex([{ segment: segment.value }]);
        index.search([...wordsOf(one), 'grahp', 'parserz'], 10, true);
        index.lookUp(one);
        index.lookUpPrefix('gr');
        index.lookUpFuzzy('netwrok');
        atOnce(mergeSegments([{ segment: segment.value }]));
      }),
    );
  });
});
