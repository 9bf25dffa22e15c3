import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { shown } from './card-window';
import { examine } from './examine';
import { examineForced } from './forced';
import { choose, papersOn, saveOnly } from './in-worker';
import { hover } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS, html, paper } from './pages';
import { picture } from './picture';
import { ask, closePanel, closePopup, openPanel, openPopup } from './surfaces';

const s = await open({ pages: { '/plain.html': html('<p>The gardener watered the roses.</p>') } });

afterEach(async () => {
  await saveOnly(s, {});
  await choose(s, {});
});

async function visitDemo(): Promise<Page> {
  const page = await s.visit(`/demo.html?${Math.random()}`);
  await expect.poll(() => papersOn(s, page)).toHaveLength(DEMO_PAPERS.length);
  return page;
}

test('the popup: papers of the page, results, nothing found', async () => {
  const popup = await openPopup(s, await visitDemo());
  await popup.getByText('Hu et al. 2020').waitFor();
  await examine(popup, 'popup-page');
  await ask(popup, 'code-switching');
  await popup.keyboard.press('ArrowDown');
  await examine(popup, 'popup-results');
  await popup.getByRole('combobox').fill('sourdough bread baking');
  await popup.getByText(/Nothing in your papers matches/).waitFor();
  await examine(popup, 'popup-nothing');
  await closePopup(popup);
});

test('the popup: off here, only when asked, a page out of reach', async () => {
  const page = await visitDemo();
  await choose(s, { offSites: ['127.0.0.1'] });
  let popup = await openPopup(s, page);
  await popup.getByText('Sidelight is off here').waitFor();
  await examine(popup, 'popup-off');
  await closePopup(popup);
  await choose(s, { onlyWhenAsked: true });
  const plain = await s.visit('/plain.html');
  popup = await openPopup(s, plain);
  await popup.getByText('This page has not been read').waitFor();
  await examine(popup, 'popup-asked');
  await closePopup(popup);
  await plain.goto('chrome://version');
  popup = await openPopup(s, plain);
  await popup.getByText('This page cannot be read').waitFor();
  await examine(popup, 'popup-restricted');
  await closePopup(popup);
});

test('the panel: this page, search, reading, saved', async () => {
  const panel = await openPanel(s, await visitDemo());
  await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
  await examine(panel, 'panel-page');
  await panel.getByRole('button', { name: 'code-switching', exact: true }).click();
  await panel.getByRole('heading', { level: 1, name: 'code-switching' }).waitFor();
  await examine(panel, 'panel-term');
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('tab', { name: /^Search/ }).click();
  await examine(panel, 'panel-search-empty');
  await ask(panel, 'code-switching');
  await examine(panel, 'panel-results');
  await panel.getByRole('combobox').fill('sourdough bread baking');
  await panel.getByText(/Nothing in your papers matches/).waitFor();
  await examine(panel, 'panel-nothing');
  await ask(panel, 'xgqa');
  await panel.getByRole('option').filter({ hasText: 'xGQA: Cross' }).click();
  await panel.getByRole('article').waitFor();
  await examine(panel, 'panel-reading');
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('tab', { name: /^Saved/ }).click();
  await panel.getByText('Nothing saved yet').waitFor();
  await examine(panel, 'panel-saved-empty');
  await saveOnly(s, { [DEMO_PAPERS[0]!]: 1, [DEMO_PAPERS[1]!]: 2 });
  await panel
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Undo' }).waitFor();
  await examine(panel, 'panel-saved');
  await closePanel(s, panel);
}, 120_000);

test('280 pixels wide: nothing is cut off at the side', async () => {
  const panel = await openPanel(s, await visitDemo());
  await panel.setViewportSize({ width: 280, height: 700 });
  const tooWide = () =>
    panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
  await expect.poll(() => tooWide()).toBeLessThanOrEqual(0);
  await examine(panel, 'panel-280-page');
  await panel.getByRole('tab', { name: /^Search/ }).click();
  await ask(panel, 'xgqa');
  await panel.getByRole('option').filter({ hasText: 'xGQA: Cross' }).click();
  await panel.getByRole('article').waitFor();
  await expect.poll(() => tooWide()).toBeLessThanOrEqual(0);
  await examine(panel, 'panel-280-reading');
  await closePanel(s, panel);
});

test('the popup 280 pixels wide', async () => {
  // The browser gives the real one its own size; here its page is in a tab.
  const popup = await s.context.newPage();
  await popup.setViewportSize({ width: 280, height: 500 });
  await popup.goto(s.url('popup.html'));
  await ask(popup, 'code-switching');
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  await examine(popup, 'popup-280-results');
});

test('the card, in both colour schemes and in a narrow window', async () => {
  const page = await visitDemo();
  for (const [width, scheme] of [
    [1100, 'light'],
    [1100, 'dark'],
    [280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.mouse.move(2, 2);
    await page.keyboard.press('Escape');
    await hover(page, 'XLS-R');
    await expect.poll(() => shown(page)).toBeTruthy();
    const { box } = (await shown(page))!;
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
    await picture(page, `card-${width}-${scheme}`);
  }
});

describe('forced colours, and motion reduced', () => {
  test('the popup: papers of the page, results', async () => {
    const popup = await openPopup(s, await visitDemo());
    await popup.getByText('Hu et al. 2020').waitFor();
    await examineForced(popup, 'popup-page');
    await ask(popup, 'code-switching');
    await examineForced(popup, 'popup-results');
    await closePopup(popup);
  });

  test('the panel: this page, reading and citing, saved, library', async () => {
    await saveOnly(s, { [DEMO_PAPERS[0]!]: 1, [DEMO_PAPERS[1]!]: 2 });
    const panel = await openPanel(s, await visitDemo());
    await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
    await examineForced(panel, 'panel-page');
    await panel.getByRole('tab', { name: /^Search/ }).click();
    await ask(panel, 'visual question answering');
    await panel.getByRole('option').filter({ hasText: 'xGQA: Cross' }).click();
    await panel.getByRole('article').locator('mark').first().waitFor();
    await panel.getByRole('button', { name: 'Cite' }).filter({ visible: true }).click();
    await panel.getByRole('link', { name: /citeproc-js/ }).waitFor();
    await examineForced(panel, 'panel-reading');
    await panel.getByRole('button', { name: 'Back' }).click();
    await panel.getByRole('tab', { name: /^Saved/ }).click();
    await panel
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await panel.getByRole('button', { name: 'Undo' }).waitFor();
    await examineForced(panel, 'panel-saved');
    await panel.getByRole('tab', { name: /^Library/ }).click();
    await panel.getByRole('button', { name: 'Choose a file' }).waitFor();
    await examineForced(panel, 'panel-library');
    await closePanel(s, panel);
  });

  test.for(['options', 'welcome'])('the page %s', async (name) => {
    const page = await s.context.newPage();
    await page.goto(s.url(`${name}.html`));
    await page.getByRole('heading', { level: 2 }).last().waitFor();
    await examineForced(page, name);
    await page.close();
  });

  test('the card keeps its edge and its controls', async () => {
    const page = await visitDemo();
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce', colorScheme: 'dark' });
    await hover(page, 'XLS-R');
    await expect.poll(() => shown(page)).toBeTruthy();
    await picture(page, 'card-forced');
    const { controls, text } = (await shown(page))!;
    expect(text).toContain('XLS-R: Self-supervised');
    expect(controls.map(({ name }) => name)).toEqual(expect.arrayContaining(['Save', 'Cite', 'Close']));
  });
});

describe('a window of half the size, as at 200% zoom', () => {
  const tooWide = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  // A window of 1280 at 200%, and one of 280.
  test.for([
    ['options', 640],
    ['welcome', 640],
    ['options', 280],
    ['welcome', 280],
  ] as const)('%s, %i pixels: nothing to scroll sideways', async ([name, width]) => {
    const page = await s.context.newPage();
    await page.setViewportSize({ width, height: 500 });
    await page.goto(s.url(`${name}.html`));
    await page.getByRole('heading', { level: 2 }).last().waitFor();
    await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0);
    await page.close();
  });

  test('every tab of the panel, 280 pixels wide and with the largest letters', async () => {
    await choose(s, { textSize: 150, readingSize: 'huge' });
    await saveOnly(s, { [DEMO_PAPERS[0]!]: 1 });
    const panel = await openPanel(s, await visitDemo());
    await panel.setViewportSize({ width: 280, height: 600 });
    await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
    for (const name of [/^Search/, /^Saved/, /^Library/, /^This page/]) {
      await panel.getByRole('tab', { name }).click();
      await panel.waitForTimeout(200);
      await picture(panel, `panel-280-large-${name.source.slice(1)}`);
      await expect.poll(() => tooWide(panel), { message: name.source }).toBeLessThanOrEqual(0);
    }
    await panel
      .getByRole('button', { name: paper(DEMO_PAPERS[0]!).title })
      .first()
      .click();
    await panel.getByRole('article').waitFor();
    await panel.getByRole('button', { name: 'Cite' }).filter({ visible: true }).click();
    await panel.waitForTimeout(300);
    await picture(panel, 'panel-280-large-reading');
    await expect.poll(() => tooWide(panel)).toBeLessThanOrEqual(0);
    await closePanel(s, panel);
  });
});

closingChecks(s);
