// Reads and writes imports beside the page: a page is never kept waiting, and the service worker, which may be stopped at any time, has no part in it.
import { preview } from '../../lib/bib/import/preview';
import { Stop } from '../../lib/bib/import/problem';
import type { ReadOptions } from '../../lib/bib/import/read';
import type { EnglishNames } from '../../lib/corpus/concept-finder';
import { PackedNames } from '../../lib/match/packed-names';
import type { StoredTitles } from '../../lib/match/stored-titles';
import { changesOf, fileFailure, papersOf, runImport } from '../../lib/storage/import-job';
import { beginImport, cancelImport, openImports } from '../../lib/storage/imports';
import { mergeShelf } from '../../lib/storage/merge-shelf';
import { openLibrary } from '../../lib/storage/open';
import { openStoredTitles } from '../../lib/storage/open-shelf';
import { allPapers } from '../../lib/storage/papers';
import type { LibraryDatabase, ShelfRecord } from '../../lib/storage/schema';
import { shelves } from '../../lib/storage/shelves';
import { foldWords } from '../../lib/text/fold';
import { hashOf } from '../../lib/text/squeeze';
import { fail, type Result } from '../../lib/util/result';
import type { FromWorker, ToWorker } from './import-messages';
import { PartBuilder } from './part-builder';

const say = (message: FromWorker) => postMessage(message);
/** The page draws what it hears: ten times a second is enough. */
const OFTEN = 100;
let said = 0;
function sayNow(news: FromWorker): void {
  if (performance.now() - said < OFTEN) return;
  said = performance.now();
  say(news);
}

let running = new AbortController();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.do === 'cancel') {
    running.abort();
    return;
  }
  running = new AbortController();
  void work(data, running.signal).catch((error) => {
    if (running.signal.aborted) return;
    const failure = error instanceof Stop ? fileFailure(error) : { code: 'failed', message: String(error) };
    say({ is: 'failed', error: failure });
  });
});

async function work(task: Exclude<ToWorker, { do: 'cancel' }>, signal: AbortSignal): Promise<void> {
  const opened = await openLibrary();
  if (!opened.ok) return say({ is: 'failed', error: opened.error });
  const database = opened.value;
  try {
    if (task.do === 'preview') await look(database, task, signal);
    else if (task.do === 'merge') await merge(database, signal);
    else await write(database, task, signal);
  } finally {
    database.close();
  }
}

async function look(
  database: LibraryDatabase,
  { file, columns, shelf }: Extract<ToWorker, { do: 'preview' }>,
  signal: AbortSignal,
): Promise<void> {
  const isKnown = await knownPapers(database, shelf);
  const options: ReadOptions = { name: file.name, signal, ...(columns && { columns }) };
  const found = await preview(file.stream(), {
    ...options,
    onProgress: (bytes) => sayNow({ is: 'read', bytes }),
    onShelf: (keys) => (keys.some(isKnown) ? 'known' : undefined),
  });
  // What cannot be read to its end is told, and not compared.
  const record = shelf === undefined || found.stopped ? undefined : await shelfOf(database, shelf);
  const changes =
    record &&
    (await changesOf(
      allPapers(database, record),
      papersOf({ file, name: file.name, ...(columns && { columns }) }, signal),
    ));
  say({ is: 'preview', preview: found, ...(changes && { changes }) });
}

/** Whether a paper with one of these keys is on a shelf already: the shipped one, or one of the reader's but the one to be updated. */
async function knownPapers(database: LibraryDatabase, but: string | undefined): Promise<(key: string) => boolean> {
  const { forms, identifiers } = await corpus<{ forms: { text: string; kind: string }[]; identifiers: object }>(
    'lexicon',
  );
  const titles = new Set(
    forms.filter(({ kind }) => kind === 'title').map(({ text }) => `title:${foldWords(text).replaceAll(' ', '')}`),
  );
  const own = await shelves(database);
  const stored: { titles: StoredTitles; names: PackedNames }[] = [];
  for (const record of own.ok ? own.value : []) {
    if (record.id === but) continue;
    const opened = await openStoredTitles(database, record);
    if (opened.ok) stored.push({ titles: opened.value, names: new PackedNames(opened.value) });
  }
  return (key) =>
    Object.hasOwn(identifiers, key) ||
    titles.has(key) ||
    stored.some((one) =>
      key.startsWith('title:') ? one.names.has(key.slice(6)) : one.titles.byIdentifier(hashOf(key)).length > 0,
    );
}

async function write(
  database: LibraryDatabase,
  task: Extract<ToWorker, { do: 'write' | 'resume' }>,
  signal: AbortSignal,
): Promise<void> {
  const begun = task.do === 'write' ? await begin(database, task) : await goOn(database, task.id);
  if (!begun.ok) return say({ is: 'failed', error: begun.error });
  const builder = new PartBuilder(await corpus<EnglishNames>('concept-english'), signal);
  try {
    const done = await runImport({
      database,
      begun: begun.value,
      build: builder.build,
      signal,
      onProgress: (papers) => sayNow({ is: 'written', papers }),
      now: Date.now,
    });
    if (!done.ok) {
      // What fails for want of room leaves none behind. What was wiped meanwhile stays for the page that can take the wipe back.
      await cancelImport(database, begun.value.id);
      return say({ is: 'failed', error: done.error });
    }
    say({ is: 'done', shelf: done.value });
  } catch (error) {
    await cancelImport(database, begun.value.id);
    if (signal.aborted) return say({ is: 'cancelled' });
    throw error;
  } finally {
    builder.close();
  }
}

/** One shelf after the other; one that cannot be merged stays as it is. */
async function merge(database: LibraryDatabase, signal: AbortSignal): Promise<void> {
  const all = await shelves(database);
  for (const shelf of all.ok ? all.value : []) await mergeShelf(database, shelf, { signal });
  say({ is: 'merged' });
}

async function begin(
  database: LibraryDatabase,
  { file, columns, name, shelf, total, licence }: Extract<ToWorker, { do: 'write' }>,
) {
  const id = crypto.randomUUID();
  const source = { file, name: file.name, total, ...(columns && { columns }) };
  const about = { id: shelf ?? id, name, provenance: [file.name], ...(licence && { licence }) };
  return beginImport(database, id, about, Date.now(), source);
}

async function goOn(database: LibraryDatabase, id: string) {
  const open = await openImports(database);
  if (!open.ok) return open;
  const begun = open.value.find((one) => one.id === id);
  return begun
    ? { ok: true as const, value: begun }
    : fail({ code: 'gone', message: 'This import is no longer there.' });
}

const shelfOf = async (database: LibraryDatabase, id: string): Promise<ShelfRecord | undefined> => {
  const all: Result<ShelfRecord[]> = await shelves(database);
  return all.ok ? all.value.find((one) => one.id === id) : undefined;
};

/** A worker has no extension API, but the same origin. */
const corpus = async <T>(name: string): Promise<T> => (await fetch(`/corpus/${name}.json`)).json() as Promise<T>;
