import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { needChromium } from '../tools/browsers.mjs';
import { openExtension } from '../tools/extension.mjs';
import { serve } from '../tools/serve.mjs';

export interface BothBrowsers {
  /** With the extension. */
  opened: Awaited<ReturnType<typeof openExtension>>;
  /** Without it. */
  bare: BrowserContext;
  origin: string;
}

/** A browser with the extension and one without, and a server of pages made for the measurement. Both are closed at the end. */
export async function inBothBrowsers<T>(
  extension: string,
  pages: Record<string, string>,
  measure: (browsers: BothBrowsers) => Promise<T>,
): Promise<T> {
  const server = await serve('tests/playground', (path) => {
    const body = pages[path.split('?')[0]!];
    return body === undefined ? undefined : { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  });
  const executablePath = needChromium();
  const opened = await openExtension({ executablePath, folder: extension });
  const bare = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const context = await bare.newContext({ viewport: { width: 1100, height: 800 } });
    return await measure({ opened, bare: context, origin: server.origin });
  } finally {
    await Promise.all([opened.close(), bare.close(), server.close()]);
  }
}

/** A browser with an extension whose content script and worker do nothing: what having any extension costs. */
export async function openIdleExtension(): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-idle-'));
  const manifest = {
    manifest_version: 3,
    name: 'Does nothing',
    version: '1.0',
    background: { service_worker: 'nothing.js' },
    content_scripts: [{ matches: ['<all_urls>'], js: ['nothing.js'], all_frames: true, match_about_blank: true }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'nothing.js'), '');
  const opened = await openExtension({ executablePath: needChromium(), folder });
  return {
    context: opened.context,
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
