// The real side panel beside real pages.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { shown, windows } from './card-window';
import { menu, omniboxEnter, omniboxSuggestions, panelRequests, papersOn, read, tabAddresses, write } from './in-worker';
import { drag } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS, html, paper } from './pages';
import { closePanel, openPanel, tidy } from './surfaces';

const XGQA = paper('pfeiffer-2022-xgqa');

const s = await open({
  pages: {
    '/thrice.html': html(`<p>First “${XGQA.title}”.</p><div style="height:2000px"></div><p>then xGQA again.</p><div style="height:2000px"></div><p>and xGQA once more.</p>`),
    '/one.html': html('<p>We read “On the Cross-lingual Transferability of Monolingual Representations”.</p>'),
    '/plain.html': html('<p>The gardener watered the roses.</p>'),
  },
});

afterEach(async () => {
  await tidy(s);
  await write(s, 'local', { saved: {} });
});

async function panelAt(path: string, papers: number): Promise<{ page: Page; panel: Page }> {
  const page = await s.visit(path);
  await expect.poll(() => papersOn(s, page)).toHaveLength(papers);
  return { page, panel: await openPanel(s, page) };
}
const panelAtDemo = () => panelAt(`/demo.html?${Math.random()}`, DEMO_PAPERS.length);

const tab = (panel: Page, name: RegExp) => panel.getByRole('tab', { name });
const heading = (panel: Page) => panel.getByRole('heading', { level: 1 }).filter({ visible: true });
const button = (panel: Page, name: string | RegExp) => panel.getByRole('button', { name }).filter({ visible: true });
const row = (panel: Page, title: string) => panel.getByRole('listitem').getByRole('button').filter({ hasText: title, visible: true }).first();

describe('this page', () => {
  test('all papers found, each once, in page order, and related ones below', async () => {
    const { panel } = await panelAtDemo();
    await panel.getByText('Hu et al. 2020').waitFor();
    await panel.getByRole('heading', { name: `${DEMO_PAPERS.length} papers on this page` }).waitFor({ timeout: 3000 });
    const first = await panel.getByRole('list').first().getByRole('listitem').allInnerTexts();
    expect(first.map((text) => text.split('\n')[0])).toEqual(DEMO_PAPERS.map((id) => paper(id).title));
    await panel.getByRole('heading', { name: 'Related papers' }).waitFor();
    await closePanel(s, panel);
  });

  test('each place on the page can be jumped to', async () => {
    const { page, panel } = await panelAt('/thrice.html', 1);
    const places = panel.getByRole('group', { name: /Places on the page/ });
    const inView = () =>
      page.evaluate(() =>
        ['sl-1', 'sl-2'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])] as Range[]).map((range) => {
          const { top, bottom } = range.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }),
      );
    // One row for the paper, whatever the page calls it.
    await expect.poll(() => places.count()).toBe(1);
    await places.getByRole('button', { name: 'Next place' }).click();
    await expect.poll(inView).toEqual([true, false, false]);
    await expect.poll(async () => (await shown(page))?.text).toContain(XGQA.title);
    await places.getByRole('button', { name: 'Next place' }).click();
    await expect.poll(inView).toEqual([false, true, false]);
    await places.getByRole('button', { name: 'Next place' }).click();
    await expect.poll(inView).toEqual([false, false, true]);
    await places.getByRole('button', { name: 'Previous place' }).click();
    await expect.poll(inView).toEqual([false, true, false]);
    await closePanel(s, panel);
  });

  test('a place can be jumped to where a paper is mentioned once', async () => {
    const { page, panel } = await panelAtDemo();
    await panel.getByRole('group', { name: `Places on the page: ${paper('dang-2024-rlhf').title}` }).getByRole('button').first().click();
    await expect.poll(async () => (await shown(page))?.text).toContain(paper('dang-2024-rlhf').title);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(50);
    await closePanel(s, panel);
  });

  test('the list follows the tab in front, and the page in it', async () => {
    const { page, panel } = await panelAtDemo();
    await panel.getByText('Hu et al. 2020').waitFor();
    const other = await s.visit('/one.html');
    await panel.getByRole('heading', { name: '1 paper on this page' }).waitFor();
    expect(await panel.getByText('Hu et al. 2020').count()).toBe(0);
    await page.bringToFront();
    await panel.getByText('Hu et al. 2020').waitFor();
    await other.bringToFront();
    await panel.getByRole('heading', { name: '1 paper on this page' }).waitFor();
    await other.goto(`${s.origin}/demo.html?other`);
    await panel.getByText('Hu et al. 2020').waitFor();
    await closePanel(s, panel);
  });

  test('a page without papers is told to be one', async () => {
    const { page, panel } = await panelAtDemo();
    await page.goto(`${s.origin}/plain.html`);
    await panel.getByText('No known papers on this page').waitFor({ timeout: 3000 });
    await closePanel(s, panel);
  });

  test('a page of the browser is told to be out of reach', async () => {
    const { page, panel } = await panelAtDemo();
    await page.goto('chrome://version');
    await panel.getByText('This page cannot be read').waitFor();
    await closePanel(s, panel);
  });
});

describe('search and reading', () => {
  async function searchFor(panel: Page, query: string) {
    await tab(panel, /^Search/).click();
    await panel.getByRole('combobox').fill(query);
    await panel.getByRole('option').first().waitFor();
  }

  test('from a search to a paper, to a related one, and back to the search', async () => {
    const { panel } = await panelAtDemo();
    await searchFor(panel, 'xgqa');
    await panel.getByRole('combobox').press('Enter');
    await expect.poll(() => heading(panel).innerText()).toBe(XGQA.title);
    const text = await panel.getByRole('article').innerText();
    expect(text).toContain(XGQA.abstract);
    expect(text).toContain(XGQA.authors[0]);
    expect(text).toMatch(/name: xGQA/);
    await expect.poll(() => heading(panel).evaluate((element) => element === document.activeElement)).toBe(true);
    const related = panel.getByRole('article').getByRole('listitem').getByRole('button').first();
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
    await closePanel(s, panel);
  });

  test('the ways out are plain links to where the paper is, with nothing told about where they come from', async () => {
    const { panel } = await panelAtDemo();
    await searchFor(panel, 'xgqa');
    await panel.getByRole('option').first().click();
    await heading(panel).waitFor();
    const links = await panel.getByRole('link').evaluateAll((all) =>
      (all as HTMLAnchorElement[]).map(({ href, target, rel, innerText }) => ({ href, target, rel: rel.split(' '), name: innerText })),
    );
    expect(links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([`https://arxiv.org/abs/${XGQA.arxiv}`, `https://aclanthology.org/${XGQA.acl}/`, `https://huggingface.co/papers/${XGQA.arxiv}`]),
    );
    for (const { href, target, rel, name } of links) {
      expect(href).toMatch(/^https:\/\//);
      expect(target).toBe('_blank');
      expect(rel).toContain('noreferrer');
      expect(name).not.toBe('');
    }
    await closePanel(s, panel);
  });

  test('the words of the query are marked in the abstract', async () => {
    const { panel } = await panelAtDemo();
    await searchFor(panel, 'visual question answering');
    await panel.getByRole('option').filter({ hasText: XGQA.title }).first().click();
    await heading(panel).waitFor();
    const words = async () => (await panel.getByRole('article').locator('mark').allInnerTexts()).join(' ').toLowerCase();
    await expect.poll(words).toMatch(/visual.*question/);
    await closePanel(s, panel);
  });

  test('a query that matches nothing', async () => {
    const { panel } = await panelAtDemo();
    await tab(panel, /^Search/).click();
    await panel.getByRole('combobox').fill('sourdough bread baking');
    await panel.getByText(/Nothing in your papers matches/).waitFor();
    expect(await panel.getByRole('option').count()).toBe(0);
    await closePanel(s, panel);
  });
});

describe('saved', () => {
  test('save, find it under Saved, take it off, undo', async () => {
    const { panel } = await panelAtDemo();
    const title = paper(DEMO_PAPERS[1]!).title;
    await row(panel, title).click();
    await heading(panel).waitFor();
    await button(panel, 'Save').click();
    await expect.poll(async () => Object.keys((await read<object>(s, 'local', 'saved')) ?? {})).toEqual([DEMO_PAPERS[1]]);
    await button(panel, 'Back').click();
    await tab(panel, /^Saved/).click();
    await row(panel, title).waitFor();
    await button(panel, `Remove ${title}`).click();
    await expect.poll(() => read(s, 'local', 'saved')).toEqual({});
    expect(await row(panel, title).count()).toBe(0);
    await button(panel, 'Undo').click();
    await row(panel, title).waitFor();
    expect(Object.keys((await read<object>(s, 'local', 'saved'))!)).toEqual([DEMO_PAPERS[1]]);
    await closePanel(s, panel);
  });

  test('newest first; what is saved elsewhere appears by itself', async () => {
    const { panel } = await panelAtDemo();
    await tab(panel, /^Saved/).click();
    await panel.getByText('Nothing saved yet').waitFor();
    await write(s, 'local', { saved: { [DEMO_PAPERS[0]!]: 1, [DEMO_PAPERS[2]!]: 3, [DEMO_PAPERS[1]!]: 2 } });
    const titles = async () => (await panel.getByRole('tabpanel').getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0]);
    await expect.poll(titles).toEqual([2, 1, 0].map((i) => paper(DEMO_PAPERS[i]!).title));
    await closePanel(s, panel);
  });

  test('a saved paper that no shelf has any more does no harm', async () => {
    await write(s, 'local', { saved: { 'nobody-1999-nothing': 1, [DEMO_PAPERS[0]!]: 2 } });
    const { panel } = await panelAtDemo();
    await tab(panel, /^Saved/).click();
    await row(panel, paper(DEMO_PAPERS[0]!).title).waitFor();
    await row(panel, 'nobody-1999-nothing').click();
    await panel.getByText('This paper is not here').waitFor();
    await closePanel(s, panel);
  });
});

test('the tabs by keys: arrows walk, the chosen one shows', async () => {
  const { panel } = await panelAtDemo();
  await tab(panel, /^This page/).focus();
  await panel.keyboard.press('ArrowRight');
  expect(await tab(panel, /^Search/).getAttribute('aria-selected')).toBe('true');
  await panel.keyboard.press('End');
  expect(await tab(panel, /^Saved/).getAttribute('aria-selected')).toBe('true');
  await panel.keyboard.press('ArrowRight');
  expect(await tab(panel, /^This page/).getAttribute('aria-selected')).toBe('true');
  await closePanel(s, panel);
});

describe('from outside', () => {
  // Fired by hand these have no gesture, so that the browser may refuse to open the panel: what counts is the request.
  test('the menu on a selection asks for a search, the menu on a page for its papers', async () => {
    const page = await s.visit('/one.html?menu');
    await menu(s, page, { menuItemId: 'look-up', selectionText: '  code-switching ' });
    await expect.poll(() => panelRequests(s)).toEqual([{ view: 'search', query: 'code-switching' }]);
    await menu(s, page, { menuItemId: 'page' });
    await expect.poll(() => panelRequests(s)).toEqual([{ view: 'page' }]);
  });

  test('the menu reaches a panel that is open: once, and the same question again', async () => {
    const { page, panel } = await panelAtDemo();
    await menu(s, page, { menuItemId: 'look-up', selectionText: 'code-switching' });
    await expect.poll(() => panel.getByRole('combobox').inputValue()).toBe('code-switching');
    await panel.getByRole('option').first().waitFor();
    await tab(panel, /^Saved/).click();
    await menu(s, page, { menuItemId: 'look-up', selectionText: 'code-switching' });
    await expect.poll(() => panel.getByRole('option').count()).toBeGreaterThan(0);
    await expect.poll(() => panelRequests(s)).toEqual([]);
    await closePanel(s, panel);
  });

  test('the address bar suggests papers with their pages, and looks words up in the panel', async () => {
    const [first] = await omniboxSuggestions(s, 'xgqa');
    expect(first!.content).toBe(`https://arxiv.org/abs/${XGQA.arxiv}`);
    expect(first!.description).toContain('xGQA: Cross-Lingual Visual Question Answering');
    const [amp] = await omniboxSuggestions(s, 'Clinical Understanding & Retrieval Evaluation');
    expect(amp!.description).toContain('Understanding &amp; Retrieval');
    await s.visit('/one.html?omnibox');
    await omniboxEnter(s, 'code-switching');
    await expect.poll(() => panelRequests(s)).toEqual([{ view: 'search', query: 'code-switching' }]);
    s.network.expectHost('arxiv.org');
    await omniboxEnter(s, first!.content, 'newForegroundTab');
    await expect.poll(() => tabAddresses(s)).toContain(first!.content);
  });

  test('a selection made while the panel is open leaves the panel as it is', async () => {
    const { page, panel } = await panelAtDemo();
    await drag(page, 'instruction tuning');
    await expect.poll(async () => (await windows(page)).length).toBe(1);
    await panel.getByText('Hu et al. 2020').waitFor();
    await closePanel(s, panel);
  });
});

closingChecks(s);
