import { byline, familyName } from '../papers/paper';
import { foldWords } from '../text/fold';
import { hasWords } from '../text/has-words';
import { isSameTag, tagKey } from './change';
import type { Entries, SavedEntry } from './entry';

export interface SavedFilter {
  /** Words that must all occur: in title, authors, venue, year, note, tags, or the page where it was met. */
  text?: string;
  /** Tags it must all have. */
  tags?: readonly string[];
  read?: boolean;
}

export type SavedOrder = 'newest' | 'oldest' | 'title' | 'author' | 'year';
export const SAVED_ORDERS: readonly SavedOrder[] = ['newest', 'oldest', 'title', 'author', 'year'];

/** The entries that pass, in order. The last word of the text may be the beginning of one. */
export function findSaved(entries: Entries, filter: SavedFilter = {}, order: SavedOrder = 'newest'): SavedEntry[] {
  const words = foldWords(filter.text ?? '')
    .split(' ')
    .filter(Boolean);
  const wants = (entry: SavedEntry) =>
    (filter.read === undefined || entry.read === filter.read) &&
    (filter.tags ?? []).every((tag) => entry.tags.some((own) => isSameTag(own, tag))) &&
    isFound(entry, words);
  return [...entries.values()].filter(wants).sort(ORDERS[order]);
}

/** Every tag in use with the number of its papers, the most used first. */
export function tagCounts(entries: Entries): { tag: string; count: number }[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const { tags } of entries.values())
    for (const tag of tags) {
      const known = counts.get(tagKey(tag));
      if (known) known.count++;
      else counts.set(tagKey(tag), { tag, count: 1 });
    }
  return [...counts.values()].sort((a, b) => b.count - a.count || compare(a.tag, b.tag));
}

function isFound(entry: SavedEntry, words: readonly string[]): boolean {
  if (!words.length) return true;
  const { paper, tags, note, met } = entry;
  const texts = [paper.title, ...paper.authors, paper.venue, paper.year, ...tags, note, met?.title, met?.url];
  return hasWords(foldWords(texts.join(' \n ')), words);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const compare = (a: string, b: string) => collator.compare(a, b);
const newest = (a: SavedEntry, b: SavedEntry) => b.at - a.at || compare(a.paper.title, b.paper.title);

const ORDERS: Record<SavedOrder, (a: SavedEntry, b: SavedEntry) => number> = {
  newest,
  oldest: (a, b) => newest(b, a),
  title: (a, b) => compare(a.paper.title, b.paper.title) || newest(a, b),
  author: (a, b) => compare(author(a), author(b)) || compare(byline(a.paper), byline(b.paper)) || newest(a, b),
  // Papers without a year come last.
  year: (a, b) => (b.paper.year ?? -1) - (a.paper.year ?? -1) || newest(a, b),
};
const author = ({ paper }: SavedEntry) => familyName(paper.authors[0] ?? '\uffff');
