// The proof page: what it says is what the browser does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { examine } from './examine';
import { examineForced } from './forced';
import { saveOnly } from './in-worker';
import { open } from './open';
import { DEMO_PAPERS } from './pages';
import { picture } from './picture';

const s = await open();

async function proof(): Promise<Page> {
  const page = await s.context.newPage();
  await page.goto(s.url('proof.html'));
  await page.getByText('All of it was refused').waitFor();
  return page;
}

test('each way out is refused by the policy, and nothing leaves', async () => {
  const page = await proof();
  const rows = await page.locator('.facts').first().locator('tbody tr').allInnerTexts();
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row).toMatch(/refused by (?:connect|img)-src/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('All of it was refused').waitFor();
  expect(s.network.asked('example.invalid')).toBe(false);
  expect(s.network.left()).toEqual([]);
});

test('the policy and the permissions are those of the manifest', async () => {
  const page = await proof();
  const manifest = JSON.parse(readFileSync(join(inject('built'), 'manifest.json'), 'utf8')) as {
    content_security_policy: { extension_pages: string };
    permissions: string[];
    host_permissions: string[];
  };
  const pairs = await page.locator('section[aria-labelledby="policy"] dl > div').allInnerTexts();
  expect(pairs.map((pair) => pair.replace(/\s+/g, ' ').trim()).join('; ')).toBe(
    manifest.content_security_policy.extension_pages,
  );
  const names = await page.locator('section[aria-labelledby="permissions"] dt').allInnerTexts();
  expect(names.map((name) => name.trim())).toEqual([...manifest.permissions, ...manifest.host_permissions]);
  expect(await page.getByText('No reason is known').count()).toBe(0);
});

test('the files are hashed here and are as published', async () => {
  const page = await proof();
  await page.getByText(/All \d+ files are as published/).waitFor();
  const { sha256 } = JSON.parse(readFileSync(join(inject('built'), 'corpus/about.json'), 'utf8')) as {
    sha256: Record<string, string>;
  };
  const hashes = await page.locator('.hash').allInnerTexts();
  const packed = Object.entries(sha256).filter(([name]) => !name.includes('/'));
  expect(hashes).toEqual(packed.map(([, hash]) => hash));
});

test('storage is listed by key, and follows', async () => {
  const page = await proof();
  await saveOnly(s, { [DEMO_PAPERS[0]!]: 1, [DEMO_PAPERS[1]!]: 2 });
  const row = page.getByRole('row').filter({ hasText: 'saved:*' });
  await expect.poll(() => row.allInnerTexts()).toEqual([expect.stringMatching(/on disk\s+2\s/)]);
  await saveOnly(s, {});
  await expect.poll(() => row.count()).toBe(0);
});

test('to be looked at: axe, 280 pixels, right to left', async () => {
  const page = await proof();
  await page.getByText(/All \d+ files/).waitFor();
  await examine(page, 'proof', true);
  await page.setViewportSize({ width: 280, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  await examine(page, 'proof-280', true);
  // As a window of 1280 at 200% zoom.
  await page.setViewportSize({ width: 640, height: 500 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  await examineForced(page, 'proof');
  await page.setViewportSize({ width: 900, height: 800 });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await picture(page, 'proof-rtl');
});
