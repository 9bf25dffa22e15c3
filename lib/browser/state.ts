import browser from 'webextension-polyfill';
import type { PageState, PanelRequest } from '../messages/protocol';
import { readSettings, type Settings } from '../settings/schema';

/** A value in one of the browser's storage areas: read it, change it, follow it. Changes of one value are made one after another. */
export interface Stored<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Reads, changes and writes without letting another change of this context in between. */
  update(change: (value: T) => T): Promise<T>;
  /** Calls back with the value now and after each change. @returns what ends it */
  follow(listener: (value: T) => void): () => void;
}

type Area = 'local' | 'session';

function stored<T>(area: Area, key: string, read: (raw: unknown) => T): Stored<T> {
  const storage = browser.storage[area];
  let last: Promise<unknown> = Promise.resolve();
  const get = async () => read((await storage.get(key))[key]);
  const set = (value: T) => storage.set({ [key]: value });
  return {
    get,
    set,
    update(change) {
      const next = last.then(async () => {
        const value = change(await get());
        await set(value);
        return value;
      });
      last = next.catch(() => undefined);
      return next;
    },
    follow(listener) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        if (changed === area && key in changes) listener(read(changes[key]!.newValue));
      };
      browser.storage.onChanged.addListener(onChanged);
      void get().then(listener);
      return () => browser.storage.onChanged.removeListener(onChanged);
    },
  };
}

export const settings: Stored<Settings> = stored('local', 'settings', readSettings);

/** Paper ids with the time they were saved (milliseconds since 1970), newest first when listed. */
export type Saved = Record<string, number>;
export const saved: Stored<Saved> = stored('local', 'saved', (raw) =>
  typeof raw === 'object' && raw !== null
    ? Object.fromEntries(Object.entries(raw).filter(([, at]) => typeof at === 'number'))
    : {},
);

/** What was found in a tab; null before its content script has reported. */
export const pageState = (tabId: number): Stored<PageState | null> =>
  stored('session', `page:${tabId}`, (raw) => (raw as PageState | undefined) ?? null);

/** What the panel of a window is to show. */
export const panelRequest = (windowId: number): Stored<PanelRequest | null> =>
  stored('session', `panel:${windowId}`, (raw) => (raw as PanelRequest | undefined) ?? null);
