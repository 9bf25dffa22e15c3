import browser from 'webextension-polyfill';
import { askTab } from '../../lib/browser/messaging';
import { waitingRequest } from '../../lib/browser/state';
import type { PanelRequest } from '../../lib/messages/protocol';
import { showInPanel } from './menu';

/** What a card could not show in the panel is shown by its keys for this long, in milliseconds. */
const WAITING = 60_000;

/** Keyboard commands; their keys are the reader's to set in the browser. */
export function onCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void showInPanel(tab?.windowId, wanted(tab?.windowId));
    if (tab?.id === undefined) return;
    if (command === 'look-up-selection') void askTab(tab.id, 'selection.lookUp', {});
    if (command === 'next-mark') void askTab(tab.id, 'mark.step', { by: 1 });
    if (command === 'previous-mark') void askTab(tab.id, 'mark.step', { by: -1 });
  });
}

/** What a card has just asked for in vain (Firefox opens its sidebar from keys, menus and buttons only), else the page's papers. */
async function wanted(windowId = -1): Promise<PanelRequest> {
  const store = waitingRequest(windowId);
  const waiting = await store.get();
  if (!waiting) return { view: 'page' };
  await store.set(null);
  return Math.abs(Date.now() - waiting.at) < WAITING ? waiting.request : { view: 'page' };
}
