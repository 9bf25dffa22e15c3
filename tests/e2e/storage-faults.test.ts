// Storage that is full, damaged, or emptied under us; two windows that write at once.
import { afterEach, expect, test } from 'vitest';
import { press as pressInCard, shown } from './card-window';
import { choose, papersOn, read, savedIds, saveOnly, write } from './in-worker';
import { hover, marked } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS } from './pages';

const s = await open();

afterEach(async () => {
  await saveOnly(s, {});
  await choose(s, {});
});

const visitDemo = async () => {
  const page = await s.visit(`/demo.html?${Math.random()}`);
  await expect.poll(() => papersOn(s, page)).toEqual(DEMO_PAPERS);
  return page;
};

test('storage is emptied while a page is open: the filter comes back, the next page is read', async () => {
  await visitDemo();
  await (await s.currentWorker()).evaluate(() => chrome.storage.local.clear());
  await visitDemo();
  expect(await read(s, 'local', 'filter')).toBeTruthy();
});

test.each([
  { name: 'settings', value: 'nonsense' },
  { name: 'settings', value: [{ enabled: 'no' }] },
  { name: 'settings', value: { enabled: true, offSites: 'x', marks: 7, theme: null } },
  { name: 'saved:pfeiffer-2022-xgqa', value: 'nonsense' },
  { name: 'saved:pfeiffer-2022-xgqa', value: { at: 'yesterday', tags: 7 } },
  { name: 'seen', value: 'nonsense' },
  { name: 'library', value: { shelves: 'many' } },
])('damaged: $name is $value; pages are read and papers saved all the same', async ({ name, value }) => {
  await write(s, 'local', { [name]: value });
  const page = await visitDemo();
  await hover(page, 'AmericasNLI');
  await expect.poll(async () => (await shown(page))?.text).toContain('AmericasNLI');
  await pressInCard(page, 'Save');
  await expect.poll(() => savedIds(s)).toContain('ebrahimi-2022-americasnli');
  await (await s.currentWorker()).evaluate((key) => chrome.storage.local.remove(key), name);
});

test('two pages save at once: both papers are kept', async () => {
  const [one, two] = [await visitDemo(), await visitDemo()];
  await one.bringToFront();
  await hover(one, 'AmericasNLI');
  await expect.poll(async () => (await shown(one))?.text).toContain('AmericasNLI');
  await two.bringToFront();
  await hover(two, 'MasakhaNER 2.0');
  await expect.poll(async () => (await shown(two))?.text).toContain('MasakhaNER 2.0');
  await pressInCard(two, 'Save');
  await one.bringToFront();
  await hover(one, 'AmericasNLI');
  await expect.poll(async () => (await shown(one))?.text).toContain('AmericasNLI');
  await pressInCard(one, 'Save');
  await expect.poll(async () => (await savedIds(s)).length).toBe(2);
});

test('storage is full: what was saved stays, and pages are read', async () => {
  await saveOnly(s, { 'pfeiffer-2022-xgqa': 1 });
  const worker = await s.currentWorker();
  await worker.evaluate(async () => {
    const room = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse(null));
    await chrome.storage.local.set({ filler: 'x'.repeat(room - 100) });
  });
  const page = await visitDemo();
  await hover(page, 'AmericasNLI');
  await expect.poll(async () => (await shown(page))?.text).toContain('AmericasNLI');
  await pressInCard(page, 'Save');
  await page.waitForTimeout(500);
  expect(await savedIds(s)).toContain('pfeiffer-2022-xgqa');
  expect((await marked(page)).length).toBeGreaterThan(10);
  await (await s.currentWorker()).evaluate(() => chrome.storage.local.remove('filler'));
});

declare const chrome: {
  storage: {
    local: {
      QUOTA_BYTES: number;
      clear(): Promise<void>;
      getBytesInUse(key: null): Promise<number>;
      set(values: object): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
};

closingChecks(s);
