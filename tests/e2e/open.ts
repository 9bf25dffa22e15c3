import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { findChromium } from '../tools/browsers.mjs';
import { type OpenedExtension, openExtension } from '../tools/extension.mjs';
import { type Made, serve } from '../tools/serve.mjs';
import { type Errors, followErrors } from './errors';
import { type Network, watchNetwork } from './network';
import { closeAll, photograph } from './surfaces';

/** Further sites on the loopback address. Being no https and no loopback name, they are not trusted by the browser. */
export const OTHER_SITE = 'reading.test';

export interface Sidelight extends OpenedExtension {
  /** For what concerns the browser as a whole. */
  session: CDPSession;
  /** Where the fixture pages are. */
  origin: string;
  network: Network;
  /** A new tab with a fixture page. */
  visit(path: string, site?: string): Promise<Page>;
  /** A new tab with a page made for one test. */
  visitMade(path: string, body: string): Promise<Page>;
  /** Another text for a page that was made before. */
  remake(path: string, body: string): void;
  /** As the reader switches the extension off and on in the browser. */
  switch(on: boolean): Promise<void>;
  /** As the reader lets it read all sites in the browser's list of extensions, or takes that back. */
  allow(allSites: boolean): Promise<void>;
  /** Whether the service worker is up. */
  workerRuns(): Promise<boolean>;
}

export interface OpenOptions {
  /** Pages made on the spot, by their paths; others come from tests/playground. */
  pages?: Record<string, string | Made>;
  /** A built extension of one's own, to be changed on the way. */
  folder?: string;
  /** The browser keeps pages for going back. */
  keepsPages?: boolean;
  /** Of the browser's interface. */
  language?: string;
}

/** Opens the extension for a test file and closes it after the last test. Call it once, at the top of the file. */
export async function open(options?: OpenOptions): Promise<Sidelight> {
  const { sidelight, close } = await start(options);
  afterAll(close);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await photograph(sidelight, task.name);
    await closeAll(sidelight);
  });
  return sidelight;
}

/** Opens the extension in a browser for one test, with what must hold at its end. */
export async function during(options: OpenOptions, act: (sidelight: Sidelight) => Promise<void>): Promise<void> {
  const { sidelight, close } = await start(options);
  try {
    await act(sidelight);
    expect(sidelight.network.left()).toEqual([]);
    expect(await errorsOf.get(sidelight)!.all()).toEqual([]);
  } finally {
    await close();
  }
}

async function start({ pages = {}, folder = inject('built'), keepsPages = false, language }: OpenOptions = {}) {
  const network = await watchNetwork();
  const made = { ...pages };
  const server = await serve('tests/playground', (path) => {
    const page = made[path];
    return typeof page === 'string' ? { body: page } : page;
  });
  const opened = await openExtension({
    executablePath: browserPath(),
    folder,
    keepsPages,
    ...(language && { language }),
    args: [...network.args, `--host-resolver-rules=MAP ${OTHER_SITE} 127.0.0.1`, `--proxy-bypass-list=${OTHER_SITE}`],
  });
  const session = await opened.context.browser()!.newBrowserCDPSession();
  opened.context.setDefaultTimeout(10_000);
  // The browser alone takes half of ten seconds to lay out the largest of the hostile pages, and more on a busy machine.
  opened.context.setDefaultNavigationTimeout(45_000);
  network.follow(opened.context);
  let stopped = false;
  const errors = await followErrors(opened, folder, () => stopped);
  const close = async () => {
    await opened.close();
    await Promise.all([server.close(), network.close()]);
  };
  const visit = async (path: string, site = '127.0.0.1') => {
    const page = await opened.context.newPage();
    await page.goto(server.origin.replace('127.0.0.1', site) + path);
    return page;
  };
  const sidelight: Sidelight = {
    ...opened,
    session,
    origin: server.origin,
    network,
    visit,
    stopWorker() {
      stopped = true;
      return opened.stopWorker();
    },
    switch: (on) => errors.switch(on),
    allow: (allSites) => errors.allow(allSites),
    remake(path, body) {
      made[path] = body;
    },
    visitMade(path, body) {
      made[path] = body;
      return visit(path);
    },
    async workerRuns() {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(opened.id));
    },
  };
  errorsOf.set(sidelight, errors);
  return { sidelight, close };
}

const errorsOf = new WeakMap<Sidelight, Errors>();

/** What must hold after all tests of a file. Call it below them. */
export function closingChecks(sidelight: Sidelight): void {
  test('no request has left the machine', () => {
    expect(sidelight.network.left()).toEqual([]);
  });
  test('nothing was thrown in a page, the worker, the popup or the panel', async () => {
    expect(await errorsOf.get(sidelight)!.all()).toEqual([]);
  });
}

function browserPath(): string {
  const path = findChromium();
  if (!path) throw new Error('no Chromium, Chrome or Edge found; name one: CHROMIUM=/path/to/browser');
  return path;
}
