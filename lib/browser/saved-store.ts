import browser from 'webextension-polyfill';
import type { PaperHead } from '../papers/paper';
import { type Entries, type Met, newEntry, readEntry, roomFor, type SavedEntry } from '../saved/entry';
import { idOfKey, savedKey } from '../saved/keys';
import { fail, ok, type Result } from '../util/result';
import { inTurn } from './in-turn';
import type { Followed } from './state';

const { local, session } = browser.storage;

/** Entries taken off since the browser started: saving one again, from whatever surface, brings its note and tags back. */
const REMOVED = 'removed';
/** Changes of the list are made one after another: none is lost, and its limit holds. */
const LIST = 'saved';
const REMOVED_MAX = 50;

/** The reading list, by paper id. */
export const savedEntries: Followed<Entries> = {
  get: async () => entriesOf(await local.get(null)),
  follow(listener) {
    let entries: Map<string, SavedEntry> | undefined;
    let ended = false;
    let missed = false;
    const load = async () => {
      entries = undefined;
      const read = entriesOf(await local.get(null));
      if (ended) return;
      // Something changed while it was read: once more.
      if (missed) {
        missed = false;
        return load();
      }
      entries = read;
      listener(new Map(entries));
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const ours = Object.keys(changes).filter((key) => idOfKey(key) !== undefined);
      if (area !== 'local' || !ours.length) return;
      if (!entries) {
        missed = true;
        return;
      }
      for (const key of ours) {
        const entry = readEntry(changes[key]!.newValue);
        if (entry) entries.set(idOfKey(key)!, entry);
        else entries.delete(idOfKey(key)!);
      }
      listener(new Map(entries));
    };
    browser.storage.onChanged.addListener(onChanged);
    void load();
    return () => {
      ended = true;
      browser.storage.onChanged.removeListener(onChanged);
    };
  },
};

/** One entry; undefined where the paper is not saved. */
export const savedEntry = async (id: string): Promise<SavedEntry | undefined> =>
  readEntry((await local.get(savedKey(id)))[savedKey(id)]);

/** Saves a paper. One that is saved stays as it is; one taken off a while ago comes back with its note and tags. */
export function addSaved(paper: PaperHead, met?: Met): Promise<Result<SavedEntry>> {
  return inTurn(LIST, async () => {
    const known = await savedEntry(paper.id);
    if (known) return ok(known);
    const back = (await readRemoved()).find((entry) => entry.paper.id === paper.id);
    return write([back ?? newEntry(paper, Date.now(), met)]);
  });
}

/** Changes an entry: `changeSaved(id, (entry) => withNote(entry, note))`. */
export function changeSaved(id: string, change: (entry: SavedEntry) => SavedEntry): Promise<Result<SavedEntry>> {
  return inTurn(LIST, async () => {
    const entry = await savedEntry(id);
    if (!entry) return fail({ code: 'not-saved', message: `${id} is not on the list` });
    const changed = change(entry);
    return changed === entry ? ok(entry) : write([changed]);
  });
}

/** Takes papers off the list. @returns their entries, for `putBackSaved` */
export function removeSaved(ids: readonly string[]): Promise<SavedEntry[]> {
  return inTurn(LIST, async () => {
    const keys = ids.map(savedKey);
    const removed = [...entriesOf(await local.get(keys)).values()];
    await session.set({ [REMOVED]: [...removed, ...(await readRemoved())].slice(0, REMOVED_MAX) });
    await local.remove(keys);
    return removed;
  });
}

/** Puts entries back as they were: the undo of a removal. A paper that was saved again meanwhile stays as it is now. */
export const putBackSaved = (entries: readonly SavedEntry[]): Promise<Result<null>> =>
  inTurn(LIST, async () => {
    const there = entriesOf(await local.get(entries.map(({ paper }) => savedKey(paper.id))));
    const written = await write(entries.filter(({ paper }) => !there.has(paper.id)));
    return written.ok ? ok(null) : written;
  });

async function write(entries: readonly SavedEntry[]): Promise<Result<SavedEntry>> {
  const keys = new Set(Object.keys(await local.get(null)).filter((key) => idOfKey(key) !== undefined));
  const more = entries.filter((entry) => !keys.has(savedKey(entry.paper.id))).length;
  const room = roomFor(more, keys.size);
  if (!room.ok) return room;
  try {
    await local.set(Object.fromEntries(entries.map((entry) => [savedKey(entry.paper.id), entry])));
  } catch (error) {
    // The browser's own limit on what an extension may keep.
    return fail({ code: 'storage-full', message: String(error) });
  }
  return ok(entries[0]!);
}

export function entriesOf(stored: Record<string, unknown>): Map<string, SavedEntry> {
  const entries = new Map<string, SavedEntry>();
  for (const [key, value] of Object.entries(stored)) {
    const id = idOfKey(key);
    const entry = id === undefined ? undefined : readEntry(value);
    if (id !== undefined && entry) entries.set(id, entry);
  }
  return entries;
}

async function readRemoved(): Promise<SavedEntry[]> {
  const stored = (await session.get(REMOVED))[REMOVED];
  return Array.isArray(stored) ? stored.flatMap((one) => readEntry(one) ?? []) : [];
}

/** Forgets what was taken off: part of wiping. */
export const forgetRemoved = (): Promise<void> => session.remove(REMOVED);
