import { Library } from '../../components/Library';
import type { ImportView, LibraryActs, LibrarySide, PreviewView, ShelfView } from '../../components/library-state';
import { arabic, bare, huge, xgqa } from './samples';
import type { State } from './states';

const AT = Date.UTC(2026, 4, 7);
const shipped: ShelfView = { id: 'shipped', name: 'Sidelight', papers: 119, bytes: 0, on: true, shipped: true };
const own: ShelfView[] = [
  {
    id: 'thesis',
    name: 'My thesis',
    papers: 1204,
    bytes: 2_300_000,
    on: true,
    shipped: false,
    updated: AT,
    source: 'thesis.bib',
  },
  {
    id: 'anthology',
    name: 'ACL Anthology, everything that has an abstract, as of the beginning of May',
    papers: 98_417,
    bytes: 214_000_000,
    on: false,
    shipped: false,
    updated: AT,
    source: 'anthology+abstracts.bib.gz',
    licence: 'CC BY 4.0',
  },
];
const preview: PreviewView = {
  file: 'thesis.bib',
  format: 'BibTeX',
  papers: 1204,
  withAbstract: 900,
  problems: [],
  problemCount: 0,
  duplicates: { inFile: 0, inLibrary: 0 },
  languages: [
    ['en', 1150],
    ['de', 41],
    ['ar', 13],
  ],
  years: [1998, 2026],
  sample: [xgqa, huge, arabic, bare],
};
const problems: PreviewView = {
  ...preview,
  problems: [
    { line: 27, message: 'This entry has no title.', remedy: 'Give it one, or leave it out.' },
    { line: 212, message: 'The year “forthcoming” is none.', remedy: 'The paper is taken in without a year.' },
    { message: 'The file ends in the middle of an entry.', remedy: 'Export it again; the entry is left out.' },
  ],
  problemCount: 14,
  duplicates: { inFile: 2, inLibrary: 7 },
  licence: 'CC BY 4.0',
};
const nothing: PreviewView = {
  ...preview,
  file: 'shopping-list.txt',
  format: 'Text',
  papers: 0,
  withAbstract: 0,
  languages: [],
  sample: [],
};

const acts = new Proxy({}, { get: () => () => undefined }) as LibraryActs;
const library = (changes: Partial<LibrarySide>, open = false) => (
  <div
    class="view"
    ref={(place) => {
      for (const details of place?.querySelectorAll('details') ?? []) details.open = open;
    }}
  >
    <Library
      library={{ shelves: [shipped, ...own], job: { step: 'idle' }, removed: null, ...changes }}
      actions={acts}
    />
  </div>
);
/** As the settings page has it. */
export const ownLibrary = (
  <Library library={{ shelves: [shipped, ...own], job: { step: 'idle' }, removed: null }} actions={acts} />
);
const WIDTH = 400;
const importing = (name: string, job: ImportView, open = false): State => ({
  name: `library-${name}`,
  width: WIDTH,
  draw: () => library({ shelves: [shipped], job }, open),
});

/** The Library, from no shelf of one's own through an import to its end, good or bad. */
export const LIBRARY_STATES: readonly State[] = [
  { name: 'library-empty', width: WIDTH, draw: () => library({ shelves: [shipped] }) },
  {
    name: 'library-shelves',
    width: WIDTH,
    dark: true,
    draw: () =>
      library({
        room: { used: 216_000_000, quota: 4_000_000_000 },
        removed: { what: 'shelf', id: 'old', name: 'Last year’s list' },
      }),
  },
  { name: 'library-280', width: 280, draw: () => library({}) },
  { name: 'library-rtl', width: WIDTH, rtl: true, draw: () => library({}) },
  importing('reading', { step: 'reading', file: 'anthology.bib.gz', part: 0.4 }),
  importing('columns', {
    step: 'columns',
    file: 'reading-list.csv',
    header: ['Titel', 'Kurzfassung', 'Wer', 'Jahr', ''],
    example: [
      'Lanterns in the Library',
      'We measure how slowly libraries forget.',
      'A. Reader; B. Writer',
      '2024',
      'x',
    ],
    columns: { title: 0, authors: 2, year: 3 },
  }),
  importing('columns-unknown', {
    step: 'columns',
    file: 'Leseliste.csv',
    header: ['Überschrift', 'Wer', 'Jahr'],
    example: ['Lanterns in the Library', 'A. Reader; B. Writer', '2024'],
    columns: {},
  }),
  importing('preview', { step: 'preview', preview, name: 'thesis' }),
  { ...importing('problems', { step: 'preview', preview: problems, name: 'thesis' }, true), dark: true },
  {
    ...importing('problems-280', { step: 'preview', preview: problems, name: 'thesis' }, true),
    width: 280,
  },
  importing('preview-update', {
    step: 'preview',
    preview: { ...preview, changes: { added: 12, changed: 3, gone: 1 } },
    name: 'My thesis',
  }),
  importing('preview-nothing', { step: 'preview', preview: nothing, name: 'shopping-list' }),
  importing('writing', { step: 'writing', name: 'ACL Anthology', done: 41_200, total: 98_417, rate: 3100, left: 19 }),
  importing('done', { step: 'done', name: 'My thesis', papers: 1204 }),
  importing('failed', {
    step: 'failed',
    file: 'thesis.bib',
    error: { code: 'full', message: 'The browser gives no more room: 4 GB are used.' },
  }),
  importing('interrupted', { step: 'interrupted', name: 'ACL Anthology', done: 41_200, total: 98_417 }),
  {
    name: 'library-private',
    width: WIDTH,
    draw: () => library({ shelves: [shipped], readOnly: 'private' }),
  },
  {
    name: 'library-blocked',
    width: WIDTH,
    draw: () => library({ shelves: [shipped], readOnly: 'blocked' }),
  },
  { name: 'library-loading', width: WIDTH, draw: () => library({ shelves: null }) },
];
