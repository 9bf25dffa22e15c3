import browser from 'webextension-polyfill';
import { migrateStorage } from '../../lib/browser/migrate';
import { ownPage } from '../../lib/browser/package';
import { handshake } from '../../lib/browser/state';
import { openTab } from '../../lib/browser/tabs';
import { library, publishFilter } from './lookup';
import { createMenu } from './menu';

/** After installing and updating: the menu, the filter, and the new content script for the tabs that are open already. */
export function onInstalled(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenu();
    void Promise.all([publishFilter(), nameHandshake()]).then(enterOpenTabs);
    void bringUpToDate().then(async (isNew) => {
      if (isNew && reason === 'install') await openTab(ownPage('welcome'));
    });
  });
  // Where the browser was closed before it was done.
  browser.runtime.onStartup.addListener(() => {
    void bringUpToDate();
    void nameHandshake();
  });
}

/** Made once: scripts that an update has left in pages know no other. */
const nameHandshake = () => handshake.update((name) => name || crypto.randomUUID());

/** What an older version stored, in today's shape. */
const bringUpToDate = () =>
  migrateStorage(async () => {
    const { shipped } = await library();
    return (id) => shipped.get(id)?.paper;
  });

/** Access to a site that was taken back is given again: its open pages are read without a reload. */
export function onAccess(): void {
  browser.permissions.onAdded.addListener(() => void enterOpenTabs());
}

/** Open tabs get the content script without a reload; an older copy of it notices the new one and leaves by itself. */
async function enterOpenTabs(): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script?.js) return;
  const { js } = script;
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file://*/*'] });
  const open = tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [id]));
  // All at once: a page that does not answer holds up no other.
  const entering = open.map((tabId) =>
    browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: js }).catch(() => {
      // A page that no extension may enter: the store, an error page.
    }),
  );
  await Promise.all(entering);
}
