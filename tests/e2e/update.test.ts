// The extension is updated while pages are open.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { shown, windows } from './card-window';
import { choose, papersOn, reloadExtension, tabAddresses, versionOf } from './in-worker';
import { drag, hover, marked } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS } from './pages';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-update-'));
cpSync(inject('built'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const s = await open({ folder });

async function update(version: string) {
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version }));
  await reloadExtension(s);
  await expect.poll(() => versionOf(s), { timeout: 15_000 }).toBe(version);
}

async function visitDemo(): Promise<Page> {
  const page = await s.visit(`/demo.html?${Math.random()}`);
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
  return page;
}

test('open pages work on without a reload, each with one script only', async () => {
  const page = await visitDemo();
  const before = await marked(page);
  await hover(page, 'AmericasNLI');
  await expect.poll(() => shown(page)).toBeTruthy();
  await page.evaluate(() => document.body.setAttribute('data-since', 'before'));
  await update('0.1.1');
  // The old script has left, its card with it; the new one has read the page.
  await expect.poll(() => papersOn(s, page), { timeout: 15_000 }).toEqual(DEMO_PAPERS);
  await expect.poll(() => marked(page)).toEqual(before);
  expect(await page.evaluate(() => document.body.getAttribute('data-since'))).toBe('before');
  expect(await windows(page)).toEqual([]);
  await page.mouse.move(5, 5);
  await hover(page, 'xGQA');
  await expect.poll(async () => (await shown(page))?.text).toContain('xGQA: Cross-Lingual');
  await page.keyboard.press('Escape');
  expect(await windows(page)).toEqual([]);
  await drag(page, 'instruction tuning');
  await expect.poll(async () => (await shown(page))?.controls.length).toBe(1);
  await page.waitForTimeout(300);
  expect(await windows(page)).toHaveLength(1);
});

test('after two more updates: still one script, which follows the settings', async () => {
  const page = await visitDemo();
  await update('0.1.2');
  await expect.poll(() => papersOn(s, page), { timeout: 15_000 }).toEqual(DEMO_PAPERS);
  await update('0.1.3');
  await expect.poll(() => papersOn(s, page), { timeout: 15_000 }).toEqual(DEMO_PAPERS);
  // The page of the first run is for the first run.
  expect((await tabAddresses(s)).filter((url) => url.includes('welcome'))).toEqual([]);
  await choose(s, { enabled: false });
  await expect.poll(() => marked(page)).toEqual([]);
  await page.waitForTimeout(500);
  await drag(page, 'instruction tuning');
  await page.waitForTimeout(500);
  expect(await windows(page)).toEqual([]);
  await choose(s, {});
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
});

test('switched off in the browser: the script that stays in an open page says nothing', async () => {
  const page = await visitDemo();
  await s.switch(false);
  await hover(page, 'AmericasNLI');
  await page.waitForTimeout(700);
  await drag(page, 'instruction tuning');
  await page.waitForTimeout(700);
  const left = await windows(page);
  await s.switch(true);
  expect(left).toEqual([]);
});

test('switched off in the browser: once the script has noticed, its marks go; nothing would answer them', async () => {
  const page = await visitDemo();
  await s.switch(false);
  await hover(page, 'AmericasNLI');
  await expect.poll(() => marked(page)).toEqual([]);
  await s.switch(true);
});

closingChecks(s);
