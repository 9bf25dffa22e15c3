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

/** So many papers that they are written in several parts; short ones, which take more room than the letters of their titles tell. */
const MANY = 25_000;
const folder = mkdtempSync(join(tmpdir(), 'sidelight-quota-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const HILLS = join(folder, 'hills.ndjson');
const titles = Array.from({ length: MANY }, (_, i) => `Note number ${i} on hills, sheep and rain`);
writeFileSync(HILLS, titles.map((title) => JSON.stringify({ title })).join('\n'));
/** What the Library thinks they need, and a little: 3 bytes a letter, with a tenth to spare. */
const ENOUGH_AS_IT_SEEMS = Math.round((titles.join('').length * 3) / 0.9) + 300_000;

/** A page of ours, and what limits the room of the extension's origin, in bytes; none lifts the limit. */
async function openOwn(path: string) {
  const page = await s.context.newPage();
  await page.goto(s.url(path));
  const session = await s.context.newCDPSession(page);
  const limit = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: s.url('').replace(/\/$/, ''),
      ...(quotaSize !== undefined && { quotaSize }),
    });
  return { page, limit };
}

/** The settings, with the library. */
async function openSettings() {
  const { page, limit } = await openOwn('options.html');
  const region = page.locator('.library');
  await region.getByText('119 papers').waitFor();
  const used = () => page.evaluate(async () => (await navigator.storage.estimate()).usage!);
  const add = async (file: string, many: string) => {
    await region.locator('input[type=file]').setInputFiles(file);
    await region.getByRole('button', { name: `Add ${many} papers` }).click();
  };
  const isThere = region.getByRole('heading', { name: /is on your shelf/ });
  const noRoom = region.getByRole('alert').filter({ hasText: NO_ROOM });
  return { page, region, limit, used, add, isThere, noRoom };
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
    const names = ['shelves', 'imports', 'tables'];
    const counts = await Promise.all(names.map((name) => done(database.transaction(name).objectStore(name).count())));
    const batches: { papers: unknown[] }[] = await done(
      database.transaction('batches').objectStore('batches').getAll(),
    );
    database.close();
    return {
      ...Object.fromEntries(names.map((name, i) => [name, counts[i]])),
      papers: batches.reduce((sum, { papers }) => sum + papers.length, 0),
    };
  });

/** Runs in the page: waits until an import is under way, so that what it says of room is no guess made before. */
async function untilBegun(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('sidelight-library'));
  while (!(await done(database.transaction('imports').objectStore('imports').count())))
    await new Promise((again) => setTimeout(again, 5));
  database.close();
}

// The browser asks for the room when a database is first written to, and remembers the answer for half a minute: hence one test, limited from the start.
test('an import that does not fit says so and writes nothing; one that no longer fits half-way leaves nothing of it; with more room both go in', async () => {
  await (await openOwn('manifest.json')).limit(ENOUGH_AS_IT_SEEMS + 300_000);
  await saveOnly(s, { [XGQA]: 1 });
  const { page, region, limit, used, add, isThere, noRoom } = await openSettings();
  const empty = await stored(page);
  expect(empty).toEqual({ shelves: 0, imports: 0, tables: 0, papers: 0 });
  await limit((await used()) + 500);
  await add(BIB, '3');
  await noRoom.waitFor();
  expect(await stored(page)).toEqual(empty);
  await limit(ENOUGH_AS_IT_SEEMS + 300_000);
  await region.getByRole('button', { name: 'Try another file' }).click();
  await add(BIB, '3');
  await isThere.waitFor();
  await region.getByRole('button', { name: 'Add more papers' }).click();
  const before = await stored(page);
  expect(before).toMatchObject({ shelves: 1, papers: 3 });
  const began = page.evaluate(untilBegun);
  await add(HILLS, '25,000');
  await began;
  await noRoom.waitFor({ timeout: 60_000 });
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
  await add(HILLS, '25,000');
  await isThere.waitFor({ timeout: 60_000 });
  expect(await stored(page)).toMatchObject({ shelves: 2, imports: 0, papers: 3 + MANY });
}, 180_000);

closingChecks(s);
