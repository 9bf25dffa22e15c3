import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { OpenedExtension } from '../tools/extension.mjs';

export interface Errors {
  /** What went wrong in scripts of the extension, wherever they ran. */
  all(): Promise<string[]>;
  /** As the reader switches the extension off and on in the browser. */
  switch(on: boolean): Promise<void>;
  /** As the reader lets it read all sites there, or only those where its button is pressed. */
  allow(allSites: boolean): Promise<void>;
}

/**
 * Follows errors in two ways: as the browser keeps them on chrome://extensions, and as each page reports them.
 * @param folder the built extension
 * @param wasStopped whether a test has stopped the worker
 */
export async function followErrors(
  { context, id }: OpenedExtension,
  folder: string,
  wasStopped: () => boolean,
): Promise<Errors> {
  const inPages: string[] = [];
  context.on('weberror', (web) => {
    const { stack, message } = web.error();
    if (stack?.includes(`://${id}/`)) inPages.push(stack ?? message);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.includes(`://${id}/`)) inPages.push(message.text());
  });
  // The tab that was there from the start; it stays for the whole file.
  const page = context.pages()[0]!;
  await page.goto('chrome://extensions', { waitUntil: 'commit' });
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  return {
    all: async () => {
      const kept = (await keptErrors(page, id)).filter((one) => !(wasStopped() && isCutStart(one, folder)));
      return [...inPages, ...kept.map(({ message, source }) => `${message} (${source})`)];
    },
    allow: (allSites) =>
      page.evaluate(
        ([extensionId, hostAccess]) =>
          chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
        [id, allSites ? 'ON_ALL_SITES' : 'ON_CLICK'] as const,
      ),
    switch: (on) => page.evaluate(([id, on]) => chrome.management.setEnabled(id, on), [id, on] as const),
  };
}

/** A worker that a test stopped while it was starting: the browser says so of each script it had not read yet, though the script is there. */
const isCutStart = ({ message, source }: Kept, folder: string): boolean =>
  message === 'Failed to load the script unexpectedly' && existsSync(join(folder, new URL(source).pathname));

async function keptErrors(page: Page, id: string): Promise<Kept[]> {
  const { runtimeErrors, manifestErrors } = await page.evaluate(
    (id) => chrome.developerPrivate.getExtensionInfo(id),
    id,
  );
  return [...runtimeErrors, ...manifestErrors];
}

interface Kept {
  message: string;
  source: string;
}

declare const chrome: {
  management: { setEnabled(id: string, on: boolean): Promise<void> };
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: { extensionId: string; hostAccess: string }): Promise<void>;
    getExtensionInfo(id: string): Promise<{ runtimeErrors: Kept[]; manifestErrors: Kept[] }>;
  };
};
