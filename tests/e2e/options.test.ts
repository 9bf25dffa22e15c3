// The settings page: every choice in force at once in open tabs, backup and restore, in all sizes and schemes.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { newEntry } from '../../lib/saved/entry';
import type { Settings } from '../../lib/settings/schema';
import { press, shown, windows } from './card-window';
import { examine } from './examine';
import { choose, everything, papersOn, read, savedIds, saveOnly, write } from './in-worker';
import { drag, hover, marked, placeOf } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS, html, paper } from './pages';
import { picture } from './picture';

const NOTHING_COMES = 700;
const s = await open({
  pages: {
    '/german.html': html('<p>Es geht um Kodewechsel im Alltag.</p>'),
    '/dark.html': html('<p>We use xGQA here.</p>', '<style>body{background:#111;color:#eee}</style>'),
  },
});

afterEach(async () => {
  await saveOnly(s, {});
  await write(s, 'local', { settings: {}, seen: {}, recent: [] });
});

async function options(): Promise<Page> {
  const page = await s.context.newPage();
  await page.goto(s.url('options.html'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function demo(): Promise<Page> {
  const page = await s.visit(`/demo.html?${Math.random()}`);
  await expect.poll(() => papersOn(s, page)).toHaveLength(DEMO_PAPERS.length);
  return page;
}

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const pick = (page: Page, name: string) => radio(page, name).check({ force: true });
/** Until a setting is stored as the reader has chosen it. "Saved" on the page may still be of the choice before. */
const kept = <K extends keyof Settings>(name: K, value: Settings[K] | undefined) =>
  expect.poll(async () => (await read<Partial<Settings>>(s, 'local', 'settings'))?.[name]).toEqual(value);
/** Does what makes the content script begin anew with a page, and waits until it has: its marks are others then, though they look the same. */
async function untilReadAnew(page: Page, act: () => Promise<void>): Promise<void> {
  const first = () => page.evaluateHandle(() => [...(CSS.highlights.get('sl-1') ?? [])][0]);
  const before = await first();
  await act();
  await expect
    .poll(async () => page.evaluate(([a, b]) => b !== undefined && a !== b, [before, await first()] as const))
    .toBe(true);
}
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('in force at once in an open tab', () => {
  test('what is marked', async () => {
    const page = await demo();
    const settings = await options();
    const all = (await marked(page)).length;
    await pick(settings, 'Titles');
    await kept('marks', 'titles');
    await expect.poll(() => marked(page, ['sl-2', 'sl-3'])).toEqual([]);
    expect((await marked(page)).length).toBeGreaterThan(0);
    await pick(settings, 'Nothing');
    await expect.poll(() => marked(page, ['sl-1', 'sl-2', 'sl-3'])).toEqual([]);
    expect(await papersOn(s, page)).toHaveLength(DEMO_PAPERS.length);
    await pick(settings, 'Terms too');
    await expect.poll(async () => (await marked(page)).length).toBe(all);
    // What is as the default has it is nobody's choice.
    expect(await read(s, 'local', 'settings')).toEqual({});
  });

  test('on, off, and only when asked', async () => {
    const page = await demo();
    const settings = await options();
    await settings.getByRole('switch', { name: 'Sidelight is on' }).uncheck();
    await expect.poll(() => marked(page)).toEqual([]);
    await settings.getByRole('switch', { name: 'Sidelight is on' }).check();
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
    await settings.getByRole('switch', { name: 'Only when I ask' }).check();
    await expect.poll(() => marked(page)).toEqual([]);
  });

  test('sites: never here, undone; only elsewhere', async () => {
    const page = await demo();
    const settings = await options();
    const box = settings.getByRole('textbox', { name: /Never on these sites/ });
    await box.fill('two words');
    await box.press('Enter');
    await settings.getByText('That is not a site').waitFor();
    await box.fill(`${s.origin}/demo.html`);
    await box.press('Enter');
    await expect.poll(() => marked(page)).toEqual([]);
    await settings.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
    await settings.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => marked(page)).toEqual([]);
    await settings.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
    await settings.getByRole('textbox', { name: /Only on these sites/ }).fill('*.example.org');
    await settings.getByRole('textbox', { name: /Only on these sites/ }).press('Enter');
    await expect
      .poll(async () => (await read<{ onlySites: string[] }>(s, 'local', 'settings'))?.onlySites)
      .toHaveLength(1);
    await expect.poll(() => marked(page)).toEqual([]);
  });

  test('the trigger: at once, with a key, with a double click, only from the menu', async () => {
    const page = await demo();
    const settings = await options();
    const isCard = async () => ((await shown(page))?.controls.length ?? 0) > 3;
    const choosing = async (name: string) => {
      await untilReadAnew(page, async () => {
        await settings.bringToFront();
        await pick(settings, name);
      });
      await page.bringToFront();
    };
    const leave = async () => {
      await page.keyboard.press('Escape');
      await page.mouse.click(5, 5);
      await page.waitForTimeout(100);
    };
    await choosing('At once');
    await drag(page, 'instruction tuning');
    await expect.poll(isCard).toBe(true);
    await leave();

    await choosing('With a key');
    await drag(page, 'instruction tuning');
    await page.waitForTimeout(NOTHING_COMES);
    expect(await windows(page)).toEqual([]);
    await page.keyboard.press('Alt');
    await expect.poll(isCard).toBe(true);
    await leave();

    await choosing('With a double click');
    const { x, y } = await placeOf(page, 'AmericasNLI');
    await page.mouse.dblclick(x, y);
    await expect.poll(isCard).toBe(true);
    await leave();
    await drag(page, 'instruction tuning');
    await page.waitForTimeout(NOTHING_COMES);
    expect(await windows(page)).toEqual([]);
    await leave();

    await choosing('Only from the menu');
    await drag(page, 'instruction tuning');
    await page.keyboard.press('Alt');
    await page.waitForTimeout(NOTHING_COMES);
    expect(await windows(page)).toEqual([]);
  });

  test('languages', async () => {
    const page = await s.visit('/german.html');
    const settings = await options();
    await settings.getByRole('button', { name: 'None', exact: true }).click();
    await expect.poll(async () => (await read<Settings>(s, 'local', 'settings'))?.offLanguages).toContain('de');
    await page.bringToFront();
    await drag(page, 'Kodewechsel');
    await page.waitForTimeout(NOTHING_COMES);
    expect(await windows(page)).toEqual([]);
    await settings.bringToFront();
    await settings.getByRole('checkbox', { name: 'German' }).check();
    await expect.poll(async () => JSON.stringify(await read(s, 'local', 'settings'))).not.toContain('"de"');
    await page.bringToFront();
    await page.mouse.click(5, 300);
    await drag(page, 'Kodewechsel');
    await expect.poll(() => windows(page)).toHaveLength(1);
  });

  test('theme and text size, of our pages and of the next card', async () => {
    const page = await demo();
    await page.emulateMedia({ colorScheme: 'light' });
    const settings = await options();
    await page.bringToFront();
    await hover(page, 'AmericasNLI');
    await expect.poll(() => shown(page)).toBeTruthy();
    const narrow = (await shown(page))!.box;
    await page.keyboard.press('Escape');
    await settings.bringToFront();
    const size = () => settings.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    await pick(settings, '150%');
    await expect.poll(async () => Math.round((100 * (await size())) / before)).toBe(150);
    await pick(settings, 'Dark');
    await expect.poll(() => settings.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.bringToFront();
    await page.mouse.move(3, 3);
    await hover(page, 'AmericasNLI');
    const width = (box = { left: 0, right: 0 }) => box.right - box.left;
    await expect.poll(async () => width((await shown(page))?.box) / width(narrow)).toBeCloseTo(1.5, 1);
    await picture(page, 'card-dark-150');
  });

  test('the card goes by the page where the reader wants it so', async () => {
    await choose(s, { theme: 'light', cardTheme: 'page' });
    const page = await s.visit('/dark.html');
    await expect.poll(() => marked(page)).toEqual(['xGQA']);
    await hover(page, 'xGQA');
    await expect.poll(() => shown(page)).toBeTruthy();
    await picture(page, 'card-page-dark');
    expect(await cardBackground(page)).toBeLessThan(80);
  });

  test('known papers are paler: saved in a card, then not', async () => {
    // A card that stays open counts as read, which makes its mark paler too.
    await choose(s, { keepSeen: false });
    const page = await demo();
    await hover(page, 'AmericasNLI');
    await expect.poll(() => shown(page)).toBeTruthy();
    await press(page, 'Save');
    await expect.poll(() => marked(page, ['sl-4', 'sl-5'])).toContain('AmericasNLI');
    const settings = await options();
    await settings.getByRole('switch', { name: /Paler/ }).uncheck();
    await expect.poll(() => marked(page, ['sl-4', 'sl-5'])).toEqual([]);
    await settings.getByRole('switch', { name: /Paler/ }).check();
    await expect.poll(() => marked(page, ['sl-4', 'sl-5'])).toContain('AmericasNLI');
    await saveOnly(s, {});
    await expect.poll(() => marked(page, ['sl-4', 'sl-5'])).toEqual([]);
  });
});

test('the card remembers the page it saved from', async () => {
  const page = await demo();
  await hover(page, 'AmericasNLI');
  await expect.poll(() => shown(page)).toBeTruthy();
  await press(page, 'Save');
  await expect.poll(() => savedIds(s)).toHaveLength(1);
  const [entry] = Object.entries(await everything(s)).filter(([key]) => key.startsWith('saved:'));
  expect(entry![1]).toMatchObject({ read: false, met: { url: page.url(), title: await page.title() } });
  expect(entry![1]).toMatchObject({ paper: { title: paper('ebrahimi-2022-americasnli').title } });
});

describe('data', () => {
  const FULL = {
    settings: { theme: 'dark', marks: 'names', offSites: ['example.org'] },
    seen: { [DEMO_PAPERS[0]!]: 1000 },
    recent: [{ query: 'code-switching', at: 1000 }],
    [`saved:${DEMO_PAPERS[1]}`]: {
      ...newEntry(paper(DEMO_PAPERS[1]!), 5000, { title: 'A page', url: 'https://example.org/', at: 5000 }),
      tags: ['später', 'VQA'],
      note: 'A note.\nWith “quotes”.',
      read: true,
    },
    [`saved:${DEMO_PAPERS[2]}`]: newEntry(paper(DEMO_PAPERS[2]!), 6000),
  };

  async function download(page: Page): Promise<string> {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a file' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^sidelight-backup-\d{4}-\d\d-\d\d\.json$/);
    return readFileSync(await file.path(), 'utf8');
  }
  const upload = (page: Page, text: string) =>
    page.locator('input[type="file"]:not(.library *)').setInputFiles({
      name: 'backup.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });

  test('backed up, deleted, restored: identical', async () => {
    await write(s, 'local', FULL);
    const before = await everything(s);
    const page = await options();
    const backup = await download(page);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('Delete 2 saved papers').waitFor();
    await examine(page, 'options-wipe', true);
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await expect.poll(() => savedIds(s)).toEqual([]);
    await expect.poll(() => everything(s)).toMatchObject({ settings: {}, seen: {}, recent: [] });
    await upload(page, backup);
    await page.getByText('2 papers added').first().waitFor();
    await examine(page, 'options-restore', true);
    await pick(page, 'Replace what is here');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect.poll(() => everything(s)).toEqual(before);
  });

  test('deleting is undone as long as the page is open', async () => {
    await write(s, 'local', FULL);
    const before = await everything(s);
    const page = await options();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await expect.poll(() => savedIds(s)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => everything(s)).toEqual(before);
  });

  test('merged into what is here, then undone', async () => {
    await write(s, 'local', FULL);
    const page = await options();
    const backup = await download(page);
    await saveOnly(s, { [DEMO_PAPERS[5]!]: 9000 });
    const before = await everything(s);
    await upload(page, backup);
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect.poll(() => savedIds(s)).toEqual([DEMO_PAPERS[1]!, DEMO_PAPERS[2]!, DEMO_PAPERS[5]!].sort());
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => everything(s)).toEqual(before);
  });

  test.for([
    { what: 'cut off', spoil: (text: string) => text.slice(0, -30), says: 'The file is cut off' },
    { what: 'changed', spoil: (text: string) => text.replace('With', 'Without'), says: 'changed or damaged' },
    { what: 'another file', spoil: () => '{"bookmarks": []}', says: 'not a backup of Sidelight' },
  ])('a file that is $what changes nothing', async ({ spoil, says }) => {
    await write(s, 'local', FULL);
    const before = await everything(s);
    const page = await options();
    await upload(page, spoil(await download(page)));
    await page.getByText(says).waitFor();
    expect(await everything(s)).toEqual(before);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.getByText(says).count()).toBe(0);
  });

  test('history is cleared, and comes back', async () => {
    await write(s, 'local', FULL);
    const page = await options();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect.poll(() => everything(s)).toMatchObject({ seen: {}, recent: [] });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => everything(s)).toMatchObject({ seen: FULL.seen, recent: FULL.recent });
  });
});

test('search finds settings by their words', async () => {
  const page = await options();
  await page.getByRole('searchbox').fill('dark');
  await expect.poll(() => page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Look']);
  expect(await page.getByText('1 setting found').count()).toBe(1);
  await page.getByRole('searchbox').fill('quux');
  await page.getByText('No setting is about that').waitFor();
  await page.getByRole('searchbox').press('Escape');
  await expect.poll(() => page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(6);
});

test('the keys are those the browser has', async () => {
  const page = await options();
  const worker = await s.currentWorker();
  const keys = await worker.evaluate(async () =>
    (await chrome.commands.getAll()).map(({ shortcut }) => shortcut ?? ''),
  );
  await expect.poll(() => page.locator('.shortcuts dd').allInnerTexts()).toEqual(keys.map((key) => key || 'not set'));
  const opened = s.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Change keys' }).click();
  await expect.poll(async () => (await opened).url()).toMatch(/extensions\/shortcuts/);
});

test('by keyboard: every control is reached, and its focus is seen', async () => {
  const page = await options();
  const reached = new Set<string>();
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement;
      const seen = element.closest('.segment')?.querySelector('span') ?? element;
      const { outlineStyle } = getComputedStyle(element.closest('.search-box') ?? seen);
      return {
        name: `${element.tagName} ${element.closest('label, .radio')?.textContent || element.getAttribute('aria-label') || element.textContent}`,
        outlineStyle,
      };
    });
    if (at.name.startsWith('BODY')) break;
    expect(at.outlineStyle, at.name).not.toBe('none');
    reached.add(at.name);
  }
  expect(reached.size).toBeGreaterThan(50);
});

test('to be looked at: axe, 280 pixels, right to left', async () => {
  await choose(s, { offSites: ['*.example.org', 'news.example.com'], trigger: 'key' });
  const page = await options();
  await page.setViewportSize({ width: 1000, height: 900 });
  await examine(page, 'options', true);
  await page.setViewportSize({ width: 280, height: 900 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await examine(page, 'options-280', true);
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await picture(page, 'options-rtl');
  await page.emulateMedia({ forcedColors: 'active' });
  await picture(page, 'options-forced');
});

/** How light the card's sheet is, 0 to 255, by its own style. */
async function cardBackground(page: Page): Promise<number> {
  const { box } = (await shown(page))!;
  const shot = (await page.screenshot({ clip: { x: box.left + 20, y: box.top + 2, width: 1, height: 1 } })).toString(
    'base64',
  );
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, 1, 1).data[0]!;
  }, shot);
}

declare const chrome: { commands: { getAll(): Promise<{ shortcut?: string }[]> } };

closingChecks(s);
