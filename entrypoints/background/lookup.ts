import browser from 'webextension-polyfill';
import { libraryState } from '../../lib/browser/library-state';
import type { About, CorpusFiles } from '../../lib/corpus/build';
import { ConceptFinder, type EnglishNames } from '../../lib/corpus/concept-finder';
import { type ConceptNames, readNames } from '../../lib/corpus/concept-names';
import { Library, matchAll } from '../../lib/lookup/library';
import { openPageShelf } from '../../lib/lookup/page-shelf';
import { LookupService } from '../../lib/lookup/service';
import { openShelf } from '../../lib/lookup/shelf';
import { type FilterData, filterOf, shelvesOf } from '../../lib/match/filter';
import type { Block } from '../../lib/match/matcher';
import type { PageMatches } from '../../lib/messages/protocol';
import { DATABASE, openLibrary } from '../../lib/storage/open';
import { type Opened, openStoredPage, openStoredShelf, repairShelf } from '../../lib/storage/open-shelf';
import type { LibraryDatabase, ShelfRecord } from '../../lib/storage/schema';
import { shelves } from '../../lib/storage/shelves';
import { fingerprint } from '../../lib/util/fingerprint';
import type { Result } from '../../lib/util/result';

/** A promise that is made on first need and shared; where it fails, or was forgotten, the next who asks tries anew. */
function once<T>(make: () => Promise<T>): (() => Promise<T>) & { forget: () => void } {
  let made: Promise<T> | undefined;
  const forget = () => {
    made = undefined;
  };
  const get = () => {
    if (made) return made;
    const making = make();
    made = making;
    making.catch(() => {
      if (made === making) forget();
    });
    return making;
  };
  return Object.assign(get, { forget });
}

/** What pages need: papers and lexicon. Search's files are not loaded for it. */
const shipped = once(async () => {
  const [papers, lexicon] = await Promise.all([
    json<CorpusFiles['papers']>('papers'),
    json<CorpusFiles['lexicon']>('lexicon'),
  ]);
  return { papers, lexicon, page: openPageShelf({ papers, lexicon }) };
});

/** What search needs beyond that. */
const searched = once(async () => {
  const [{ papers, lexicon, page }, index, related, concepts, keys] = await Promise.all([
    shipped(),
    json<CorpusFiles['index']>('index'),
    json<CorpusFiles['related']>('related'),
    json<CorpusFiles['concepts']>('concepts'),
    file('keys.bin').then((response) => response.arrayBuffer()),
  ]);
  const service = new LookupService([openShelf({ papers, lexicon, index, related, concepts, keys }, page)]);
  return { service, concepts: { file: concepts, keys } };
});

/** One connection as long as the worker lives: a lookup under way when the shelves change is not cut off. */
const connection = once(() => openLibrary(DATABASE, forgetOwn));

/** The reader's shelves could not be read when they were last wanted. */
let missed = false;

/** The reader's shelves that are on. Where there are none, no database is opened. */
const own = once(async () => {
  const state = await libraryState.get();
  if (!state.shelves) return { state, records: [] };
  const opened = await connection();
  const all = opened.ok ? await shelves(opened.value) : opened;
  // Storage that is blocked or broken: the shipped shelf still answers.
  if (!opened.ok) connection.forget();
  if (!opened.ok || !all.ok) {
    // For this once: whoever asks next tries anew.
    missed = true;
    forgetShelves();
    return { state, records: [] };
  }
  // Pages may have got a filter without them.
  if (missed) void publishFilter();
  missed = false;
  return { state, database: opened.value, records: all.value.filter(({ on }) => on) };
});

/** Opens each of the reader's shelves; one whose tables are damaged is left out and built anew from its papers, beside. */
async function openOwn<T>(
  open: (database: LibraryDatabase, record: ShelfRecord) => Promise<Result<Opened<T>>>,
): Promise<T[]> {
  const { database, records } = await own();
  if (!database) return [];
  const all = await Promise.all(records.map(async (record) => ({ record, one: await open(database, record) })));
  return all.flatMap(({ record, one }) => {
    if (!one.ok) {
      void repair(database, record);
      return [];
    }
    setTimeout(() => void readThrough(database, record, one.value), READ_THROUGH);
    return [one.value.value];
  });
}

async function readThrough(database: LibraryDatabase, record: ShelfRecord, one: Opened<unknown>): Promise<void> {
  if (!(await one.areWhole())) await repair(database, record);
}

/**
 * Tables are read through so long after they were opened, in milliseconds: nobody waits for it. What is damaged within is used until then,
 * and can lead astray but not break anything.
 */
const READ_THROUGH = 2000;

const repairing = new Set<string>();
async function repair(database: LibraryDatabase, record: ShelfRecord): Promise<void> {
  if (repairing.has(record.generation)) return;
  repairing.add(record.generation);
  const finder = new ConceptFinder(await json<EnglishNames>('concept-english'));
  const done = await repairShelf(database, record, finder);
  if (done.ok) await libraryChanged();
}

const ownPages = once(() => openOwn(openStoredPage));

/** The mentions in blocks of a page, of all shelves that are on. */
export async function matchPage(blocks: readonly Block[]): Promise<PageMatches> {
  const [{ page }, { state }, stored] = await Promise.all([shipped(), own(), ownPages()]);
  return matchAll(state.shippedOff ? [] : [page], stored, blocks);
}

/** All shelves, opened for lookups. */
export const library = once(async () => {
  // Tables are read while the shipped shelf's files are.
  const concepts = searched().then((opened) => opened.concepts);
  const open = openOwn((database, record) => openStoredShelf(database, record, concepts));
  const [{ service }, { state }, stored] = await Promise.all([searched(), own(), open]);
  return new Library(service, stored, !state.shippedOff);
});

/** Names of the concepts in all languages; only term cards need them. */
export const conceptNames = once(async (): Promise<ConceptNames> => {
  const packed = (await file('concept-names.bin')).body!.pipeThrough(new DecompressionStream('deflate-raw'));
  return readNames(await new Response(packed).text());
});

const NO_FILTER: Omit<FilterData, 'version'> = { first: [], heads: [], casedHeads: [], cased: [] };

let published: Promise<unknown> = Promise.resolve();

/** Puts the filter where content scripts read it without waking the worker. One after the other: the last to be asked for is the last written. */
export function publishFilter(): Promise<FilterData> {
  const next = published.then(writeFilter, writeFilter);
  published = next;
  return next;
}

async function writeFilter(): Promise<FilterData> {
  const [{ page }, about, { state }, stored] = await Promise.all([shipped(), json<About>('about'), own(), ownPages()]);
  const more = shelvesOf(stored.map(({ titles }) => titles));
  // Open pages are read anew where it changes.
  const version = [about.sha256['lexicon.json'], state.shippedOff, fingerprint(more ?? '')].join(' ');
  const filter: FilterData = {
    ...(state.shippedOff ? NO_FILTER : filterOf(page.matcher, version)),
    version,
    ...(more && { shelves: more }),
  };
  await browser.storage.local.set({ filter });
  return filter;
}

/** What was opened of the reader's shelves is opened anew by whoever asks next. */
function forgetShelves(): void {
  for (const one of [own, ownPages, library]) one.forget();
}

/** The database was closed by others. */
function forgetOwn(): void {
  connection.forget();
  forgetShelves();
}

/** A shelf came, went or changed: pages get another filter. */
export async function libraryChanged(): Promise<void> {
  forgetShelves();
  await publishFilter();
}

const json = async <T>(name: string): Promise<T> => (await file(`${name}.json`)).json() as Promise<T>;

async function file(name: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`corpus/${name}`));
  if (!response.ok) throw new Error(`corpus/${name}: ${response.status}`);
  return response;
}
