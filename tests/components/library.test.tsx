// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Library } from '../../components/Library';
import type { ImportView, LibraryActs, LibrarySide, PreviewView, ShelfView } from '../../components/library-state';
import { durationOf, sizeOf } from '../../components/sizes';
import { inEnglish } from './english';
import { xgqa } from './samples';

inEnglish();
const actions = {
  choose: vi.fn<LibraryActs['choose']>(),
  setColumns: vi.fn<LibraryActs['setColumns']>(),
  accept: vi.fn<LibraryActs['accept']>(),
  cancel: vi.fn<LibraryActs['cancel']>(),
  resume: vi.fn<LibraryActs['resume']>(),
  dismiss: vi.fn<LibraryActs['dismiss']>(),
  setOn: vi.fn<LibraryActs['setOn']>(),
  rename: vi.fn<LibraryActs['rename']>(),
  move: vi.fn<LibraryActs['move']>(),
  exportShelf: vi.fn<LibraryActs['exportShelf']>(),
  remove: vi.fn<LibraryActs['remove']>(),
  undo: vi.fn<LibraryActs['undo']>(),
} satisfies LibraryActs;
beforeEach(() => void vi.clearAllMocks());

const shipped: ShelfView = { id: 'shipped', name: 'Sidelight', papers: 119, bytes: 0, on: true, shipped: true };
const own: ShelfView = {
  id: 's1',
  name: 'My thesis',
  papers: 1204,
  bytes: 2_300_000,
  on: true,
  shipped: false,
  source: 'thesis.bib',
};
const preview: PreviewView = {
  file: 'thesis.bib',
  format: 'BibTeX',
  papers: 1204,
  withAbstract: 900,
  problems: [{ line: 212, message: 'This entry has no title.', remedy: 'Give it one, or leave it out.' }],
  problemCount: 3,
  duplicates: { inFile: 2, inLibrary: 7 },
  languages: [
    ['en', 1200],
    ['de', 4],
  ],
  years: [1998, 2026],
  sample: [xgqa],
};
const base: LibrarySide = { shelves: [shipped, own], job: { step: 'idle' }, removed: null };
const show = (changes: Partial<LibrarySide>) => render(<Library library={{ ...base, ...changes }} actions={actions} />);
const row = (name: string) => within(screen.getByText(name).closest('li')!);

describe('shelves', () => {
  test('say what they hold; the shipped one cannot be changed', () => {
    show({});
    expect(row('My thesis').getByText('2.3 MB').parentElement?.textContent).toMatch(
      /1,204 papers · 2.3 MB · thesis.bib/,
    );
    expect(row('Sidelight').queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  test('go on and off, up and down; the shipped one stays on top', () => {
    show({ shelves: [shipped, { ...own, id: 's0', name: 'Older' }, own] });
    fireEvent.click(screen.getByRole('checkbox', { name: 'My thesis' }));
    expect(actions.setOn).toHaveBeenCalledExactlyOnceWith('s1', false);
    fireEvent.click(screen.getByRole('button', { name: 'Move “My thesis” up' }));
    expect(actions.move).toHaveBeenCalledExactlyOnceWith('s1', -1);
    const isOff = (name: string, way: RegExp) =>
      row(name).getByRole<HTMLButtonElement>('button', { name: way }).disabled;
    expect(isOff('My thesis', /down/)).toBe(true);
    expect(isOff('Older', /up/)).toBe(true);
    expect(isOff('Sidelight', /down/)).toBe(true);
  });

  test.each([
    { key: 'Enter', typed: ' Thesis 2 ', renamed: 'Thesis 2' },
    { key: 'Escape', typed: 'Thesis 2', renamed: undefined },
    { key: 'Enter', typed: '   ', renamed: undefined },
  ])('are renamed: $key after "$typed"', ({ key, typed, renamed }) => {
    show({});
    fireEvent.click(row('My thesis').getByRole('button', { name: 'Rename' }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the shelf' });
    field.focus();
    field.value = typed;
    fireEvent.keyDown(field, { key });
    if (renamed) expect(actions.rename).toHaveBeenCalledExactlyOnceWith('s1', renamed);
    else expect(actions.rename).not.toHaveBeenCalled();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('what was typed of a new name is not selected anew when the list is drawn again', () => {
    const { rerender } = show({});
    fireEvent.click(row('My thesis').getByRole('button', { name: 'Rename' }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the shelf' });
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, own.name.length]);
    field.value = 'Th';
    field.setSelectionRange(2, 2);
    rerender(<Library library={{ ...base, room: { used: 1, quota: 2 } }} actions={actions} />);
    expect([field.selectionStart, field.selectionEnd]).toEqual([2, 2]);
  });

  test('are deleted, and come back', () => {
    show({ removed: { what: 'shelf', id: 's1', name: 'My thesis' }, shelves: [shipped] });
    expect(screen.getByText('“My thesis” deleted')).toBeTruthy();
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(document.activeElement).toBe(undo);
    fireEvent.click(undo);
    expect(actions.undo).toHaveBeenCalledOnce();
  });

  test('are updated by a file that is then chosen', () => {
    show({});
    fireEvent.click(row('My thesis').getByRole('button', { name: 'Update' }));
    const file = new File(['x'], 'newer.bib');
    const zone = screen.getByRole('region', { name: 'Update “My thesis”' });
    fireEvent.change(zone.querySelector('input')!, { target: { files: [file] } });
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith(file, 's1');
  });

  test('one that was deleted while it waited for its file is not updated', () => {
    const { rerender } = show({});
    fireEvent.click(row('My thesis').getByRole('button', { name: 'Update' }));
    rerender(<Library library={{ ...base, shelves: [shipped] }} actions={actions} />);
    const file = new File(['x'], 'newer.bib');
    const zone = screen.getByRole('region', { name: 'Add your own papers' });
    fireEvent.change(zone.querySelector('input')!, { target: { files: [file] } });
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith(file, undefined);
  });

  test.each<ImportView>([
    { step: 'done', name: 'Other', papers: 3 },
    { step: 'failed', file: 'other.bib', error: { code: 'full', message: 'No room.' } },
  ])('are updated after an import that is $step', (job) => {
    const { rerender } = show({ job });
    fireEvent.click(row('My thesis').getByRole('button', { name: 'Update' }));
    expect(actions.dismiss).toHaveBeenCalledOnce();
    rerender(<Library library={base} actions={actions} />);
    expect(screen.getByRole('region', { name: 'Update “My thesis”' })).toBeTruthy();
  });

  test.each<ImportView>([
    { step: 'reading', file: 'other.bib', part: 0.4 },
    { step: 'preview', preview, name: 'other' },
    { step: 'interrupted', name: 'Other', done: 1, total: 3 },
  ])('are not updated while another import is $step', (job) => {
    show({ job });
    expect(row('My thesis').getByRole<HTMLButtonElement>('button', { name: 'Update' }).disabled).toBe(true);
    expect(row('My thesis').getByRole<HTMLButtonElement>('button', { name: 'Rename' }).disabled).toBe(false);
  });

  test.each([
    { readOnly: 'private', says: /private window/ },
    { readOnly: 'blocked', says: /disk is full/ },
    { readOnly: 'newer', says: /newer version/ },
  ] as const)('say why nothing can be added: $readOnly', ({ readOnly, says }) => {
    show({ readOnly });
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull();
    expect(screen.getByRole('status').textContent).toMatch(says);
  });
});

describe('an import', () => {
  const job = (view: ImportView) => show({ job: view });

  test('takes a dropped file', () => {
    show({});
    const file = new File(['x'], 'a.ris');
    // The test DOM has no files in drag events of its own.
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { files: [file] },
    });
    fireEvent(screen.getByRole('region', { name: 'Add your own papers' }), drop);
    expect(drop.defaultPrevented).toBe(true);
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith(file, undefined);
  });

  test('shows how far the file is read, and can be cancelled', () => {
    job({ step: 'reading', file: 'a.bib', part: 0.4 });
    expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Reading a.bib' }).value).toBe(0.4);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(actions.cancel).toHaveBeenCalledOnce();
  });

  test('shows what the file holds before anything is stored, and takes a name', () => {
    job({ step: 'preview', preview, name: 'thesis' });
    expect(screen.getByText('1998–2026')).toBeTruthy();
    expect(screen.getByText('English 1,200, German 4')).toBeTruthy();
    expect(screen.getByText('3 problems')).toBeTruthy();
    expect(screen.getByText('Line 212:')).toBeTruthy();
    fireEvent.input(screen.getByRole('textbox', { name: 'Name of the shelf' }), { target: { value: 'Thesis' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add 1,204 papers' }));
    expect(actions.accept).toHaveBeenCalledExactlyOnceWith('Thesis');
  });

  test('shows what an update would change', () => {
    job({ step: 'preview', preview: { ...preview, changes: { added: 12, changed: 3, gone: 1 } }, name: 'My thesis' });
    expect(screen.getByText('No longer in it').nextElementSibling?.textContent).toBe('1');
    fireEvent.click(screen.getByRole('button', { name: 'Update the shelf' }));
    expect(actions.accept).toHaveBeenCalledExactlyOnceWith('My thesis');
  });

  test('of a file without papers says so and offers nothing', () => {
    job({ step: 'preview', preview: { ...preview, papers: 0, sample: [], problemCount: 0 }, name: 'x' });
    expect(screen.getByText(/no paper in this file/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  });

  test('of a table asks for its columns', () => {
    const header = ['Titel', 'Jahr', ''];
    job({ step: 'columns', file: 'a.csv', header, example: ['A paper', '2020', 'x'], columns: { year: 1 } });
    const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Go on' });
    expect(go.disabled).toBe(true);
    fireEvent.change(screen.getByRole('combobox', { name: /^Title/ }), { target: { value: '0' } });
    expect(screen.getByText('A paper')).toBeTruthy();
    fireEvent.click(go);
    expect(actions.setColumns).toHaveBeenCalledExactlyOnceWith({ year: 1, title: 0 }, true);
  });

  test('of a table whose columns nobody knows asks what its first row is', () => {
    const header = ['Titel', 'Jahr'];
    job({ step: 'columns', file: 'a.csv', header, example: ['A paper', '2020'], columns: {} });
    fireEvent.change(screen.getByRole('combobox', { name: /^Title/ }), { target: { value: '0' } });
    const named = screen.getByRole<HTMLInputElement>('checkbox', { name: 'The first row names the columns' });
    expect(named.checked).toBe(true);
    fireEvent.click(named);
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(actions.setColumns).toHaveBeenCalledExactlyOnceWith({ title: 0 }, false);
  });

  test('tells rate and time left', () => {
    job({ step: 'writing', name: 'Big', done: 12_000, total: 47_697, rate: 2400, left: 95 });
    expect(screen.getByText('12,000 of 47,697 papers · 2,400 a second · 2 min left')).toBeTruthy();
  });

  test('that fails names the file and the reason, and that nothing was changed', () => {
    job({ step: 'failed', file: 'bomb.gz', error: { code: 'bomb', message: 'It unpacks to too much.' } });
    expect(screen.getByRole('alert').textContent).toContain('bomb.gz could not be added');
    expect(screen.getByText('Nothing was changed.')).toBeTruthy();
  });

  test('that was thrown away comes back', () => {
    show({ removed: { what: 'import', id: 'i1', name: 'Big' } });
    expect(screen.getByText('The import of “Big” was thrown away')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy();
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(document.activeElement).toBe(undo);
    fireEvent.click(undo);
    expect(actions.undo).toHaveBeenCalledOnce();
  });

  test('that was interrupted goes on or is thrown away', () => {
    job({ step: 'interrupted', name: 'Big', done: 500, total: 1000 });
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(actions.resume).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Throw it away' }));
    expect(actions.dismiss).toHaveBeenCalledOnce();
  });
});

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [2_300_000, '2.3 MB'],
  [27_700_000, '28 MB'],
  [1_500_000_000, '1.5 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeOf(bytes)).toBe(text);
});

test.each([
  [0.2, '1 sec'],
  [59, '59 sec'],
  [61, '2 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationOf(seconds)).toBe(text);
});
