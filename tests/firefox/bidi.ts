import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findFirefox } from '../tools/browsers.mjs';

/** No answer of the browser takes longer than this, in milliseconds: a call that hangs must not hang the run. */
const PATIENCE = 15_000;

/** A connection to Firefox by WebDriver BiDi. Puppeteer starts the browser and puts the extension in; it cannot go to pages of extensions, so all else is said in BiDi itself. */
export interface Bidi {
  send<T = unknown>(method: string, params: object): Promise<T>;
  close(): Promise<void>;
}

/** @param inPrivate whether the extension may run in private windows, as the reader allows on about:addons */
export async function startFirefox(
  folder: string,
  prefs: Record<string, string | number | boolean>,
  inPrivate = false,
): Promise<Bidi> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('no Firefox found; name one: FIREFOX=/path/to/firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // The browser's own window is driven too: menus, keys, the sidebar.
    args: ['--remote-allow-system-access', '--width=1100', '--height=800'],
    extraPrefsFirefox: prefs,
  });
  const { connection } = browser as unknown as WithConnection;
  // Puppeteer's own way to install knows nothing of private windows.
  const install = connection.send('webExtension.install', {
    extensionData: { type: 'path', path: resolve(folder) },
    'moz:allowPrivateBrowsing': inPrivate,
  });
  await within(install, 'webExtension.install');
  return {
    async send<T>(method: string, params: object) {
      const reply = await within(connection.send(method, params), method);
      return ((reply as { result?: T }).result ?? reply) as T;
    },
    async close() {
      const { pid } = browser.process() ?? {};
      await within(browser.close(), 'close').catch(() => pid && process.kill(pid, 'SIGKILL'));
    },
  };
}

/** Not public in Puppeteer: its version is pinned. */
interface WithConnection extends Browser {
  connection: { send(method: string, params: object): Promise<unknown> };
}

function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Firefox does not answer to ${what}`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
