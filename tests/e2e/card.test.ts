// The card at a mark.
import { expect, test } from 'vitest';
import { noteWindows, press, shown, windows } from './card-window';
import { command, panelRequests, savedIds, saveOnly } from './in-worker';
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

closingChecks(s);
