import browser from 'webextension-polyfill';

interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * Opens the panel (Chromium) or the sidebar (Firefox). Call it first thing in a handler of a click, command or menu: an await before it
 * loses the browser's permission to open.
 */
export function openPanel(windowId: number): Promise<void> {
  const sidePanel = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;
  return sidePanel ? sidePanel.open({ windowId }) : browser.sidebarAction.open();
}
