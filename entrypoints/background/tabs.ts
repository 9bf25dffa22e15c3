import browser from 'webextension-polyfill';
import { showBadge } from './badge';

/** What was found on a page goes with the page. */
export function onTabs(): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status !== 'loading' || !change.url) return;
    void forget(tabId);
    void showBadge(tabId, null);
  });
  browser.tabs.onRemoved.addListener((tabId) => void forget(tabId));
  browser.windows?.onRemoved.addListener((windowId) => void browser.storage.session.remove(`panel:${windowId}`));
}

const forget = (tabId: number) => browser.storage.session.remove(`page:${tabId}`);
