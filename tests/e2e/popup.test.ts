// The real popup over real pages.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { badgeOf, choose, papersOn, stateOf, tabAddresses } from './in-worker';
import { drag, marked } from './marks';
import { closingChecks, OTHER_SITE, open } from './open';
import { DEMO_PAPERS, html, paper } from './pages';
import { answered, closePanel, closePopup, openPopup, panelOf, press } from './surfaces';

const s = await open({
  pages: { '/one.html': html('<p>We read “On the Cross-lingual Transferability of Monolingual Representations”.</p>') },
});

afterEach(() => choose(s, {}));

async function visitDemo(site?: string): Promise<Page> {
  const page = await s.visit(`/demo.html?${Math.random()}`, site);
  await expect.poll(() => papersOn(s, page)).toHaveLength(DEMO_PAPERS.length);
  await expect.poll(() => badgeOf(s, page)).toBe(String(DEMO_PAPERS.length));
  return page;
}

const box = (popup: Page) => popup.getByRole('combobox');
const options = (popup: Page) => popup.getByRole('option');
const activeOption = (popup: Page) => popup.getByRole('option', { selected: true }).innerText();
const hasFocus = (popup: Page) => box(popup).evaluate((element) => element === document.activeElement);

test("without a query: the caret in the box, this page's papers each once, in page order", async () => {
  const page = await visitDemo();
  const popup = await openPopup(s, page);
  expect(await hasFocus(popup)).toBe(true);
  expect(await box(popup).inputValue()).toBe('');
  await popup.getByText('Hu et al. 2020').waitFor();
  const titles = await options(popup).evaluateAll((all) =>
    all.map((one) => (one as HTMLElement).innerText.split('\n')[0]),
  );
  const ids = titles.map((title) => DEMO_PAPERS.find((id) => paper(id).title === title)).filter(Boolean);
  expect(ids).toEqual(DEMO_PAPERS);
  // The number above the list is the number on the badge.
  await popup.getByRole('heading', { name: `${DEMO_PAPERS.length} papers on this page` }).waitFor();
  await closePopup(popup);
});

test('results come at every keystroke, the caret stays', async () => {
  const popup = await openPopup(s, await visitDemo());
  const seen: string[] = [];
  for (const letter of 'americasnli') {
    await popup.keyboard.press(letter);
    await answered(popup);
    seen.push((await options(popup).allInnerTexts())[0]?.split('\n')[0] ?? '');
  }
  expect(await box(popup).inputValue()).toBe('americasnli');
  expect(seen.at(-1)).toBe(paper('ebrahimi-2022-americasnli').title);
  // Long before the word is whole.
  expect(seen.slice(5, -1)).toContain(paper('ebrahimi-2022-americasnli').title);
  expect(await hasFocus(popup)).toBe(true);
  await closePopup(popup);
});

test('the selection of the page is in the box, selected, so that typing replaces it', async () => {
  const page = await visitDemo();
  await drag(page, 'chain-of-thought');
  const popup = await openPopup(s, page);
  await expect.poll(() => box(popup).inputValue()).toBe('chain-of-thought');
  await options(popup).first().waitFor();
  expect(await hasFocus(popup)).toBe(true);
  await expect
    .poll(() => box(popup).evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd]))
    .toEqual([0, 16]);
  await popup.keyboard.type('xls');
  expect(await box(popup).inputValue()).toBe('xls');
  await closePopup(popup);
});

test('arrows and Enter open the side panel at that paper', async () => {
  const popup = await openPopup(s, await visitDemo());
  await popup.keyboard.type('question answering');
  await answered(popup);
  expect(await options(popup).count()).toBeGreaterThan(2);
  const first = await activeOption(popup);
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('ArrowUp');
  const second = await activeOption(popup);
  expect(second).not.toBe(first);
  expect(second).toBe(await options(popup).nth(1).innerText());
  expect(await box(popup).getAttribute('aria-activedescendant')).toBe(await options(popup).nth(1).getAttribute('id'));
  await press(popup, () => popup.keyboard.press('Enter'));
  const panel = await panelOf(s);
  const heading = panel.getByRole('heading', { level: 1 }).filter({ visible: true });
  await expect.poll(() => heading.innerText()).toBe(second.split('\n')[0]);
  await closePanel(s, panel);
});

test("Enter on one of this page's papers opens it in the panel", async () => {
  const popup = await openPopup(s, await visitDemo());
  await expect.poll(() => options(popup).count()).toBeGreaterThan(10);
  await popup.keyboard.press('ArrowDown');
  await press(popup, () => popup.keyboard.press('Enter'));
  const panel = await panelOf(s);
  await panel.getByRole('heading', { level: 1, name: paper(DEMO_PAPERS[1]!).title }).waitFor();
  await closePanel(s, panel);
});

test("Alt and Enter open the paper's own page in a tab", async () => {
  s.network.expectHost('arxiv.org');
  const page = await visitDemo();
  const popup = await openPopup(s, page);
  await popup.keyboard.type('xgqa');
  await answered(popup);
  await press(popup, () => popup.keyboard.press('Alt+Enter'));
  await expect.poll(() => tabAddresses(s)).toContain('https://arxiv.org/abs/2109.06082');
  expect(s.network.asked('arxiv.org')).toBe(true);
});

test('a query that matches nothing is told so; what is nearest comes only on request', async () => {
  const popup = await openPopup(s, await visitDemo());
  await popup.keyboard.type('sourdough bread baking');
  await popup.getByText(/Nothing in your papers matches/).waitFor();
  expect(await options(popup).count()).toBe(0);
  await closePopup(popup);
});

describe('the switch', () => {
  const mode = (popup: Page, name: string) => popup.getByRole('radio', { name, exact: true });
  const choice = (popup: Page, name: string) => mode(popup, name).click();

  test('off for this site: the marks go at once, the site stays off after a reload, other sites stay on; and on again', async () => {
    const page = await visitDemo();
    const other = await visitDemo(OTHER_SITE);
    let popup = await openPopup(s, page);
    await expect.poll(() => mode(popup, 'On').isChecked()).toBe(true);
    await choice(popup, 'Not here');
    await expect.poll(() => marked(page)).toEqual([]);
    await expect.poll(() => mode(popup, 'Not here').isChecked()).toBe(true);
    await expect.poll(() => options(popup).count()).toBe(0);
    await closePopup(popup);
    await page.reload();
    await page.waitForTimeout(700);
    expect(await marked(page)).toEqual([]);
    expect((await marked(other)).length).toBeGreaterThan(10);
    popup = await openPopup(s, page);
    await expect.poll(() => mode(popup, 'Not here').isChecked()).toBe(true);
    await popup.getByText('Sidelight is off here').waitFor();
    // Searching still works.
    await popup.keyboard.type('xgqa');
    await options(popup).first().waitFor();
    await choice(popup, 'On');
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
    await closePopup(popup);
  });

  test('off for this site: nothing is counted on the badge any more', async () => {
    const page = await visitDemo();
    await choose(s, { offSites: ['127.0.0.1'] });
    await expect.poll(() => marked(page)).toEqual([]);
    await expect.poll(() => badgeOf(s, page)).toBe('');
  });

  test('off everywhere, on another site too; and on again', async () => {
    const page = await visitDemo();
    const other = await visitDemo(OTHER_SITE);
    const popup = await openPopup(s, page);
    await choice(popup, 'Off');
    await expect.poll(() => marked(page)).toEqual([]);
    await expect.poll(() => marked(other)).toEqual([]);
    await choice(popup, 'On');
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
    await expect.poll(async () => (await marked(other)).length).toBeGreaterThan(10);
    await closePopup(popup);
  });

  test('when I ask: nothing by itself, everything on request', async () => {
    await choose(s, { onlyWhenAsked: true });
    const page = await s.visit(`/demo.html?asked`);
    await page.waitForTimeout(700);
    expect(await marked(page)).toEqual([]);
    const popup = await openPopup(s, page);
    await expect.poll(() => mode(popup, 'When I ask').isChecked()).toBe(true);
    await popup.getByRole('button', { name: 'Read this page' }).click();
    await expect.poll(() => papersOn(s, page)).toEqual(DEMO_PAPERS);
    await expect.poll(() => options(popup).count()).toBeGreaterThanOrEqual(DEMO_PAPERS.length);
    await choice(popup, 'On');
    await expect.poll(() => papersOn(s, page)).toEqual(DEMO_PAPERS);
    await closePopup(popup);
  });

  test('when I ask: the frames of a page are read with it', async () => {
    await choose(s, { onlyWhenAsked: true });
    s.remake('/in-frame.html', html('<p>We read AmericasNLI.</p>'));
    const frame = '<iframe src="/in-frame.html" width="600" height="200"></iframe>';
    const page = await s.visitMade('/framing.html', html(`<p>We read xGQA.</p>${frame}`));
    const popup = await openPopup(s, page);
    await popup.getByRole('button', { name: 'Read this page' }).click();
    await expect.poll(() => papersOn(s, page)).toEqual(['pfeiffer-2022-xgqa', 'ebrahimi-2022-americasnli']);
    await closePopup(popup);
  });

  test('when I ask: a page that was read is not read any more after a reload, and the popup asks again', async () => {
    const page = await visitDemo();
    await choose(s, { onlyWhenAsked: true });
    await page.reload();
    await page.waitForTimeout(700);
    expect(await marked(page)).toEqual([]);
    const popup = await openPopup(s, page);
    await popup.getByRole('button', { name: 'Read this page' }).waitFor();
    expect(await options(popup).count()).toBe(0);
    await closePopup(popup);
  });
});

test('a page of the browser: the popup says that it cannot be read, and searches all the same', async () => {
  const page = await s.context.newPage();
  await page.goto('chrome://version');
  const popup = await openPopup(s, page);
  await popup.getByText('This page cannot be read').waitFor();
  await popup.keyboard.type('code-switching');
  await options(popup).first().waitFor();
  await closePopup(popup);
});

test('a page without papers: the popup says so, and what can be done', async () => {
  const page = await s.visitMade('/nothing.html', html('<p>The gardener watered the roses.</p>'));
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  const popup = await openPopup(s, page);
  await popup.getByText('No known papers on this page').waitFor();
  await closePopup(popup);
});

closingChecks(s);
