// What is found on a page that stands still.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { familyName } from '../../lib/papers/paper';
import { settled } from '../tools/pickup';
import { shown } from './card-window';
import { badgeOf, papersOn, stateOf } from './in-worker';
import { marked } from './marks';
import { closingChecks, open } from './open';
import { DEMO_PAPERS, escaped, html, papers } from './pages';
import { pdf } from './pdf';

const XGQA = 'xGQA: Cross-Lingual Visual Question Answering';
const XQUAD = 'On the Cross-lingual Transferability of Monolingual Representations';

/** Notes every change of the document, and every message, from the moment the page was parsed. */
const WATCHED = `<script>
  window.changes = [];
  addEventListener('message', () => changes.push('message'));
  addEventListener('DOMContentLoaded', () => {
    window.before = document.documentElement.outerHTML;
    new MutationObserver((records) => changes.push(...records.map(({ type, target }) => type + ' ' + target.nodeName)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
</script>`;

const inProse = papers.map(
  ({ title }) => `<p>Last week we read “${escaped(title)}” and argued about it for an hour.</p>`,
);
const inReferences = papers.map(
  ({ title, authors, year }) =>
    `<li>${escaped(authors.map(familyName).slice(0, 3).join(', '))}. ${year ?? 'n.d.'}. ${escaped(title)}. In Proceedings.</li>`,
);

const s = await open({
  pages: {
    '/watched.html': readFileSync('tests/playground/demo.html', 'utf8').replace('<head>', `<head>${WATCHED}`),
    '/all.html': html(`${inProse.join('\n')}<h2>References</h2><ol>${inReferences.join('\n')}</ol>`),
    '/left-alone.html': html(`
      <textarea>${XGQA}</textarea><input value="${XGQA}">
      <div contenteditable="true"><p>${XGQA}</p></div><div role="textbox">${XGQA}</div>
      <select><option>${XGQA}</option></select>
      <script type="text/plain">${XGQA}</script><style>/* ${XGQA} */</style><noscript>${XGQA}</noscript><template>${XGQA}</template>
      <p hidden>${XGQA}</p><p style="visibility:hidden">${XGQA}</p><p style="opacity:0">${XGQA}</p>
      <p style="position:absolute;width:1px;height:1px;overflow:hidden">${XGQA}</p>
      <p>Only this one counts: “${XQUAD}”.</p>`),
    '/shadow.html': html(`<my-card></my-card><script>
      customElements.define('my-card', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>“${XQUAD}”</p><inner-card></inner-card>';
          this.shadowRoot.lastElementChild.attachShadow({ mode: 'open' }).innerHTML = '<p>“${XGQA}”</p>';
        }
      });</script>`),
    '/frames.html': html(`<p>“${XQUAD}”</p><iframe src="/frame.html" width="600" height="200"></iframe>`),
    '/frame.html': html(`<p>“${XGQA}”</p>`),
    '/text.txt': `Notes\n\n${XGQA}. Findings of ACL 2022.\n`,
    '/feed.xml': {
      headers: { 'content-type': 'text/xml' },
      body: `<?xml version="1.0"?><feed><title>${XGQA}</title></feed>`,
    },
    '/drawing.svg': {
      headers: { 'content-type': 'image/svg+xml' },
      body: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${XGQA}</text></svg>`,
    },
    '/paper.pdf': { headers: { 'content-type': 'application/pdf' }, body: pdf(XGQA) },
  },
});

test('the demo page: its papers in page order, painted, counted on the badge, and not a node changed', async () => {
  const page = await s.visit('/watched.html');
  await expect.poll(() => papersOn(s, page)).toEqual(DEMO_PAPERS);
  await expect.poll(() => badgeOf(s, page)).toBe(String(DEMO_PAPERS.length));
  expect(await marked(page, ['sl-1'])).toEqual([
    'XTREME: A Massively Multilingual Multi-task Benchmark for Evaluating Cross-lingual Generalization',
    'On the Cross-lingual Transferability of Monolingual Representations',
    'Turning English-centric LLMs Into Polyglots',
    'Multilingual Instruction Tuning With Just a Pinch of Multi\u00adlinguality',
    'Translation artifacts in cross-lingual transfer learning',
    'Parameter-Efficient Neural Reranking for Cross-Lingual and Multi- lingual Retrieval',
    'Understanding cross-lingual alignment – a survey',
    'RLHF can speak many languages: unlocking multilingual preference optimization for LLMs',
  ]);
  expect(await marked(page, ['sl-2'])).toEqual([
    'XQuAD',
    'XLS-R',
    'MasakhaNER 2.0',
    'SIB-200',
    'SwitchLingua',
    'TaCo',
    'xGQA',
    'X-Stance',
    'AmericasNLI',
  ]);
  const { before, after, changes } = await page.evaluate(() => ({
    before: (window as unknown as { before: string }).before,
    after: document.documentElement.outerHTML,
    changes: (window as unknown as { changes: string[] }).changes,
  }));
  expect(after).toBe(before);
  expect(changes).toEqual([]);
});

test('all papers, in running text and in a list of references, and nothing else', async () => {
  const page = await s.visit('/all.html');
  const { found, progress } = await settled(await s.currentWorker(), page.url());
  expect(progress).toBe('done');
  expect(found.map(({ id }) => id).sort()).toEqual(papers.map(({ id }) => id).sort());
  expect(found.filter(({ count }) => count !== 2).map(({ id, count }) => `${id}: ${count}`)).toEqual([]);
  const plain = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' ')).sort();
  expect(plain(await marked(page))).toEqual(plain([...papers, ...papers].map(({ title }) => title)));
});

const SPELLINGS: Record<string, string> = {
  'split over inline elements':
    'Read “<b>x</b><i>GQA</i>: <a href="#">Cross-<span>Lingual</span> Vis</a>ual <em>Question</em> Answering” by Pfeiffer.',
  'soft hyphens': 'Read “xGQA: Cross-Lin&shy;gual Visual Ques&shy;tion Answer&shy;ing” by Pfeiffer.',
  'line breaks': 'Read “xGQA: Cross-Lingual Visual<br>Question\n   Answering” by Pfeiffer.',
  'hyphens at line ends': 'Read “xGQA: Cross-Lingual Vis-\nual Question Answer-<br>ing” by Pfeiffer.',
  'other dashes': 'Read “xGQA: Cross‐Lingual Visual Question Answering” by Pfeiffer.',
  'spaces that do not break': 'Read “xGQA:&nbsp;Cross-Lingual&nbsp;Visual&nbsp;Question Answering” by Pfeiffer.',
  capitals: 'Read “XGQA: CROSS-LINGUAL VISUAL QUESTION ANSWERING” by Pfeiffer.',
  'styled capitals': '<span style="text-transform:uppercase">“xGQA: Cross-Lingual Visual Question Answering”</span>',
  'marked words': 'Read “xGQA: <mark>Cross-Lingual</mark> Visual <mark>Question</mark> Answering” by Pfeiffer.',
};

test.for(Object.entries(SPELLINGS))('found in another spelling: %s', async ([name, body]) => {
  const path = `/spelling-${Object.keys(SPELLINGS).indexOf(name)}.html`;
  const page = await s.visitMade(path, html(`<p>${body}</p>`));
  await expect.poll(() => papersOn(s, page)).toEqual(['pfeiffer-2022-xgqa']);
  const [mark, ...more] = await marked(page);
  expect(more).toEqual([]);
  expect(mark!.toLowerCase().replace(/[^a-z]/g, '')).toBe('xgqacrosslingualvisualquestionanswering');
});

const FILLER = `<p>${'The garden lay still, and nobody came by that day. '.repeat(70)}</p>`;
const DEFINED = '<p>They made the Cross-lingual Outline-based Dialogue (COD) set.</p>';
const FOREIGN = '<p>They measured the chemical oxygen demand (COD) of the dialogue partners’ pond.</p>';
const MENTION = '<p>Then COD grew.</p>';
// More passages with something in them than one message holds.
const MANY = Array.from({ length: 30 }, () => `<p>Here stands xGQA.</p>${FILLER}`).join('');

test.for([
  { body: DEFINED + FILLER + MENTION, counts: 2, where: 'before' },
  { body: MENTION + FILLER + DEFINED, counts: 2, where: 'after' },
  { body: MENTION + FILLER + MANY + DEFINED, counts: 2, where: 'long after' },
  { body: MENTION + FILLER, counts: 0, where: 'nowhere' },
  { body: FOREIGN + FILLER + MENTION, counts: 0, where: 'before as something else' },
])('an abbreviation that the page defines $where', async ({ body, counts, where }) => {
  const page = await s.visitMade(`/defined-${where.replaceAll(' ', '-')}.html`, html(`<p>xGQA</p>${body}`));
  const { found } = await settled(await s.currentWorker(), page.url());
  expect(found.find(({ id }) => id === 'majewska-2023-cross-lingual')?.count ?? 0).toBe(counts);
});

test('a raised number is no part of the name before it', async () => {
  const page = await s.visitMade(
    '/raised.html',
    html('<p>We took SambaLingo<sup>12</sup> and XQuAD<sup><a href="#n">3</a></sup>.</p>'),
  );
  await expect.poll(() => marked(page)).toEqual(['SambaLingo', 'XQuAD']);
});

test('ligatures', async () => {
  const title = 'A Comprehensive Analysis of Adapter Eﬃciency';
  const page = await s.visitMade(
    '/ligatures.html',
    html(`<ol><li>Mundra et al. 2023. ${title}. In Proceedings.</li></ol>`),
  );
  await expect.poll(() => marked(page)).toEqual([title]);
});

test('fields, editors, scripts and what cannot be seen are left alone', async () => {
  const page = await s.visit('/left-alone.html');
  const { found } = await settled(await s.currentWorker(), page.url());
  expect(found.map(({ id, count }) => ({ id, count }))).toEqual([{ id: 'artetxe-2020-cross-lingual', count: 1 }]);
  expect(await marked(page)).toEqual([XQUAD]);
});

test('open shadow roots are read, one in another too', async () => {
  const page = await s.visit('/shadow.html');
  await expect.poll(() => papersOn(s, page)).toEqual(['artetxe-2020-cross-lingual', 'pfeiffer-2022-xgqa']);
  expect(await marked(page)).toEqual([XQUAD, XGQA]);
});

test.for([XQUAD, XGQA])('a mark in an open shadow root, or one in another, answers the pointer: %s', async (title) => {
  const page = await s.visit('/shadow.html');
  await expect.poll(() => marked(page)).toEqual([XQUAD, XGQA]);
  const { x, y, width, height } = await page.getByText(title).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  });
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await expect.poll(async () => (await shown(page))?.text).toContain(title);
});

test('frames of the same origin are read', async () => {
  const page = await s.visit('/frames.html');
  await expect.poll(() => papersOn(s, page)).toEqual(['artetxe-2020-cross-lingual', 'pfeiffer-2022-xgqa']);
});

test('a plain text document is read', async () => {
  const page = await s.visit('/text.txt');
  await expect.poll(() => marked(page)).toEqual([XGQA]);
});

test.for(['/feed.xml', '/drawing.svg', '/paper.pdf'])('a document that is no page of text: %s', async (path) => {
  const page = await s.visit(path);
  await page.waitForTimeout(500);
  expect(await stateOf(s, page)).toBeNull();
  expect(await badgeOf(s, page)).toBe('');
});

closingChecks(s);
