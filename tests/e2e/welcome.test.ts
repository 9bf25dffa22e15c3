// The first run: one page, once; its demo is the real thing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { newEntry } from '../../lib/saved/entry';
import { findChromium } from '../tools/browsers.mjs';
import { openExtension } from '../tools/extension.mjs';
import { press, shown, windows } from './card-window';
import { examine } from './examine';
import { choose, papersOn } from './in-worker';
import { drag, hover, marked } from './marks';
import { closingChecks, open } from './open';
import { paper } from './pages';
import { picture } from './picture';

const s = await open();
afterEach(() => choose(s, {}));

const DEMO = ['hu-2020-xtreme', 'ebrahimi-2022-americasnli', 'pfeiffer-2022-xgqa', 'artetxe-2020-cross-lingual'];

async function welcome(): Promise<Page> {
  const page = await s.context.newPage();
  await page.goto(s.url('welcome.html'));
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThanOrEqual(DEMO.length);
  return page;
}

test('the demo is read like any page: marks, card, selection', async () => {
  const page = await welcome();
  await expect.poll(() => papersOn(s, page)).toEqual(DEMO);
  expect(await marked(page, ['sl-3'])).toContain('code-switching');
  await hover(page, 'AmericasNLI');
  await expect.poll(async () => (await shown(page))?.text).toContain(paper('ebrahimi-2022-americasnli').title);
  await picture(page, 'welcome-card');
  await page.keyboard.press('Escape');
  expect(await windows(page)).toEqual([]);
  await drag(page, 'Kodewechsel');
  await expect.poll(() => shown(page)).toBeTruthy();
  await press(page, 'Look up in Sidelight');
  await expect.poll(async () => (await shown(page))?.text).toMatch(/code-switching/i);
});

test('how loud it is shows in the demo at once', async () => {
  const page = await welcome();
  await page.getByRole('radio', { name: 'Quietly' }).check();
  await expect.poll(() => marked(page, ['sl-2', 'sl-3'])).toEqual([]);
  await expect.poll(() => marked(page, ['sl-1'])).toHaveLength(1);
  await page.getByRole('radio', { name: 'Only when I ask' }).check();
  await expect.poll(() => marked(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Show me what there is' }).check();
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThanOrEqual(DEMO.length);
});

test('to be looked at: axe, 280 pixels, right to left', async () => {
  const page = await welcome();
  await examine(page, 'welcome', true);
  await page.setViewportSize({ width: 280, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  await examine(page, 'welcome-280', true);
  await page.setViewportSize({ width: 900, height: 800 });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await picture(page, 'welcome-rtl');
});

test('opens by itself, once; a restart of the browser keeps everything', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-profile-'));
  const start = () => openExtension({ executablePath: findChromium()!, folder: inject('built'), profile });
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const kept = {
    settings: { theme: 'dark' },
    'saved:x': { ...newEntry(paper(DEMO[0]!), 5), note: 'mine', tags: ['a'] },
  };
  try {
    const first = await start();
    await expect.poll(() => first.context.pages().filter(isWelcome)).toHaveLength(1);
    await first.worker.evaluate((values) => chrome.storage.local.set(values), kept);
    await first.close();
    const second = await start();
    const worker = await second.currentWorker();
    await expect.poll(() => worker.evaluate(() => chrome.storage.local.get(['settings', 'saved:x']))).toEqual(kept);
    const settings = await second.context.newPage();
    await settings.goto(second.url('options.html'));
    await settings.getByText('1 saved paper;').waitFor();
    expect(second.context.pages().filter(isWelcome)).toHaveLength(0);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});

declare const chrome: {
  storage: {
    local: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
  };
};

closingChecks(s);
