import browser from 'webextension-polyfill';

interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * Opens the panel (Chromium) or the sidebar (Firefox). Call it first thing in a handler of a click, command or menu: an await before it
 * loses the browser's permission to open.
 */
export async function openPanel(windowId: number): Promise<void> {
  const sidePanel = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;
  // What is thrown here is a rejection to the caller: Firefox throws at once where it sees no gesture.
  await (sidePanel ? sidePanel.open({ windowId }) : browser.sidebarAction.open());
}

/** Whether a window's sidebar is open, where the browser tells (Firefox): then it follows a new request by itself. */
export async function isPanelOpen(windowId: number): Promise<boolean> {
  return browser.sidebarAction ? browser.sidebarAction.isOpen({ windowId }) : false;
}

/** The keys that open the panel, as the reader has set them; '' where there are none. */
export async function panelKeys(): Promise<string> {
  return (await browser.commands.getAll()).find(({ name }) => name === 'open-panel')?.shortcut ?? '';
}
