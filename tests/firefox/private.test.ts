// A private window leaves nothing behind in the history; what the reader saves there on purpose stays, without where it was met.
import { beforeEach, expect, test } from 'vitest';
import { drag, hover, marked } from '../e2e/marks';
import { everything, forgetSaved, openPopup, read, savedIds, searchIn, textOf, write } from './browser';
import { press, shown } from './card-window';
import { closingChecks, openFirefox } from './open';

const AMERICAS = 'ebrahimi-2022-americasnli';
/** Longer than a card has to be open to count as read, and than an answer has to stand to be remembered, in milliseconds. */
const REMEMBERED = 3000;

const fox = await openFirefox({}, { inPrivate: true });

beforeEach(async () => {
  await forgetSaved(fox);
  await write(fox, 'local', { settings: {}, seen: {}, recent: [] });
});

type Visit = (path: string) => ReturnType<typeof fox.visit>;
const WINDOWS: [name: string, visit: Visit, isPrivate: boolean][] = [
  ['a private window', (path) => fox.visitInPrivate(path), true],
  // What is empty above is not empty because nothing was done.
  ['an ordinary window', (path) => fox.visit(path), false],
];

test.each(WINDOWS)('%s: pages are read, cards opened, papers saved', async (_, visit, isPrivate) => {
  const tab = await visit(`/demo.html?${Math.random()}`);
  await expect.poll(async () => (await marked(tab)).length).toBeGreaterThan(10);
  expect(await tab.evaluate(() => document.hasFocus())).toBe(true);
  await hover(tab, 'AmericasNLI');
  await expect.poll(async () => (await shown(fox, tab))?.text).toContain('AmericasNLI: Evaluating Zero-shot');
  const seen = async () => Object.keys((await read<object>(fox, 'local', 'seen')) ?? {});
  if (isPrivate) await tab.waitForTimeout(REMEMBERED);
  else await expect.poll(seen).toEqual([AMERICAS]);
  await press(fox, tab, 'Save');
  await expect.poll(() => savedIds(fox)).toEqual([AMERICAS]);
  await tab.press('\uE00C');
  await expect.poll(() => shown(fox, tab)).toBeUndefined();
  await drag(tab, 'instruction tuning');
  await expect.poll(() => shown(fox, tab)).toBeTruthy();
  await press(fox, tab, 'Look up in Sidelight');
  await expect.poll(async () => (await shown(fox, tab))?.text).toMatch(/instruction/i);
  if (isPrivate) await tab.waitForTimeout(REMEMBERED);
  else await expect.poll(async () => (await seen()).length).toBe(2);

  if (isPrivate) expect(await seen()).toEqual([]);
  const entry = await read<{ met?: { url: string } }>(fox, 'local', `saved:${AMERICAS}`);
  expect(entry?.met?.url).toBe(isPrivate ? undefined : await tab.evaluate(() => location.href));
  // Nothing that is kept on disk names the page.
  if (isPrivate) expect(JSON.stringify(await everything(fox))).not.toContain(fox.origin);
});

test.each(WINDOWS)('%s: what is asked in the popup', async (_, visit, isPrivate) => {
  const tab = await visit(`/demo.html?${Math.random()}`);
  await expect.poll(async () => (await marked(tab)).length).toBeGreaterThan(10);
  await openPopup(fox, tab);
  await expect.poll(() => textOf(fox, 'popup')).toContain('16 papers on this page');
  await searchIn(fox, 'popup', 'code-switching');
  await expect.poll(() => textOf(fox, 'popup')).toContain('SwitchLingua');
  const asked = async () => ((await read<{ query: string }[]>(fox, 'local', 'recent')) ?? []).map(({ query }) => query);
  if (isPrivate) {
    await tab.waitForTimeout(REMEMBERED);
    expect(await asked()).toEqual([]);
  } else await expect.poll(asked).toEqual(['code-switching']);
});

closingChecks(fox);
