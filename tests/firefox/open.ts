import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, inject, test, vi } from 'vitest';
import { watchNetwork } from '../e2e/network';
import { type Made, serve } from '../tools/serve.mjs';
import { type Bidi, startFirefox } from './bidi';
import { Tab } from './tab';

export const ID = 'sidelight@sidelight.invalid';
/** Firefox gives each installation its own; here it is always the same. */
const UUID = '11111111-2222-4333-8444-555555555555';

export interface Fox {
  /** A new tab with a fixture page. */
  visit(path: string): Promise<Tab>;
  /** A private window with a page, of the web or of the extension, which must have been let into such windows. It may still be loading. */
  openInPrivate(address: string): Promise<Tab>;
  /** A new tab with a page of the extension. It may still be loading. */
  openOwn(path: string): Promise<Tab>;
  /** A file of the extension in a tab, without scripts of its own, from which storage and messages are reached. */
  own: Tab;
  /** The browser's own window. */
  window: Tab;
  id: string;
  origin: string;
  url(path: string): string;
  /** Asks BiDi for what a tab's document has in its closed shadow roots. */
  send<T>(method: string, params: object): Promise<T>;
  /** What was asked for on other machines. */
  left(): string[];
}

interface Tree {
  contexts: { context: string; url: string }[];
}

/** Opens Firefox with the extension for a test file and closes it after the last test. Call it once, at the top of the file. */
export async function openFirefox(pages: Record<string, string | Made> = {}, { inPrivate = false } = {}): Promise<Fox> {
  const folder = inject('built');
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} is missing: run "npm run --silent build:firefox" first`);
  const network = await watchNetwork();
  const server = await serve('tests/playground', (path) => {
    const page = pages[path];
    return typeof page === 'string' ? { body: page } : page;
  });
  const bidi = await startFirefox(
    folder,
    {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      // Everything but the loopback address goes to a proxy that notes and refuses it.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': network.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': network.port,
      // Permissions asked for in a click are granted without the browser's question, which no test can answer.
      'extensions.webextOptionalPermissionPrompts': false,
      'ui.popup.disable_autohide': true,
    },
    inPrivate,
  );
  afterAll(async () => {
    await bidi.close();
    await Promise.all([server.close(), network.close()]);
  });
  const create = async () =>
    new Tab(bidi, (await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' })).context);
  const { contexts } = await bidi.send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = new Tab(bidi, contexts.find(({ url }) => url.endsWith('/browser.xhtml'))!.context);
  const own = await create();
  const url = (path: string) => `moz-extension://${UUID}/${path}`;
  await own.goto(url('content-scripts/content.css'));
  const isReady = () => own.evaluate(() => 'browser' in globalThis && !!document.body).catch(() => false);
  await vi.waitUntil(isReady, { timeout: 30_000, interval: 100 });
  const isInstalled = () =>
    own.evaluate(async () => {
      const stored = await browser.storage.local.get(null);
      return 'filter' in stored && 'shape' in stored;
    });
  await vi.waitUntil(isInstalled, { timeout: 30_000, interval: 100 });
  // Let into private windows, the extension is started anew, and its tabs are closed.
  if (!inPrivate) await closeWelcome(bidi, url('welcome.html'));
  const tabs = new Set<Tab>();
  afterEach(async () => {
    for (const tab of tabs) await tab.close().catch(() => undefined);
    tabs.clear();
  });
  return {
    async openOwn(path) {
      const tab = await create();
      tabs.add(tab);
      await tab.goto(url(path));
      return tab;
    },
    async visit(path) {
      const tab = await create();
      tabs.add(tab);
      await tab.goto(server.origin + path);
      return tab;
    },
    async openInPrivate(address) {
      await own.evaluate((url) => browser.windows.create({ incognito: true, url }), address);
      const find = async () =>
        (await bidi.send<Tree>('browsingContext.getTree', {})).contexts.find(({ url }) => url === address);
      await expect.poll(find).toBeTruthy();
      const tab = new Tab(bidi, (await find())!.context);
      tabs.add(tab);
      await tab.bringToFront();
      return tab;
    },
    own,
    window,
    id: ID,
    origin: server.origin,
    url,
    send: (method, params) => bidi.send(method, params),
    left: () => network.left(),
  };
}

/** The page of the first run comes to the front whenever installing is over: in the middle of a test, pointer and keys would miss theirs. */
async function closeWelcome(bidi: Bidi, address: string): Promise<void> {
  const find = async () =>
    (await bidi.send<Tree>('browsingContext.getTree', {})).contexts.find(({ url }) => url === address);
  await vi.waitUntil(find, { timeout: 30_000, interval: 100 });
  await bidi.send('browsingContext.close', { context: (await find())!.context });
}

/** What must hold after all tests of a file. Call it below them. */
export function closingChecks(fox: Fox): void {
  test('no request has left the machine', () => {
    expect(fox.left()).toEqual([]);
  });
  test('nothing was thrown in a script of the extension', async () => {
    expect(await thrown(fox)).toEqual([]);
  });
}

/** Errors as the browser's console keeps them. */
const thrown = (fox: Fox) =>
  fox.window.evaluate(
    (own) =>
      Services.console
        .getMessageArray()
        .flatMap((message) => (message instanceof Ci.nsIScriptError ? [message] : []))
        // An answer that came after its page was closed: Firefox says so, but nothing was thrown.
        .filter(({ sourceName, flags, errorMessage }) => {
          const isNotice =
            !!(flags & Ci.nsIScriptError.warningFlag) || /^Promise (?:resolved|rejected)/.test(errorMessage);
          return sourceName.startsWith(own) && !isNotice;
        })
        .map(
          ({ errorMessage, sourceName, lineNumber, columnNumber }) =>
            `${errorMessage} (${sourceName}:${lineNumber}:${columnNumber})`,
        ),
    fox.url(''),
  );

interface ScriptError {
  errorMessage: string;
  sourceName: string;
  lineNumber: number;
  columnNumber: number;
  flags: number;
}
declare const browser: {
  windows: { create(options: object): Promise<unknown> };
  storage: { local: { get(keys: null): Promise<object> } };
};
declare const Services: { console: { getMessageArray(): unknown[] } };
declare const Ci: { nsIScriptError: { new (): ScriptError; warningFlag: number } };
