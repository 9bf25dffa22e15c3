import fc from 'fast-check';
import { PAPER_KINDS, type PaperHead } from '../../../lib/papers/paper';
import { cleanTag, tagKey } from '../../../lib/saved/change';
import { LIMITS, newEntry, type SavedEntry } from '../../../lib/saved/entry';

export const xgqa: PaperHead = {
  id: 'pfeiffer-2022-xgqa',
  title: 'xGQA: Cross-Lingual Visual Question Answering',
  authors: ['Jonas Pfeiffer', 'Gregor Geigle'],
  year: 2022,
  venue: 'Findings of ACL',
  arxiv: '2109.06082',
};
export const mind: PaperHead = { id: 'mind', title: 'MIND your language', authors: ['Ada Ström'], year: 2019 };
export const han: PaperHead = { id: 'han', title: '跨语言迁移学习', authors: ['李 华'] };

export const entry = (paper: PaperHead, more: Partial<SavedEntry> = {}): SavedEntry => ({
  ...newEntry(paper, 1000),
  ...more,
});
export const entries = (...all: SavedEntry[]) => new Map(all.map((one) => [one.paper.id, one]));

const text = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength }).map((made) => made.slice(0, maxLength));
const filled = (maxLength: number) => text(maxLength).filter((made) => made !== '');
const time = fc.integer({ min: 0, max: 4e12 });

/** Any entry that can be stored. */
export const anyEntry: fc.Arbitrary<SavedEntry> = fc
  .record(
    {
      at: time,
      tags: fc.uniqueArray(filled(LIMITS.tag).map(cleanTag).filter(Boolean), { maxLength: 3, selector: tagKey }),
      note: text(50),
      read: fc.boolean(),
      met: fc.record({ title: text(50), url: fc.webUrl(), at: time }),
      paper: fc.record(
        {
          // Often one of few, so that two lists made up have papers in common.
          id: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), filled(20)),
          title: filled(40),
          authors: fc.array(text(40), { maxLength: 4 }),
          year: fc.integer({ min: 1900, max: 2100 }),
          venue: text(40),
          kind: fc.constantFrom(...PAPER_KINDS),
          doi: text(40),
        },
        { requiredKeys: ['id', 'title', 'authors'] },
      ),
    },
    { requiredKeys: ['at', 'tags', 'note', 'read', 'paper'] },
  )
  .map((made) => JSON.parse(JSON.stringify(made)) as SavedEntry);

export const anyEntries = fc.uniqueArray(anyEntry, { selector: (one) => one.paper.id, maxLength: 4 });
