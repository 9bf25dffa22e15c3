// The tour of npm start without a display: the reader's path through the product, told and photographed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const SHOTS = '.output/tour';

/** @param {import('./extension.mjs').OpenedExtension} sidelight @param {string} demo the demo page's address */
export async function tour(sidelight, demo) {
  mkdirSync(SHOTS, { recursive: true });
  const page = await sidelight.context.newPage();
  await page.goto(demo);
  const worker = await sidelight.currentWorker();
  const found = await until('papers on the page', () => worker.evaluate(foundOn, demo));
  console.log(`\nPapers found on the page "${await page.title()}":`);
  for (const { kind, title, text, count } of found)
    console.log(
      `  ${kind.padEnd(5)} ${String(count).padStart(2)}×  ${title}${text === title ? '' : `  (“${text.replace(/\s+/g, ' ')}”)`}`,
    );
  await page.screenshot({ path: join(SHOTS, '1-page.png') });

  // A phrase is highlighted with the pointer; the button comes, a click shows the card.
  const box = await page.evaluate(boxOf, 'instruction tuning');
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.middle, { steps: 4 });
  await page.mouse.up();
  const host = page.locator('html > div').last();
  await host.waitFor({ state: 'attached' });
  const button = await until('the button', () => hostBox(page));
  await page.mouse.click(button.x + 14, button.y + 14);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(SHOTS, '2-card.png') });
  const selected = await ask(
    worker,
    { type: 'lookup.search', input: { query: 'instruction tuning', limit: 3 } },
    sidelight,
  );
  console.log('\nThe card for the highlighted phrase "instruction tuning":');
  for (const { paper, why } of selected.hits)
    console.log(`  ${paper.title}\n      ${why.map(({ kind, text }) => `${kind}: ${text}`).join('; ')}`);

  // The popup, searched with the keyboard.
  await worker.evaluate(() => chrome.action.openPopup());
  const popup = await sidelight.surface('popup.html');
  await popup.locator('input[role=combobox], input[type=search]').first().waitFor();
  await popup
    .locator('input[role=combobox], input[type=search]')
    .first()
    .fill('does language similarity help transfer');
  // The number of results is told once they belong to what was typed.
  await popup.locator('output:not(:empty)').waitFor({ state: 'attached' });
  const first = popup.getByRole('option').first();
  console.log(
    `\nThe popup for "does language similarity help transfer":\n  ${(await first.innerText()).split('\n')[0]}`,
  );
  await popup.screenshot({ path: join(SHOTS, '3-popup.png') });
  // The popup closes itself before the key is let go.
  await popup.keyboard.press('Enter').catch(() => {});

  // Enter opened the real side panel at that paper.
  const panel = await sidelight.surface('sidepanel.html');
  const title = panel.getByRole('article').getByRole('heading', { level: 1 });
  await title.waitFor();
  const abstract = panel.locator('.abstract').first();
  await abstract.waitFor();
  console.log(`\nThe side panel:\n  ${await title.innerText()}\n  ${(await abstract.innerText()).slice(0, 160)}…`);
  await panel.screenshot({ path: join(SHOTS, '4-panel.png') });
  console.log(`\nScreenshots are in ${SHOTS}/.`);
}

/** In the worker: what was found in the tab at an address, once it was read whole. */
async function foundOn(url) {
  const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
  if (!tab) return null;
  const state = (await chrome.storage.session.get(`page:${tab.id}`))[`page:${tab.id}`]?.[0];
  return state?.progress === 'done' && state.found.length ? state.found : null;
}

/** The answer to a message, asked from a page of the extension. */
async function ask(_worker, message, sidelight) {
  const page = await sidelight.context.newPage();
  await page.goto(sidelight.url('popup.html'));
  const reply = await page.evaluate((one) => chrome.runtime.sendMessage(one), message);
  await page.close();
  return reply.value;
}

/** In the page: where a phrase stands. */
function boxOf(phrase) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(phrase);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + phrase.length);
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2 };
  }
  throw new Error(`no “${phrase}” on the page`);
}

/** Where the button is drawn: its shadow root is closed, so it is found by asking what a point hits. */
async function hostBox(page) {
  return page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window;
    for (let y = 0; y < height; y += 6) {
      for (let x = 0; x < width; x += 6) {
        const element = document.elementFromPoint(x, y);
        if (element?.popover === 'manual' && element.parentElement === document.documentElement) return { x, y };
      }
    }
    return null;
  });
}

async function until(what, look, most = 20_000) {
  for (const end = Date.now() + most; Date.now() < end; ) {
    const value = await look().catch(() => null);
    if (value) return value;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}
