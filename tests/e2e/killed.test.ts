// The browser is killed in the middle of writing, and started again with the same profile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { findChromium } from '../tools/browsers.mjs';
import { openExtension } from '../tools/extension.mjs';

const profile = mkdtempSync(join(tmpdir(), 'sidelight-killed-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
const start = () => openExtension({ executablePath: findChromium()!, folder: inject('built'), profile });

/** More papers than are written in the time. */
const MANY = 4000;

test('what was saved before is whole, no entry is half a one, and the list goes on', async () => {
  const first = await start();
  const worker = await first.currentWorker();
  // Kept before the kill: the browser has said so, and has had a moment to put it down.
  await worker.evaluate(save, { from: 0, to: 20 });
  await new Promise((done) => setTimeout(done, 1500));
  const session = await first.context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const { id: pid } = processInfo.find(({ type }) => type === 'browser')!;
  void worker.evaluate(save, { from: 20, to: MANY }).catch(() => undefined);
  await new Promise((done) => setTimeout(done, 150));
  process.kill(pid, 'SIGKILL');
  await first.context.close().catch(() => undefined);

  const second = await start();
  try {
    const again = await second.currentWorker();
    const entries = await again.evaluate(async () => Object.entries(await chrome.storage.local.get(null)));
    const saved = new Map(entries.filter(([key]) => key.startsWith('saved:')));
    for (let i = 0; i < 20; i++) expect(saved.get(`saved:made-${i}`)).toMatchObject({ note: `note ${i}` });
    for (const [key, value] of saved)
      expect(value).toEqual(expect.objectContaining({ note: `note ${key.split('-')[1]}`, read: false }));
    expect(saved.size).toBeLessThan(MANY);
    await again.evaluate(save, { from: MANY, to: MANY + 1 });
    const page = await second.context.newPage();
    await page.goto(second.url('sidepanel.html'));
    await page.getByRole('tab', { name: 'Saved' }).click();
    await page.getByText(`Made paper ${MANY}`).first().waitFor();
  } finally {
    await second.close();
  }
});

/** Runs in the worker: saves one paper after another, each entry as the list keeps it. */
async function save({ from, to }: { from: number; to: number }): Promise<void> {
  for (let i = from; i < to; i++) {
    const paper = { id: `made-${i}`, title: `Made paper ${i}`, authors: ['Ada'] };
    await chrome.storage.local.set({
      [`saved:made-${i}`]: { paper, at: 1 + i, tags: [], note: `note ${i}`, read: false },
    });
  }
}

declare const chrome: {
  storage: { local: { get(key: null): Promise<Record<string, unknown>>; set(values: object): Promise<void> } };
};
