import browser from 'webextension-polyfill';
import { type FrameStates, joinFrames } from '../messages/frames';
import type { PageState, PanelRequest } from '../messages/protocol';
import type { LocalKey } from '../settings/local-keys';
import { changesOf, readSettings, type Settings } from '../settings/schema';
import { inTurn } from './in-turn';

/** A value that can be read and followed. */
export interface Followed<T> {
  get(): Promise<T>;
  /** Calls back with the value now and after each change. @returns what ends it */
  follow(listener: (value: T) => void): () => void;
}

/** A value in one of the browser's storage areas: read it, change it, follow it. Changes of one value are made one after another. */
export interface Stored<T> extends Followed<T> {
  set(value: T): Promise<void>;
  /** Reads, changes and writes without letting another change in between, from whichever of our pages. */
  update(change: (value: T) => T): Promise<T>;
}

type Area = 'local' | 'session';

/** The value of a key. `read` makes it of whatever the area holds, `written` what the area is to hold of it. */
export function stored<T>(
  area: 'local',
  key: LocalKey,
  read: (raw: unknown) => T,
  written?: (value: T) => unknown,
): Stored<T>;
export function stored<T>(area: 'session', key: string, read: (raw: unknown) => T): Stored<T>;
export function stored<T>(
  area: Area,
  key: string,
  read: (raw: unknown) => T,
  written: (value: T) => unknown = (value) => value,
): Stored<T> {
  const storage = browser.storage[area];
  const get = async () => read((await storage.get(key))[key]);
  const set = (value: T) => storage.set({ [key]: written(value) });
  return {
    get,
    set,
    update: (change) =>
      inTurn(`${area} ${key}`, async () => {
        const value = change(await get());
        await set(value);
        return value;
      }),
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

export const settings: Stored<Settings> = stored('local', 'settings', readSettings, changesOf);

/** The name of the event by which a content script that begins tells an older one in the page to leave; '' before it is made. */
export const handshake: Stored<string> = stored('local', 'handshake', (raw) => (typeof raw === 'string' ? raw : ''));

/** Calls back after any change of storage.local. @returns what ends it */
export function onLocalChanged(listener: () => void): () => void {
  const onChanged = (_: unknown, area: string) => area === 'local' && listener();
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** What the keys of tabs begin with. */
export const PAGE = 'page:';

/** What each frame of a tab has found. */
export const frameStates = (tabId: number): Stored<FrameStates> =>
  stored('session', `${PAGE}${tabId}`, (raw) => (raw as FrameStates | undefined) ?? {});

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
