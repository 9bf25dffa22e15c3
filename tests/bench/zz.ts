import { writeFileSync } from 'node:fs';
import { openExtension } from '../tools/extension.mjs';
import { settled } from '../tools/pickup';
import { serve } from '../tools/serve.mjs';
import { PAGES } from './browser';
export async function main(args: string[]) {
  const [name, out] = args as [keyof typeof PAGES, string];
  const body = PAGES[name]();
  const server = await serve('tests/playground', (path) =>
    path === name
      ? {
          headers: { 'content-type': name.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8' },
          body,
        }
      : undefined,
  );
  const opened = await openExtension({ executablePath: '/usr/bin/chromium', folder: '/tmp/sl-out/chrome-mv3' });
  const w = await opened.currentWorker();
  await new Promise((r) => setTimeout(r, 1500));
  await w.evaluate(() => (globalThis as any).chrome.storage.local.set({ settings: { enabled: false } }));
  const page = await opened.context.newPage();
  await page.goto(server.origin + name);
  await page.waitForTimeout(2500);
  const browser = opened.context.browser()!;
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink', 'v8'],
  });
  await w.evaluate(() => (globalThis as any).chrome.storage.local.set({ settings: { enabled: true } }));
  await new Promise((r) => setTimeout(r, +(args[2] ?? 6000)));
  const state = await settled(await opened.currentWorker(), page.url());
  const buf = await browser.stopTracing();
  writeFileSync(out, buf);
  console.log(state.ms, state.found.length, state.progress);
  await opened.close();
  await server.close();
  return 0;
}
