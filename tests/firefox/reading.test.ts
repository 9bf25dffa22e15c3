// What a reader does on pages and with popup, sidebar, menu and keys, in a real Firefox.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drag, marked, placeOf } from '../e2e/marks';
import { html, paper } from '../e2e/pages';
import { pdf } from '../e2e/pdf';
import {
  badgeOf,
  chooseFile,
  chooseInMenu,
  clickButton,
  clickIn,
  closePopup,
  closeSidebar,
  closeTabsAt,
  command,
  contextMenu,
  enterInAddressBar,
  forgetSaved,
  openPopup,
  papersOn,
  queryIn,
  savedIds,
  searchIn,
  sidebarIsOpen,
  tabAddresses,
  textInTab,
  textOf,
  typeInAddressBar,
  write,
} from './browser';
import { press, rest, shown } from './card-window';
import { closingChecks, openFirefox } from './open';

const fox = await openFirefox({
  '/own.html': html('<p>Last week we read “LanternBench: Measuring How Slowly Libraries Forget Their Readers”.</p>'),
  '/paper.pdf': { headers: { 'content-type': 'application/pdf' }, body: pdf('instruction tuning') },
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

test('titles, names and terms are marked, and counted on the button', async () => {
  const tab = await visitDemo();
  expect(await marked(tab)).toContain('AmericasNLI');
  expect((await marked(tab, ['sl-3'])).length).toBeGreaterThan(0);
  const url = await tab.evaluate(() => location.href);
  await expect.poll(() => badgeOf(fox, url)).toBe('16');
});

test('the pointer rests on a mark: the card; it saves', async () => {
  const tab = await visitDemo();
  await rest(tab, 'AmericasNLI');
  await expect.poll(async () => (await shown(fox, tab))?.text).toContain('AmericasNLI: Evaluating Zero-shot');
  await press(fox, tab, 'Save');
  await expect.poll(() => savedIds(fox)).toEqual(['ebrahimi-2022-americasnli']);
  await tab.press('\uE00C');
  await expect.poll(() => shown(fox, tab)).toBeUndefined();
});

test('a selection: the button, and the card at a click', async () => {
  const tab = await visitDemo();
  await drag(tab, 'instruction tuning');
  await expect
    .poll(async () => (await shown(fox, tab))?.controls.map(({ name }) => name))
    .toEqual(['Look up in Sidelight']);
  await press(fox, tab, 'Look up in Sidelight');
  await expect.poll(async () => (await shown(fox, tab))?.text).toMatch(/instruction/i);
});

test('the popup lists the page’s papers and searches', async () => {
  const tab = await visitDemo();
  await openPopup(fox, tab);
  await expect.poll(() => textOf(fox, 'popup')).toContain('16 papers on this page');
  await searchIn(fox, 'popup', 'Codewechsel');
  await expect.poll(() => textOf(fox, 'popup')).toMatch(/code-switching/i);
});

test('the sidebar opens by its key, lists, searches and reads', async () => {
  await visitDemo();
  await command(fox, 'P');
  await expect.poll(() => sidebarIsOpen(fox)).toBe(true);
  await expect.poll(() => textOf(fox, 'sidebar')).toContain('XTREME');
  await clickIn(fox, 'sidebar', 'Search');
  await searchIn(fox, 'sidebar', 'xgqa');
  await expect.poll(() => textOf(fox, 'sidebar')).toContain('xGQA: Cross-Lingual Visual Question Answering');
  await clickIn(fox, 'sidebar', 'xGQA: Cross-Lingual');
  await expect.poll(() => textOf(fox, 'sidebar')).toContain('multimodal');
});

test('the context menu looks a selection up in the sidebar', async () => {
  const tab = await visitDemo();
  await drag(tab, 'instruction tuning');
  const LOOK_UP = 'Look up “instruction tuning” in Sidelight';
  expect(await contextMenu(fox, tab, await placeOf(tab, 'instruction tuning'))).toEqual([LOOK_UP]);
  await chooseInMenu(fox, LOOK_UP);
  await expect.poll(() => sidebarIsOpen(fox)).toBe(true);
  await expect.poll(() => textOf(fox, 'sidebar')).toMatch(/instruction/i);
  expect(await queryIn(fox, 'sidebar')).toBe('instruction tuning');
});

test('a key looks the selection up on the page', async () => {
  const tab = await visitDemo();
  await drag(tab, 'instruction tuning');
  await command(fox, 'K');
  await expect.poll(async () => (await shown(fox, tab))?.text).toMatch(/instruction/i);
});

test('“Open in panel” on the card: Firefox opens no sidebar from a page, so the card stays, whole, and its key opens it there', async () => {
  const tab = await visitDemo();
  await rest(tab, 'AmericasNLI');
  await expect.poll(async () => (await shown(fox, tab))?.text).toContain('AmericasNLI: Evaluating Zero-shot');
  await press(fox, tab, 'Open in panel');
  await expect
    .poll(async () => (await shown(fox, tab))?.text)
    .toContain('Press Alt+Shift+P to read this in the sidebar');
  const { abstract } = paper('ebrahimi-2022-americasnli');
  expect((await shown(fox, tab))?.text).toContain(abstract.slice(-60));
  const wide = await tab.evaluate(() => innerWidth);
  await command(fox, 'P');
  await expect.poll(() => textOf(fox, 'sidebar')).toContain(abstract.slice(-60));
  await expect.poll(() => tab.evaluate(() => innerWidth)).toBeLessThan(wide);
  // Open, it follows.
  await tab.press('\uE00C');
  await tab.mouse.move(5, 5);
  await rest(tab, 'xGQA');
  await expect.poll(async () => (await shown(fox, tab))?.text).toContain('xGQA: Cross-Lingual');
  await press(fox, tab, 'Open in panel');
  await expect.poll(() => textOf(fox, 'sidebar')).toContain(paper('pfeiffer-2022-xgqa').abstract.slice(-60));
  await expect.poll(() => shown(fox, tab)).toBeUndefined();
});

test('`sl` in the address bar: papers with their pages; Enter on the words looks them up in a tab, or in the sidebar where it is open', async () => {
  await visitDemo();
  const [words, first] = await typeInAddressBar(fox, 'sl xgqa');
  expect(words).toContain('xgqa');
  expect(first).toContain('xGQA: Cross-Lingual Visual Question Answering');
  await enterInAddressBar(fox);
  const panel = fox.url('sidepanel.html');
  await expect.poll(() => tabAddresses(fox)).toContain(panel);
  await expect.poll(() => textInTab(fox, panel)).toContain('xGQA: Cross-Lingual Visual Question Answering');
  await closeTabsAt(fox, panel);

  await visitDemo();
  await command(fox, 'P');
  await expect.poll(() => textOf(fox, 'sidebar')).toContain('XTREME');
  await typeInAddressBar(fox, 'sl code-switching');
  await enterInAddressBar(fox);
  await expect.poll(() => queryIn(fox, 'sidebar')).toBe('code-switching');
  expect(await tabAddresses(fox)).not.toContain(panel);
});

test('a file is imported in the settings, found by searching, and its papers are marked', async () => {
  const tab = await fox.openOwn('options.html');
  const text = () => tab.evaluate(() => document.body?.innerText ?? '').catch(() => '');
  await expect
    .poll(() => tab.evaluate(() => !!document.querySelector('.library input[type=file]')).catch(() => false))
    .toBe(true);
  await chooseFile(
    tab,
    '.library input[type=file]',
    'made-up.bib',
    readFileSync('tests/fixtures/shelves/made-up.bib', 'utf8'),
  );
  await clickButton(tab, 'Add 3 papers');
  await expect.poll(text).toMatch(/is on your shelf/);
  const page = await fox.visit('/own.html');
  await expect.poll(() => papersOn(fox, `${fox.origin}/own.html`)).toHaveLength(1);
  await openPopup(fox, page);
  await expect.poll(() => textOf(fox, 'popup')).toContain('1 paper on this page');
  await searchIn(fox, 'popup', 'lanternbench');
  await expect.poll(() => textOf(fox, 'popup')).toContain('LanternBench: Measuring');
});

test('a selection in a PDF is looked up from the menu', async () => {
  const tab = await fox.visit('/paper.pdf');
  const words = () =>
    tab.evaluate(() => {
      const line = [...document.querySelectorAll('.textLayer span')].find((one) => one.textContent?.includes('tuning'));
      const box = line?.getBoundingClientRect();
      if (!box) return null;
      getSelection()!.selectAllChildren(line!);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
  await expect.poll(words).toBeTruthy();
  expect(await contextMenu(fox, tab, (await words())!)).toEqual(['Look up “instruction tuning” in Sidelight']);
  await chooseInMenu(fox, 'Look up “instruction tuning” in Sidelight');
  await expect.poll(() => queryIn(fox, 'sidebar').catch(() => '')).toBe('instruction tuning');
});

closingChecks(fox);
