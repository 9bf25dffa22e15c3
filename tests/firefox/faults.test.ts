// The event page is ended at every stage, and the access to sites is taken back and given again, in a real Firefox.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drag, marked } from '../e2e/marks';
import { html } from '../e2e/pages';
import {
  closePopup,
  closeSidebar,
  command,
  countEntries,
  endEventPage,
  eventPageRuns,
  forgetSaved,
  hasAccess,
  openPopup,
  read,
  revokeAccess,
  savedIds,
  searchIn,
  textOf,
  write,
} from './browser';
import { press, rest, shown } from './card-window';
import { closingChecks, openFirefox } from './open';

const TITLE = 'xGQA: Cross-Lingual Visual Question Answering';
const fox = await openFirefox({
  '/plain.html': html('<p>The gardener watered the roses.</p>'),
  '/late.html': html('<main></main>'),
});

beforeEach(async () => {
  await forgetSaved(fox);
  await write(fox, 'local', { settings: {} });
});
afterEach(async () => {
  await closePopup(fox);
  await closeSidebar(fox);
});

async function visitDemo() {
  const tab = await fox.visit(`/demo.html?${Math.random()}`);
  await expect.poll(async () => (await marked(tab)).length).toBeGreaterThan(10);
  return tab;
}

/** Ends the event page. Where something was still on its way to it, and has woken it again, that is waited for. */
async function end() {
  const ended = async () => {
    await endEventPage(fox);
    await new Promise((done) => setTimeout(done, 250));
    return !(await eventPageRuns(fox));
  };
  await expect.poll(ended).toBe(true);
}

test('ended before each step of a lookup: selection, card, saving', async () => {
  const tab = await visitDemo();
  await end();
  await drag(tab, 'instruction tuning');
  await expect.poll(async () => (await shown(fox, tab))?.controls.length).toBe(1);
  await end();
  await press(fox, tab, 'Look up in Sidelight');
  await expect.poll(async () => (await shown(fox, tab))?.text).toMatch(/instruction/i);
  await end();
  await press(fox, tab, 'Save');
  await expect.poll(() => savedIds(fox)).toHaveLength(1);
});

test('ended again and again while a page is read: its marks come', async () => {
  const tab = await fox.visit(`/demo.html?${Math.random()}`);
  for (let i = 0; i < 3; i++) await endEventPage(fox);
  await expect.poll(() => marked(tab)).toContain('AmericasNLI');
});

test('ended before a mark is hovered, and before a key', async () => {
  const tab = await visitDemo();
  await expect.poll(() => marked(tab)).toContain('AmericasNLI');
  await end();
  await rest(tab, 'AmericasNLI');
  await expect.poll(async () => (await shown(fox, tab))?.text).toContain('AmericasNLI');
  await tab.press('\uE00C');
  await end();
  await command(fox, 'P');
  await expect.poll(() => textOf(fox, 'sidebar')).toContain('XTREME');
});

test('the filter and the settings are stored anew, the same: an open card stays; other settings close it', async () => {
  const tab = await visitDemo();
  await rest(tab, 'AmericasNLI');
  const text = async () => (await shown(fox, tab))?.text ?? '';
  await expect.poll(text).toContain('AmericasNLI');
  await write(fox, 'local', { filter: await read(fox, 'local', 'filter'), settings: {} });
  await tab.waitForTimeout(500);
  expect(await text()).toContain('AmericasNLI');
  await write(fox, 'local', { settings: { theme: 'dark' } });
  await expect.poll(() => shown(fox, tab)).toBeUndefined();
});

test('ended while the popup is open: it still searches', async () => {
  const tab = await visitDemo();
  await openPopup(fox, tab);
  await expect.poll(() => textOf(fox, 'popup')).toContain('16 papers');
  await end();
  await searchIn(fox, 'popup', 'xgqa');
  await expect.poll(() => textOf(fox, 'popup')).toContain(TITLE);
});

test('a page without papers does not wake it; what is added to a page does', async () => {
  await fox.visit('/plain.html');
  const tab = await fox.visit('/late.html');
  await tab.waitForTimeout(500);
  await end();
  await tab.evaluate(() => document.querySelector('main')!.append('The tulips have come up.'));
  await fox.visit('/plain.html');
  await tab.waitForTimeout(1000);
  expect(await eventPageRuns(fox)).toBe(false);
  await tab.bringToFront();
  await tab.evaluate((title) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = `We read “${title}”.`;
    document.querySelector('main')!.append(paragraph);
  }, TITLE);
  await expect.poll(() => marked(tab)).toEqual([TITLE]);
});

test('tabs in which nothing changes: no function of the content script runs, and the event page stays asleep', async () => {
  const marks = await visitDemo();
  const plain = await fox.visit('/plain.html');
  const counts = [await countEntries(fox, plain), await countEntries(fox, marks)];
  const entered = () => Promise.all(counts.map(async (count) => (await count()).entered));
  // Coming to the front is a change; after it they are at rest.
  let last: number[] = [];
  await expect
    .poll(
      async () => {
        const before = last;
        last = await entered();
        return JSON.stringify(last) === JSON.stringify(before);
      },
      { interval: 1500 },
    )
    .toBe(true);
  await end();
  await marks.waitForTimeout(3000);
  expect(await entered()).toEqual(last);
  expect(await eventPageRuns(fox)).toBe(false);
  // The measure sees what a change wakes, in the one script of each page.
  for (const tab of [marks, plain]) await tab.evaluate(() => document.body.append('The tulips have come up.'));
  for (const [i, count] of counts.entries()) {
    await expect.poll(async () => (await count()).entered).toBeGreaterThan(last[i]!);
    expect((await count()).scripts).toBe(1);
  }
});

test('access taken back: the popup says so and asks for it; given again, the open page is read without a reload', async () => {
  expect(await hasAccess(fox)).toBe(true);
  await revokeAccess(fox);
  const tab = await fox.visit('/demo.html');
  await tab.waitForTimeout(500);
  expect(await marked(tab)).toEqual([]);
  await openPopup(fox, tab);
  await expect.poll(() => textOf(fox, 'popup')).toContain('Sidelight may not read this page');
  await searchIn(fox, 'popup', 'xgqa');
  await expect.poll(() => textOf(fox, 'popup')).toContain(TITLE);
  await closePopup(fox);
  // A real click counts as one only in a tab: BiDi does not reach into the popup.
  const inTab = await fox.openOwn('popup.html');
  const button = () =>
    inTab.evaluate(() => {
      const all = [...document.querySelectorAll('button')];
      const box = all.find((one) => one.textContent === 'Allow on all sites')?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    });
  await expect.poll(button).toBeTruthy();
  const { x, y } = (await button())!;
  await inTab.mouse.click(x, y);
  await expect.poll(() => hasAccess(fox)).toBe(true);
  await expect.poll(async () => (await marked(tab)).length).toBeGreaterThan(10);
});

closingChecks(fox);
