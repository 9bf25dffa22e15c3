// The worker is stopped at any moment, as browsers do; the reader must not notice.
import { afterEach, expect, test } from 'vitest';
import { press as pressInCard, shown } from './card-window';
import { badgeOf, choose, command, papersOn, savedIds, stateOf, stopWorker, write } from './in-worker';
import { drag, hover, marked } from './marks';
import { closingChecks, OTHER_SITE, open } from './open';
import { DEMO_PAPERS, html, paper } from './pages';
import { ask, closePanel, closePopup, openPanel, openPopup, panelOf, press } from './surfaces';

const s = await open({
  pages: {
    '/late.html': html('<main></main>'),
    '/frames.html': html('<p>We read xGQA.</p><iframe src="/frame.html" width="600" height="200"></iframe>'),
    '/frame.html': html('<p>We read AmericasNLI.</p>'),
  },
});

afterEach(() => choose(s, {}));

const visitDemo = async (site?: string) => {
  const page = await s.visit(`/demo.html?${Math.random()}`, site);
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
  return page;
};

const stop = () => stopWorker(s);

test('a selection is looked up', async () => {
  const page = await visitDemo();
  await stop();
  await drag(page, 'instruction tuning');
  await expect.poll(async () => (await shown(page))?.controls.length).toBe(1);
  await stop();
  await pressInCard(page, 'Look up in Sidelight');
  await expect.poll(async () => (await shown(page))?.text).toMatch(/instruction/i);
  await stop();
  await pressInCard(page, 'Save');
  await expect.poll(() => savedIds(s)).toHaveLength(1);
});

test('a mark is hovered, and its paper read in the panel', async () => {
  const page = await visitDemo();
  await stop();
  await hover(page, 'AmericasNLI');
  await expect.poll(async () => (await shown(page))?.text).toContain('AmericasNLI');
  await stop();
  await pressInCard(page, 'Open in panel');
  const panel = await panelOf(s);
  await panel.getByText(paper('ebrahimi-2022-americasnli').abstract.slice(0, 60)).waitFor();
  await closePanel(s, panel);
});

test('the popup lists and searches', async () => {
  const page = await visitDemo();
  await expect.poll(() => badgeOf(s, page)).toBe(String(DEMO_PAPERS.length));
  const popup = await openPopup(s, page);
  await stop();
  await expect.poll(() => popup.getByRole('option').count()).toBeGreaterThan(10);
  await stop();
  await ask(popup, 'xgqa');
  expect(await popup.getByRole('option').first().innerText()).toContain('xGQA: Cross-Lingual');
  await stop();
  await press(popup, () => popup.keyboard.press('Enter'));
  const panel = await panelOf(s);
  await panel.getByRole('heading', { level: 1, name: /xGQA/ }).waitFor();
  await closePanel(s, panel);
});

test('the panel searches, reads and saves', async () => {
  const page = await visitDemo();
  const panel = await openPanel(s, page);
  await stop();
  await panel.getByRole('tab', { name: 'Search' }).click();
  await ask(panel, 'code-switching');
  await stop();
  await panel.getByRole('option').first().click();
  await panel.getByRole('article').waitFor();
  await closePanel(s, panel);
});

test('new content of a page is still found', async () => {
  const page = await s.visit('/late.html');
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  await stop();
  await page.evaluate(() => {
    document.querySelector('main')!.innerHTML = '<p>We read “xGQA: Cross-Lingual Visual Question Answering”.</p>';
  });
  await expect.poll(() => papersOn(s, page)).toEqual(['pfeiffer-2022-xgqa']);
  await expect.poll(() => badgeOf(s, page)).toBe('1');
});

test('a command works', async () => {
  const page = await visitDemo();
  await stop();
  await command(s, page, 'next-mark');
  await expect.poll(() => shown(page)).toBeTruthy();
});

test('many at once, while the worker is stopped again and again: every answer comes', async () => {
  const page = await visitDemo();
  const popup = await openPopup(s, page);
  const asking = popup.evaluate(async () => {
    const ask = (query: string) =>
      chrome.runtime.sendMessage({ type: 'lookup.search', input: { query } }).then(
        (reply) => reply?.ok,
        () => false,
      );
    const first = await Promise.all(['xgqa', 'xls-r', 'code-switching', 'instruction tuning'].map(ask));
    return first;
  });
  await s.stopWorker();
  await asking;
  await popup.getByRole('combobox').fill('xls-r');
  await s.stopWorker();
  await popup.getByRole('combobox').fill('xls-r speech');
  await s.stopWorker();
  await ask(popup, 'xgqa');
  expect(await popup.getByRole('option').first().innerText()).toContain('xGQA: Cross-Lingual');
  await closePopup(popup);
});

test('what is chosen in one tab takes effect in the others', async () => {
  const page = await visitDemo();
  const other = await visitDemo(OTHER_SITE);
  await stop();
  const popup = await openPopup(s, page);
  await popup.getByRole('radio', { name: 'When I ask' }).click();
  await expect.poll(() => marked(page)).toEqual([]);
  await expect.poll(() => marked(other)).toEqual([]);
  await popup.getByRole('radio', { name: 'On', exact: true }).click();
  await expect.poll(async () => (await marked(other)).length).toBeGreaterThan(10);
  await write(s, 'local', { settings: { marks: 'titles' } });
  await expect.poll(async () => (await marked(other, ['sl-1'])).length).toBeGreaterThan(5);
  await expect.poll(() => marked(other, ['sl-2'])).toEqual([]);
  await closePopup(popup);
});

test('access to sites taken back: the popup says so, and searches; given again, the open page is read without a reload', async () => {
  await s.allow(false);
  const page = await s.visit('/demo.html?kept-out');
  const popup = await openPopup(s, page);
  await popup.getByText('Sidelight may not read this page').waitFor();
  await popup.getByRole('button', { name: 'Allow on all sites' }).waitFor();
  expect(await marked(page)).toEqual([]);
  await popup.getByRole('combobox').fill('xgqa');
  await popup.getByRole('option').filter({ hasText: 'xGQA: Cross-Lingual' }).waitFor();
  await closePopup(popup);
  await s.allow(true);
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
  await expect.poll(() => badgeOf(s, page)).toBe(String(DEMO_PAPERS.length));
});

test('access given again: frames are read too, and a tab that does not answer holds up no other', async () => {
  await s.allow(false);
  const frozen = await s.visit('/late.html', OTHER_SITE);
  // A question of the page's stops all in it until it is answered.
  const [question] = await Promise.all([
    frozen.waitForEvent('dialog'),
    frozen.evaluate(() => void setTimeout(() => alert('?'), 0)),
  ]);
  const page = await s.visit('/frames.html');
  await s.allow(true);
  await expect.poll(() => papersOn(s, page)).toEqual(['pfeiffer-2022-xgqa', 'ebrahimi-2022-americasnli']);
  await question.accept();
});

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean } | undefined> } };

closingChecks(s);
