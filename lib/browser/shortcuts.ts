import browser from 'webextension-polyfill';

/** Firefox 137 and newer. */
const { openShortcutSettings: openOwn } = browser.commands as { openShortcutSettings?: () => Promise<void> };

/** In the order of the manifest: browsers list them by their letters. */
const ORDER = ['_execute_action', 'look-up-selection', 'open-panel', 'next-mark', 'previous-mark'];
const rankOf = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** The commands with their keys as they are now; '' where one has none. */
export async function readShortcuts(): Promise<{ name: string; description: string; keys: string }[]> {
  const commands = await browser.commands.getAll();
  return commands
    .map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut }))
    .sort((a, b) => rankOf(a.name) - rankOf(b.name));
}

/** Where the reader changes them: a page that can be opened from here, or, in older Firefox, only a menu. */
export const shortcutsIn: 'page' | 'menu' = openOwn || navigator.userAgent.includes('Chrome/') ? 'page' : 'menu';

export async function openShortcutSettings(): Promise<void> {
  if (openOwn) await openOwn();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
