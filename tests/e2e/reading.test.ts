// Searching, reading and saving in the side panel: one panel for all tests, brought back to its beginning before each.
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { examine } from './examine';
import { choose, savedIds, saveOnly, showPageInPanel } from './in-worker';
import { closingChecks, open } from './open';
import { DEMO_PAPERS, paper } from './pages';
import { ask, closePanel, keep, openPanel } from './surfaces';

const XGQA = paper('pfeiffer-2022-xgqa');

const s = await open();
const page = await s.visit('/demo.html');
const panel = await openPanel(s, page);
keep(page, panel);
afterAll(() => closePanel(s, panel));

beforeEach(async () => {
  await saveOnly(s, {});
  await showPageInPanel(s);
  await panel.getByRole('tab', { name: /^This page/, selected: true }).waitFor();
  await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
});

const tab = (panel: Page, name: RegExp) => panel.getByRole('tab', { name });
const heading = (panel: Page) => panel.getByRole('heading', { level: 1 }).filter({ visible: true });
const button = (panel: Page, name: string | RegExp) => panel.getByRole('button', { name }).filter({ visible: true });
const row = (panel: Page, title: string) =>
  panel.getByRole('listitem').getByRole('button').filter({ hasText: title, visible: true }).first();

describe('search and reading', () => {
  async function searchFor(panel: Page, query: string) {
    await tab(panel, /^Search/).click();
    await ask(panel, query);
  }

  test('from a search to a paper, to a related one, and back to the search', async () => {
    await searchFor(panel, 'xgqa');
    await panel.getByRole('combobox').press('Enter');
    await expect.poll(() => heading(panel).innerText()).toBe(XGQA.title);
    const text = await panel.getByRole('article').innerText();
    expect(text).toContain(XGQA.abstract);
    expect(text).toContain(XGQA.authors[0]);
    expect(text).toMatch(/name: xGQA/);
    await expect.poll(() => heading(panel).evaluate((element) => element === document.activeElement)).toBe(true);
    const related = panel
      .getByRole('article')
      .locator('section', { hasText: 'Related papers' })
      .getByRole('listitem')
      .getByRole('button')
      .first();
    const title = (await related.innerText()).split('\n')[0]!;
    await related.click();
    await expect.poll(() => heading(panel).innerText()).toBe(title);
    await button(panel, 'Back').click();
    await expect.poll(() => heading(panel).innerText()).toBe(XGQA.title);
    await button(panel, 'Forward').click();
    await expect.poll(() => heading(panel).innerText()).toBe(title);
    await button(panel, 'Back').click();
    await button(panel, 'Back').click();
    await expect.poll(() => panel.getByRole('combobox').inputValue()).toBe('xgqa');
    expect(await panel.getByRole('combobox').isVisible()).toBe(true);
  });

  test('the ways out are plain links to where the paper is, with nothing told about where they come from', async () => {
    await searchFor(panel, 'xgqa');
    await panel.getByRole('option').first().click();
    await heading(panel).waitFor();
    const links = await panel.getByRole('link').evaluateAll((all) =>
      (all as HTMLAnchorElement[]).map(({ href, target, rel, innerText }) => ({
        href,
        target,
        rel: rel.split(' '),
        name: innerText,
      })),
    );
    expect(links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([
        `https://arxiv.org/abs/${XGQA.arxiv}`,
        `https://aclanthology.org/${XGQA.acl}/`,
        `https://huggingface.co/papers/${XGQA.arxiv}`,
      ]),
    );
    for (const { href, target, rel, name } of links) {
      expect(href).toMatch(/^https:\/\//);
      expect(target).toBe('_blank');
      expect(rel).toContain('noreferrer');
      expect(name).not.toBe('');
    }
  });

  test('the words of the query are marked in the abstract', async () => {
    await searchFor(panel, 'visual question answering');
    await panel.getByRole('option').filter({ hasText: XGQA.title }).first().click();
    await heading(panel).waitFor();
    const words = async () =>
      (await panel.getByRole('article').locator('mark').allInnerTexts()).join(' ').toLowerCase();
    await expect.poll(words).toMatch(/visual.*question/);
  });

  test('a query that matches nothing', async () => {
    await tab(panel, /^Search/).click();
    await panel.getByRole('combobox').fill('sourdough bread baking');
    await panel.getByText(/Nothing in your papers matches/).waitFor();
    expect(await panel.getByRole('option').count()).toBe(0);
  });
});

describe('comparing', () => {
  const column = () => panel.locator('.column');
  /** Where each column stands, in pixels. */
  const places = () =>
    column().evaluateAll((all) =>
      all.map((one) => {
        const { left, top } = one.getBoundingClientRect();
        return { left: Math.round(left), top: Math.round(top) };
      }),
    );
  const distinct = (values: number[]) => new Set(values).size;
  const tooWide = () =>
    panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  async function choose(id: string) {
    const title = paper(id).title;
    const chooser = panel.getByRole('button', { name: `Compare ${title}`, exact: true }).first();
    await row(panel, title).hover();
    await chooser.click();
  }

  test('two to four abstracts: stacked when narrow, side by side when wide', async () => {
    const before = panel.viewportSize() ?? { width: 400, height: 700 };
    const chosen = DEMO_PAPERS.slice(1, 5);
    await choose(chosen[0]!);
    await panel.getByText('Choose another paper to compare').waitFor();
    for (const id of chosen.slice(1)) await choose(id);
    // A fifth finds no room.
    const fifth = panel.getByRole('button', { name: `Compare ${paper(DEMO_PAPERS[5]!).title}`, exact: true }).first();
    await expect.poll(() => fifth.getAttribute('aria-disabled')).toBe('true');
    await button(panel, 'Compare 4').click();
    await expect.poll(() => heading(panel).innerText()).toBe('Side by side');
    await expect.poll(() => column().count()).toBe(4);
    for (const [i, id] of chosen.entries()) {
      const text = (await column().nth(i).innerText()).replace(/\s+/g, ' ');
      expect(text).toContain(paper(id).title);
      expect(text).toContain(paper(id).abstract.replace(/\s+/g, ' '));
    }
    await panel.setViewportSize({ width: 280, height: 700 });
    const stacked = await places();
    expect([distinct(stacked.map(({ left }) => left)), distinct(stacked.map(({ top }) => top))]).toEqual([1, 4]);
    expect(await tooWide()).toBeLessThanOrEqual(0);
    await examine(panel, 'panel-compare-280');
    await panel.setViewportSize({ width: 1500, height: 700 });
    const beside = await places();
    expect([distinct(beside.map(({ left }) => left)), distinct(beside.map(({ top }) => top))]).toEqual([4, 1]);
    await examine(panel, 'panel-compare');

    // What one says alone is underlined; what all say is marked, which two do sooner than four.
    expect(await panel.locator('.column .own-word').count()).toBeGreaterThan(0);
    for (const taken of chosen.slice(2)) {
      await button(panel, `Take out of the comparison: ${paper(taken).title}`).click();
      await expect
        .poll(() =>
          column()
            .filter({ hasText: paper(taken).title })
            .count(),
        )
        .toBe(0);
    }
    await expect.poll(() => column().count()).toBe(2);
    await expect.poll(() => column().first().locator('mark').count()).toBeGreaterThan(0);
    await panel.setViewportSize(before);
    await button(panel, 'Back').click();
    await button(panel, 'Compare none').press('Enter');
    await expect.poll(() => button(panel, 'Compare none').count()).toBe(0);
    // What was pressed is gone; the focus is not.
    await expect.poll(() => panel.evaluate(() => document.activeElement === document.body)).toBe(false);
  });
});

describe('saved', () => {
  test('save, find it under Saved, take it off, undo', async () => {
    const title = paper(DEMO_PAPERS[1]!).title;
    await row(panel, title).click();
    await heading(panel).waitFor();
    await button(panel, 'Save').click();
    await expect.poll(() => savedIds(s)).toEqual([DEMO_PAPERS[1]]);
    await button(panel, 'Back').click();
    await tab(panel, /^Saved/).click();
    await row(panel, title).waitFor();
    await button(panel, `Remove ${title}`).click();
    await expect.poll(() => savedIds(s)).toEqual([]);
    await expect.poll(() => row(panel, title).count()).toBe(0);
    await button(panel, 'Undo').click();
    await row(panel, title).waitFor();
    await expect.poll(() => savedIds(s)).toEqual([DEMO_PAPERS[1]]);
  });

  test('a tag taken off comes back by Undo, and the focus stays where tags are given', async () => {
    await saveOnly(s, { [DEMO_PAPERS[1]!]: 1 });
    await row(panel, paper(DEMO_PAPERS[1]!).title).click();
    await heading(panel).waitFor();
    const field = panel.getByLabel('Add a tag').filter({ visible: true });
    await field.fill('to cite');
    await field.press('Enter');
    await button(panel, /tag.*to cite|to cite.*tag/i).click();
    await panel.getByText('Removed: to cite').waitFor();
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await button(panel, 'Undo').click();
    await button(panel, /tag.*to cite|to cite.*tag/i).waitFor();
  });

  test('newest first; what is saved elsewhere appears by itself', async () => {
    await tab(panel, /^Saved/).click();
    await panel.getByText('Nothing saved yet').waitFor();
    await saveOnly(s, { [DEMO_PAPERS[0]!]: 1, [DEMO_PAPERS[2]!]: 3, [DEMO_PAPERS[1]!]: 2 });
    const titles = async () =>
      (await panel.getByRole('tabpanel').getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0]);
    await expect.poll(titles).toEqual([2, 1, 0].map((i) => paper(DEMO_PAPERS[i]!).title));
  });

  test('a paper that leaves the filtered list leaves the focus to the next', async () => {
    await saveOnly(s, { [DEMO_PAPERS[0]!]: 1, [DEMO_PAPERS[2]!]: 3, [DEMO_PAPERS[1]!]: 2 });
    await tab(panel, /^Saved/).click();
    await button(panel, /^Unread 3/).click();
    await button(panel, `Read: ${paper(DEMO_PAPERS[2]!).title}`).press('Enter');
    await expect.poll(() => row(panel, paper(DEMO_PAPERS[2]!).title).count()).toBe(0);
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.closest('li')?.textContent))
      .toContain(paper(DEMO_PAPERS[1]!).title);
    await button(panel, /^Unread 2/).click();
  });

  test('a saved paper that no shelf has any more does no harm', async () => {
    await saveOnly(s, { 'nobody-1999-nothing': 1, [DEMO_PAPERS[0]!]: 2 });
    await tab(panel, /^Saved/).click();
    await row(panel, paper(DEMO_PAPERS[0]!).title).waitFor();
    await row(panel, 'nobody-1999-nothing').click();
    await panel.getByText('This paper is not here').waitFor();
  });
});

test('the tabs by keys: arrows walk, the chosen one shows', async () => {
  await tab(panel, /^This page/).focus();
  await panel.keyboard.press('ArrowRight');
  await expect.poll(() => tab(panel, /^Search/).getAttribute('aria-selected')).toBe('true');
  await panel.keyboard.press('End');
  await expect.poll(() => tab(panel, /^Library/).getAttribute('aria-selected')).toBe('true');
  await panel.keyboard.press('ArrowRight');
  await expect.poll(() => tab(panel, /^This page/).getAttribute('aria-selected')).toBe('true');
});

test('the tabs stay in one line, and keep their names', async () => {
  const before = panel.viewportSize() ?? { width: 400, height: 700 };
  const tabs = panel.getByRole('tab');
  const boxes = () => tabs.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  for (const { width, textSize } of [
    { width: 400, textSize: 100 },
    { width: 280, textSize: 100 },
    { width: 280, textSize: 150 },
  ] as const) {
    await choose(s, { textSize });
    await panel.setViewportSize({ width, height: 700 });
    await expect.poll(async () => new Set((await boxes()).map(({ top }) => top)).size).toBe(1);
    await expect.poll(async () => Math.max(...(await boxes()).map(({ right }) => right))).toBeLessThanOrEqual(width);
    for (const { width, height } of await boxes()) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    for (const name of [/^This page/, /^Search/, /^Saved/, /^Library/]) expect(await tab(panel, name).count()).toBe(1);
  }
  await choose(s, {});
  await panel.setViewportSize(before);
});

closingChecks(s);
