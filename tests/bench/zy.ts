import { writeFileSync } from 'node:fs';
import { openExtension } from '../tools/extension.mjs';
import { serve } from '../tools/serve.mjs';
import { PAGES } from './browser';
export async function main(args: string[]) {
  const [on, out] = args as [string, string];
  const name = '/changing.html' as const;
  const body = PAGES[name]();
  const server = await serve('tests/playground', (path) => path === name ? { headers: {'content-type': 'text/html; charset=utf-8'}, body } : undefined);
  const opened = await openExtension({ executablePath: '/usr/bin/chromium', folder: '/tmp/sl-out/chrome-mv3' });
  const w = await opened.currentWorker();
  await new Promise(r=>setTimeout(r,1500));
  await w.evaluate((on) => (globalThis as any).chrome.storage.local.set({ settings: on === 'marks' ? { enabled: true, marks: 'titles' } : { enabled: on==='on' } }), on);
  const page = await opened.context.newPage();
  await page.goto(server.origin + name);
  await page.waitForTimeout(2500);
  const browser = opened.context.browser()!;
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink', 'v8'] });
  await page.evaluate('go(5000)');
  writeFileSync(out, await browser.stopTracing());
  await opened.close(); await server.close();
  return 0;
}
