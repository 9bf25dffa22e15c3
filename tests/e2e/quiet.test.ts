// Pages that Sidelight must not burden, and pages that work against it.
import { expect, test } from 'vitest';
import { settled } from '../tools/pickup';
import { choose, noteMessages, papersOn, read, stateOf } from './in-worker';
import { marked } from './marks';
import { closingChecks, open } from './open';
import { html, PLAIN_BODY } from './pages';

const XGQA = 'xGQA: Cross-Lingual Visual Question Answering';
const XQUAD = 'On the Cross-lingual Transferability of Monolingual Representations';

const NOTED = `<script>
  window.changes = [];
  addEventListener('message', () => changes.push('message'));
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => changes.push(...records.map(({ type }) => type)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
</script>`;

/** Takes away what the page's own scripts share with nobody, and wipes what they share with us. */
const SPOILING = `<script>
  const nothing = () => { throw new Error('spoilt'); };
  for (const kind of [Array, String, Map, Set, Promise, RegExp, Range, Node, Element, Document, TreeWalker, Selection]) {
    for (const name of Object.getOwnPropertyNames(kind.prototype)) {
      if (name === 'constructor') continue;
      try { Object.defineProperty(kind.prototype, name, { get: nothing, set: nothing }); } catch {}
    }
  }
  window.Highlight = window.MutationObserver = window.requestIdleCallback = nothing;
  const wipe = CSS.highlights.clear.bind(CSS.highlights);
  window.setInterval(wipe, 50);
</script>`;

/** Named elements hide the document's own properties. */
const CLOBBERING = [
  'title',
  'body',
  'createTreeWalker',
  'createRange',
  'addEventListener',
  'getSelection',
  'documentElement',
  'contentType',
  'caretPositionFromPoint',
]
  .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
  .join('');

const SENTENCE =
  'The gardener walked along the path, watered the roses and wrote down what she had seen that morning. ';
const paragraphs = Math.ceil(5_000_000 / (SENTENCE.length * 6));
const LARGE = html(
  `<p>We read “${XQUAD}”.</p>${`<p>${SENTENCE.repeat(6)}</p>\n`.repeat(paragraphs)}<p>And “${XGQA}”.</p>`,
  `<script>
    window.long = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
  </script>`,
);

const s = await open({
  pages: {
    '/plain.html': html(PLAIN_BODY, NOTED),
    '/plain-too.html': html(PLAIN_BODY, NOTED),
    '/marked.html': html(`<p>We read “${XQUAD}”.</p>`),
    '/spoilt.html': html(`<p>We read “${XQUAD}”.</p>${SPOILING}`),
    '/clobbered.html': html(`<p>We read “${XQUAD}”.</p>${CLOBBERING}`),
    '/large.html': LARGE,
    '/one-line.txt': `${SENTENCE.repeat(25_000)}${XGQA}. ${SENTENCE.repeat(25_000)}`,
  },
});

test('a page without papers: no change, no message to page or worker, no report, no request', async () => {
  // The filter is there from the installation on.
  await expect.poll(() => read(s, 'local', 'filter')).toBeTruthy();
  const messages = await noteMessages(s);
  const page = await s.visit('/plain.html');
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  await page.waitForTimeout(500);
  expect(await messages()).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
  expect(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))).toEqual([]);
});

test('a page without papers does not wake the worker', async () => {
  const page = await s.visit('/plain.html');
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  await s.stopWorker();
  await expect.poll(() => s.workerRuns()).toBe(false);
  await page.goto(`${s.origin}/plain-too.html`);
  await page.waitForTimeout(1500);
  expect(await s.workerRuns()).toBe(false);
});

test('a page that spoils its own world and wipes the highlights: its papers are found, other tabs stay as they are', async () => {
  const other = await s.visit('/marked.html');
  await expect.poll(() => marked(other)).toEqual([XQUAD]);
  const page = await s.visit('/spoilt.html');
  await expect.poll(() => papersOn(s, page)).toEqual(['artetxe-2020-cross-lingual']);
  await page.waitForTimeout(500);
  expect(await marked(other)).toEqual([XQUAD]);
});

test('a page whose elements are named like properties of the document', async () => {
  const page = await s.visit('/clobbered.html');
  await expect.poll(() => papersOn(s, page)).toEqual(['artetxe-2020-cross-lingual']);
});

test('five megabytes of text: read at least in part, without a task that the reader feels', async () => {
  await choose(s, { enabled: false });
  const page = await s.visit('/large.html');
  await page.waitForLoadState('load');
  const takeLong = () => page.evaluate(() => (window as unknown as { long: number[] }).long.splice(0));
  await expect.poll(async () => (await page.waitForTimeout(1000), takeLong()), { timeout: 20_000 }).toEqual([]);
  // The page has come to rest: what takes long from here on is ours.
  await choose(s, { enabled: true });
  const { found, progress } = await settled(await s.currentWorker(), page.url());
  expect(['done', 'partial']).toContain(progress);
  expect(found.map(({ id }) => id)).toContain('artetxe-2020-cross-lingual');
  expect(await takeLong()).toEqual([]);
});

test('five megabytes in one line of a plain text file', async () => {
  const page = await s.visit('/one-line.txt');
  const { found, progress } = await settled(await s.currentWorker(), page.url());
  expect(['done', 'partial']).toContain(progress);
  if (progress === 'done') expect(found.map(({ id }) => id)).toContain('pfeiffer-2022-xgqa');
  await page.close();
});

closingChecks(s);
