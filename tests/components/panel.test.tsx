// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel, type PanelActs, type PanelState } from '../../components/Panel';
import type { TermView } from '../../lib/lookup/answer';
import { inEnglish } from './english';
import { foundOf, noCiting, noPage, noSearch, sib, xgqa } from './samples';

inEnglish();
const actions = {
  setTab: vi.fn<PanelActs['setTab']>(),
  setQuery: vi.fn<PanelActs['setQuery']>(),
  showNearest: vi.fn<PanelActs['showNearest']>(),
  retry: vi.fn<PanelActs['retry']>(),
  scanPage: vi.fn<PanelActs['scanPage']>(),
  jump: vi.fn<PanelActs['jump']>(),
  read: vi.fn<PanelActs['read']>(),
  openItem: vi.fn<PanelActs['openItem']>(),
  readTerm: vi.fn<PanelActs['readTerm']>(),
  copyPage: vi.fn<PanelActs['copyPage']>(),
  remove: vi.fn<PanelActs['remove']>(),
  undo: vi.fn<PanelActs['undo']>(),
  dismiss: vi.fn<PanelActs['dismiss']>(),
  pick: vi.fn<PanelActs['pick']>(),
  clearPicks: vi.fn<PanelActs['clearPicks']>(),
  unpick: vi.fn<PanelActs['unpick']>(),
  compare: vi.fn<PanelActs['compare']>(),
  lookUp: vi.fn<PanelActs['lookUp']>(),
  forget: vi.fn<PanelActs['forget']>(),
  clearRecent: vi.fn<PanelActs['clearRecent']>(),
  keepPage: vi.fn<PanelActs['keepPage']>(),
  setRead: vi.fn<PanelActs['setRead']>(),
  addTag: vi.fn<PanelActs['addTag']>(),
  removeTag: vi.fn<PanelActs['removeTag']>(),
  setNote: vi.fn<PanelActs['setNote']>(),
  setTextSize: vi.fn<PanelActs['setTextSize']>(),
  cite: noCiting,
  back: vi.fn<PanelActs['back']>(),
  forward: vi.fn<PanelActs['forward']>(),
  save: vi.fn<PanelActs['save']>(),
  copy: vi.fn<PanelActs['copy']>(),
} satisfies PanelActs;
beforeEach(() => void vi.clearAllMocks());

const base: PanelState = {
  tab: 'page',
  page: { ...noPage, related: [], kept: null },
  search: noSearch,
  recent: { lookups: [], papers: [] },
  entries: new Map(),
  removals: [],
  tray: [],
  reading: null,
  step: 0,
  canForward: false,
  textSize: 'medium',
};
const panel = (changes: Partial<PanelState>, acts: Partial<PanelActs> = {}) => (
  <Panel
    state={{ ...base, ...changes }}
    actions={{ ...actions, ...acts }}
    isSeen={() => false}
    box={createRef()}
    library={() => null}
  />
);

test('steps through the places where a paper is mentioned', () => {
  render(panel({ page: { ...base.page, found: [foundOf(xgqa, [3, 8, 9])] } }));
  const places = within(screen.getByRole('group', { name: /xGQA/ }));
  for (const [button, mark] of [
    ['Next place', 3],
    ['Next place', 8],
    ['Previous place', 3],
    ['Previous place', 9],
  ] as const) {
    fireEvent.click(places.getByRole('button', { name: button }));
    expect(actions.jump).toHaveBeenLastCalledWith(mark);
  }
  expect(places.getByText('3 of 3')).toBeTruthy();
});

test('a term leads to its view, a paper to the reading view', () => {
  const topic = { ...foundOf(xgqa, [4]), kind: 'term' as const, id: 'c1', title: 'code-switching', text: 'code-mixed' };
  render(panel({ page: { ...base.page, found: [foundOf(sib, [0]), topic] } }));
  fireEvent.click(screen.getByRole('button', { name: 'code-switching' }));
  expect(actions.readTerm).toHaveBeenCalledExactlyOnceWith('c1');
  fireEvent.click(screen.getByRole('button', { name: /^SIB-200/ }));
  expect(actions.read).toHaveBeenCalledExactlyOnceWith(sib.id);
});

test('a page read in part offers the rest', () => {
  render(panel({ page: { ...base.page, status: 'partial', found: [foundOf(sib, [0])] } }));
  const rest = screen.getByRole('button', { name: 'Read the rest' });
  rest.focus();
  fireEvent.click(rest);
  expect(actions.scanPage).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(screen.getByRole('tabpanel'));
});

test('a page read in part offers the rest where nothing was found in its first part', () => {
  render(panel({ page: { ...base.page, status: 'partial' } }));
  expect(screen.getByText('No known papers on this page')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Read the rest' }));
  expect(actions.scanPage).toHaveBeenCalledOnce();
});

const reading = {
  kind: 'paper' as const,
  id: xgqa.id,
  terms: ['multilingual'],
  why: [],
  error: null,
  view: { paper: { ...xgqa, abstract: 'A multilingual benchmark.' }, related: [sib], concepts: [] },
};

test('the reading view lies over the lists and gives the focus back', () => {
  const page = { ...base.page, found: [foundOf(sib, [0]), foundOf(xgqa, [1])] };
  const { rerender, container } = render(panel({ page }));
  rerender(panel({ page, reading }));
  expect(document.activeElement?.textContent).toBe(xgqa.title);
  expect(container.querySelector('.panel-lists')?.hasAttribute('hidden')).toBe(true);
  expect(container.querySelector('.abstract mark')?.textContent).toBe('multilingual');
  rerender(panel({ page }));
  expect((document.activeElement as HTMLElement).dataset['id']).toBe(xgqa.id);
});

test('a comparison that has come is read from its heading', async () => {
  const ids = [xgqa.id, sib.id];
  const comparing = { kind: 'compare' as const, id: ids.join(' '), ids, error: null };
  const views = [xgqa, sib].map((paper) => ({ paper: { ...paper, abstract: 'A text.' }, related: [], concepts: [] }));
  const { rerender } = render(panel({ reading: { ...comparing, view: undefined } }));
  screen.getByRole('button', { name: 'Back' }).focus();
  rerender(panel({ reading: { ...comparing, view: views } }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Side by side' }));
});

test('related papers are read on, and the way back is there', () => {
  render(panel({ reading }));
  fireEvent.click(screen.getByRole('button', { name: /^SIB-200/ }));
  expect(actions.read).toHaveBeenCalledExactlyOnceWith(sib.id);
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(actions.back).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: 'Forward' })).toBeNull();
});

test('a paper that no shelf has is said to be gone', () => {
  render(panel({ reading: { ...reading, view: null } }));
  expect(screen.getByText('This paper is not here')).toBeTruthy();
});

test('long author lists are folded until asked for', () => {
  const authors = Array.from({ length: 45 }, (_, i) => `Author ${i + 1}`);
  render(panel({ reading: { ...reading, view: { ...reading.view, paper: { ...reading.view.paper, authors } } } }));
  expect(screen.queryByText(/Author 9/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'and 37 more' }));
  expect(screen.getByText(/Author 45/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show fewer', expanded: true }));
  expect(screen.queryByText(/Author 9/)).toBeNull();
});

const switching: TermView = {
  id: 'code-switching',
  name: 'code-switching',
  kind: 'phenomena',
  definition: { text: 'Code-switching is the mixing of languages.', paper: sib },
  papers: [xgqa],
  neighbours: [{ id: 'asr', name: 'speech recognition' }],
  names: [
    ['de', 'Codewechsel'],
    ['ar', 'التبديل اللغوي'],
  ],
};
const readingTerm = { kind: 'term' as const, id: switching.id, view: switching, error: null };

test('a term: what it is, papers about it, terms near it, its names', () => {
  render(panel({ reading: readingTerm }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'code-switching' }));
  expect(screen.getByText('Phenomenon')).toBeTruthy();
  expect(screen.getByText('Code-switching is the mixing of languages.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Adelani 2024' }));
  expect(actions.read).toHaveBeenLastCalledWith(sib.id);
  fireEvent.click(screen.getByRole('button', { name: /^xGQA/ }));
  expect(actions.read).toHaveBeenLastCalledWith(xgqa.id);
  fireEvent.click(screen.getByRole('button', { name: 'speech recognition' }));
  expect(actions.readTerm).toHaveBeenLastCalledWith('asr');
  const names = [...document.querySelectorAll('dd')].map((name) => [name.lang, name.dir, name.textContent]);
  expect(names).toEqual([
    ['de', 'auto', 'Codewechsel'],
    ['ar', 'auto', 'التبديل اللغوي'],
  ]);
  expect([...document.querySelectorAll('dt')].map((name) => name.textContent)).toEqual(['German', 'Arabic']);
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(actions.back).toHaveBeenCalledOnce();
});

test('a term of which little is known shows nothing empty', () => {
  const { definition: _, ...rest } = switching;
  const bare = { ...rest, kind: 'somethings', papers: [], neighbours: [], names: [] };
  const { container } = render(panel({ reading: { ...readingTerm, view: bare } }));
  expect(container.querySelector('.reading')?.textContent).toBe('code-switching');
});

test('a term that no shelf has is said to be gone', () => {
  render(panel({ reading: { ...readingTerm, view: null } }));
  expect(screen.getByText('This term is not here')).toBeTruthy();
});

test('the focus comes back to the term that was opened', () => {
  const term = { ...foundOf(xgqa, [4]), kind: 'term' as const, id: switching.id, title: 'code-switching' };
  const page = { ...base.page, found: [term] };
  const { rerender } = render(panel({ page }));
  rerender(panel({ page, reading: readingTerm }));
  rerender(panel({ page }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'code-switching' }));
});

describe('Alt and left arrow', () => {
  afterEach(() => void vi.restoreAllMocks());
  const AGENTS = {
    mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36',
    other: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36',
  };
  test.each<{ system: keyof typeof AGENTS; where: string; goesBack: boolean }>([
    { system: 'mac', where: 'in a field', goesBack: false },
    { system: 'mac', where: 'elsewhere', goesBack: true },
    { system: 'other', where: 'in a field', goesBack: true },
    { system: 'other', where: 'elsewhere', goesBack: true },
  ])('$where leads back: $goesBack ($system)', ({ system, where, goesBack }) => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(AGENTS[system]);
    render(panel({ tab: 'search' }));
    const target = where === 'in a field' ? screen.getByRole('combobox') : document.body;
    expect(fireEvent.keyDown(target, { key: 'ArrowLeft', altKey: true })).toBe(!goesBack);
    expect(actions.back).toHaveBeenCalledTimes(goesBack ? 1 : 0);
  });
});
