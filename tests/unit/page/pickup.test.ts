// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pickup } from '../../../entrypoints/content/pickup';
import type { Filter } from '../../../lib/match/filter';
import type { Block } from '../../../lib/match/matcher';
import type { PageState } from '../../../lib/messages/protocol';
import { Marks } from '../../../lib/page/marks';

const TITLE = 'A Paper';
/** What the background was asked, in order. */
let asked: Block[] = [];
let reports: PageState[] = [];

vi.mock('../../../lib/browser/page-side', () => ({
  api: { runtime: { id: 'sidelight' } },
  async askBackground(type: string, input: { blocks: Block[]; state: PageState }) {
    if (type === 'page.report') {
      reports.push(input.state);
      return { ok: true, value: null };
    }
    asked.push(...input.blocks);
    const blocks = input.blocks.map(({ text }) => {
      const start = text.indexOf(TITLE);
      return { mentions: start < 0 ? [] : [{ start, end: start + TITLE.length, kind: 'title', id: 'paper' }] };
    });
    return { ok: true, value: { blocks, papers: [], saved: [], seen: [], terms: {} } };
  },
}));

const FILTER = { mayMatch: (text: string) => text.includes(TITLE), mayLead: () => false } as unknown as Filter;

let ended: AbortController;
let marks: Marks;
let pickup: Pickup;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  // There is no layout here: what is not marked as hidden can be seen.
  const isShown = function (this: Element) {
    return this.isConnected && !this.closest('[hidden]');
  };
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(isShown);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ width: 100, height: 20 } as DOMRect);
  asked = [];
  reports = [];
  ended = new AbortController();
  marks = new Marks();
  pickup = new Pickup(marks, FILTER, ended.signal);
});
afterEach(() => {
  ended.abort();
  document.body.replaceWith(document.createElement('body'));
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function start(html: string): Promise<void> {
  document.body.innerHTML = html;
  pickup.start();
  await settled();
}

/** Until what the page did has been read and reported. */
const settled = () => vi.advanceTimersByTimeAsync(2000);

const marked = () => marks.all.map(({ range }) => range.startContainer.parentElement!.textContent);

it('a page that puts another body in place of the old one is read on', async () => {
  await start(`<p>Old: ${TITLE}.</p>`);
  expect(marked()).toEqual([`Old: ${TITLE}.`]);
  const body = document.createElement('body');
  body.innerHTML = `<p>New: ${TITLE}.</p>`;
  document.body.replaceWith(body);
  await settled();
  expect(marked()).toEqual([`New: ${TITLE}.`]);
  body.append(document.createElement('p'));
  body.lastElementChild!.textContent = `Later: ${TITLE}.`;
  await settled();
  expect(marked()).toEqual([`New: ${TITLE}.`, `Later: ${TITLE}.`]);
});

it.each([
  ['its body can be edited', () => document.body.setAttribute('contenteditable', 'true')],
  ['it is in design mode', () => void (document.designMode = 'on')],
])('a frame that is an editor as a whole is left alone: %s', async (_, edit) => {
  edit();
  await start(`<p>A draft: ${TITLE}.</p>`);
  document.body.firstElementChild!.textContent = `The draft: ${TITLE}.`;
  await settled();
  // So many changes at once that the page would be read anew as a whole.
  document.body.append(...Array.from({ length: 300 }, () => document.createElement('p')));
  await settled();
  pickup.scanAll();
  await settled();
  document.designMode = 'off';
  expect(asked).toEqual([]);
});

/** As the reader does it. */
async function act(event: Event): Promise<void> {
  Object.defineProperty(event, 'isTrusted', { value: true });
  (event.type === 'pageshow' ? window : document).dispatchEvent(event);
  await settled();
}

it('of a passage that is hidden in part is asked again when more of it can be seen, and only then', async () => {
  await start(`<p>Shown: ${TITLE}.</p><p hidden>Hidden: ${TITLE}.</p>`);
  expect(marked()).toEqual([`Shown: ${TITLE}.`]);
  expect(asked).toHaveLength(1);
  for (let i = 0; i < 3; i++) await act(new Event('keyup'));
  expect(asked).toHaveLength(1);
  document.querySelector('[hidden]')!.removeAttribute('hidden');
  await act(new Event('keyup'));
  expect(asked).toHaveLength(2);
  await act(new Event('keyup'));
  expect(asked).toHaveLength(2);
});

it('of a hidden passage the rest is still looked at when its first block has gone', async () => {
  await start(`<p hidden>First: ${TITLE}.</p><p hidden>Second: ${TITLE}.</p>`);
  document.querySelector('p')!.remove();
  await settled();
  document.querySelector('p')!.removeAttribute('hidden');
  await act(new Event('click'));
  expect(marked()).toEqual([`Second: ${TITLE}.`]);
});

it('a hidden block that goes on changing is remembered as it is, and not as it was', async () => {
  await start(`<p hidden>Now: ${TITLE}.</p>`);
  for (let i = 0; i < 5; i++) {
    (document.querySelector('p')!.firstChild as Text).data = `Now ${i}: ${TITLE}.`;
    await settled();
  }
  document.querySelector('p')!.removeAttribute('hidden');
  await act(new Event('click'));
  expect(asked.map(({ text }) => text)).toEqual([`Now 4: ${TITLE}.`]);
});

async function startInShadow(html: string): Promise<ShadowRoot> {
  document.body.innerHTML = '<div></div>';
  const shadow = document.querySelector('div')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = html;
  pickup.start();
  await settled();
  return shadow;
}

const texts = () => marks.all.map(({ range }) => (range.startContainer as Text).data);

it('text right below a shadow root is read, and its changes are followed', async () => {
  const shadow = await startInShadow(`Bare: ${TITLE}.`);
  expect(texts()).toEqual([`Bare: ${TITLE}.`]);
  (shadow.firstChild as Text).data = 'Nothing.';
  await settled();
  expect(texts()).toEqual([]);
  shadow.append(`Added: ${TITLE}.`);
  await settled();
  expect(texts()).toEqual([`Added: ${TITLE}.`]);
});

it('a block that goes from right below a shadow root is no reason to read the others again', async () => {
  const shadow = await startInShadow(`<p>First.</p><p>Second: ${TITLE}.</p>`);
  shadow.firstElementChild!.remove();
  await settled();
  expect(asked).toHaveLength(1);
});

it('very many changes in a shadow root: they are read', async () => {
  const shadow = await startInShadow('<p>Nothing.</p>');
  for (let i = 0; i < 300; i++) shadow.append(document.createElement('p'));
  shadow.lastElementChild!.textContent = `Last: ${TITLE}.`;
  await settled();
  expect(texts()).toEqual([`Last: ${TITLE}.`]);
});

it('the rest of a page that the reader asks for is that of shadow roots too', async () => {
  const shadow = await startInShadow(`<p>${'word '.repeat(500_000)}</p><p>Last: ${TITLE}.</p>`);
  expect(pickup.state().progress).toBe('partial');
  expect(texts()).toEqual([]);
  pickup.scanAll();
  await settled();
  expect(shadow.contains(marks.all[0]?.range.startContainer ?? null)).toBe(true);
});

it('a page that comes back from the browser’s cache reports what it has anew; one that is shown for the first time does not', async () => {
  await start(`<p>${TITLE}.</p>`);
  expect(reports).toHaveLength(1);
  const shown = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
  await act(shown(false));
  expect(reports).toHaveLength(1);
  await act(shown(true));
  expect(reports).toHaveLength(2);
  const { ms, document: id } = reports[1]!;
  expect(reports[1]).toEqual({ ...reports[0], ms, document: id });
  // By that the background knows that the button has to be written on again.
  expect(id).not.toBe(reports[0]!.document);
});

it('a host that comes into the page by itself: its shadow root is read', async () => {
  await start('<p>Nothing.</p>');
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(`Late: ${TITLE}.`);
  document.body.append(host);
  await settled();
  expect(texts()).toEqual([`Late: ${TITLE}.`]);
});

it('a shadow root that has gone is forgotten, and read anew where it comes back', async () => {
  const shadow = await startInShadow(`<p>Once: ${TITLE}.</p>`);
  const left = vi.spyOn(MutationObserver.prototype, 'disconnect');
  shadow.host.remove();
  await settled();
  expect(left).toHaveBeenCalledOnce();
  expect(texts()).toEqual([]);
  shadow.firstElementChild!.textContent = `Again: ${TITLE}.`;
  document.body.append(shadow.host);
  await settled();
  expect(texts()).toEqual([`Again: ${TITLE}.`]);
});

it('where nothing is left to read the page is not looked through, and only marks that went are told of', async () => {
  await start(`<p>${TITLE}.</p><p>A line.</p><div contenteditable="true"><p>A draft.</p></div>`);
  const looked = vi.spyOn(document, 'querySelector');
  const [first, second] = document.querySelectorAll('p');
  second!.remove();
  document.body.lastElementChild!.textContent = 'The draft.';
  await settled();
  expect(looked).not.toHaveBeenCalled();
  expect(reports).toHaveLength(1);
  first!.remove();
  await settled();
  expect(looked).not.toHaveBeenCalled();
  expect(reports.map(({ found }) => found.length)).toEqual([1, 0]);
});

it('a view that is drawn again and again counts once', async () => {
  await start('<main></main>');
  for (let i = 0; i < 40; i++) {
    document.querySelector('main')!.innerHTML = `<p>${'word '.repeat(20_000)}</p><p>${TITLE}.</p>`;
    await settled();
  }
  expect(pickup.state().progress).toBe('done');
  expect(texts()).toEqual([`${TITLE}.`]);
});
