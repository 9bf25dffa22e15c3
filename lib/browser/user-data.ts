import browser from 'webextension-polyfill';
import { readRecent, readSeen } from '../saved/history';
import { idOfKey, savedKey } from '../saved/keys';
import { changesOf, readSettings } from '../settings/schema';
import type { UserData } from '../settings/user-data';
import { fail, ok, type Result } from '../util/result';
import { inTurn } from './in-turn';
import { entriesOf, forgetRemoved } from './saved-store';

const { local } = browser.storage;

/** Everything of the reader's, for a backup. */
export async function readUserData(): Promise<UserData> {
  const stored = await local.get(null);
  return {
    settings: changesOf(readSettings(stored['settings'])),
    saved: entriesOf(stored),
    seen: readSeen(stored['seen']),
    recent: readRecent(stored['recent']),
  };
}

/**
 * Makes the reader's data what is given: a restore, a wipe, or the undo of either. Written before anything is removed; where the
 * browser refuses, all is put back as it was. @returns what was there before
 */
export function replaceUserData(next: UserData): Promise<Result<UserData>> {
  return inTurn('saved', async () => {
    const before = await readUserData();
    const stored = await local.get(null);
    const saved = [...next.saved].map(([id, entry]) => [savedKey(id), entry] as const);
    const { settings, seen, recent } = next;
    const wanted = { settings, seen, recent, ...Object.fromEntries(saved) };
    const gone = Object.keys(stored).filter((key) => idOfKey(key) !== undefined && !(key in wanted));
    try {
      await local.set(wanted);
      await local.remove(gone);
    } catch (error) {
      const added = Object.keys(wanted).filter((key) => !(key in stored));
      await local.remove(added);
      await local.set(
        Object.fromEntries(Object.keys(wanted).flatMap((key) => (key in stored ? [[key, stored[key]]] : []))),
      );
      return fail({ code: 'storage-full', message: String(error) });
    }
    await forgetRemoved();
    return ok(before);
  });
}
