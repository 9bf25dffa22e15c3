// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { type PageActs, type PagePanelSide, PageTab } from '../../components/PageTab';
import { pageNotes } from '../../components/page-notes';
import type { Found } from '../../lib/messages/protocol';
import { inEnglish } from './english';
import { bare, foundOf, noCiting, noPage, sib, xgqa } from './samples';

inEnglish();
const actions = {
  read: vi.fn<PageActs['read']>(),
  readTerm: vi.fn<PageActs['readTerm']>(),
  scanPage: vi.fn<PageActs['scanPage']>(),
  jump: vi.fn<PageActs['jump']>(),
  copyPage: vi.fn<PageActs['copyPage']>(),
  keepPage: vi.fn<PageActs['keepPage']>(),
  cite: noCiting,
} satisfies PageActs;
beforeEach(() => void vi.clearAllMocks());

const show = (changes: Partial<PagePanelSide>) =>
  render(<PageTab page={{ ...noPage, related: [], kept: null, ...changes }} actions={actions} />);
const rows = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('.row-title')!.textContent);
const named = (marks: number[], text = 'xGQA'): Found => ({ ...foundOf(xgqa, marks, text), kind: 'name' });
const cited = (found: Found): Found => ({ ...found, cited: true });
const terms = (n: number): Found[] =>
  Array.from({ length: n }, (_, i) => ({ ...foundOf(bare, [i]), kind: 'term', id: `c${i}`, title: `term ${i}` }));

test('papers of the text and of the references, with their numbers', () => {
  show({
    found: [named([0]), cited(foundOf(sib, [1])), cited(foundOf(xgqa, [2]))],
    references: { entries: 40, known: 12 },
  });
  expect(screen.getByRole('heading', { level: 2, name: '2 papers on this page' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 3, name: 'Text 1' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 3, name: 'References 1' })).toBeTruthy();
  expect(rows('Text')).toEqual([xgqa.title]);
  expect(rows('References')).toEqual([sib.title]);
});

const lines: [known: number, entries: number, text: string][] = [
  [12, 40, '12 of 40 entries are in your papers. Those that the text mentions too are listed there.'],
  [1, 40, '1 of 40 entries is in your papers.'],
  [0, 40, '0 of 40 entries are in your papers.'],
];
test.each(lines)('%i of %i entries', (known, entries, text) => {
  show({ found: known ? [cited(foundOf(sib, [1]))] : [foundOf(sib, [1])], references: { entries, known } });
  expect(document.querySelector('.group-note')!.textContent).toBe(text);
});

test('one row for a paper found by title, name and identifier; its places are stepped through in page order', () => {
  show({ found: [named([7]), { ...foundOf(xgqa, [2], '2109.06082'), kind: 'id' }, foundOf(xgqa, [4])] });
  expect(rows('Text')).toEqual([xgqa.title]);
  expect(screen.queryByText(/here as|identifier/)).toBeNull();
  const next = screen.getByRole('button', { name: 'Next place' });
  for (const mark of [2, 4, 7, 2]) {
    fireEvent.click(next);
    expect(actions.jump).toHaveBeenLastCalledWith(mark);
  }
});

test.each([
  ['name', 'xGQA', 'here as “xGQA”'],
  ['id', '2109.06082', 'by identifier, as “2109.06082”'],
] as const)('found by %s', (kind, text, note) => {
  show({ found: [{ ...foundOf(xgqa, [0], text), kind }] });
  expect(screen.getByText(note)).toBeTruthy();
});

test('the page is about a paper: its row leads to it, and it stands nowhere else', () => {
  show({ self: xgqa.id, found: [foundOf(xgqa, [0, 5]), foundOf(sib, [1])] });
  expect(screen.getByRole('heading', { name: '2 papers on this page' })).toBeTruthy();
  expect(rows('Text')).toEqual([sib.title]);
  fireEvent.click(screen.getByRole('button', { name: /^This page is this paper/ }));
  expect(actions.read).toHaveBeenCalledExactlyOnceWith(xgqa.id);
  fireEvent.click(
    within(screen.getByRole('group', { name: `Places on the page: ${xgqa.title}` })).getByText('2 places'),
  );
  expect(actions.jump).toHaveBeenCalledExactlyOnceWith(0);
});

test('a page that is about no paper says nothing of the kind', () => {
  show({ found: [foundOf(sib, [1])] });
  expect(screen.queryByText('This page is this paper')).toBeNull();
});

test('terms are chips by their usual name; many are folded', () => {
  show({ found: terms(20) });
  const chips = () => within(screen.getByRole('list', { name: 'Terms' })).getAllByRole('button');
  expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  expect(chips()).toHaveLength(12);
  fireEvent.click(screen.getByRole('button', { name: 'and 8 more' }));
  expect(chips()).toHaveLength(20);
  fireEvent.click(chips()[19]!);
  expect(actions.readTerm).toHaveBeenCalledExactlyOnceWith('c19');
  fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(chips()).toHaveLength(12);
});

test('what is related to the page, where something is', () => {
  const { rerender } = show({ found: [foundOf(sib, [0])], related: [xgqa] });
  const title = () => screen.queryByRole('heading', { name: 'Related to this page' });
  expect(title()).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^xGQA/ }));
  expect(actions.read).toHaveBeenCalledExactlyOnceWith(xgqa.id);
  rerender(<PageTab page={{ ...noPage, found: [foundOf(sib, [0])], related: [], kept: null }} actions={actions} />);
  expect(title()).toBeNull();
});

test.each([
  [true, 'Copied'],
  [false, 'The browser did not allow copying'],
])('when copying as Markdown gives %s, “%s” is announced', async (outcome, text) => {
  actions.copyPage.mockResolvedValueOnce(outcome);
  const { container } = show({ found: [foundOf(sib, [0])] });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' })));
  expect(container.querySelector('output[aria-live="polite"]')?.textContent).toBe(text);
});

test('nothing to copy where there are only terms', () => {
  show({ found: terms(2) });
  expect(screen.queryByRole('button', { name: 'Copy as Markdown' })).toBeNull();
});

test('the notes have the groups of the panel', () => {
  const page = {
    ...noPage,
    found: [foundOf(bare, [0]), named([1]), cited(foundOf(sib, [2])), ...terms(1)],
    heads: { [xgqa.id]: xgqa },
    self: bare.id,
  };
  expect(pageNotes(page, 'A blog', 'https://example.org/').match(/^#.*|\[[^\]]*/gm)).toEqual([
    '# [A blog](https://example.org/)',
    '## This page is this paper',
    `[${bare.title}`,
    '## Text',
    `[${xgqa.title}`,
    '## References',
    `[${sib.title}`,
  ]);
});
