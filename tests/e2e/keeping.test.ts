// The reader's own things outlive the browser: found on a page, read in the panel, saved with a note and a tag, and taken out again.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cite, type CslData } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { savedKey } from '../../lib/saved/keys';
import { LOCAL_KEYS } from '../../lib/settings/local-keys';
import { needChromium } from '../tools/browsers.mjs';
import { type OpenedExtension, openExtension } from '../tools/extension.mjs';
import { serve } from '../tools/serve.mjs';
import { DEMO_PAPERS, paper } from './pages';

const profile = mkdtempSync(join(tmpdir(), 'sidelight-kept-'));
const server = await serve('tests/playground');
afterAll(async () => {
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

const launch = () => openExtension({ executablePath: needChromium(), folder: inject('built'), profile });
const XGQA = paper('pfeiffer-2022-xgqa');

/** The panel at the demo page's papers, opened from the popup. */
async function panelAtDemo(opened: OpenedExtension): Promise<Page> {
  const page = await opened.context.newPage();
  await page.goto(`${server.origin}/demo.html`);
  await page.bringToFront();
  await (await opened.currentWorker()).evaluate(() => chrome.action.openPopup());
  const popup = await opened.surface('popup.html');
  await popup.getByText('Hu et al. 2020').waitFor();
  await popup
    .getByRole('button', { name: 'Open panel' })
    .click()
    .catch(() => undefined);
  const panel = await opened.surface('sidepanel.html');
  panel.setDefaultTimeout(10_000);
  await panel.getByText('Hu et al. 2020').filter({ visible: true }).waitFor();
  return panel;
}
declare const chrome: {
  action: { openPopup(): Promise<void> };
  storage: { local: { get(keys: null): Promise<Record<string, unknown>> } };
};

const stored = async (opened: OpenedExtension) =>
  (await opened.currentWorker()).evaluate(() => chrome.storage.local.get(null));
const shown = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true }).filter({ visible: true });

test('found on a page, opened in the panel, saved with note and tag: still there after the browser was closed', async () => {
  let opened = await launch();
  let panel = await panelAtDemo(opened);
  await panel.getByRole('button', { name: XGQA.title }).first().click();
  await shown(panel, 'Save').click();
  await panel.getByRole('combobox', { name: 'Add a tag' }).or(panel.getByLabel('Add a tag')).fill('to cite');
  await panel.keyboard.press('Enter');
  await panel.getByText('to cite', { exact: true }).first().waitFor();
  await panel.getByLabel('Note', { exact: true }).fill('Compare with our captions.\nTable 3.');
  await panel.getByLabel('I have read it').check();
  await expect
    .poll(async () => (await stored(opened))[savedKey(XGQA.id)])
    .toMatchObject({ tags: ['to cite'], note: 'Compare with our captions.\nTable 3.', read: true });
  await opened.close();

  opened = await launch();
  panel = await panelAtDemo(opened);
  await panel.getByRole('tab', { name: /^Saved/ }).click();
  const row = panel.getByRole('listitem').filter({ hasText: XGQA.title, visible: true });
  await row.getByText('to cite').waitFor();
  await row.getByText('Compare with our captions.').waitFor();
  expect(await row.getByRole('link').getAttribute('href')).toBe(`${server.origin}/demo.html`);
  expect(await row.getByRole('button', { name: `Read: ${XGQA.title}` }).getAttribute('aria-pressed')).toBe('true');
  // Nothing lies there that backup and wipe do not know of.
  const keys = Object.keys(await stored(opened));
  expect(keys.map((key) => key.replace(/:.*/, ':')).filter((key) => !Object.hasOwn(LOCAL_KEYS, key))).toEqual([]);
  await opened.close();
}, 120_000);

test('everything saved, taken out as a file and read by another program', async () => {
  const opened = await launch();
  const panel = await panelAtDemo(opened);
  const wanted = [XGQA.id, ...DEMO_PAPERS.slice(0, 3)];
  for (const id of wanted.slice(1)) {
    await panel
      .getByRole('button', { name: paper(id).title })
      .first()
      .click();
    await shown(panel, 'Save').click();
    await shown(panel, 'Saved').waitFor();
    await shown(panel, 'Back').click();
  }
  await panel.getByRole('tab', { name: /^Saved/ }).click();
  await shown(panel, 'Export').click();
  for (const format of ['bibtex', 'ris', 'csl']) {
    await panel.getByLabel('Format').selectOption(format);
    const text = await downloaded(panel);
    const read: CslData[] = format === 'csl' ? JSON.parse(text) : new Cite(text).data;
    const titles = read.map(({ title = '' }) => title.replace(/<[^>]*>/g, '')).sort();
    expect(titles, format).toEqual(wanted.map((id) => paper(id).title).sort());
    const own = read.find(({ title }) => title?.includes('xGQA'));
    expect(own?.author?.map(({ given, family }) => `${given} ${family}`)).toEqual(XGQA.authors);
  }
  await opened.close();
}, 120_000);

/** The text of the file that the panel hands to the browser. */
async function downloaded(panel: Page): Promise<string> {
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('button', { name: 'Save as file' }).filter({ visible: true }).click(),
  ]);
  return readFileSync((await download.path())!, 'utf8');
}
