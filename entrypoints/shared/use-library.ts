import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  Columns,
  ImportView,
  LibraryActs,
  LibrarySide,
  PreviewView,
  ShelfView,
} from '../../components/library-state';
import { FIELDS } from '../../components/library-state';
import { t } from '../../components/strings';
import { EXPORT_FORMATS } from '../../lib/bib/formats';
import { IMPORT_FORMATS } from '../../lib/bib/import/formats';
import type { Preview } from '../../lib/bib/import/preview';
import { type Problem, problemKeys } from '../../lib/bib/import/problem';
import type { ReadOptions } from '../../lib/bib/import/read';
import { libraryState } from '../../lib/browser/library-state';
import { readAbout } from '../../lib/browser/package';
import type { Changes, ImportFailure } from '../../lib/storage/import-job';
import { dropImport, openImports, undropImport } from '../../lib/storage/imports';
import { isScattered } from '../../lib/storage/merge-shelf';
import { allPapers } from '../../lib/storage/papers';
import { askToKeep, fits, roomLeft } from '../../lib/storage/quota';
import type { ImportRecord, LibraryDatabase, ShelfRecord } from '../../lib/storage/schema';
import { changeShelf, deleteShelf, shelves, undeleteShelf } from '../../lib/storage/shelves';
import type { Failure, Result } from '../../lib/util/result';
import { download } from './download';
import type { FromWorker, ToWorker } from './import-messages';
import { freeDeleted, tellAll, withLibrary } from './own-shelves';

/** One import at a time, in whichever page; whoever holds it, the import is under way and not broken off. */
const LOCK = 'sidelight import';
/** Problems that are listed; the rest are counted. */
const LISTED = 100;
/** Rate and time left are told once this many milliseconds have been seen. */
const SETTLED = 1500;

type ReadColumns = NonNullable<ReadOptions['columns']>;
interface Chosen {
  file: File;
  shelf?: string;
  columns?: ReadColumns;
}

/** The reader's shelves and an import into them: state and actions of the Library. */
export function useLibrary(incognito = false): { library: LibrarySide; actions: LibraryActs } {
  const [list, setList] = useState<readonly ShelfView[] | null>(null);
  const [job, setJob] = useState<ImportView>({ step: 'idle' });
  const [removed, setRemoved] = useState<LibrarySide['removed']>(null);
  const [blocked, setBlocked] = useState<'blocked' | 'newer'>();
  const [room, setRoom] = useState<LibrarySide['room']>();
  const chosen = useRef<Chosen | undefined>(undefined);
  const previewed = useRef<Preview | undefined>(undefined);
  const left = useRef<ImportRecord | undefined>(undefined);
  /** Given up as soon as the reader wants something. */
  const merging = useRef<() => void>(() => {});
  const worker = useRef<{ post: (task: ToWorker) => void; end: () => void } | undefined>(undefined);

  const refresh = async () => {
    const read = await withLibrary(async (database) => shelves(database));
    setBlocked(read.ok ? undefined : reasonOf(read.error));
    const [{ shippedOff, shelves: told }, { papers }] = await Promise.all([libraryState.get(), readAbout()]);
    // Where a page was killed between a finished import and telling of it.
    if (read.ok && read.value.filter(({ on }) => on).length !== told) void tellAll();
    setList([shippedView(papers, !shippedOff), ...(read.ok ? read.value.map(viewOf) : [])]);
    const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
    setRoom(usage !== undefined && quota ? { used: usage, quota } : undefined);
  };

  useEffect(() => {
    void refresh();
    // Deleted ones would else lie here until the next import.
    void freeDeleted()
      .then(offerBrokenOff)
      .then((isThere) => {
        if (!isThere) merging.current = mergeWhenIdle();
      });
    const end = libraryState.follow(() => void refresh());
    return () => {
      end();
      merging.current();
      worker.current?.end();
    };
  }, []);

  /** Asks what to do with an import that nobody works on, unless there is another to attend to. @returns whether there is one */
  const offerBrokenOff = async (): Promise<boolean> => {
    const record = await findBrokenOff();
    left.current = record;
    if (record) setJob((now) => (now.step === 'idle' ? interruptedView(record) : now));
    return record !== undefined;
  };

  /** Changes a shelf and lets everybody know. */
  const change = async (work: (database: LibraryDatabase) => Promise<Result<unknown>>) => {
    const done = await withLibrary(work);
    if (!done.ok) setBlocked(reasonOf(done.error));
    await tellAll();
    await refresh();
  };

  /** Starts a worker for a task; its news come to `hear` until it is done. */
  const start = (task: ToWorker, hear: (news: FromWorker) => void) => {
    merging.current();
    worker.current?.end();
    const made = makeWorker();
    worker.current = { post: (next) => made.postMessage(next), end: () => made.terminate() };
    made.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
    made.addEventListener('error', ({ message }) => hear({ is: 'failed', error: { code: 'failed', message } }));
    made.postMessage(task);
  };
  const idle = () => {
    worker.current?.end();
    worker.current = undefined;
    setJob({ step: 'idle' });
  };
  const failed = (file: string, error: ImportFailure) => {
    worker.current?.end();
    setJob({ step: 'failed', file, error: { ...error, message: wordsFor(error) } });
  };

  const look = ({ file, shelf, columns }: Chosen) => {
    chosen.current = { file, ...(shelf !== undefined && { shelf }), ...(columns && { columns }) };
    setJob({ step: 'reading', file: file.name, part: 0 });
    start({ do: 'preview', ...chosen.current }, (news) => {
      if (news.is === 'read') setJob({ step: 'reading', file: file.name, part: Math.min(1, news.bytes / file.size) });
      else if (news.is === 'failed') failed(file.name, news.error);
      else if (news.is === 'preview') {
        const { preview, changes } = news;
        previewed.current = preview;
        const asks = !columns && (!preview.stopped || preview.stopped.code === 'column');
        if (asks && preview.columns) setJob(columnsView(file.name, preview.columns));
        // Half a file is not taken in: what is missing would look like papers that went.
        else if (preview.stopped) failed(file.name, { code: 'file', message: '', problem: preview.stopped });
        else {
          const name = list?.find(({ id }) => id === shelf)?.name ?? nameOf(file.name);
          setJob({ step: 'preview', name, preview: previewView(file.name, preview, changes) });
        }
      }
    });
  };

  /** Under the lock, so that other pages know. */
  const write = (task: Extract<ToWorker, { do: 'write' | 'resume' }>, name: string, done: number, total: number) => {
    setJob({ step: 'writing', name, done, total });
    const began = performance.now();
    void navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return failed(name, { code: 'busy', message: '' });
      // Not waited for: Firefox asks the reader, who may never answer.
      void askToKeep(navigator.storage);
      // Looked at before anything is written; a disk that fills up meanwhile is told too, and changes nothing either.
      const { letters } = previewed.current ?? { letters: 0 };
      if (task.do === 'write' && !fits(await roomLeft(navigator.storage), letters))
        return failed(name, { code: 'full', message: '' });
      await new Promise<void>((finish) => {
        start(task, (news) => {
          if (news.is === 'written') {
            const spent = performance.now() - began;
            const rate = ((news.papers - done) / spent) * 1000;
            const known = spent > SETTLED && rate > 0;
            setJob({
              step: 'writing',
              name,
              done: news.papers,
              total,
              ...(known && { rate, left: (total - news.papers) / rate }),
            });
            return;
          }
          finish();
          left.current = undefined;
          if (news.is === 'cancelled') idle();
          else if (news.is === 'failed') failed(name, news.error);
          else if (news.is === 'done') {
            worker.current?.end();
            setJob({ step: 'done', name, papers: news.shelf.papers });
            void freeDeleted()
              .then(tellAll)
              .then(() => {
                merging.current = mergeWhenIdle();
              });
          }
        });
      });
    });
  };

  const actions: LibraryActs = {
    choose: (file, shelf) => look({ file, ...(shelf !== undefined && { shelf }) }),
    setColumns: (columns, named) => {
      if (!chosen.current || job.step !== 'columns') return;
      look({ ...chosen.current, columns: named ? byName(columns, job.header) : columns });
    },
    accept: (name) => {
      if (!chosen.current || !previewed.current) return;
      const total = previewed.current.papers - previewed.current.duplicates;
      const licence = Object.keys(previewed.current.licences)[0];
      write({ do: 'write', ...chosen.current, name, total, ...(licence && { licence }) }, name, 0, total);
    },
    cancel: () => {
      // What was written is thrown away by the worker itself.
      if (job.step === 'writing') worker.current?.post({ do: 'cancel' });
      else idle();
    },
    resume: () => {
      const record = left.current;
      if (!record) return;
      write({ do: 'resume', id: record.id }, record.shelf.name, record.papers, record.source?.total ?? record.papers);
    },
    dismiss: () => {
      const record = left.current;
      idle();
      if (job.step !== 'interrupted' || !record) return void offerBrokenOff();
      left.current = undefined;
      setRemoved({ what: 'import', id: record.id, name: record.shelf.name });
      void withLibrary((database) => dropImport(database, record.id, Date.now()));
    },
    setOn: (id, on) =>
      id === SHIPPED
        ? void libraryState.update((state) => ({ ...state, shippedOff: !on })).then(tellAll)
        : void change((database) => changeShelf(database, id, { on })),
    rename: (id, name) => void change((database) => changeShelf(database, id, { name })),
    move: (id, by) => void change((database) => moveShelf(database, id, by)),
    exportShelf: (id) => void exportShelf(id),
    remove: (id) => {
      setRemoved({ what: 'shelf', id, name: list?.find((shelf) => shelf.id === id)?.name ?? '' });
      void change((database) => deleteShelf(database, id, Date.now()));
    },
    undo: () => {
      if (removed?.what === 'shelf') void change((database) => undeleteShelf(database, removed.id));
      if (removed?.what === 'import')
        void withLibrary((database) => undropImport(database, removed.id)).then(offerBrokenOff);
      setRemoved(null);
    },
  };
  const readOnly = incognito ? ('private' as const) : blocked;
  return {
    library: { shelves: list, job, removed, ...(room && { room }), ...(readOnly && { readOnly }) },
    actions,
  };
}

const makeWorker = () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });

/** Another than an import's: one that is begun elsewhere meanwhile is not kept out, and what it writes is noticed. */
const MERGING = 'sidelight merge';
/** So long nothing happens before parts are joined, in milliseconds. */
const QUIET = 3000;

/**
 * Joins the parts of large shelves in a worker once the page is idle; one page at a time.
 * @returns gives it up: what was not finished has changed nothing
 */
function mergeWhenIdle(): () => void {
  const leaving = new AbortController();
  const timer = setTimeout(() => {
    const begin = () => void navigator.locks.request(MERGING, { ifAvailable: true }, mergeNow).catch(() => undefined);
    if ('requestIdleCallback' in window) requestIdleCallback(begin);
    else begin();
  }, QUIET);
  const mergeNow = async (lock: Lock | null) => {
    if (!lock || leaving.signal.aborted) return;
    const read = await withLibrary(shelves);
    if (leaving.signal.aborted || !read.ok || !read.value.some((shelf) => isScattered(shelf))) return;
    const made = makeWorker();
    await new Promise<void>((finish) => {
      leaving.signal.addEventListener('abort', () => finish(), { once: true });
      made.addEventListener('message', () => finish());
      made.addEventListener('error', () => finish());
      made.postMessage({ do: 'merge' } satisfies ToWorker);
    });
    made.terminate();
  };
  return () => {
    clearTimeout(timer);
    leaving.abort();
  };
}

/** An import that nobody works on. */
async function findBrokenOff(): Promise<ImportRecord | undefined> {
  const held = (await navigator.locks.query()).held?.some(({ name }) => name === LOCK);
  if (held) return undefined;
  const open = await withLibrary(openImports);
  return open.ok ? open.value.find(({ source }) => source) : undefined;
}

/** Puts a shelf before or after its neighbour. */
async function moveShelf(database: LibraryDatabase, id: string, by: 1 | -1): Promise<Result<unknown>> {
  const read = await shelves(database);
  if (!read.ok) return read;
  const ids = read.value.map((shelf) => shelf.id);
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return read;
  [ids[at], ids[to]] = [ids[to]!, ids[at]!];
  let last: Result<unknown> = read;
  for (const [order, one] of ids.entries()) last = await changeShelf(database, one, { order });
  return last;
}

/** All papers of a shelf as BibTeX, some at a time. */
async function exportShelf(id: string): Promise<void> {
  const { write, ending, mime } = EXPORT_FORMATS[0]!;
  await withLibrary(async (database) => {
    const read = await shelves(database);
    const shelf = read.ok ? read.value.find((one) => one.id === id) : undefined;
    if (!shelf) return read;
    const pieces: string[] = [];
    const keys = new Set<string>();
    for await (const papers of allPapers(database, shelf)) pieces.push(write(papers, keys));
    download(new Blob(pieces, { type: mime }), `${shelf.name}${ending}`);
    return read;
  });
}

const SHIPPED = 'shipped';
/** The shelf of the package: an edition may have other papers. */
const shippedView = (papers: number, on: boolean): ShelfView => ({
  id: SHIPPED,
  name: t('shelfShippedName'),
  papers,
  bytes: 0,
  on,
  shipped: true,
});

const viewOf = ({ id, name, papers, bytes, on, updated, provenance, licence }: ShelfRecord): ShelfView => ({
  id,
  name,
  papers,
  bytes,
  on,
  shipped: false,
  updated,
  ...(provenance[0] && { source: provenance[0] }),
  ...(licence && { licence }),
});

const interruptedView = ({ shelf, papers, source }: ImportRecord): ImportView => ({
  step: 'interrupted',
  name: shelf.name,
  done: papers,
  total: source?.total ?? papers,
});

function columnsView(file: string, { names, fields, example }: NonNullable<Preview['columns']>): ImportView {
  const picked = Object.fromEntries(
    FIELDS.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
  );
  return { step: 'columns', file, header: names, example, columns: picked };
}

/** Columns by their names where they have one of their own: so the reader of the file knows that the first row holds names. */
const byName = (columns: Columns, header: readonly string[]): ReadColumns =>
  Object.fromEntries(
    Object.entries(columns).map(([field, at]) => [
      field,
      header[at] && header.indexOf(header[at]) === at ? header[at] : at,
    ]),
  );

function previewView(file: string, found: Preview, changes: Changes | undefined): PreviewView {
  const format = IMPORT_FORMATS.find(({ id }) => id === found.format);
  return {
    file,
    format: format ? t(format.label) : '',
    papers: found.papers - found.duplicates,
    withAbstract: found.fields.abstract,
    problems: found.problems.slice(0, LISTED).map(problemView),
    problemCount: Object.values(found.problemCounts).reduce((sum, n) => sum + n, 0),
    duplicates: { inFile: found.duplicates, inLibrary: found.onShelves['known'] ?? 0 },
    languages: Object.entries(found.languages)
      .filter(([code]) => code)
      .sort((a, b) => b[1] - a[1]),
    ...(found.years && { years: found.years }),
    ...(Object.keys(found.licences)[0] && { licence: Object.keys(found.licences).join(', ') }),
    sample: found.sample,
    ...(changes && { changes }),
  };
}

function problemView(problem: Problem) {
  const keys = problemKeys(problem);
  return { line: problem.line, message: t(keys.message, ...problem.params), remedy: t(keys.remedy) };
}

/** "thesis.bib.gz" is offered as "thesis". */
const nameOf = (file: string) =>
  file
    .replace(/\.gz$/i, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .slice(0, 100) || file;

/** Why the library can only be read: a newer Sidelight wrote it, or the browser refuses. */
const reasonOf = ({ code }: Failure) => (code === 'newer' ? 'newer' : 'blocked');

function wordsFor({ code, message, problem }: ImportFailure): string {
  if (problem) {
    const { message: what, remedy } = problemView(problem);
    return `${what} ${remedy}`;
  }
  if (code === 'full') return t('libraryFull');
  if (code === 'busy') return t('libraryBusy');
  if (code === 'newer') return t('libraryNewer');
  if (code === 'blocked') return t('libraryBlocked');
  return t('libraryFailed', message.slice(0, 200));
}
