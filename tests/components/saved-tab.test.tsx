// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Notes } from '../../components/Notes';
import { type SavedActs, SavedTab } from '../../components/SavedTab';
import { Toasts } from '../../components/Toasts';
import type { PaperHead } from '../../lib/papers/paper';
import { newEntry, type SavedEntry } from '../../lib/saved/entry';
import { inEnglish } from './english';
import { bare, noCiting, sib, xgqa } from './samples';

inEnglish();
const actions = {
  read: vi.fn<SavedActs['read']>(),
  remove: vi.fn<SavedActs['remove']>(),
  setRead: vi.fn<SavedActs['setRead']>(),
  addTag: vi.fn<SavedActs['addTag']>(),
  compare: vi.fn<SavedActs['compare']>(),
  cite: noCiting,
} satisfies SavedActs;
beforeEach(() => void vi.clearAllMocks());

const entry = (paper: PaperHead, at: number, more: Partial<SavedEntry> = {}) => ({ ...newEntry(paper, at), ...more });
const entries = new Map(
  [
    entry(xgqa, 3, { tags: ['vision'], note: 'A note on captions.' }),
    entry(sib, 2, { tags: ['topics', 'vision'], read: true }),
    entry(bare, 1, { met: { title: 'A survey', url: 'https://example.org/survey', at: 0 } }),
  ].map((one) => [one.paper.id, one]),
);
const show = () => render(<SavedTab entries={entries} actions={actions} />);
const rows = () =>
  within(screen.getByRole('list', { name: 'Saved' }))
    .queryAllByRole('listitem')
    .flatMap((row) => row.querySelector('.row-title')?.textContent ?? []);
const all = [xgqa.title, sib.title, bare.title];

test('newest first, with tags, note, and where it was met', () => {
  show();
  expect(rows()).toEqual(all);
  expect(screen.getByText('A note on captions.')).toBeTruthy();
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'A survey' }).href).toBe('https://example.org/survey');
});

test.each([
  { what: 'a word of a note', act: () => type('caption'), wants: [xgqa.title] },
  { what: 'a tag', act: () => press(/^vision/), wants: [xgqa.title, sib.title] },
  { what: 'two tags', act: () => (press(/^vision/), press(/^topics/)), wants: [sib.title] },
  { what: 'unread ones', act: () => press(/^Unread/), wants: [xgqa.title, bare.title] },
  { what: 'an order', act: () => order('title'), wants: [bare.title, sib.title, xgqa.title] },
])('$what', ({ act, wants }) => {
  show();
  act();
  expect(rows()).toEqual(wants);
});
const type = (text: string) =>
  fireEvent.input(screen.getByLabelText('Search saved papers'), { target: { value: text } });
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const order = (value: string) => fireEvent.change(screen.getByLabelText('Order'), { target: { value } });

test('where nothing is like that, all can be shown again', () => {
  show();
  type('giraffe');
  expect(rows()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(rows()).toEqual(all);
});

test('a filter can be taken off when few papers are left', () => {
  const { rerender } = render(<SavedTab entries={entries} actions={actions} />);
  press(/^vision/);
  const left = new Map([xgqa, bare].map(({ id }) => [id, entries.get(id)!]));
  rerender(<SavedTab entries={left} actions={actions} />);
  expect(rows()).toEqual([xgqa.title]);
  press(/^vision/);
  expect(rows()).toEqual([xgqa.title, bare.title]);
});

test('several papers in hand: compared, tagged, marked as read, removed', () => {
  show();
  for (const paper of [xgqa, sib]) fireEvent.click(screen.getByRole('checkbox', { name: `Choose ${paper.title}` }));
  const ids = [xgqa.id, sib.id];
  fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
  expect(actions.compare.mock.calls[0]![0].map(({ id }) => id)).toEqual(ids);
  fireEvent.click(screen.getByRole('button', { name: 'Tag' }));
  const field = screen.getByLabelText('Tag 2 papers');
  fireEvent.input(field, { target: { value: 'to cite' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(actions.addTag).toHaveBeenCalledExactlyOnceWith(ids, 'to cite');
  fireEvent.click(screen.getByRole('button', { name: 'Mark as read' }));
  expect(actions.setRead).toHaveBeenCalledExactlyOnceWith(ids, true);
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  expect(actions.remove).toHaveBeenCalledExactlyOnceWith(ids);
});

test('what is exported is what is chosen; with nothing chosen all that is listed', async () => {
  const copied = vi.fn(async (_text: string) => true);
  render(<SavedTab entries={entries} actions={{ ...actions, cite: { ...noCiting, copyText: copied } }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  fireEvent.change(screen.getByLabelText('Format'), { target: { value: 'ris' } });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy' })));
  expect(copied).toHaveBeenLastCalledWith(`ris: ${all.join('; ')}`);
  fireEvent.click(screen.getByRole('checkbox', { name: `Choose ${sib.title}` }));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy' })));
  expect(copied).toHaveBeenLastCalledWith(`ris: ${sib.title}`);
});

test('every removal has its own way back', () => {
  const [onUndo, onDismiss] = [vi.fn(), vi.fn()];
  const removals = [
    { key: 1, title: xgqa.title, count: 1 },
    { key: 2, title: '', count: 4 },
  ];
  render(<Toasts removals={removals} onUndo={onUndo} onDismiss={onDismiss} />);
  expect(screen.getByText('4 papers removed')).toBeTruthy();
  const [first, second] = screen.getAllByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(second);
  fireEvent.click(first!);
  expect(onUndo).toHaveBeenCalledExactlyOnceWith(1);
});

const noteActs = () => ({ setRead: vi.fn(), addTag: vi.fn(), removeTag: vi.fn(), setNote: vi.fn(async () => true) });

test('tags of a paper are added and taken off; those in use are suggested', () => {
  const acts = noteActs();
  const { container } = render(<Notes entry={entries.get(xgqa.id)!} known={['vision', 'topics']} actions={acts} />);
  expect([...container.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'))).toEqual([
    'topics',
  ]);
  const field = screen.getByLabelText('Add a tag');
  fireEvent.input(field, { target: { value: 'topics' } });
  fireEvent.keyDown(field, { key: ',' });
  expect(acts.addTag).toHaveBeenCalledExactlyOnceWith([xgqa.id], 'topics');
  fireEvent.click(screen.getByRole('button', { name: 'Remove the tag vision' }));
  expect(acts.removeTag).toHaveBeenCalledExactlyOnceWith(xgqa.id, 'vision');
  expect(document.activeElement).toBe(field);
});

test('a note is kept when typing rests, and when the paper is left in mid-word', async () => {
  vi.useFakeTimers();
  const acts = noteActs();
  const { unmount } = render(<Notes entry={entries.get(sib.id)!} known={[]} actions={acts} />);
  const field = screen.getByLabelText('Note');
  await act(() => void fireEvent.input(field, { target: { value: 'first' } }));
  expect(acts.setNote).not.toHaveBeenCalled();
  await act(() => void vi.advanceTimersByTime(600));
  expect(acts.setNote).toHaveBeenCalledExactlyOnceWith(sib.id, 'first');
  await act(() => void fireEvent.input(field, { target: { value: 'first and sec' } }));
  unmount();
  expect(acts.setNote).toHaveBeenLastCalledWith(sib.id, 'first and sec');
  vi.useRealTimers();
});

test('a note that could not be stored is tried again when its field is left', async () => {
  const acts = { ...noteActs(), setNote: vi.fn(async () => false) };
  render(<Notes entry={entries.get(sib.id)!} known={[]} actions={acts} />);
  const field = screen.getByLabelText('Note');
  fireEvent.input(field, { target: { value: 'no room for this' } });
  await act(async () => void fireEvent.blur(field));
  expect(acts.setNote).toHaveBeenCalledTimes(1);
  await act(async () => void fireEvent.blur(field));
  expect(acts.setNote).toHaveBeenCalledTimes(2);
  expect(acts.setNote).toHaveBeenLastCalledWith(sib.id, 'no room for this');
  acts.setNote.mockResolvedValue(true);
  await act(async () => void fireEvent.blur(field));
  await act(async () => void fireEvent.blur(field));
  expect(acts.setNote).toHaveBeenCalledTimes(3);
});
