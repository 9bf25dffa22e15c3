// The real side panel beside real pages.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { shown, windows } from './card-window';
import { menu, omniboxEnter, omniboxSuggestions, panelRequests, papersOn, saveOnly, tabAddresses } from './in-worker';
import { drag } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS, html, paper } from './pages';
import { pdf } from './pdf';
import { closePanel, openPanel } from './surfaces';

const XGQA = paper('pfeiffer-2022-xgqa');
const LEGAL = paper('niklaus-2022-empirical');

const s = await open({
  pages: {
    '/thrice.html': html(
      `<p>First “${XGQA.title}”.</p><div style="height:2000px"></div><p>then xGQA again.</p><div style="height:2000px"></div><p>and xGQA once more.</p>`,
    ),
    '/paper.pdf': { headers: { 'content-type': 'application/pdf' }, body: pdf('instruction tuning') },
    '/one.html': html('<p>We read “On the Cross-lingual Transferability of Monolingual Representations”.</p>'),
    '/plain.html': html('<p>The gardener watered the roses.</p>'),
  },
});

afterEach(() => saveOnly(s, {}));

async function panelAt(path: string, papers: number): Promise<{ page: Page; panel: Page }> {
  const page = await s.visit(path);
  await expect.poll(() => papersOn(s, page)).toHaveLength(papers);
  return { page, panel: await openPanel(s, page) };
}
const panelAtDemo = () => panelAt(`/demo.html?${Math.random()}`, DEMO_PAPERS.length);

describe('this page', () => {
  test('all papers found, each once, in page order', async () => {
    const { panel } = await panelAtDemo();
    await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
    await panel.getByRole('heading', { name: `${DEMO_PAPERS.length} papers on this page` }).waitFor();
    const titles = DEMO_PAPERS.map((id) => paper(id).title);
    const rows = async () =>
      (await panel.getByRole('listitem').allInnerTexts())
        .map((text) => text.split('\n')[0]!)
        .filter((row) => titles.includes(row));
    await expect.poll(rows).toEqual(titles);
    await closePanel(s, panel);
  });

  test('papers like the page, below those it names', async () => {
    const page = await s.visitMade('/like.html', html(`<p>We read “${XGQA.title}”.</p><p>${LEGAL.abstract}</p>`));
    await expect.poll(() => papersOn(s, page)).toContain(XGQA.id);
    const panel = await openPanel(s, page);
    await panel.getByRole('heading', { name: /^Related/ }).waitFor();
    await panel.getByRole('button', { name: LEGAL.title }).first().waitFor();
    await closePanel(s, panel);
  });

  test('each place on the page can be jumped to', async () => {
    const { page, panel } = await panelAt('/thrice.html', 1);
    const places = panel.getByRole('group', { name: /Places on the page/ });
    const inView = () =>
      page.evaluate(() =>
        ['sl-1', 'sl-2', 'sl-4', 'sl-5']
          .flatMap((name) => [...(CSS.highlights.get(name) ?? [])] as Range[])
          .map((range) => {
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
    await panel
      .getByRole('group', { name: `Places on the page: ${paper('dang-2024-rlhf').title}` })
      .getByRole('button')
      .first()
      .click();
    await expect.poll(async () => (await shown(page))?.text).toContain(paper('dang-2024-rlhf').title);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    await closePanel(s, panel);
  });

  test('the list follows the tab in front, and the page in it', async () => {
    const { page, panel } = await panelAtDemo();
    await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
    const other = await s.visit('/one.html');
    await panel.getByRole('heading', { name: '1 paper on this page' }).waitFor();
    expect(await panel.getByText('Hu et al. 2020').count()).toBe(0);
    await page.bringToFront();
    await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
    await other.bringToFront();
    await panel.getByRole('heading', { name: '1 paper on this page' }).waitFor();
    await other.goto(`${s.origin}/demo.html?other`);
    await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
    await closePanel(s, panel);
  });

  test('stays with a page when asked, and follows the tab again when asked', async () => {
    const { page, panel } = await panelAtDemo();
    const first = panel.getByText('Hu et al. 2020').filter({ visible: true });
    await first.waitFor();
    await panel.getByRole('button', { name: 'Stay with this page' }).click();
    await panel.getByRole('button', { name: 'Follow the tab' }).waitFor();
    const other = await s.visit('/one.html?stay');
    await expect.poll(() => papersOn(s, other)).toHaveLength(1);
    await other.waitForTimeout(500);
    expect(await first.count()).toBe(1);
    // A jump goes to the page that the list is of.
    await panel
      .getByRole('group', { name: `Places on the page: ${paper('dang-2024-rlhf').title}` })
      .getByRole('button')
      .first()
      .click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    await other.bringToFront();
    await panel.getByRole('button', { name: 'Follow the tab' }).click();
    await panel.getByRole('heading', { name: '1 paper on this page' }).waitFor();
    expect(await first.count()).toBe(0);
    await closePanel(s, panel);
  });

  test('an abstract that is read keeps its place while tabs change', async () => {
    const { page, panel } = await panelAtDemo();
    await panel.setViewportSize({ width: 360, height: 420 });
    await panel.getByRole('button', { name: XGQA.title }).first().click();
    const title = panel.getByRole('article').getByRole('heading', { level: 1 });
    await title.waitFor();
    const scrolled = () => panel.locator('.reading-scroll').evaluate((element) => Math.round(element.scrollTop));
    // Once all of it is there: what comes later would move it.
    await panel.getByRole('article').getByRole('heading', { name: 'Related papers' }).waitFor();
    await panel.locator('.reading-scroll').evaluate((element) => element.scrollTo(0, 180));
    const at = await scrolled();
    expect(at).toBeGreaterThan(100);
    const other = await s.visit('/one.html?reading');
    await expect.poll(() => papersOn(s, other)).toHaveLength(1);
    await page.bringToFront();
    await other.bringToFront();
    await panel.waitForTimeout(500);
    expect(await title.innerText()).toBe(XGQA.title);
    expect(await scrolled()).toBe(at);
    // Its list has followed meanwhile.
    await panel.getByRole('button', { name: 'Back' }).click();
    await panel.getByRole('heading', { name: '1 paper on this page' }).waitFor();
    await closePanel(s, panel);
  });

  test('a page without papers is told to be one', async () => {
    const { page, panel } = await panelAtDemo();
    await page.goto(`${s.origin}/plain.html`);
    await panel.getByText('No known papers on this page').waitFor();
    await closePanel(s, panel);
  });

  test('a page of the browser is told to be out of reach', async () => {
    const { page, panel } = await panelAtDemo();
    await page.goto('chrome://version');
    await panel.getByText('This page cannot be read').waitFor();
    await closePanel(s, panel);
  });
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

  test('the menu on a selection in a PDF, where no script of ours runs, asks for a search too', async () => {
    const page = await s.visit('/paper.pdf');
    await menu(s, page, { menuItemId: 'look-up', selectionText: 'instruction tuning' });
    await expect.poll(() => panelRequests(s)).toEqual([{ view: 'search', query: 'instruction tuning' }]);
  });

  test('the menu reaches a panel that is open: once, and the same question again', async () => {
    const { page, panel } = await panelAtDemo();
    await menu(s, page, { menuItemId: 'look-up', selectionText: 'code-switching' });
    await expect.poll(() => panel.getByRole('combobox').inputValue()).toBe('code-switching');
    await panel.getByRole('option').first().waitFor();
    await panel.getByRole('tab', { name: /^Saved/ }).click();
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
    // An imported paper's page may be without https.
    const plain = s.origin.concat('/one.html?plain');
    await omniboxEnter(s, plain, 'newForegroundTab');
    await expect.poll(() => tabAddresses(s)).toContain(plain);
  });

  test('a selection made while the panel is open leaves the panel as it is', async () => {
    const { page, panel } = await panelAtDemo();
    // The page is made narrower by the panel: what was aimed at may move on the way.
    const offered = async () => {
      await drag(page, 'instruction tuning');
      await page.waitForTimeout(700);
      return (await windows(page)).length;
    };
    await expect.poll(offered).toBe(1);
    await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
    await closePanel(s, panel);
  });
});

closingChecks(s);
