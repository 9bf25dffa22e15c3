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
    for (let i = 0; i < 50 && menu.state !== 'open'; i++) await new Promise((done) => setTimeout(done, 50));
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

/** Whether our sidebar is open. */
export const sidebarIsOpen = ({ window }: Fox): Promise<boolean> =>
  window.evaluate(() => SidebarController.isOpen && SidebarController.currentID.startsWith('sidelight'));

export const closeSidebar = ({ window }: Fox): Promise<void> => window.evaluate(() => SidebarController.hide());

/** What the real sidebar or popup reads. '' while there is none. */
export const textOf = ({ own }: Fox, type: 'sidebar' | 'popup'): Promise<string> =>
  own.evaluate((type) => browser.extension.getViews({ type })[0]?.document.body.innerText ?? '', type);

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

/** Types a query into the search box of the real popup or sidebar. */
export const searchIn = ({ own }: Fox, type: 'sidebar' | 'popup', query: string): Promise<void> =>
  own.evaluate(
    ({ type, query }) => {
      const box = browser.extension
        .getViews({ type })[0]!
        .document.querySelector<HTMLInputElement>('input[role=combobox]')!;
      box.value = query;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
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
    sendMessage(id: number, message: unknown, options: object): Promise<{ value?: PageState | null } | undefined>;
  };
};
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: { backgroundState: string; terminateBackground(options: object): Promise<void> };
  };
};
declare const SidebarController: { isOpen: boolean; currentID: string; hide(): void };
