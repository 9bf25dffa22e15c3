// Storage that is full, damaged, refused, or emptied under us; two windows that write at once.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { SavedEntry } from '../../lib/saved/entry';
import { press as pressInCard, shown } from './card-window';
import { choose, papersOn, read, savedIds, saveOnly, write } from './in-worker';
import { hover, marked } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS } from './pages';
import { ask, closePanel, closePopup, openPanel, openPopup } from './surfaces';

// Where the storage is full, ten megabytes are in the way of every look at it.
vi.setConfig({ testTimeout: 180_000 });

const s = await open();

const NO_ROOM = 'The browser has no room for that.';
const XGQA = 'pfeiffer-2022-xgqa';
const AMERICAS = /^AmericasNLI/;
/** What is drawn: lists and tabs that are not in front stay, hidden. */
const button = (surface: Page, name: string) =>
  surface.getByRole('button', { name, exact: true }).filter({ visible: true });
const row = (panel: Page) => panel.getByText('xGQA: Cross-Lingual').filter({ visible: true });

afterEach(async () => {
  await saveOnly(s, {});
  await choose(s, {});
});

const visitDemo = async () => {
  const page = await s.visit(`/demo.html?${Math.random()}`);
  await expect.poll(() => papersOn(s, page)).toEqual(DEMO_PAPERS);
  return page;
};

/** Where Chromium keeps the extension's IndexedDB. */
const DATABASES = join(s.profile, 'Default/IndexedDB', `chrome-extension_${s.id}_0.indexeddb.leveldb`);

// The first of the file: no database has been opened yet.
test('IndexedDB is refused: the Library says so in plain words and stays to be read, all else works; later it is there', async () => {
  mkdirSync(dirname(DATABASES), { recursive: true });
  writeFileSync(DATABASES, 'a file where the browser wants a folder');
  const page = await visitDemo();
  const panel = await openPanel(s, page);
  await panel.getByRole('tab', { name: /^Library/ }).click();
  await panel.getByText('This browser does not let Sidelight store papers').waitFor();
  expect(await panel.getByText('The papers that came with it still work').count()).toBe(1);
  expect(await button(panel, 'Choose a file').count()).toBe(0);
  await panel.getByText('119 papers').filter({ visible: true }).waitFor();
  await panel.getByRole('tab', { name: /^Search/ }).click();
  await ask(panel, 'xgqa');
  await panel.getByRole('option').filter({ hasText: 'xGQA: Cross-Lingual' }).click();
  await button(panel, 'Save').click();
  await expect.poll(() => savedIds(s)).toEqual([XGQA]);
  await closePanel(s, panel);
  rmSync(DATABASES, { recursive: true });
  const again = await openPanel(s, page);
  await again.getByRole('tab', { name: /^Library/ }).click();
  await button(again, 'Choose a file').waitFor();
  expect(await again.getByText('This browser does not let Sidelight').count()).toBe(0);
  await closePanel(s, again);
});

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

test('two windows change one saved paper at once: both tags, the note and the read mark are kept', async () => {
  await saveOnly(s, { [XGQA]: 1 });
  const reading = async () => {
    const panel = await s.context.newPage();
    await panel.goto(s.url('sidepanel.html'));
    await panel.getByRole('tab', { name: /^Saved/ }).click();
    await row(panel).first().click();
    await panel.getByRole('article').waitFor();
    return panel;
  };
  const [one, two] = [await reading(), await reading()];
  const tagged = async (panel: Page, tag: string) => {
    await panel.getByLabel('Add a tag').fill(tag);
    await panel.getByLabel('Add a tag').press('Enter');
  };
  await Promise.all([
    tagged(one, 'from the first').then(() => one.getByLabel('I have read it').check()),
    tagged(two, 'from the second').then(() => two.getByLabel('Note', { exact: true }).fill('From the second.')),
  ]);
  await expect
    .poll(async () => {
      const entry = await read<SavedEntry>(s, 'local', `saved:${XGQA}`);
      return entry && { ...entry, tags: [...entry.tags].sort() };
    })
    .toMatchObject({ tags: ['from the first', 'from the second'], note: 'From the second.', read: true });
  // Each shows what the other wrote.
  for (const panel of [one, two]) {
    for (const tag of ['from the first', 'from the second'])
      await panel.getByText(tag, { exact: true }).filter({ visible: true }).first().waitFor();
    await expect.poll(() => panel.getByLabel('Note', { exact: true }).inputValue()).toBe('From the second.');
    await expect.poll(() => panel.getByLabel('I have read it').isChecked()).toBe(true);
  }
});

/** Room for nothing more until the end of `act`. */
async function whileFull(act: () => Promise<void>): Promise<void> {
  await (await s.currentWorker()).evaluate(async () => {
    const room = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse(null));
    await chrome.storage.local.set({ filler: 'x'.repeat(room - 100) });
  });
  try {
    await act();
  } finally {
    await (await s.currentWorker()).evaluate(() => chrome.storage.local.remove('filler'));
  }
}

test('storage is full: what was saved stays, pages are read, and the card says that it could not save', async () => {
  await saveOnly(s, { [XGQA]: 1 });
  await whileFull(async () => {
    const page = await visitDemo();
    await hover(page, 'AmericasNLI');
    await expect.poll(async () => (await shown(page))?.text).toContain('AmericasNLI');
    await pressInCard(page, 'Save');
    await expect.poll(async () => (await shown(page))?.text).toContain(NO_ROOM);
    // It can be tried again.
    expect((await shown(page))?.controls.map(({ name }) => name)).toContain('Save');
    expect(await savedIds(s)).toEqual([XGQA]);
    expect((await marked(page)).length).toBeGreaterThan(10);
  });
});

test('storage is full: popup and panel say that they could not save', async () => {
  const page = await visitDemo();
  await whileFull(async () => {
    const popup = await openPopup(s, page);
    await ask(popup, 'xgqa');
    await popup.keyboard.press('ArrowDown');
    await button(popup, 'Save').first().click();
    await popup.getByRole('alert').filter({ hasText: NO_ROOM }).waitFor();
    expect(await savedIds(s)).toEqual([]);
    await closePopup(popup);
    const panel = await openPanel(s, page);
    await panel.getByRole('button', { name: AMERICAS }).first().click();
    await button(panel, 'Save').click();
    await panel.getByRole('alert').filter({ hasText: NO_ROOM }).waitFor();
    await button(panel, 'Close').last().click();
    await expect.poll(() => panel.getByRole('alert').filter({ hasText: NO_ROOM }).count()).toBe(0);
    await closePanel(s, panel);
  });
});

test('storage is full: a note is told not to be kept, stays in its field, and is kept once there is room', async () => {
  await saveOnly(s, { [XGQA]: 1 });
  const panel = await openPanel(s, await visitDemo());
  await panel.getByRole('tab', { name: /^Saved/ }).click();
  await row(panel).first().click();
  const note = panel.getByLabel('Note', { exact: true });
  const kept = async () => (await read<SavedEntry>(s, 'local', `saved:${XGQA}`))?.note;
  await note.fill('Kept before.');
  await expect.poll(kept).toBe('Kept before.');
  const LONG = 'Too long for what is left. '.repeat(100);
  await whileFull(async () => {
    await note.fill(LONG);
    await panel.getByRole('alert').filter({ hasText: NO_ROOM }).waitFor();
    expect(await kept()).toBe('Kept before.');
    expect(await note.inputValue()).toBe(LONG);
  });
  // Not a letter has to be typed again: leaving the paper is enough.
  await button(panel, 'Back').click();
  await expect.poll(kept).toBe(LONG);
  await closePanel(s, panel);
});

test('storage is emptied while popup and panel are open: they follow, and save again', async () => {
  await saveOnly(s, { [XGQA]: 1 });
  const page = await visitDemo();
  const panel = await openPanel(s, page);
  await panel.getByRole('tab', { name: /^Saved/ }).click();
  await row(panel).first().waitFor();
  await (await s.currentWorker()).evaluate(() => chrome.storage.local.clear());
  await expect.poll(() => row(panel).count()).toBe(0);
  await panel.getByRole('tab', { name: /^This page/ }).click();
  await panel.getByRole('button', { name: AMERICAS }).first().click();
  await button(panel, 'Save').click();
  await expect.poll(() => savedIds(s)).toEqual(['ebrahimi-2022-americasnli']);
  await closePanel(s, panel);
});

test('dates from a clock that was put back: saved tomorrow, read next year; lists show them and go on', async () => {
  const ahead = Date.now() + 400 * 86_400_000;
  await saveOnly(s, { [XGQA]: ahead });
  await write(s, 'local', { seen: { [XGQA]: ahead }, recent: [{ query: 'from the future', at: ahead }] });
  const page = await visitDemo();
  const panel = await openPanel(s, page);
  await panel.getByRole('tab', { name: /^Saved/ }).click();
  await row(panel).first().waitFor();
  await closePanel(s, panel);
  await hover(page, 'AmericasNLI');
  await expect.poll(async () => (await shown(page))?.text).toContain('AmericasNLI');
  await pressInCard(page, 'Save');
  await expect.poll(() => savedIds(s)).toEqual(['ebrahimi-2022-americasnli', XGQA]);
  await expect.poll(async () => Object.keys((await read<object>(s, 'local', 'seen')) ?? {}).sort()).toContain(XGQA);
  await (await s.currentWorker()).evaluate(() => chrome.storage.local.remove('seen'));
  await (await s.currentWorker()).evaluate(() => chrome.storage.local.remove('recent'));
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
