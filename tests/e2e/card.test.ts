// The card at a mark.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { noteWindows, press, shown, windows } from './card-window';
import { command, fail, holdFiles, panelRequests, savedIds, saveOnly } from './in-worker';
import { hover, marked, placeOf } from './marks';
import { closingChecks, OTHER_SITE, open, type Sidelight } from './open';
import { html, paper, papers } from './pages';
import { closePanel, panelOf } from './surfaces';

const XGQA = paper('pfeiffer-2022-xgqa');
/** A pointer that stays shorter than this, in milliseconds, has not rested; the card waits for 400. */
const PASSING = 350;
const DWELL = 500;
/** So long the card stays, at the least, once the pointer has begun to leave it; its grace is 300. */
const STAYS = 250;

const s: Sidelight = await open({
  pages: {
    '/apart.html': html('<p style="text-align:right">We use xGQA</p><p id="phrase">instruction tuning</p>'),
    '/many.html': html(`<p>xGQA</p><p>${'AmericasNLI and '.repeat(300)}</p>`),
    '/two.html':
      html(`<p><a id="link" href="#top">A link</a></p><p>We read “On the Cross-lingual Transferability of Monolingual Representations”.</p>
      <div style="height:2000px"></div><p>Then we read “${XGQA.title}”.</p>`),
  },
});

async function visitDemo(site?: string) {
  const page = await s.visit(`/demo.html?${Math.random()}`, site);
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
  return page;
}

async function hoverCard(phrase = 'AmericasNLI') {
  const page = await visitDemo();
  const place = await hover(page, phrase);
  await expect.poll(() => shown(page)).toBeTruthy();
  return { page, place };
}

test('a pointer that passes over a mark opens nothing, one that rests opens the card', async () => {
  const page = await visitDemo();
  const { x, y } = await placeOf(page, 'xGQA');
  const noted = await noteWindows(page);
  /** How long the pointer was near the mark, as the page saw it: a busy machine may hold it there. */
  const passOver = async () => {
    const before = (await noted()).moved.length;
    await page.mouse.move(x, y, { steps: 3 });
    await page.waitForTimeout(150);
    await page.mouse.move(x, y - 200, { steps: 3 });
    const { moved } = await noted();
    return moved.at(-1)! - moved[before]!;
  };
  let opened = 0;
  const passed = async () => {
    opened = (await noted()).came.length;
    return (await passOver()) < PASSING;
  };
  await expect.poll(passed, { timeout: 20_000, interval: 1000 }).toBe(true);
  await page.waitForTimeout(DWELL);
  expect((await noted()).came).toHaveLength(opened);
  expect(await windows(page)).toEqual([]);
  await page.mouse.move(x, y, { steps: 3 });
  await expect.poll(() => shown(page)).toBeTruthy();
  const card = (await shown(page))!;
  expect(card.text).toContain(XGQA.title);
  expect(card.text).toContain('Pfeiffer et al.');
  expect(card.text).toContain('2022');
  expect(card.text).toContain('name: xGQA');
  expect(card.text).toContain(XGQA.abstract.slice(0, 60));
  expect(card.controls.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Save', 'Copy BibTeX', 'Open in panel', 'Close']),
  );
  expect(card.controls.find(({ name }) => name === 'arXiv')?.href).toBe(`https://arxiv.org/abs/${XGQA.arxiv}`);
  expect(card.box.right - card.box.left).toBeLessThanOrEqual(400);
});

test('the card does not cover the words it belongs to, not even in the middle of the window', async () => {
  const page = await visitDemo();
  const { y } = await hover(page, 'xGQA');
  await expect.poll(() => shown(page)).toBeTruthy();
  const { box } = (await shown(page))!;
  expect(
    box.top >= y || box.bottom <= y,
    `the card reaches from ${box.top} to ${box.bottom}, the words are at ${y}`,
  ).toBe(true);
});

test('a topic is marked at its first place only; its card shows papers about it', async () => {
  const page = await s.visitMade(
    '/topic.html',
    html('<p>We spoke of code-switching. Then of code-switching again.</p>'),
  );
  await expect.poll(() => marked(page, ['sl-3'])).toEqual(['code-switching']);
  await hover(page, 'code-switching');
  await expect.poll(async () => (await shown(page))?.text).toMatch(/code-switching/i);
  const names = (await shown(page))!.controls.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Close', 'Open in panel']));
  expect(names.some((name) => papers.some(({ title }) => name.startsWith(title)))).toBe(true);
  await press(page, 'Open in panel');
  const panel = await panelOf(s);
  await panel.getByRole('heading', { level: 1, name: /code-switching/i }).waitFor({ timeout: 3000 });
  await closePanel(s, panel);
});

test('the card stays while the pointer travels into it, and goes when the pointer has left both', async () => {
  const { page } = await hoverCard();
  const noted = await noteWindows(page);
  const { box } = (await shown(page))!;
  await page.mouse.move(box.left + 60, box.top + 40, { steps: 8 });
  await page.waitForTimeout(800);
  expect(await shown(page)).toBeTruthy();
  const before = (await noted()).moved.length;
  await page.mouse.move(box.right + 200, Math.max(5, box.top - 100), { steps: 8 });
  await expect.poll(() => windows(page)).toEqual([]);
  const { moved, went } = await noted();
  expect(went[0]! - moved[before]!).toBeGreaterThan(STAYS);
});

test('Escape closes the card; the focus is where it was', async () => {
  const page = await s.visit('/two.html');
  await expect.poll(() => marked(page)).toHaveLength(2);
  await page.locator('#link').focus();
  await hover(page, 'Transferability');
  await expect.poll(() => shown(page)).toBeTruthy();
  await page.keyboard.press('Escape');
  expect(await windows(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
});

test('by command: the next mark, its card, Tab into it, Escape back to the link', async () => {
  const page = await s.visit('/two.html?keys');
  await expect.poll(() => marked(page)).toHaveLength(2);
  await page.locator('#link').focus();
  await command(s, page, 'next-mark');
  await expect.poll(async () => (await shown(page))?.text).toContain('On the Cross-lingual Transferability');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
  await command(s, page, 'next-mark');
  await expect.poll(async () => (await shown(page))?.text).toContain(XGQA.title);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await shown(page))?.focused).not.toBe('');
  const names = new Set<string>();
  for (let i = 0; i < 8; i++) {
    names.add((await shown(page))!.focused);
    await page.keyboard.press('Tab');
  }
  expect([...names]).toEqual(expect.arrayContaining(['Save', 'Copy BibTeX', 'Open in panel']));
  await page.keyboard.press('Escape');
  expect(await windows(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
  await command(s, page, 'previous-mark');
  await expect.poll(async () => (await shown(page))?.text).toContain(paper('artetxe-2020-cross-lingual').title);
});

test('a click beside the card closes it', async () => {
  const { page } = await hoverCard();
  await page.mouse.click(5, 5);
  expect(await windows(page)).toEqual([]);
});

test('Save saves, once more takes it back', async () => {
  await saveOnly(s, {});
  const { page } = await hoverCard();
  await press(page, 'Save');
  await expect.poll(() => savedIds(s)).toEqual(['ebrahimi-2022-americasnli']);
  await expect.poll(async () => (await shown(page))?.controls.map(({ name }) => name)).toContain('Saved');
  await press(page, 'Saved');
  await expect.poll(() => savedIds(s)).toEqual([]);
});

test.for([
  ['a trusted page', undefined],
  ['a page without https', OTHER_SITE],
] as const)('Copy BibTeX on %s', async ([, site]) => {
  const page = await visitDemo(site);
  await hover(page, 'AmericasNLI');
  await expect.poll(() => shown(page)).toBeTruthy();
  await press(page, 'Copy BibTeX');
  await expect.poll(async () => (await shown(page))?.text).toContain('Copied');
  // Pasted by the reader's keys: what the clipboard really holds.
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('afterbegin', '<textarea id="paste" rows="12" cols="80"></textarea>'),
  );
  await page.locator('#paste').focus();
  await page.keyboard.press('Control+V');
  const pasted = await page.locator('#paste').inputValue();
  expect(pasted).toMatch(/^@\w+\{/);
  expect(pasted).toContain('AmericasNLI');
});

test('Open in panel opens the side panel at the paper, with its abstract', async () => {
  const { page } = await hoverCard();
  await press(page, 'Open in panel');
  const panel = await panelOf(s);
  await panel.getByRole('heading', { level: 1, name: /AmericasNLI/ }).waitFor();
  await panel.getByText(paper('ebrahimi-2022-americasnli').abstract.slice(0, 80)).waitFor();
  expect(await windows(page)).toEqual([]);
  // The panel has taken the request.
  await expect.poll(() => panelRequests(s)).toEqual([]);
  await closePanel(s, panel);
});

test('a page that removes what it does not know: the next hover brings the card again', async () => {
  const { page } = await hoverCard();
  await page.evaluate(() => document.documentElement.lastElementChild!.remove());
  await page.mouse.move(5, 5);
  await page.waitForTimeout(600);
  await hover(page, 'X-Stance');
  await expect.poll(async () => (await shown(page))?.text).toContain('X-Stance');
});

test('the page cannot see into the card, and its styles do not reach it', async () => {
  const page = await visitDemo();
  await page.addStyleTag({
    content: 'div, button, h2, p { all: unset !important; display: none !important; color: red !important }',
  });
  await command(s, page, 'next-mark');
  await expect.poll(async () => (await shown(page))?.controls.length).toBeGreaterThan(3);
  const { box } = (await shown(page))!;
  expect(box.right - box.left).toBeGreaterThan(200);
  expect(box.bottom - box.top).toBeGreaterThan(100);
  expect(await page.evaluate(() => document.documentElement.lastElementChild!.shadowRoot)).toBeNull();
  expect(await page.evaluate(() => document.documentElement.lastElementChild!.textContent)).toBe('');
});

test('at the lower right corner the card stays inside the window', async () => {
  const page = await s.visitMade(
    '/corner.html',
    html(`<p style="position:fixed;right:4px;bottom:4px;margin:0">“${XGQA.title}”</p>`),
  );
  await expect.poll(() => marked(page)).toHaveLength(1);
  await placeOf(page, 'Answering');
  await hover(page, 'Answering');
  await expect.poll(() => shown(page)).toBeTruthy();
  const { box } = (await shown(page))!;
  const view = page.viewportSize()!;
  expect(box.right).toBeLessThanOrEqual(view.width);
  expect(box.bottom).toBeLessThanOrEqual(view.height);
  expect(box.top).toBeGreaterThanOrEqual(0);
});

/** The mark that is shown as the present one. */
const present = (page: Page) => marked(page, ['sl-0']);
const TROUBLE = 'That did not work';

test('the pointer leaves while the answer is awaited: nothing stays shown, and nothing comes later', async () => {
  const page = await visitDemo();
  await s.stopWorker();
  const files = await holdFiles(s);
  await hover(page, 'AmericasNLI');
  await expect.poll(() => present(page)).toEqual(['AmericasNLI']);
  await expect.poll(() => files.asked()).toBeGreaterThan(0);
  await page.mouse.move(5, 5);
  await expect.poll(() => present(page)).toEqual([]);
  await files.goOn();
  await page.waitForTimeout(DWELL);
  expect(await windows(page)).toEqual([]);
  await hover(page, 'AmericasNLI');
  await expect.poll(async () => (await shown(page))?.text).toContain('AmericasNLI');
});

test('no answer: a mark that was only hovered is left as it was', async () => {
  const page = await visitDemo();
  const papers = await fail(s, 'paper.get');
  await hover(page, 'AmericasNLI');
  await expect.poll(() => papers.asked()).toBe(1);
  await expect.poll(() => present(page)).toEqual([]);
  expect(await windows(page)).toEqual([]);
});

test('no answer to a key: the card says so, and asks again', async () => {
  const page = await s.visit('/two.html?trouble');
  await expect.poll(() => marked(page)).toHaveLength(2);
  const papers = await fail(s, 'paper.get');
  await command(s, page, 'next-mark');
  await expect.poll(async () => (await shown(page))?.text).toContain(TROUBLE);
  await papers.mend();
  await press(page, 'Try again');
  await expect.poll(async () => (await shown(page))?.text).toContain('On the Cross-lingual Transferability');
  await page.keyboard.press('Escape');
  const lookups = await fail(s, 'lookup.search');
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('p:last-of-type')!));
  await command(s, page, 'look-up-selection');
  await expect.poll(async () => (await shown(page))?.text).toContain(TROUBLE);
  await lookups.mend();
  await press(page, 'Try again');
  await expect.poll(async () => (await shown(page))?.text).toContain(XGQA.title);
});

test('a selection is looked up while the card of a mark is open: that mark opens its card again', async () => {
  const page = await s.visit('/apart.html');
  await expect.poll(() => marked(page)).toEqual(['xGQA']);
  const { x, y } = await hover(page, 'xGQA');
  await expect.poll(async () => (await shown(page))?.text).toContain(XGQA.title);
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#phrase')!));
  await command(s, page, 'look-up-selection');
  await expect.poll(async () => (await shown(page))?.text).toMatch(/1 of \d/);
  expect(await present(page)).toEqual([]);
  await page.mouse.move(x, y + 300);
  await page.mouse.move(x, y, { steps: 3 });
  await expect.poll(() => present(page)).toEqual(['xGQA']);
  await expect.poll(async () => (await shown(page))?.text).toContain('name: xGQA');
});

test('the pointer slips off the mark and is back at once, or comes back from the card: the card stays', async () => {
  const { page, place } = await hoverCard();
  const noted = await noteWindows(page);
  const { box } = (await shown(page))!;
  await page.mouse.move(box.left + 60, box.top + 40, { steps: 8 });
  await page.mouse.move(place.x, place.y, { steps: 3 });
  await page.waitForTimeout(DWELL);
  expect((await noted()).went).toEqual([]);
  /** For how long the pointer was away, as the page saw it: a busy machine may hold it there. */
  const slip = async () => {
    const before = (await noted()).moved.length;
    await page.mouse.move(place.x, place.y - 60);
    await page.waitForTimeout(50);
    await page.mouse.move(place.x, place.y);
    const { moved } = await noted();
    return moved.at(-1)! - moved[before]!;
  };
  const slipped = async () => {
    await page.mouse.move(place.x + 1, place.y);
    await expect.poll(() => shown(page)).toBeTruthy();
    const wentBefore = (await noted()).went.length;
    if ((await slip()) > STAYS) return undefined;
    await page.waitForTimeout(DWELL);
    return (await noted()).went.length - wentBefore;
  };
  let went: number | undefined;
  await expect.poll(async () => (went = await slipped()), { timeout: 20_000, interval: 1000 }).toBeDefined();
  expect(went).toBe(0);
});

test('a card was closed while the pointer was on its mark: what is offered next does not go with the pointer', async () => {
  const { page } = await hoverCard();
  await page.keyboard.press('Escape');
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#instruction i')!));
  await page.keyboard.press('Shift');
  await expect.poll(() => shown(page)).toBeTruthy();
  await page.mouse.move(5, 5, { steps: 2 });
  await page.waitForTimeout(2 * DWELL);
  expect(await windows(page)).toHaveLength(1);
});

test('a tap on a button of the card is not one on the mark that lies under it', async () => {
  await saveOnly(s, {});
  const page = await s.visit('/many.html');
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(100);
  const session = await page.context().newCDPSession(page);
  const tap = async ({ x, y }: { x: number; y: number }) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await tap(await placeOf(page, 'xGQA'));
  await expect.poll(async () => (await shown(page))?.text).toContain(XGQA.title);
  await tap((await shown(page))!.controls.find(({ name }) => name === 'Save')!);
  await expect.poll(() => savedIds(s)).toEqual([XGQA.id]);
  await page.waitForTimeout(DWELL);
  expect((await shown(page))?.text).toContain(XGQA.title);
  await saveOnly(s, {});
});

closingChecks(s);
