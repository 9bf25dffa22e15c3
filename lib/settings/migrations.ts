import type { PaperHead } from '../papers/paper';
import { newEntry } from '../saved/entry';
import { savedKey } from '../saved/keys';

/** All of storage.local. */
export type Stored = Readonly<Record<string, unknown>>;
/** What a step writes and removes. A browser killed half-way loses nothing: written first, then removed, and only then the new number. */
export interface Changes {
  set: Record<string, unknown>;
  remove: string[];
}
/** The paper of an id, where a shelf has it. */
export type FindPaper = (id: string) => PaperHead | undefined;

/** The key that holds the number of the shape; absent in the first. */
export const SHAPE_KEY = 'shape';

/** Steps from one shape of storage.local to the next: the first leads from shape 1 to 2. Each has its sample in tests/fixtures/storage. */
const STEPS: readonly ((stored: Stored, find: FindPaper) => Changes)[] = [
  // 1 -> 2: one key for the whole reading list, ids with times, becomes one key an entry.
  (stored, find) => {
    const old = stored['saved'];
    const times = typeof old === 'object' && old !== null ? Object.entries(old) : [];
    const set: Record<string, unknown> = {};
    for (const [id, at] of times) {
      const key = savedKey(id);
      // Saved in the new way already, if the browser was killed half-way.
      if (typeof at !== 'number' || !(at >= 0) || key in stored) continue;
      set[key] = newEntry(find(id) ?? { id, title: id, authors: [] }, at);
    }
    return { set, remove: ['saved'] };
  },
  // 2 -> 3: settings were stored whole; what is as the defaults had it was nobody's choice.
  (stored) => {
    const old = stored['settings'];
    if (typeof old !== 'object' || old === null) return { set: {}, remove: [] };
    const unchosen = {
      enabled: true,
      onlyWhenAsked: false,
      offSites: [],
      marks: 'all',
      theme: 'system',
      keepSeen: true,
      keepRecent: true,
    };
    const isChosen = ([name, value]: [string, unknown]) =>
      JSON.stringify(value) !== JSON.stringify(unchosen[name as keyof typeof unchosen]);
    return { set: { settings: Object.fromEntries(Object.entries(old).filter(isChosen)) }, remove: [] };
  },
  // 3 -> 4: the size of the reading view had a key of its own, which no backup held.
  (stored) => {
    const { settings, readingSize } = stored;
    const chosen = typeof settings === 'object' && settings !== null ? settings : {};
    const isSize = typeof readingSize === 'string' && readingSize !== 'medium';
    return { set: isSize ? { settings: { readingSize, ...chosen } } : {}, remove: ['readingSize'] };
  },
];

export const SHAPE = STEPS.length + 1;

/** What brings storage.local to today's shape; undefined where it has it. A later shape, from a newer Sidelight, is left alone. */
export function migrate(stored: Stored, find: FindPaper): Changes | undefined {
  const shape = typeof stored[SHAPE_KEY] === 'number' ? stored[SHAPE_KEY] : 1;
  if (shape >= SHAPE) return undefined;
  const all: Changes = { set: {}, remove: [] };
  let now: Record<string, unknown> = { ...stored };
  for (const step of STEPS.slice(shape - 1)) {
    const { set, remove } = step(now, find);
    now = Object.fromEntries(Object.entries({ ...now, ...set }).filter(([key]) => !remove.includes(key)));
    for (const key of remove) delete all.set[key];
    all.set = { ...all.set, ...set };
    all.remove.push(...remove);
  }
  return all;
}
