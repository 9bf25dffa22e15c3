// The surfaces of the built extension in a real browser, on the demo page: pictures of each, and one picture of them all for the README.
import { chromium, type Page } from 'playwright-core';
import type { Paper } from '../../lib/papers/paper';
import { newEntry, type SavedEntry } from '../../lib/saved/entry';
import { savedKey } from '../../lib/saved/keys';
import { press, shown } from '../e2e/card-window';
import { drag, hover } from '../e2e/marks';
import { needChromium } from '../tools/browsers.mjs';
import { type OpenedExtension, openExtension } from '../tools/extension.mjs';
import { serve } from '../tools/serve.mjs';
import type { Theme } from './golden';
import { LAUNCH } from './launch';

const PANEL = { width: 400, height: 680 };
/** As base.css has it. */
const POPUP = { width: 384, height: 528 };
const WIDE = { width: 1248, height: 680 };
/** Pages of ours are made smaller: three stand side by side. */
const PAGE = { width: 800, height: 1000 };
const PAGE_SHOWN = 541;
const SHELF = 'tests/fixtures/shelves/made-up.bib';
const MET = { title: 'Notes from a reading group: what moves between languages', at: Date.UTC(2026, 9, 14) };

/** A surface and how wide it stands in the picture of all, in pixels. */
interface Picture {
  name: string;
  png: Buffer;
  width: number;
}

/** Opens the extension in `folder` in a theme, goes through its surfaces as a reader would, and photographs each. */
export async function photographSurfaces(folder: string, theme: Theme): Promise<Picture[]> {
  const server = await serve('tests/playground');
  const opened = await openExtension({ executablePath: needChromium(), folder, viewport: WIDE });
  try {
    const demo = `${server.origin}/demo.html`;
    await fillStores(opened, theme, demo);
    const pictures = await aroundPage(opened, theme, demo);
    for (const [name, heading] of [
      ['options', 'main h2'],
      ['welcome', 'main'],
      ['proof', '.proof-attempt, main h2'],
    ] as const) {
      const page = await opened.context.newPage();
      await page.setViewportSize(PAGE);
      await page.goto(opened.url(`${name}.html`));
      await page.locator(heading).first().waitFor();
      pictures.push({ name, png: await photograph(page), width: PAGE_SHOWN });
      await page.close();
    }
    return pictures;
  } finally {
    await Promise.all([opened.close(), server.close()]);
  }
}

/** The card for a phrase that was highlighted, on the demo page in the light: the README's first picture. */
export async function photographSelection(folder: string): Promise<Buffer> {
  const server = await serve('tests/playground');
  const opened = await openExtension({
    executablePath: needChromium(),
    folder,
    viewport: { width: 1100, height: 800 },
  });
  try {
    const page = await opened.context.newPage();
    await page.goto(`${server.origin}/demo.html`);
    await page.waitForFunction(() => CSS.highlights.size > 2);
    await drag(page, 'instruction tuning');
    const [offer] = await until(async () => (await shown(page))?.controls);
    await press(page, offer!.name);
    await until(async () => (await shown(page))!.controls.length > 1);
    return await photograph(page);
  } finally {
    await Promise.all([opened.close(), server.close()]);
  }
}

/** What `look` sees, once it sees something; it is asked for ten seconds. */
async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error('nothing was shown for the selection');
}

/** The page with a card, the popup over it, and the panel beside it. */
async function aroundPage(opened: OpenedExtension, theme: Theme, demo: string): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const page = await opened.context.newPage();
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(demo);
  await page.bringToFront();
  await page.waitForFunction(() => CSS.highlights.size > 2);
  await hover(page, 'XLS-R');
  await page.locator('html > div[popover]').waitFor({ state: 'attached' });
  pictures.push({ name: 'card', png: await photograph(page), width: WIDE.width });

  await (await opened.currentWorker()).evaluate(() => chrome.action.openPopup());
  const popup = await opened.surface('popup.html');
  await popup.getByText('Hu et al. 2020').waitFor();
  pictures.push({ name: 'popup', png: await photographPopup(popup), width: POPUP.width });
  // It closes before the button is let go.
  await popup
    .getByRole('button', { name: /panel/i })
    .click()
    .catch(() => undefined);

  const panel = await opened.surface('sidepanel.html');
  await panel.setViewportSize(PANEL);
  const shoot = async (name: string) =>
    pictures.push({ name: `panel-${name}`, png: await photograph(panel), width: PANEL.width });
  await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
  await shoot('page');
  const tab = (name: RegExp) => panel.getByRole('tab', { name });
  await tab(/^Search/).click();
  await panel.getByRole('combobox').fill('visual question answering');
  await panel.getByRole('option').filter({ hasText: 'xGQA: Cross' }).click();
  await panel.getByRole('article').locator('mark').first().waitFor();
  await shoot('reading');
  await panel.getByRole('button', { name: 'Back' }).click();
  await tab(/^Saved/).click();
  await panel.getByText('to cite').first().waitFor();
  await shoot('saved');
  await tab(/^Library/).click();
  const library = panel.locator('.library');
  await library.locator('input[type=file]').setInputFiles(SHELF);
  await library.getByRole('textbox', { name: 'Name of the shelf' }).fill('From my reference manager');
  await library.getByRole('button', { name: /^Add \d/ }).click();
  await library.getByRole('heading', { name: /is on your shelf/ }).waitFor();
  await library.getByRole('button', { name: 'Add more papers' }).click();
  await library.getByText('From my reference manager').first().waitFor();
  await shoot('library');
  return pictures;
}

/** A reader's own things: three saved papers, one read before, lookups. */
async function fillStores(opened: OpenedExtension, theme: Theme, demo: string): Promise<void> {
  const worker = await opened.currentWorker();
  const papers: Paper[] = await worker.evaluate(async () => (await fetch('/corpus/papers.json')).json());
  const entry = (id: string, day: number, more: Partial<SavedEntry> = {}) => {
    const paper = papers.find((one) => one.id === id);
    if (!paper) throw new Error(`no paper ${id}`);
    return { ...newEntry(paper, Date.UTC(2026, 9, day), { ...MET, url: demo }), ...more };
  };
  const saved = [
    entry('pfeiffer-2022-xgqa', 16, {
      tags: ['vision', 'to cite'],
      note: 'The adapter trick could work for our captions.',
    }),
    entry('adelani-2024-sib-200', 15, { tags: ['benchmarks'] }),
    entry('hu-2020-xtreme', 14, { tags: ['benchmarks'], read: true }),
  ];
  await worker.evaluate((values) => chrome.storage.local.set(values), {
    ...Object.fromEntries(saved.map((one) => [savedKey(one.paper.id), one])),
    seen: { 'hu-2020-xtreme': MET.at, 'babu-2021-xls-r': MET.at },
    settings: { theme },
  });
}

/** Without a display its window is broader and lower than it, and cannot be given another size. */
async function photographPopup(popup: Page): Promise<Buffer> {
  await popup.waitForTimeout(700);
  const session = await popup.context().newCDPSession(popup);
  const { data } = await session.send('Page.captureScreenshot', {
    clip: { x: 0, y: 0, ...POPUP, scale: 1 },
    captureBeyondViewport: true,
  });
  return Buffer.from(data, 'base64');
}

const photograph = async (page: Page) => {
  await page.waitForTimeout(700);
  return page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
};

/** One picture of all, as WebP: rows as wide as a page with a popup beside it. */
export async function compose(pictures: readonly Picture[], theme: Theme): Promise<Buffer> {
  const browser = await chromium.launch({ executablePath: needChromium(), ...LAUNCH });
  try {
    const page = await browser.newPage({ viewport: { width: 1720, height: 1000 } });
    const images = pictures
      .map(
        ({ name, png, width }) =>
          `<img alt="${name}" width="${width}" src="data:image/png;base64,${png.toString('base64')}">`,
      )
      .join('');
    const [ground, line] = theme === 'dark' ? ['#0c0d10', '#3a3d45'] : ['#e4e6ea', '#c4c8d0'];
    await page.setContent(
      `<style>body { margin: 0; padding: 24px; background: ${ground}; display: flex; flex-wrap: wrap; gap: 24px; align-items: start }
       img { border-radius: 8px; outline: 1px solid ${line} }</style>${images}`,
      { waitUntil: 'load' },
    );
    const { width, height } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { width: scrollWidth, height: scrollHeight };
    });
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: 88,
      clip: { x: 0, y: 0, width, height, scale: 1 },
      captureBeyondViewport: true,
    });
    return Buffer.from(data, 'base64');
  } finally {
    await browser.close();
  }
}

declare const chrome: {
  action: { openPopup(): Promise<void> };
  storage: { local: { set(values: Record<string, unknown>): Promise<void> } };
};
