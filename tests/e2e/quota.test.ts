// The browser gives the extension less room than it wants: an import that does not fit, one that no longer fits half-way, and the reading list beside them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { read, saveOnly } from './in-worker';
import { closingChecks, open } from './open';
import { ask } from './surfaces';

const s = await open();
const XGQA = 'pfeiffer-2022-xgqa';
const NO_ROOM = 'There is no room left for these papers.';
const BIB = 'tests/fixtures/shelves/made-up.bib';

/** So many papers that they are written in several parts. */
const MANY = 25_000;
const folder = mkdtempSync(join(tmpdir(), 'sidelight-quota-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const HILLS = join(folder, 'hills.ndjson');
writeFileSync(
  HILLS,
  Array.from({ length: MANY }, (_, i) =>
    JSON.stringify({ title: `Note number ${i} on hills and sheep`, abstract: `The flock of farm ${i % 701} grazes.` }),
  ).join('\n'),
);

/** The settings, with the library, and what limits the room of the extension's origin, in bytes; none lifts the limit. */
async function openSettings() {
  const page = await s.context.newPage();
  await page.goto(s.url('options.html'));
  const region = page.locator('.library');
  await region.getByText('119 papers').waitFor();
  const session = await s.context.newCDPSession(page);
  const limit = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: s.url('').replace(/\/$/, ''),
      ...(quotaSize !== undefined && { quotaSize }),
    });
  const used = () => page.evaluate(async () => (await navigator.storage.estimate()).usage!);
  return { page, region, limit, used };
}

/** How much of everything is in the reader's database. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('sidelight-library'));
    const names = ['shelves', 'imports', 'papers', 'tables'];
    const counts = await Promise.all(names.map((name) => done(database.transaction(name).objectStore(name).count())));
    database.close();
    return Object.fromEntries(names.map((name, i) => [name, counts[i]]));
  });

test('an import that does not fit says so before it writes anything; with more room the same file goes in', async () => {
  const { page, region, limit, used } = await openSettings();
  const before = await stored(page);
  await limit((await used()) + 500);
  const add = async () => {
    await region.locator('input[type=file]').setInputFiles(BIB);
    await region.getByRole('button', { name: 'Add 3 papers' }).click();
  };
  await add();
  await region.getByRole('alert').filter({ hasText: NO_ROOM }).waitFor();
  expect(await stored(page)).toEqual(before);
  await limit();
  await region.getByRole('button', { name: 'Try another file' }).click();
  await add();
  await region.getByRole('heading', { name: /is on your shelf/ }).waitFor();
  expect(await stored(page)).toMatchObject({ shelves: 1, imports: 0, papers: 3 });
});

test('the room is taken away while an import writes: it says so and leaves nothing of it; other shelves and the list stay, and go on', async () => {
  await saveOnly(s, { [XGQA]: 1 });
  const { page, region, limit, used } = await openSettings();
  const before = await stored(page);
  const start = async () => {
    await region.locator('input[type=file]').setInputFiles(HILLS);
    await region.getByRole('button', { name: /^Add 25,000/ }).click();
  };
  await start();
  // Its first part is written.
  const written = async () => Number((await region.locator('progress').getAttribute('value')) ?? 0);
  await expect.poll(written, { timeout: 60_000 }).toBeGreaterThan(0);
  await limit(Math.round((await used()) / 2));
  await region.getByRole('alert').filter({ hasText: NO_ROOM }).waitFor({ timeout: 60_000 });
  expect(await stored(page)).toEqual(before);

  // The shelf that was there answers, and the reading list, which the browser keeps elsewhere, takes notes.
  const panel = await s.context.newPage();
  await panel.goto(s.url('sidepanel.html'));
  await panel.getByRole('tab', { name: /^Search/ }).click();
  await ask(panel, 'lanternbench');
  await panel.getByRole('option').filter({ hasText: 'LanternBench' }).first().waitFor();
  await panel.getByRole('tab', { name: /^Saved/ }).click();
  await panel.getByText('xGQA: Cross-Lingual').filter({ visible: true }).first().click();
  await panel.getByLabel('Note', { exact: true }).fill('Written while there was no room.');
  await expect
    .poll(() => read(s, 'local', `saved:${XGQA}`))
    .toMatchObject({ note: 'Written while there was no room.' });

  await limit();
  await region.getByRole('button', { name: 'Try another file' }).click();
  await start();
  await region.getByRole('heading', { name: /is on your shelf/ }).waitFor({ timeout: 60_000 });
  expect(await stored(page)).toMatchObject({ shelves: 2, imports: 0, papers: 3 + MANY });
}, 180_000);

closingChecks(s);
