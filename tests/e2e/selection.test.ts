// Looking up what is selected on a page.
import { expect, test } from 'vitest';
import { noteWindows, press, shown, windows } from './card-window';
import { command } from './in-worker';
import { drag, marked, placeOf, selected } from './marks';
import { closingChecks, open } from './open';
import { html } from './pages';
import { closePanel, panelOf } from './surfaces';

const OFFER = 'Look up in Sidelight';
/** Long enough for a button that is not to come. */
const NOTHING_COMES = 700;
const LONG = 'cross-lingual transfer of instruction tuning '.repeat(250);

const s = await open({
  pages: {
    '/fields.html': html(`<textarea rows="3" cols="60">All about instruction tuning here</textarea>
      <p><input size="60" value="All about instruction tuning here"></p>
      <div contenteditable="true"><p>All about instruction tuning here</p></div>
      <p>All about instruction tuning here</p>`),
    '/framed.html': html(
      `<p id="top">All about instruction tuning here</p><iframe src="/inner.html" width="700" height="500"></iframe>`,
    ),
    '/inner.html': html('<p id="inner">All about code-switching here</p>'),
    '/odd.html':
      html(`<p id="one">x</p><p id="long">${LONG}</p><p id="controls">instruction\u0007 \u200b\u202etuning\u0001</p><p id="signs">— … !? “”</p>
      <p id="digits">123456</p><p id="emoji">🙂🙃</p>`),
  },
});

const demo = () => s.visit(`/demo.html?${Math.random()}`);
const offered = async (page: Parameters<typeof shown>[0]) => (await shown(page))?.controls.map(({ name }) => name);

test('a phrase that matches gets the button; a click on it shows the card and keeps the selection', async () => {
  const page = await demo();
  await drag(page, 'instruction tuning');
  await expect.poll(() => offered(page)).toEqual([OFFER]);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  const { box } = (await shown(page))!;
  const place = await placeOf(page, 'instruction tuning');
  expect(Math.abs(box.left - place.right)).toBeLessThan(40);
  await press(page, OFFER);
  await expect.poll(async () => (await offered(page))?.length).toBeGreaterThan(3);
  expect((await shown(page))!.text).toMatch(/instruction/i);
  expect((await shown(page))!.text).toMatch(/1 of \d/);
  expect(await selected(page)).toBe('instruction tuning');
  const first = (await shown(page))!.text;
  await press(page, 'Next paper');
  await expect.poll(async () => (await shown(page))!.text).toMatch(/2 of \d/);
  expect((await shown(page))!.text).not.toBe(first);
  expect(await selected(page)).toBe('instruction tuning');
  await page.keyboard.press('Escape');
  expect(await windows(page)).toEqual([]);
  expect(await selected(page)).toBe('instruction tuning');
});

test('a phrase of which no paper knows gets none', async () => {
  const page = await demo();
  await drag(page, 'nobody lost their');
  await page.waitForTimeout(NOTHING_COMES);
  expect(await windows(page)).toEqual([]);
});

test('another language: a German word leads to English papers', async () => {
  const page = await demo();
  await drag(page, 'Codewechsel');
  await expect.poll(() => offered(page)).toEqual([OFFER]);
  await press(page, OFFER);
  await expect.poll(async () => (await shown(page))?.text).toMatch(/code-switching/i);
});

test('the button fades by itself, and goes when the selection goes', async () => {
  const page = await demo();
  await drag(page, 'instruction tuning');
  await expect.poll(() => offered(page)).toEqual([OFFER]);
  await page.mouse.click(10, 10);
  await expect.poll(() => windows(page)).toEqual([]);
  const noted = await noteWindows(page);
  await drag(page, 'instruction tuning');
  await expect.poll(() => offered(page)).toEqual([OFFER]);
  await expect.poll(() => windows(page)).toEqual([]);
  const { came, went } = await noted();
  expect(went.at(-1)! - came[0]!).toBeGreaterThan(2000);
});

test('a selection changed with the keys is offered too, at its new end', async () => {
  const page = await demo();
  await drag(page, 'about instruction');
  await page.keyboard.press('Control+Shift+ArrowRight');
  expect((await selected(page)).trim()).toBe('about instruction tuning');
  const place = await placeOf(page, 'instruction tuning');
  // A button for what was dragged over may stand at the old end until then.
  await expect
    .poll(async () => Math.abs(((await shown(page))?.box.left ?? Number.POSITIVE_INFINITY) - place.right))
    .toBeLessThan(40);
  expect(await offered(page)).toEqual([OFFER]);
});

test('nothing is offered in fields and editors', async () => {
  const page = await s.visit('/fields.html');
  for (const field of ['textarea', 'input', '[contenteditable]']) {
    await page.locator(field).click();
    await page.keyboard.press('Control+A');
    await page.waitForTimeout(NOTHING_COMES);
    expect(await windows(page), field).toEqual([]);
  }
  await page.locator('[contenteditable]').dblclick({ position: { x: 80, y: 10 } });
  await page.waitForTimeout(NOTHING_COMES);
  expect(await windows(page)).toEqual([]);
});

test('by command: the card for the selection at once', async () => {
  const page = await demo();
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#instruction i')!));
  await command(s, page, 'look-up-selection');
  await expect.poll(async () => (await shown(page))?.text).toContain('Turning English-centric LLMs Into Polyglots');
  // Closed, it leaves no button in its place, though the words are still selected.
  await page.keyboard.press('Escape');
  await page.waitForTimeout(NOTHING_COMES);
  expect(await windows(page)).toEqual([]);
});

test('by command: a selection that matches nothing says so, and leads to the panel', async () => {
  const page = await demo();
  await drag(page, 'nobody lost their');
  await command(s, page, 'look-up-selection');
  await expect
    .poll(async () => (await shown(page))?.text)
    .toMatch(/Nothing in your papers matches|No paper here matches/);
  const [control] = (await shown(page))!.controls.filter(({ name }) => /panel/i.test(name));
  await press(page, control!.name);
  const panel = await panelOf(s);
  await expect.poll(() => panel.getByRole('combobox').inputValue()).toBe('nobody lost their');
  await closePanel(s, panel);
});

test('by command without a selection: nothing happens', async () => {
  const page = await demo();
  await command(s, page, 'look-up-selection');
  await page.waitForTimeout(NOTHING_COMES);
  expect(await windows(page)).toEqual([]);
});

test('by command: the selection of the frame that the reader is in, whatever is selected in others', async () => {
  const page = await s.visit('/framed.html');
  const inner = page.frame({ url: /inner/ })!;
  const select = async (where: Pick<typeof page, 'locator' | 'evaluate'>, id: string, phrase: string) => {
    await where.locator(`#${id}`).click();
    await where.evaluate(
      ([id, phrase]) => {
        const text = document.getElementById(id)!.firstChild as Text;
        const at = text.data.indexOf(phrase);
        getSelection()!.setBaseAndExtent(text, at, text, at + phrase.length);
      },
      [id, phrase] as const,
    );
    await command(s, page, 'look-up-selection');
  };
  await select(page, 'top', 'instruction tuning');
  await expect.poll(async () => (await shown(page))?.text).toMatch(/instruction/i);
  await page.keyboard.press('Escape');
  await select(inner, 'inner', 'code-switching');
  await expect.poll(async () => (await shown(page))?.text).toMatch(/code-switching/i);
  await page.keyboard.press('Escape');
  expect(await windows(page)).toEqual([]);
  await select(page, 'top', 'instruction tuning');
  await expect.poll(async () => (await shown(page))?.text).toMatch(/instruction/i);
  await page.waitForTimeout(200);
  expect(await windows(page)).toHaveLength(1);
});

test('odd selections: one letter, ten thousand characters, control characters, signs, digits, emoji', async () => {
  const page = await s.visit('/odd.html');
  const select = async (id: string) => {
    await page.evaluate((id) => getSelection()!.selectAllChildren(document.getElementById(id)!), id);
    await page.keyboard.press('Shift');
    await page.waitForTimeout(NOTHING_COMES);
  };
  for (const id of ['one', 'long', 'signs', 'digits', 'emoji']) {
    await select(id);
    expect(await windows(page), id).toEqual([]);
    await command(s, page, 'look-up-selection');
    // Digits may be a question, to which the answer is that nothing matches.
    if (id === 'digits') await expect.poll(() => windows(page)).toHaveLength(1);
    else await page.waitForTimeout(200);
    await page.keyboard.press('Escape');
    expect(await windows(page), id).toEqual([]);
  }
  await select('controls');
  await expect.poll(() => offered(page)).toEqual([OFFER]);
  // The page lives on.
  expect(await marked(page)).toEqual([]);
});

closingChecks(s);
