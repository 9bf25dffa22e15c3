import browser from 'webextension-polyfill';
import { type FrameStates, joinFrames } from '../messages/frames';
import type { PageState, PanelRequest } from '../messages/protocol';
import { readSettings, type Settings } from '../settings/schema';

/** A value that can be read and followed. */
export interface Followed<T> {
  get(): Promise<T>;
  /** Calls back with the value now and after each change. @returns what ends it */
  follow(listener: (value: T) => void): () => void;
}

/** A value in one of the browser's storage areas: read it, change it, follow it. Changes of one value are made one after another. */
export interface Stored<T> extends Followed<T> {
  set(value: T): Promise<void>;
  /** Reads, changes and writes without letting another change of this context in between. */
  update(change: (value: T) => T): Promise<T>;
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

/** What each frame of a tab has found. */
export const frameStates = (tabId: number): Stored<FrameStates> =>
  stored('session', `page:${tabId}`, (raw) => (raw as FrameStates | undefined) ?? {});

/** What was found in a tab; null before a content script in it has reported. */
export const pageState = (tabId: number): Followed<PageState | null> => {
  const frames = frameStates(tabId);
  return {
    get: async () => joinFrames(await frames.get()),
    follow: (listener) => frames.follow((states) => listener(joinFrames(states))),
  };
};

/** What a card wanted to show in the panel and could not, with the time in milliseconds since 1970: the key that opens it shows that. */
export const waitingRequest = (windowId: number): Stored<{ request: PanelRequest; at: number } | null> =>
  stored('session', `waiting:${windowId}`, (raw) => (raw as { request: PanelRequest; at: number } | undefined) ?? null);

/** What the panel of a window is to show. */
export const panelRequest = (windowId: number): Stored<PanelRequest | null> =>
  stored('session', `panel:${windowId}`, (raw) => (raw as PanelRequest | undefined) ?? null);
