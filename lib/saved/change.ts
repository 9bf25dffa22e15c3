import { cut } from '../util/cut';
import { LIMITS, type SavedEntry } from './entry';

/** A tag as it is kept: composed, spaces single, not too long; '' where nothing is left. */
export function cleanTag(text: string): string {
  return cut(
    text
      .normalize('NFC')
      .replace(/[\s,]+/g, ' ')
      .trim(),
    LIMITS.tag,
  ).trim();
}

/** Tags that differ only in capitals are one. */
export const isSameTag = (a: string, b: string): boolean => a === b || tagKey(a) === tagKey(b);
export const tagKey = (tag: string): string => tag.normalize('NFKC').toLowerCase();

/** With a tag more; unchanged where it has the tag, has no room, or the tag is empty. */
export function withTag(entry: SavedEntry, tag: string): SavedEntry {
  const clean = cleanTag(tag);
  if (!clean || entry.tags.length >= LIMITS.tags || entry.tags.some((one) => isSameTag(one, clean))) return entry;
  return { ...entry, tags: [...entry.tags, clean] };
}

export function withoutTag(entry: SavedEntry, tag: string): SavedEntry {
  const tags = entry.tags.filter((one) => !isSameTag(one, tag));
  return tags.length === entry.tags.length ? entry : { ...entry, tags };
}

/** With another note; what goes past the limit is cut. */
export const withNote = (entry: SavedEntry, note: string): SavedEntry => ({ ...entry, note: cut(note, LIMITS.note) });

export const withRead = (entry: SavedEntry, read: boolean): SavedEntry => ({ ...entry, read });
