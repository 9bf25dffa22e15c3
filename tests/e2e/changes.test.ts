// Pages that change under the marks.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { badgeOf, noteMessages, papersOn, stateOf } from './in-worker';
import { marked } from './marks';
import { closingChecks, during, open } from './open';
import { html } from './pages';
import { closePopup, openPopup } from './surfaces';

const XGQA = 'xGQA: Cross-Lingual Visual Question Answering';
const XQUAD = 'On the Cross-lingual Transferability of Monolingual Representations';
const ONE = html(`<main><p id="first">We read “${XQUAD}” first.</p></main>`);

const s = await open({
  pages: {
    '/late.html': html(`<main></main><script>
      setTimeout(() => { document.querySelector('main').innerHTML = '<section><p>We read “${XQUAD}”.</p></section>'; }, 2000);
    </script>`),
    '/hidden.html': html(`<p id="shut" style="display:none">We read “${XQUAD}”.</p>
      <button onclick="shut.style.display = 'block'">Show</button>
      <details><summary>More</summary><p>We read “${XGQA}”.</p></details>`),
    '/rendering.html': html(`<main></main><script>
      const render = () => { document.querySelector('main').innerHTML = '<p>We read “${XQUAD}” and “${XGQA}”.</p>'; };
      render();
      window.timer = setInterval(render, 400);
      setTimeout(() => { clearInterval(window.timer); window.rests = true; }, 2500);
    </script>`),
    '/log.html': html(`<ul><li>The ferry is late.</li><li>Rain again.</li><li>We read “${XQUAD}”.</li></ul>`),
    '/shadow-late.html': html(`<div id="host"></div><script>
      host.attachShadow({ mode: 'open' });
      setTimeout(() => { host.shadowRoot.innerHTML = '<p>We read “${XQUAD}”.</p>'; }, 1000);
    </script>`),
    ...Object.fromEntries(
      ['append', 'edit', 'misspell', 'remove', 'replace', 'split', 'push', 'anchor'].map((name) => [
        `/${name}.html`,
        ONE,
      ]),
    ),
  },
});

/** Adds another title to the page, and waits for its mark: what was changed before it has been read too. */
async function readAgain(page: Page, marks: string[]) {
  await page.evaluate((title) => {
    const paragraph = document.createElement('p');
    paragraph.id = 'last';
    paragraph.textContent = `Then “${title}”.`;
    document.querySelector('main')!.append(paragraph);
  }, XGQA);
  await expect.poll(() => marked(page)).toEqual([...marks, XGQA]);
  await page.evaluate(() => document.querySelector('#last')!.remove());
  await expect.poll(() => marked(page)).toEqual(marks);
}

async function visitMarked(path: string) {
  const page = await s.visit(path);
  await expect.poll(() => marked(page)).toEqual([XQUAD]);
  return page;
}

test('content that comes two seconds later', async () => {
  const page = await s.visit('/late.html');
  await expect.poll(() => marked(page)).toEqual([XQUAD]);
  await expect.poll(() => badgeOf(s, page)).toBe('1');
});

test('content that is added; the marks that were there stay the same', async () => {
  const page = await visitMarked('/append.html');
  await page.evaluate(() => {
    (window as unknown as { range: AbstractRange }).range = [...CSS.highlights.get('sl-1')!][0]!;
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<p>Then “xGQA: Cross-Lingual Visual Question Answering”.</p>');
  });
  await expect.poll(() => marked(page)).toEqual([XQUAD, XGQA]);
  expect(
    await page.evaluate(() =>
      [...CSS.highlights.get('sl-1')!].includes((window as unknown as { range: AbstractRange }).range),
    ),
  ).toBe(true);
  await expect.poll(() => badgeOf(s, page)).toBe('2');
});

test('text that is edited before a mark: the mark moves with its words', async () => {
  const page = await visitMarked('/edit.html');
  await page.evaluate(() => {
    const text = document.querySelector('#first')!.firstChild as Text;
    text.data = text.data.replace('We read', 'On a rainy Tuesday in November, the whole group read');
  });
  await readAgain(page, [XQUAD]);
});

test('text that no longer names a paper: the mark goes, the badge too', async () => {
  const page = await visitMarked('/misspell.html');
  await expect.poll(() => badgeOf(s, page)).toBe('1');
  await page.evaluate(() => {
    (document.querySelector('#first')!.firstChild as Text).data = 'We read “On the Beach” first.';
  });
  await expect.poll(() => marked(page)).toEqual([]);
  await expect.poll(() => badgeOf(s, page)).toBe('');
});

test('content that is removed: its mark goes', async () => {
  const page = await visitMarked('/remove.html');
  await page.evaluate(() => document.querySelector('#first')!.remove());
  await expect.poll(() => marked(page)).toEqual([]);
  await expect.poll(async () => (await stateOf(s, page))!.found).toEqual([]);
});

test('a list whose oldest line goes while another comes: its other lines are not read again', async () => {
  const page = await s.visit('/log.html');
  await expect.poll(() => badgeOf(s, page)).toBe('1');
  const messages = await noteMessages(s);
  const tick = (line: string) =>
    page.evaluate((line) => {
      const list = document.querySelector('ul')!;
      list.firstElementChild!.remove();
      list.append(Object.assign(document.createElement('li'), { textContent: line }));
    }, line);
  await tick('The ferry is late again.');
  await page.waitForTimeout(1000);
  expect(await messages()).toEqual([]);
  // What comes is read all the same, and what goes with a line is forgotten.
  await tick(`We read “${XGQA}”.`);
  await expect.poll(() => marked(page)).toEqual([XQUAD, XGQA]);
  await tick('The ferry has come.');
  await expect.poll(() => marked(page)).toEqual([XGQA]);
  await expect.poll(() => badgeOf(s, page)).toBe('1');
});

test('text on both sides of what goes stands together then, and is read again', async () => {
  const middle = XQUAD.indexOf('Transferability');
  const [before, after] = [XQUAD.slice(0, middle), XQUAD.slice(middle)];
  const page = await s.visitMade('/joined.html', html(`<div>${before}<p>The roses.</p>${after}</div>`));
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  expect(await marked(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('p')!.remove());
  await expect.poll(() => marked(page)).toEqual([XQUAD]);
});

test('a title whose text node is split and joined again keeps its mark', async () => {
  const page = await visitMarked('/split.html');
  await page.evaluate(() => {
    const text = document.querySelector('#first')!.firstChild as Text;
    text.splitText(20);
  });
  await readAgain(page, [XQUAD]);
  await page.evaluate(() => document.querySelector('#first')!.normalize());
  await readAgain(page, [XQUAD]);
});

test('a framework that puts equal nodes in place of the old ones: the marks come back', async () => {
  const page = await visitMarked('/replace.html');
  await page.evaluate(() => {
    const main = document.querySelector('main')!;
    main.replaceChildren(...[...main.childNodes].map((node) => node.cloneNode(true)));
  });
  await expect.poll(() => marked(page)).toEqual([XQUAD]);
});

test('a page that renders itself over and over has its marks as soon as it rests', async () => {
  const page = await s.visit('/rendering.html');
  await page.waitForFunction(() => 'rests' in window);
  await expect.poll(() => marked(page)).toEqual([XQUAD, XGQA]);
});

test('hidden content is found after the click that reveals it, and not before', async () => {
  const page = await s.visit('/hidden.html');
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  expect(await marked(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => marked(page)).toEqual([XQUAD]);
  await page.getByText('More').click();
  await expect.poll(() => marked(page)).toEqual([XQUAD, XGQA]);
});

test('content that comes into an open shadow root later', async () => {
  const page = await s.visit('/shadow-late.html');
  await expect.poll(() => marked(page)).toEqual([XQUAD]);
});

test.for([
  ['push', 'an address changed by script', "history.pushState(null, '', '?view=2')"],
  ['anchor', 'a jump within the page', "location.hash = '#first'"],
] as const)('%s: %s leaves badge and popup as they are', async ([name, , script]) => {
  const page = await visitMarked(`/${name}.html`);
  await expect.poll(() => badgeOf(s, page)).toBe('1');
  await page.evaluate(script);
  await page.waitForTimeout(800);
  expect(await papersOn(s, page)).toEqual(['artetxe-2020-cross-lingual']);
  expect(await badgeOf(s, page)).toBe('1');
  const popup = await openPopup(s, page);
  await popup.getByRole('heading', { name: '1 paper on this page' }).waitFor();
  expect(await popup.getByRole('option').count()).toBe(1);
  await closePopup(popup);
});

test('a reload that brings another text: what was found before is forgotten', async () => {
  const page = await s.visitMade('/reload.html', ONE);
  await expect.poll(() => badgeOf(s, page)).toBe('1');
  s.remake('/reload.html', html('<p>The gardener walked along the path and watered the roses.</p>'));
  await page.reload();
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  expect(await marked(page)).toEqual([]);
  expect(await badgeOf(s, page)).toBe('');
  const popup = await openPopup(s, page);
  await popup.getByText('No known papers on this page').waitFor();
  expect(await popup.getByRole('option').count()).toBe(0);
  await closePopup(popup);
});

test('another page in the same tab: what was found before is forgotten', async () => {
  const page = await s.visitMade('/from.html', ONE);
  await expect.poll(() => badgeOf(s, page)).toBe('1');
  s.remake('/to.html', html('<p>The gardener walked along the path and watered the roses.</p>'));
  await page.goto(`${s.origin}/to.html`);
  await expect.poll(async () => (await stateOf(s, page))?.progress).toBe('done');
  expect(await badgeOf(s, page)).toBe('');
  const popup = await openPopup(s, page);
  await popup.getByText('No known papers on this page').waitFor();
  expect(await popup.getByRole('option').count()).toBe(0);
  await closePopup(popup);
});

test('a page that the browser kept, and brings back: the badge comes back too', () =>
  during({ pages: { '/kept.html': ONE, '/next.html': html('<p>Nothing.</p>') }, keepsPages: true }, async (s) => {
    const page = await s.visit('/kept.html');
    await expect.poll(() => badgeOf(s, page)).toBe('1');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
    });
    await page.goto(`${s.origin}/next.html`);
    await expect.poll(() => badgeOf(s, page)).toBe('');
    // Not goBack: it waits for a load, and there is none.
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => 'persisted' in window && window.persisted);
    await expect.poll(() => badgeOf(s, page)).toBe('1');
  }));

closingChecks(s);
