import browser from 'webextension-polyfill';
import { openPanel } from '../../lib/browser/panel';
import { panelRequest } from '../../lib/browser/state';
import type { PanelRequest } from '../../lib/messages/protocol';

const LOOK_UP = 'look-up';
const PAGE = 'page';

/** The menu is made when the extension is installed or updated; the browser keeps it. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, contexts: ['selection'], title: browser.i18n.getMessage('menuLookUp') });
  browser.contextMenus.create({ id: PAGE, contexts: ['page'], title: browser.i18n.getMessage('menuPage') });
}

/** Looking up from the menu is also the way in on pages without a content script: PDFs, the browser's own. */
export function onMenu(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const request: PanelRequest =
      info.menuItemId === LOOK_UP
        ? { view: 'search', query: (info.selectionText ?? '').trim().slice(0, 1000) }
        : { view: 'page' };
    void showInPanel(tab?.windowId, request);
  });
}

/** Opens the panel at a request. Call it in a listener, before any await. */
export async function showInPanel(
  windowId: number | undefined,
  request: PanelRequest | Promise<PanelRequest>,
): Promise<void> {
  if (windowId === undefined || windowId < 0) return;
  const opened = openPanel(windowId).catch(() => undefined);
  await panelRequest(windowId).set(await request);
  await opened;
}
