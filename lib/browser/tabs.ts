import browser, { type Tabs } from 'webextension-polyfill';

/** The tab that the reader looks at in this window. */
export async function activeTab(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** Calls back when another tab comes to the front in this window, or the one in front loads another page. @returns what ends it */
export function followActiveTab(listener: () => void): () => void {
  const onUpdated = (_id: number, change: { status?: string; url?: string }, tab: Tabs.Tab) => {
    if (tab.active && (change.status || change.url)) listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

/** Calls back when a tab loads another page, and with undefined when it is closed. @returns what ends it */
export function followTab(tabId: number, listener: (tab: Tabs.Tab | undefined) => void): () => void {
  const onUpdated = (id: number, change: { status?: string; url?: string }, tab: Tabs.Tab) => {
    if (id === tabId && (change.status || change.url)) listener(tab);
  };
  const onRemoved = (id: number) => {
    if (id === tabId) listener(undefined);
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  return () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onRemoved);
  };
}

/** Opens an address in a new tab, beside the one in front. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** The panel's page in a tab, where the browser has no panel to open. */
export const openPanelTab = () => openTab(browser.runtime.getURL('sidepanel.html'));
