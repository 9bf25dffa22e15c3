import browser from 'webextension-polyfill';
import { askTab, tellFrames } from '../../lib/browser/messaging';
import { takeWaiting } from '../../lib/browser/waiting';
import { showInPanel } from './menu';

/** Keyboard commands; their keys are the reader's to set in the browser. */
export function onCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void showInPanel(tab?.windowId, takeWaiting(tab?.windowId));
    if (tab?.id === undefined) return;
    if (command === 'look-up-selection') tellFrames(tab.id, 'selection.lookUp', {});
    if (command === 'next-mark') void askTab(tab.id, 'mark.step', { by: 1 });
    if (command === 'previous-mark') void askTab(tab.id, 'mark.step', { by: -1 });
  });
}
