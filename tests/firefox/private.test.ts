// A private window leaves nothing behind in the history; what the reader saves there on purpose stays, without where it was met.
import { beforeEach, expect, test } from 'vitest';
import { drag, marked } from '../e2e/marks';
import { everything, forgetSaved, read, savedIds, write } from './browser';
import { press, rest, shown } from './card-window';
import { closingChecks, openFirefox } from './open';

const AMERICAS = 'ebrahimi-2022-americasnli';
/** Longer than a card has to be open to count as read, and than an answer has to stand to be remembered, in milliseconds. */
const REMEMBERED = 3000;

const fox = await openFirefox({}, { inPrivate: true });

beforeEach(async () => {
  await forgetSaved(fox);
  await write(fox, 'local', { settings: {}, seen: {}, recent: [] });
});

const WINDOWS: [name: string, isPrivate: boolean][] = [
  ['a private window', true],
  // What is empty there is not empty because nothing was done.
  ['an ordinary window', false],
];

test.each(WINDOWS)('%s: pages are read, cards opened, papers saved', async (_, isPrivate) => {
  const path = `/demo.html?${Math.random()}`;
  const tab = await (isPrivate ? fox.openInPrivate(fox.origin + path) : fox.visit(path));
  await expect.poll(async () => (await marked(tab)).length).toBeGreaterThan(10);
  await rest(tab, 'AmericasNLI');
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

test.each(WINDOWS)('%s: what is asked in the popup', async (_, isPrivate) => {
  // Its page in a tab: the real one is the same, but belongs to the window that is in front.
  const popup = await (isPrivate ? fox.openInPrivate(fox.url('popup.html')) : fox.openOwn('popup.html'));
  const ask = () =>
    popup
      .evaluate((query) => {
        const box = document.querySelector<HTMLInputElement>('input[role=combobox]');
        if (!box) return false;
        box.value = query;
        return box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, 'code-switching')
      .catch(() => false);
  await expect.poll(ask).toBe(true);
  await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('SwitchLingua');
  const asked = async () => ((await read<{ query: string }[]>(fox, 'local', 'recent')) ?? []).map(({ query }) => query);
  if (isPrivate) {
    await popup.waitForTimeout(REMEMBERED);
    expect(await asked()).toEqual([]);
  } else await expect.poll(asked).toEqual(['code-switching']);
});

closingChecks(fox);
