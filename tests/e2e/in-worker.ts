// What only the extension's own service worker can tell or do.
import type { Page, Worker } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { type FrameStates, joinFrames } from '../../lib/messages/frames';
import type { PageState } from '../../lib/messages/protocol';
import { newEntry } from '../../lib/saved/entry';
import { idOfKey, savedKey } from '../../lib/saved/keys';
import type { Settings } from '../../lib/settings/schema';
import type { Sidelight } from './open';
import { papers } from './pages';

/** The worker; woken if it was stopped. */
async function worker(s: Sidelight): Promise<Worker> {
  if (!(await s.workerRuns())) await wake(s);
  return s.currentWorker();
}

/** Any message wakes it. The manifest is a page of the extension without scripts. */
async function wake(s: Sidelight): Promise<void> {
  const page = await s.context.newPage();
  await page.goto(s.url('manifest.json'));
  await page.evaluate(() => chrome.runtime.sendMessage({})).catch(() => undefined);
  await page.close();
}

/** What a page's frames have found, the top frame asked for its present state; null where pickup does not run. */
export async function stateOf(s: Sidelight, page: Page): Promise<PageState | null> {
  const frames = await (await worker(s)).evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    if (!tab) throw new Error(`no tab at ${url}`);
    const message = { type: 'page.state', input: {} };
    const reply = await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => undefined);
    const key = `page:${tab.id}`;
    const value: PageState | null | undefined = reply?.value;
    return value ? { ...((await chrome.storage.session.get(key))[key] as object), 0: value } : null;
  }, page.url());
  return frames && joinFrames(frames as FrameStates);
}

/** Ids of the papers found on a page, each once, in page order. */
export async function papersOn(s: Sidelight, page: Page): Promise<string[]> {
  const state = await stateOf(s, page);
  return [...new Set(state?.found.filter(({ kind }) => kind !== 'term').map(({ id }) => id))];
}

/** What the toolbar button shows for a page. */
export async function badgeOf(s: Sidelight, page: Page): Promise<string> {
  return (await worker(s)).evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    return chrome.action.getBadgeText({ tabId: tab!.id });
  }, page.url());
}

/** What the toolbar button is called over a page. */
export async function badgeTitleOf(s: Sidelight, page: Page): Promise<string> {
  return (await worker(s)).evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    return chrome.action.getTitle({ tabId: tab!.id });
  }, page.url());
}

/** Where the tabs are, or are on their way to. */
export async function tabAddresses(s: Sidelight): Promise<string[]> {
  return (await worker(s)).evaluate(async () =>
    (await chrome.tabs.query({})).map(({ url, pendingUrl }) => pendingUrl || url || ''),
  );
}

export async function read<T>(s: Sidelight, area: 'local' | 'session', key: string): Promise<T | undefined> {
  const values = await (await worker(s)).evaluate(([area, key]) => chrome.storage[area].get(key), [area, key] as const);
  return values[key] as T | undefined;
}

export async function write(s: Sidelight, area: 'local' | 'session', values: Record<string, unknown>): Promise<void> {
  await (await worker(s)).evaluate(([area, values]) => chrome.storage[area].set(values), [area, values] as const);
}

export const choose = (s: Sidelight, settings: Partial<Settings>) => write(s, 'local', { settings });

/** Ids of the saved papers. */
export async function savedIds(s: Sidelight): Promise<string[]> {
  // Only the keys cross over: the values are megabytes where a test fills the storage.
  const keys = await (await worker(s)).evaluate(async () => Object.keys(await chrome.storage.local.get(null)));
  return keys.flatMap((key) => idOfKey(key) ?? []).sort();
}

/** Makes the reading list one of these papers, with the times they were saved, and of nothing else. */
export async function saveOnly(s: Sidelight, times: Record<string, number>): Promise<void> {
  const keys = (await savedIds(s)).map(savedKey);
  await (await worker(s)).evaluate((keys) => chrome.storage.local.remove(keys), keys);
  const heads = Object.entries(times).map(([id, at]) =>
    newEntry(papers.find((one) => one.id === id) ?? { id, title: id, authors: [] }, at),
  );
  await write(s, 'local', Object.fromEntries(heads.map((entry) => [savedKey(entry.paper.id), entry])));
}

/** All of storage.local but the filter, which is the same for everybody. */
export async function everything(s: Sidelight): Promise<Record<string, unknown>> {
  return (await worker(s)).evaluate(async () => {
    const { filter: _, ...rest } = await chrome.storage.local.get(null);
    return rest;
  });
}

/** What the panel was asked to show. */
export async function panelRequests(s: Sidelight): Promise<unknown[]> {
  const all = await (await worker(s)).evaluate(() => chrome.storage.session.get(null));
  return Object.entries(all).flatMap(([key, value]) => (key.startsWith('panel:') && value ? [value] : []));
}

/** Has the panel of the window in front show its list of the page's papers, as popup and menu ask it to; done once the panel has taken it. */
export async function showPageInPanel(s: Sidelight): Promise<void> {
  await (await worker(s)).evaluate(async () => {
    const { id } = await chrome.windows.getLastFocused();
    const key = `panel:${id}`;
    const taken = new Promise<void>((done) => {
      const look = (changes: Record<string, { newValue?: unknown }>) => {
        if (!(key in changes) || changes[key]!.newValue) return;
        chrome.storage.session.onChanged.removeListener(look);
        done();
      };
      chrome.storage.session.onChanged.addListener(look);
    });
    await chrome.storage.session.set({ [key]: { view: 'page' } });
    await taken;
  });
}

/** As if the reader had pressed the keys of a command. */
export async function command(s: Sidelight, page: Page, name: string): Promise<void> {
  await (await worker(s)).evaluate(
    async ([url, name]) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      chrome.commands.onCommand.dispatch(name, tab);
    },
    [page.url(), name] as const,
  );
}

/** As if the reader had chosen from the context menu. */
export async function menu(
  s: Sidelight,
  page: Page,
  info: { menuItemId: string; selectionText?: string },
): Promise<void> {
  await (await worker(s)).evaluate(
    async ([url, info]) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      chrome.contextMenus.onClicked.dispatch({ editable: false, pageUrl: url, ...info }, tab);
    },
    [page.url(), info] as const,
  );
}

/** As if the reader had typed after the keyword in the address bar, and pressed Enter. */
export async function omniboxEnter(s: Sidelight, text: string, where = 'currentTab'): Promise<void> {
  await (await worker(s)).evaluate(([text, where]) => chrome.omnibox.onInputEntered.dispatch(text, where), [
    text,
    where,
  ] as const);
}

/** What the address bar suggests for a text. */
export async function omniboxSuggestions(
  s: Sidelight,
  text: string,
): Promise<{ content: string; description: string }[]> {
  return (await worker(s)).evaluate(
    (text) => new Promise((done) => chrome.omnibox.onInputChanged.dispatch(text, done)),
    text,
  );
}

/** Notes from now on what is sent to the worker. */
export async function noteMessages(s: Sidelight): Promise<() => Promise<string[]>> {
  const now = await worker(s);
  await now.evaluate(() => {
    const list: string[] = [];
    (self as { noted?: string[] }).noted = list;
    chrome.runtime.onMessage.addListener((message) => void list.push((message as { type: string }).type));
  });
  return () => now.evaluate(() => (self as { noted?: string[] }).noted ?? []);
}

/** Until the test ends, or `mend` is called, the worker answers one kind of message with an error. */
export async function fail(s: Sidelight, type: string): Promise<{ asked(): Promise<number>; mend(): Promise<void> }> {
  const now = await worker(s);
  await now.evaluate((type) => {
    const failing = { asked: 0, on: true };
    (self as { failing?: typeof failing }).failing = failing;
    // The worker's own answer comes later than this one.
    chrome.runtime.onMessage.addListener((message, _sender, respond) => {
      if (!failing.on || (message as { type: string }).type !== type) return;
      failing.asked++;
      respond({ ok: false, error: { code: 'failed', message: 'made to fail' } });
    });
  }, type);
  const mend = () => now.evaluate(() => void ((self as unknown as { failing: { on: boolean } }).failing.on = false));
  onTestFinished(mend);
  return {
    asked: () => now.evaluate(() => (self as unknown as { failing: { asked: number } }).failing.asked),
    mend,
  };
}

/** Holds back the files that the worker loads, until it is told to go on or the test ends. */
export async function holdFiles(s: Sidelight): Promise<{ asked(): Promise<number>; goOn(): Promise<void> }> {
  const now = await worker(s);
  await now.evaluate(() => {
    const held: (() => void)[] = [];
    (self as { held?: typeof held }).held = held;
    const load = self.fetch;
    self.fetch = async (...what) => {
      if ((self as { held?: typeof held }).held) await new Promise<void>((done) => held.push(done));
      return load(...what);
    };
  });
  const goOn = () =>
    now.evaluate(() => {
      const all = (self as { held?: (() => void)[] }).held;
      delete (self as { held?: unknown }).held;
      for (const done of all ?? []) done();
    });
  onTestFinished(goOn);
  return { asked: () => now.evaluate(() => (self as unknown as { held?: unknown[] }).held?.length ?? 0), goOn };
}

export async function openPopupWindow(s: Sidelight): Promise<void> {
  await (await worker(s)).evaluate(() => chrome.action.openPopup());
}

export async function closePanelWindow(s: Sidelight): Promise<void> {
  await (await worker(s)).evaluate(async () => {
    const { id } = await chrome.windows.getLastFocused();
    await chrome.sidePanel.close({ windowId: id }).catch(() => undefined);
  });
}

/** As after an update: the extension is loaded anew from its folder. */
export async function reloadExtension(s: Sidelight): Promise<void> {
  await (await worker(s)).evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
}

/** The version that runs; '' while none does. */
export async function versionOf(s: Sidelight): Promise<string> {
  if (!(await s.workerRuns())) return '';
  const now = await s.currentWorker().catch(() => undefined);
  return (await now?.evaluate(() => chrome.runtime.getManifest().version).catch(() => '')) ?? '';
}

interface Tab {
  id: number;
  url?: string;
  pendingUrl?: string;
}
interface Area {
  onChanged: {
    addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
    removeListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
  };
  get(key: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
interface Dispatched {
  // biome-ignore lint/suspicious/noExplicitAny: events of the browser, fired by hand
  dispatch(...values: any[]): void;
}

declare const chrome: {
  tabs: {
    query(filter: object): Promise<Tab[]>;
    sendMessage(id: number, message: unknown, options: object): Promise<{ value?: PageState | null } | undefined>;
  };
  action: {
    getBadgeText(of: { tabId: number }): Promise<string>;
    getTitle(of: { tabId: number }): Promise<string>;
    openPopup(): Promise<void>;
  };
  storage: { local: Area; session: Area };
  runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    reload(): void;
    getManifest(): { version: string };
    onMessage: {
      addListener(listener: (message: unknown, sender: unknown, respond: (reply: unknown) => void) => void): void;
    };
  };
  windows: { getLastFocused(): Promise<{ id: number }> };
  sidePanel: { close(of: { windowId: number }): Promise<void> };
  commands: { onCommand: Dispatched };
  contextMenus: { onClicked: Dispatched };
  omnibox: { onInputEntered: Dispatched; onInputChanged: Dispatched };
};

/** Ends the worker, until it is down: a page or panel that still has something to ask wakes it again, and rightly so. */
export async function stopWorker(s: Sidelight): Promise<void> {
  const stopped = async () => {
    if (await s.workerRuns()) await s.stopWorker();
    return !(await s.workerRuns());
  };
  // Seldom enough that one which is just starting gets to its feet before it is stopped again.
  await expect.poll(stopped, { timeout: 15_000, interval: 500 }).toBe(true);
}
