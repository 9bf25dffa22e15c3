import { describe, expect, it } from 'vitest';
import { findSaved, type SavedFilter, type SavedOrder, tagCounts } from '../../../lib/saved/find';
import { entries, entry, han, mind, xgqa } from './samples';

const all = entries(
  entry(mind, { at: 1, tags: ['later'], note: 'Café méthode' }),
  entry(xgqa, { at: 3, tags: ['VQA', 'later'], read: true, met: { title: 'A blog', url: 'https://blog.org/', at: 3 } }),
  entry(han, { at: 2 }),
);
const ids = (filter: SavedFilter, order?: SavedOrder) => findSaved(all, filter, order).map(({ paper }) => paper.id);

describe('findSaved', () => {
  it.each<{ filter: SavedFilter; wants: string[]; because: string }>([
    { filter: {}, wants: [xgqa.id, 'han', 'mind'], because: 'newest first' },
    { filter: { text: 'visual cross' }, wants: [xgqa.id], because: 'all words, in any order' },
    { filter: { text: 'geig' }, wants: [xgqa.id], because: 'the beginning of an author' },
    { filter: { text: 'eigle' }, wants: [], because: 'not the end of one' },
    { filter: { text: 'METHODE cafe' }, wants: ['mind'], because: 'a note, folded' },
    { filter: { text: 'strom' }, wants: ['mind'], because: 'an author, folded' },
    { filter: { text: '2022' }, wants: [xgqa.id], because: 'a year' },
    { filter: { text: 'blog.org' }, wants: [xgqa.id], because: 'where it was met' },
    { filter: { text: '迁移' }, wants: ['han'], because: 'inside a text without spaces' },
    { filter: { text: 'later' }, wants: [xgqa.id, 'mind'], because: 'a tag' },
    { filter: { tags: ['vqa'] }, wants: [xgqa.id], because: 'a tag, in whatever capitals' },
    { filter: { tags: ['later', 'VQA'] }, wants: [xgqa.id], because: 'all tags' },
    { filter: { tags: ['late'] }, wants: [], because: 'not the beginning of a tag' },
    { filter: { read: true }, wants: [xgqa.id], because: 'read' },
    { filter: { read: false }, wants: ['han', 'mind'], because: 'unread' },
    { filter: { text: '?!' }, wants: [xgqa.id, 'han', 'mind'], because: 'no words' },
  ])('$filter: $because', ({ filter, wants }) => expect(ids(filter)).toEqual(wants));

  it.each<{ order: SavedOrder; wants: string[] }>([
    { order: 'newest', wants: [xgqa.id, 'han', 'mind'] },
    { order: 'oldest', wants: ['mind', 'han', xgqa.id] },
    { order: 'year', wants: [xgqa.id, 'mind', 'han'] },
    { order: 'title', wants: ['mind', xgqa.id, 'han'] },
    { order: 'author', wants: [xgqa.id, 'mind', 'han'] },
  ])('in the order “$order”', ({ order, wants }) => expect(ids({}, order)).toEqual(wants));
});

it('counts tags, the most used first', () => {
  expect(tagCounts(all)).toEqual([
    { tag: 'later', count: 2 },
    { tag: 'VQA', count: 1 },
  ]);
});
