// What only the browser's own window can do, and what only a page of the extension can tell.
import { type FrameStates, joinFrames } from '../../lib/messages/frames';
import type { PageState } from '../../lib/messages/protocol';
import { idOfKey } from '../../lib/saved/keys';
import type { Fox } from './open';
import type { Tab } from './tab';

/** Ends the event page, as Firefox does when it was idle. */
export const endEventPage = ({ window, id }: Fox): Promise<void> =>
  window.evaluate(async (id) => {
    await WebExtensionPolicy.getByID(id).extension.terminateBackground({
      ignoreDevToolsAttached: true,
      disableResetIdleForTest: true,
    });
  }, id);

/** Whether the event page is up. */
export const eventPageRuns = ({ window, id }: Fox): Promise<boolean> =>
  window.evaluate((id) => WebExtensionPolicy.getByID(id).extension.backgroundState === 'running', id);

/** Presses the keys of a command, in the browser's own table of keys. */
export const command = ({ window }: Fox, key: string): Promise<void> =>
  window.evaluate((key) => {
    const keys = [...document.querySelectorAll(`keyset[id^="ext-keyset-id-sidelight"] key`)];
    const found = keys.find((one) => one.getAttribute('key')?.toUpperCase() === key);
    if (!found) throw new Error(`no key ${key} among ${keys.length}`);
    found.dispatchEvent(new CustomEvent('command', { bubbles: true, cancelable: true }));
  }, key);

/** Opens the context menu at a point of a page. @returns the labels of our items in it */
export async function contextMenu({ window }: Fox, tab: Tab, at: { x: number; y: number }): Promise<string[]> {
  await tab.bringToFront();
  await tab.mouse.click(at.x, at.y, 2);
  return window.evaluate(async () => {
    const menu = document.getElementById('contentAreaContextMenu') as unknown as Menu;
    for (let i = 0; i < 160 && menu.state !== 'open'; i++) await new Promise((done) => setTimeout(done, 50));
    return [...menu.querySelectorAll('[id^="sidelight"]')]
      .filter((item) => !(item as HTMLElement).hidden)
      .map((item) => item.getAttribute('label') ?? '');
  });
}

export const chooseInMenu = ({ window }: Fox, label: string): Promise<void> =>
  window.evaluate((label) => {
    const menu = document.getElementById('contentAreaContextMenu') as unknown as Menu;
    const item = [...menu.querySelectorAll('[id^="sidelight"]')].find((one) => one.getAttribute('label') === label);
    if (!item) throw new Error(`no “${label}”`);
    menu.activateItem(item);
  }, label);

/** Hands a file to the file box of a page of the extension, as the reader's own choice would. */
export const chooseFile = (tab: Tab, selector: string, name: string, text: string): Promise<void> =>
  tab.evaluate(
    ({ selector, name, text }) => {
      const box = document.querySelector<HTMLInputElement>(selector)!;
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], name));
      box.files = chosen.files;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { selector, name, text },
  );

/** Clicks a button of a page by the beginning of its name, once it is there. */
export async function clickButton(tab: Tab, name: string): Promise<void> {
  const click = (name: string) => {
    const found = [...document.querySelectorAll('button')].find((one) => one.innerText.trim().startsWith(name));
    found?.click();
    return !!found;
  };
  for (let i = 0; i < 80; i++) {
    if (await tab.evaluate(click, name).catch(() => false)) return;
    await tab.waitForTimeout(100);
  }
  throw new Error(`no button “${name}”`);
}

/** Types into the address bar. @returns what it suggests of ours, once that is there */
export const typeInAddressBar = ({ window }: Fox, text: string): Promise<string[]> =>
  window.evaluate(async (text) => {
    gURLBar.search(text);
    const ours = () =>
      [...document.querySelectorAll('#urlbar .urlbarView-row')]
        .filter((row) => (row as Row).result?.type === OMNIBOX)
        .map((row) => row.textContent);
    // The kind of a suggestion that comes from an extension (UrlbarUtils.RESULT_TYPE.OMNIBOX).
    const OMNIBOX = 5;
    // The first is the words themselves.
    for (let i = 0; i < 160 && ours().length < 2; i++) await new Promise((done) => setTimeout(done, 50));
    return ours();
  }, text);

/** Presses Enter in the address bar, on the words or on one of the suggestions below them. */
export const enterInAddressBar = ({ window }: Fox, row = 0): Promise<void> =>
  window.evaluate((row) => {
    gURLBar.view.selectedRowIndex = row;
    gURLBar.handleCommand(new KeyboardEvent('keydown', { key: 'Enter' }));
  }, row);

/** Where the tabs are, or are on their way to. */
export const tabAddresses = ({ own }: Fox): Promise<string[]> =>
  own.evaluate(async () => (await browser.tabs.query({})).map(({ url }) => url ?? ''));

/** Takes the tabs away whose addresses begin so. */
export const closeTabsAt = ({ own }: Fox, address: string): Promise<void> =>
  own.evaluate(async (address) => {
    const all = (await browser.tabs.query({})).filter(({ url }) => url?.startsWith(address));
    await browser.tabs.remove(all.map(({ id }) => id));
  }, address);

/**
 * Counts from now on how often a function of the content script is entered in the tab in front: a timer, a message, an observer, an event.
 * The browser's own debugger sees it, in the process of the page.
 * @returns tells how often so far, and in how many content scripts
 */
export async function countEntries(
  { window, id }: Fox,
  tab: Tab,
): Promise<() => Promise<{ scripts: number; entered: number }>> {
  await tab.bringToFront();
  const key = await window.evaluate(
    async ({ code, id }) => {
      const key = `sidelight-test-${Math.random()}`;
      const { messageManager } = gBrowser.selectedBrowser;
      messageManager.loadFrameScript(
        `data:text/javascript,${encodeURIComponent(`(${code})(${JSON.stringify({ key, id })})`)}`,
        false,
      );
      const all = ((globalThis as { told?: Record<string, unknown> }).told ??= {});
      messageManager.addMessageListener(`${key}-told`, ({ data }) => void (all[key] = data));
      (globalThis as { askers?: Record<string, () => void> }).askers ??= {};
      (globalThis as unknown as { askers: Record<string, () => void> }).askers[key] = () =>
        messageManager.sendAsyncMessage(key);
      return key;
    },
    { code: String(inFrame), id },
  );
  return () =>
    window.evaluate(async (key) => {
      const { told, askers } = globalThis as unknown as {
        told: Record<string, { scripts: number; entered: number } | undefined>;
        askers: Record<string, () => void>;
      };
      told[key] = undefined;
      askers[key]!();
      for (let i = 0; i < 400 && !told[key]; i++) await new Promise((done) => setTimeout(done, 20));
      if (!told[key]) throw new Error('the page’s process does not answer');
      return told[key];
    }, key);
}

/** Runs in the process of a page, with the browser's own rights. */
function inFrame({ key, id }: { key: string; id: string }): void {
  const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
  const apart = Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), { freshCompartment: true });
  addDebuggerToGlobal(apart);
  const watching = new apart.Debugger();
  let entered = 0;
  let scripts = 0;
  for (const global of watching.findAllGlobals()) {
    let about: { addonId?: string; 'inner-window-id'?: number } | undefined;
    try {
      about = Cu.getSandboxMetadata(global.unsafeDereference());
    } catch {
      // No sandbox.
    }
    if (about?.addonId !== id || about['inner-window-id'] !== content.windowGlobalChild.innerWindowId) continue;
    watching.addDebuggee(global);
    scripts++;
  }
  watching.onEnterFrame = () => void entered++;
  addMessageListener(key, () => sendAsyncMessage(`${key}-told`, { scripts, entered }));
}

/** Whether our sidebar is open. */
export const sidebarIsOpen = ({ window }: Fox): Promise<boolean> =>
  window.evaluate(() => SidebarController.isOpen && SidebarController.currentID.startsWith('sidelight'));

export const closeSidebar = ({ window }: Fox): Promise<void> => window.evaluate(() => SidebarController.hide());

/** What the real sidebar or popup reads. '' while there is none. */
export const textOf = ({ own }: Fox, type: 'sidebar' | 'popup'): Promise<string> =>
  own.evaluate((type) => browser.extension.getViews({ type })[0]?.document.body.innerText ?? '', type);

/** What the panel's page reads in a tab. '' while there is none. */
export const textInTab = ({ own }: Fox, url: string): Promise<string> =>
  own.evaluate(
    (url) =>
      browser.extension.getViews({ type: 'tab' }).find((view) => view.location.href === url)?.document.body.innerText ??
      '',
    url,
  );

/** Clicks what has a name in the real sidebar or popup. It is no gesture to Firefox. */
export const clickIn = ({ own }: Fox, type: 'sidebar' | 'popup', name: string): Promise<void> =>
  own.evaluate(
    ({ type, name }) => {
      const view = browser.extension.getViews({ type })[0]!;
      const all = [...view.document.querySelectorAll<HTMLElement>('button, [role=tab], [role=option], a[href]')];
      const found = all.find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim().startsWith(name));
      if (!found) throw new Error(`no “${name}”`);
      found.click();
    },
    { type, name },
  );

/** Types a query into the search box of the real popup or sidebar, and waits for its answer: before that the list is of something else. */
export const searchIn = ({ own }: Fox, type: 'sidebar' | 'popup', query: string): Promise<void> =>
  own.evaluate(
    async ({ type, query }) => {
      const { document } = browser.extension.getViews({ type })[0]!;
      const box = document.querySelector<HTMLInputElement>('input[role=combobox]')!;
      box.value = query;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const isAnswered = () => document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false';
      for (let i = 0; i < 160 && !isAnswered(); i++) await new Promise((done) => setTimeout(done, 50));
      if (!isAnswered()) throw new Error(`no answer to “${query}”`);
    },
    { type, query },
  );

/** Opens the real popup over a page. */
export async function openPopup(fox: Fox, tab: Tab): Promise<void> {
  await tab.bringToFront();
  await fox.own.evaluate(() => browser.action.openPopup());
}

/** Closes the real popup. */
export const closePopup = ({ own }: Fox): Promise<void> =>
  own.evaluate(() => browser.extension.getViews({ type: 'popup' }).forEach((view) => view.close()));

export const read = <T>({ own }: Fox, area: 'local' | 'session', key: string): Promise<T | undefined> =>
  own.evaluate(async ({ area, key }) => (await browser.storage[area].get(key))[key], { area, key }) as Promise<
    T | undefined
  >;

/** Ids of the saved papers. */
export async function savedIds({ own }: Fox): Promise<string[]> {
  const keys = await own.evaluate(async () => Object.keys(await browser.storage.local.get(null)));
  return keys.flatMap((key) => idOfKey(key) ?? []).sort();
}

/** An empty reading list. */
export const forgetSaved = ({ own }: Fox): Promise<void> =>
  own.evaluate(async () => {
    const keys = Object.keys(await browser.storage.local.get(null));
    await browser.storage.local.remove(keys.filter((key) => key.startsWith('saved:')));
  });

export const write = ({ own }: Fox, area: 'local' | 'session', values: Record<string, unknown>): Promise<void> =>
  own.evaluate(({ area, values }) => browser.storage[area].set(values), { area, values });

/** All of storage.local but the filter, which is the same for everybody. */
export const everything = ({ own }: Fox): Promise<Record<string, unknown>> =>
  own.evaluate(async () => {
    const { filter: _, ...rest } = await browser.storage.local.get(null);
    return rest;
  });

/** The query in the search box of the real popup or sidebar. */
export const queryIn = ({ own }: Fox, type: 'sidebar' | 'popup'): Promise<string> =>
  own.evaluate(
    (type) =>
      browser.extension.getViews({ type })[0]!.document.querySelector<HTMLInputElement>('input[role=combobox]')!.value,
    type,
  );

/** As the reader takes back the access to all sites on about:addons. */
export const revokeAccess = ({ own }: Fox): Promise<boolean> =>
  own.evaluate(() => browser.permissions.remove({ origins: ['<all_urls>'] }));

export const hasAccess = ({ own }: Fox): Promise<boolean> =>
  own.evaluate(() => browser.permissions.contains({ origins: ['<all_urls>'] }));

export const badgeOf = ({ own }: Fox, url: string): Promise<string> =>
  own.evaluate(async (url) => {
    const tab = (await browser.tabs.query({})).find((one) => one.url === url);
    return tab ? browser.action.getBadgeText({ tabId: tab.id }) : 'no tab';
  }, url);

/** Ids of the papers found in the tab at an address, each once, in page order. */
export async function papersOn({ own }: Fox, url: string): Promise<string[]> {
  const frames = await own.evaluate(async (url) => {
    const tab = (await browser.tabs.query({})).find((one) => one.url === url);
    if (!tab) return null;
    const reply = await browser.tabs
      .sendMessage(tab.id, { type: 'page.state', input: {} }, { frameId: 0 })
      .catch(() => undefined);
    const key = `page:${tab.id}`;
    return reply?.value
      ? { ...((await browser.storage.session.get(key))[key] as FrameStates | undefined), 0: reply.value }
      : null;
  }, url);
  const found = (frames && joinFrames(frames))?.found ?? [];
  return [...new Set(found.filter(({ kind }) => kind !== 'term').map(({ id }) => id))];
}

interface Area {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
interface Row extends Element {
  result?: { type: number };
}
interface Menu extends Element {
  state: string;
  activateItem(item: Element): void;
}
declare const browser: {
  extension: { getViews(of: { type: string }): Window[] };
  action: { openPopup(): Promise<void>; getBadgeText(of: { tabId: number }): Promise<string> };
  storage: { local: Area; session: Area };
  permissions: {
    remove(what: { origins: string[] }): Promise<boolean>;
    contains(what: { origins: string[] }): Promise<boolean>;
  };
  tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    remove(ids: number[]): Promise<void>;
    sendMessage(id: number, message: unknown, options: object): Promise<{ value?: PageState | null } | undefined>;
  };
};
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: { backgroundState: string; terminateBackground(options: object): Promise<void> };
  };
};
declare const SidebarController: { isOpen: boolean; currentID: string; hide(): void };
declare const gURLBar: {
  search(text: string): void;
  handleCommand(event: Event): void;
  view: { selectedRowIndex: number };
};
interface MessageManager {
  loadFrameScript(url: string, later: boolean): void;
  addMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
  sendAsyncMessage(name: string): void;
}
declare const gBrowser: { selectedBrowser: { messageManager: MessageManager } };
declare const addMessageListener: (name: string, listener: () => void) => void;
declare const sendAsyncMessage: (name: string, data: unknown) => void;
declare const content: { windowGlobalChild: { innerWindowId: number } };
declare const ChromeUtils: { importESModule(url: string): { addDebuggerToGlobal(this: void, global: object): void } };
declare const Services: { scriptSecurityManager: { getSystemPrincipal(): object } };
declare const Cu: {
  Sandbox(principal: object, options: object): { Debugger: new () => Debugging };
  getSandboxMetadata(sandbox: object): object | undefined;
};
interface Debugging {
  findAllGlobals(): { unsafeDereference(): object }[];
  addDebuggee(global: object): void;
  onEnterFrame: () => void;
}
