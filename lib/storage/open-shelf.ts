import type { ConceptFinder } from '../corpus/concept-finder';
import { buildPart, joinParts, openWhole, PART, type PartBuffers } from '../corpus/shelf-part';
import type { OwnShelf } from '../lookup/library';
import {
  type ConceptNames,
  PackedPageShelf,
  PackedShelf,
  type ReadPapers,
  type StoredPart,
} from '../lookup/packed-shelf';
import type { StoredTitles } from '../match/stored-titles';
import type { Paper } from '../papers/paper';
import { inSteps } from '../util/in-steps';
import { ok, type Result } from '../util/result';
import { areWhole, TORN } from '../util/sections';
import { numberOf, readPapers } from './papers';
import { boundsOf, readTables, rebuildPart, TABLES } from './parts';
import type { LibraryDatabase, ShelfRecord } from './schema';

/** Reads papers of a shelf; one that storage no longer has is undefined. */
const reader =
  (database: LibraryDatabase, shelf: ShelfRecord): ReadPapers =>
  async (numbers) => {
    const read = await readPapers(database, shelf, numbers);
    return read.ok ? read.value : numbers.map(() => undefined);
  };

/** Something that was opened from stored tables. */
export interface Opened<T> {
  value: T;
  /** Reads the tables through, in short steps. Where one is damaged `repairShelf` builds them anew. */
  areWhole: () => Promise<boolean>;
}

const opened = <T>(value: T, tables: readonly unknown[]): Result<Opened<T>> =>
  ok({ value, areWhole: () => inSteps(areWhole(tables as ArrayBuffer[])) });

/** What pages need of a stored shelf. A failure says that a table is cut off, foreign or of another version: `repairShelf` builds it anew. */
export async function openStoredPage(
  database: LibraryDatabase,
  shelf: ShelfRecord,
): Promise<Result<Opened<PackedPageShelf>>> {
  const parts = await readTables(database, shelf, ['titles']);
  if (!parts.ok) return parts;
  const page = PackedPageShelf.openPage(shelf.id, parts.value, reader(database, shelf));
  return page.ok
    ? opened(
        page.value,
        parts.value.map(({ titles }) => titles),
      )
    : page;
}

/** The titles of a stored shelf, to ask whether it has a paper; damaged ones are a failure. */
export async function openStoredTitles(database: LibraryDatabase, shelf: ShelfRecord): Promise<Result<StoredTitles>> {
  const page = await openStoredPage(database, shelf);
  if (!page.ok) return page;
  return (await page.value.areWhole()) ? ok(page.value.value.titles) : TORN;
}

/**
 * A stored shelf as lookups need it.
 * @param concepts may still be on their way: the tables are read meanwhile
 */
export async function openStoredShelf(
  database: LibraryDatabase,
  shelf: ShelfRecord,
  concepts: ConceptNames | Promise<ConceptNames>,
): Promise<Result<Opened<OwnShelf>>> {
  const parts = await readTables(database, shelf, TABLES);
  if (!parts.ok) return parts;
  const read = reader(database, shelf);
  const packed = PackedShelf.open(shelf.id, parts.value as StoredPart[], await concepts, read);
  if (!packed.ok) return packed;
  const find = async (id: string) => {
    const number = await numberOf(database, shelf, id);
    return number.ok ? number.value : undefined;
  };
  const tables = parts.value.flatMap((part) => TABLES.map((kind) => part[kind]));
  return opened({ shelf: packed.value, read, numberOf: find }, tables);
}

/**
 * Builds the damaged tables of a shelf anew from its stored papers, in short steps. Whole parts are passed over: the worker may be stopped in
 * between, and the next one goes on where this one was.
 */
export async function repairShelf(
  database: LibraryDatabase,
  shelf: ShelfRecord,
  finder: ConceptFinder,
): Promise<Result<void>> {
  for (let part = 0; part < shelf.parts; part++) {
    if (await isSound(database, shelf, part)) continue;
    const done = await rebuildPart(database, shelf, part, PART, (papers) => buildAnew(papers, finder));
    if (!done.ok) return done;
  }
  return ok(undefined);
}

/** Whether the tables of a part are whole, and of as many papers as it has. */
async function isSound(database: LibraryDatabase, shelf: ShelfRecord, part: number): Promise<boolean> {
  const read = await readTables(database, shelf, TABLES, part);
  if (!read.ok) return false;
  const opened = await inSteps(openWhole(read.value[0]!));
  const [from, to] = boundsOf(shelf, part, PART);
  return opened.ok && opened.value.papers === to - from;
}

/** A part of some or many thousand papers; a merged one is joined again, so that never more papers than those of an import's part are held. */
async function buildAnew(papers: AsyncIterable<Paper[]>, finder: ConceptFinder): Promise<PartBuffers> {
  const built: PartBuffers[] = [];
  for await (const some of papers) built.push(await inSteps(buildPart(some, finder)));
  if (built.length === 1) return built[0]!;
  const joined = await inSteps(joinParts(built));
  if (!joined.ok) throw new Error(joined.error.message);
  return joined.value.tables;
}
