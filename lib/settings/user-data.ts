import { withTag } from '../saved/change';
import { type Entries, LIMITS, type SavedEntry } from '../saved/entry';
import { type History, joinLookups, joinSeen } from '../saved/history';
import { DEFAULT_SETTINGS, type Settings } from './schema';

/** Everything of the reader's that a backup holds. */
export interface UserData extends History {
  /** What was chosen; defaults are absent. */
  settings: Partial<Settings>;
  saved: Entries;
}

export const NO_DATA: UserData = { settings: {}, saved: new Map(), seen: {}, recent: [] };

export type RestoreHow = 'merge' | 'replace';

/** What a restore will do, in numbers, for the reader to agree to. */
export interface Preview {
  /** Saved papers. */
  added: number;
  changed: number;
  removed: number;
  same: number;
  /** Settings that will be others than now. */
  settings: (keyof Settings)[];
  seen: number;
  recent: number;
}

/** What is kept after a restore. Merging loses nothing that is here; replacing leaves only what the backup has. */
export function restored(now: UserData, backup: UserData, how: RestoreHow): UserData {
  if (how === 'replace') return backup;
  const saved = new Map(now.saved);
  for (const [id, entry] of backup.saved) {
    const known = saved.get(id);
    saved.set(id, known ? mergeEntries(known, entry) : entry);
  }
  return {
    settings: mergeSettings(now.settings, backup.settings),
    saved,
    seen: joinSeen(now.seen, backup.seen),
    recent: joinLookups(now.recent, backup.recent),
  };
}

/** What will change between now and after a restore. */
export function previewOf(now: UserData, after: UserData): Preview {
  const preview: Preview = { added: 0, changed: 0, removed: 0, same: 0, settings: [], seen: 0, recent: 0 };
  for (const [id, entry] of after.saved) {
    const known = now.saved.get(id);
    if (!known) preview.added++;
    else if (isSame(known, entry)) preview.same++;
    else preview.changed++;
  }
  for (const id of now.saved.keys()) if (!after.saved.has(id)) preview.removed++;
  const names = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
  preview.settings = names.filter((name) => !isSame(now.settings[name], after.settings[name]));
  preview.seen = Object.keys(after.seen).length - Object.keys(now.seen).length;
  preview.recent = after.recent.length - now.recent.length;
  return preview;
}

export const changesNothing = ({ same: _, ...changes }: Preview): boolean =>
  Object.values(changes).every((one) => (Array.isArray(one) ? !one.length : !one));

/** One paper saved in two places: all tags, both notes, read if read in either, the earlier time. */
function mergeEntries(a: SavedEntry, b: SavedEntry): SavedEntry {
  const tagged = b.tags.reduce(withTag, a);
  const met = a.met ?? b.met;
  return {
    ...tagged,
    at: Math.min(a.at, b.at),
    note: mergeNotes(a.note, b.note),
    read: a.read || b.read,
    ...(met && { met }),
  };
}

function mergeNotes(a: string, b: string): string {
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  const both = `${a}\n\n${b}`;
  // The file still has what does not fit.
  return both.length <= LIMITS.note ? both : a;
}

/** Choices made here stay; lists of sites and languages are joined. */
function mergeSettings(now: Partial<Settings>, backup: Partial<Settings>): Partial<Settings> {
  const merged: Record<string, unknown> = { ...backup, ...now };
  for (const name of ['offSites', 'onlySites', 'offLanguages'] as const) {
    const both = [...new Set([...(now[name] ?? []), ...(backup[name] ?? [])])];
    if (both.length) merged[name] = both;
  }
  return merged as Partial<Settings>;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** With the fields of every object in alphabetical order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}
