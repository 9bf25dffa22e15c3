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

/** Follows errors in two ways: as the browser keeps them on chrome://extensions, and as each page reports them. */
export async function followErrors({ context, id }: OpenedExtension): Promise<Errors> {
  const inPages: string[] = [];
  context.on('weberror', (web) => {
    const { stack, message } = web.error();
    if (stack?.includes(id)) inPages.push(stack ?? message);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.includes(id)) inPages.push(message.text());
  });
  // The tab that was there from the start; it stays for the whole file.
  const page = context.pages()[0]!;
  await page.goto('chrome://extensions', { waitUntil: 'commit' });
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  return {
    all: async () => [...inPages, ...(await keptErrors(page, id))],
    allow: (allSites) =>
      page.evaluate(
        ([extensionId, hostAccess]) =>
          chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
        [id, allSites ? 'ON_ALL_SITES' : 'ON_CLICK'] as const,
      ),
    switch: (on) => page.evaluate(([id, on]) => chrome.management.setEnabled(id, on), [id, on] as const),
  };
}

async function keptErrors(page: Page, id: string): Promise<string[]> {
  const { runtimeErrors, manifestErrors } = await page.evaluate(
    (id) => chrome.developerPrivate.getExtensionInfo(id),
    id,
  );
  return [...runtimeErrors, ...manifestErrors].map(({ message, source }) => `${message} (${source})`);
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
