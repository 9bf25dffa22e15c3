import browser from 'webextension-polyfill';
import type { Known } from '../messages/protocol';
import {
  joinLookups,
  type Lookup,
  readRecent,
  readSeen,
  type Seen,
  withLookup,
  withLookupBack,
  withoutLookup,
  withSeen,
} from '../saved/history';
import { savedKey } from '../saved/keys';
import { ok, type Result } from '../util/result';
import { settings, stored } from './state';

export const seen = stored<Seen>('local', 'seen', readSeen);
export const recent = stored<readonly Lookup[]>('local', 'recent', readRecent);

/** Where something happened: a private window leaves nothing behind. A tab will do. */
interface Place {
  incognito: boolean;
}

/** Notes that a paper was read; call it when its abstract was in view for a second. */
export async function sawPaper(id: string, place: Place): Promise<void> {
  if (place.incognito || !(await settings.get()).keepSeen) return;
  await seen.update((all) => withSeen(all, id, Date.now()));
}

/** Notes a query; call it when its answer was used or stood for a while, not at every key. */
export async function lookedUp(query: string, place: Place): Promise<void> {
  if (place.incognito || !(await settings.get()).keepRecent) return;
  await recent.update((all) => withLookup(all, query, Date.now()));
}

/** Forgets one query. @returns what undo puts back, in its place */
export async function forgetLookup(query: string): Promise<() => Promise<Result<null>>> {
  const before = await recent.get();
  const place = before.findIndex((one) => one.query === query);
  await recent.update((all) => withoutLookup(all, query));
  return async () => {
    const gone = before[place];
    if (gone) await recent.update((all) => withLookupBack(all, gone, before.slice(place + 1)));
    return ok(null);
  };
}

/** Which of these papers are on the list, and which were read. */
export async function knownOf(ids: readonly string[]): Promise<Known> {
  if (!ids.length) return { saved: [], seen: [] };
  const [keys, times] = await Promise.all([browser.storage.local.get(ids.map(savedKey)), seen.get()]);
  return { saved: ids.filter((id) => savedKey(id) in keys), seen: ids.filter((id) => Object.hasOwn(times, id)) };
}

/** Forgets all of both. @returns what undo puts back */
export async function clearHistory(): Promise<() => Promise<Result<null>>> {
  const [oldSeen, oldRecent] = [await seen.get(), await recent.get()];
  await Promise.all([seen.set({}), recent.set([])]);
  return async () => {
    await seen.update((now) => ({ ...oldSeen, ...now }));
    // What was asked again since stands once.
    await recent.update((now) => joinLookups(now, oldRecent));
    return ok(null);
  };
}
