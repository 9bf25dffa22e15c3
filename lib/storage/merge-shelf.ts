import { joinParts, type PartBuffers, sizeOf } from '../corpus/shelf-part';
import type { Deleted } from '../search/packed/deleted';
import { inSteps } from '../util/in-steps';
import { ok, type Result } from '../util/result';
import { attempt, wholly } from './open';
import { readTables, TABLES, tableRecords } from './parts';
import { allOf, type LibraryDatabase, type ShelfRecord } from './schema';

/** Papers of the largest part that merging makes: its tables are some 30 MB, which are in memory once more while they are joined. */
export const MERGED_MOST = 65_536;

/** Whether a shelf has parts that may be joined. */
export const isScattered = ({ papers, parts }: Pick<ShelfRecord, 'papers' | 'parts'>, most = MERGED_MOST): boolean =>
  parts > Math.ceil(papers / most);

/**
 * Joins the parts of a shelf into few large ones, so that it opens and answers faster. Papers keep their numbers, deleted ones too. What is
 * joined is written in one transaction with the shelf's record: broken off, or where the shelf was changed meanwhile, nothing has changed.
 * @returns the shelf's record, and whether anything was joined. Throws on abort alone.
 */
export async function mergeShelf(
  database: LibraryDatabase,
  { id }: Pick<ShelfRecord, 'id'>,
  { signal, most = MERGED_MOST }: { signal: AbortSignal; most?: number },
): Promise<Result<{ shelf: ShelfRecord | undefined; merged: boolean }>> {
  const found = await attempt(() => database.get('shelves', id));
  if (!found.ok) return found;
  const shelf = found.value;
  if (!shelf || shelf.deleted !== undefined || !isScattered(shelf, most)) return ok({ shelf, merged: false });
  const read = await readTables(database, shelf, TABLES);
  if (!read.ok) return read;
  signal.throwIfAborted();
  const joined: { tables: PartBuffers; deleted: Deleted | undefined }[] = [];
  let waiting: typeof read.value = [];
  let papers = 0;
  const join = async (): Promise<Result<void>> => {
    const one = await inSteps(joinParts(waiting), { signal });
    waiting = [];
    papers = 0;
    if (!one.ok) return one;
    joined.push(one.value);
    return ok(undefined);
  };
  for (const part of read.value) {
    if (waiting.length && papers + part.papers > most) {
      const done = await join();
      if (!done.ok) return done;
    }
    waiting.push(part);
    papers += part.papers;
  }
  const done = await join();
  if (!done.ok) return done;
  signal.throwIfAborted();
  return attempt(async () => {
    const transaction = database.transaction(['shelves', 'tables', 'deleted'], 'readwrite');
    return wholly(transaction, async () => {
      const { generation, parts } = shelf;
      const now = await transaction.objectStore('shelves').get(id);
      const bits = await transaction.objectStore('deleted').getAll(allOf(generation));
      const before = read.value.map(({ deleted }) => String(deleted ?? ''));
      const same = before.every((one, part) => String(bits.find((own) => own.part === part)?.bits ?? '') === one);
      if (!now || now.generation !== generation || now.parts !== parts || !same) return { shelf: now, merged: false };
      await transaction.objectStore('tables').delete(allOf(generation));
      await transaction.objectStore('deleted').delete(allOf(generation));
      let bytes = 0;
      for (const [part, { tables, deleted }] of joined.entries()) {
        for (const table of tableRecords(generation, part, tables)) await transaction.objectStore('tables').put(table);
        bytes += sizeOf(tables);
        if (deleted) await transaction.objectStore('deleted').put({ generation, part, bits: deleted });
      }
      const sizes = joined.map(({ tables }) => tables.papers);
      const made: ShelfRecord = { ...now, parts: joined.length, bytes, sizes };
      await transaction.objectStore('shelves').put(made);
      return { shelf: made, merged: true };
    });
  });
}
