import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/papers/paper';
import { LIMITS, newEntry, readEntry, roomFor } from '../../../lib/saved/entry';
import { idOfKey, savedKey } from '../../../lib/saved/keys';
import { anyEntry, entry, xgqa } from './samples';

describe('a new entry', () => {
  it('is unread, without tags and note', () => {
    expect(newEntry(xgqa, 5)).toEqual({ at: 5, tags: [], note: '', read: false, paper: xgqa });
  });

  it('leaves the abstract to the shelf, and absent fields absent', () => {
    const paper: Paper = { id: 'a', title: 'A', abstract: 'long', authors: [], venue: undefined as unknown as string };
    expect(Object.keys(newEntry(paper, 1).paper)).toEqual(['id', 'title', 'authors']);
  });

  it('keeps what kind of paper it is', () => {
    expect(readEntry(newEntry({ ...xgqa, kind: 'thesis' }, 5))?.paper.kind).toBe('thesis');
  });

  it('cuts what a page says of itself', () => {
    const met = { title: 'x'.repeat(9000), url: `https://a.org/${'y'.repeat(20_000)}`, at: 1 };
    const made = newEntry(xgqa, 1, met);
    expect(made.met!.title).toHaveLength(LIMITS.title);
    expect(made.met!.url).toHaveLength(LIMITS.url);
    expect(readEntry(made)).toEqual(made);
  });
});

describe('readEntry', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(anyEntry, (one) => {
        expect(readEntry(JSON.parse(JSON.stringify(one)))).toEqual(one);
      }),
    );
  });

  it.each([
    { what: 'nothing', stored: undefined },
    { what: 'the old time', stored: 1000 },
    { what: 'a list', stored: [] },
    { what: 'no paper', stored: { ...entry(xgqa), paper: undefined } },
    { what: 'a paper without a title', stored: entry({ ...xgqa, title: '' }) },
    { what: 'a time that is none', stored: entry(xgqa, { at: Number.NaN }) },
    { what: 'a time that no date can hold', stored: entry(xgqa, { at: 1e300 }) },
    { what: 'a note too long', stored: entry(xgqa, { note: 'x'.repeat(LIMITS.note + 1) }) },
    { what: 'tags too many', stored: entry(xgqa, { tags: Array.from({ length: 51 }, String) }) },
    { what: 'an empty tag', stored: entry(xgqa, { tags: [''] }) },
  ])('of $what is nothing', ({ stored }) => {
    expect(readEntry(stored)).toBeUndefined();
  });

  it('drops fields it does not know', () => {
    expect(readEntry({ ...entry(xgqa), colour: 'red' })).toEqual(entry(xgqa));
  });
});

describe('keys', () => {
  it.each(['pfeiffer-2022-xgqa', '__proto__', 'a:b', '', 'saved:x', '跨'])('of “%s” lead back to it', (id) => {
    expect(idOfKey(savedKey(id))).toBe(id);
  });

  it.each(['saved', 'settings', 'page:1', 'seen'])('%s is not of an entry', (key) => {
    expect(idOfKey(key)).toBeUndefined();
  });
});

it.each([
  { more: 1, count: 0, fits: true },
  { more: 1, count: LIMITS.entries - 1, fits: true },
  { more: 1, count: LIMITS.entries, fits: false },
  { more: 0, count: LIMITS.entries, fits: true },
])('$more more beside $count: $fits', ({ more, count, fits }) => {
  expect(roomFor(more, count).ok).toBe(fits);
});
