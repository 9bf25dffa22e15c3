import { unwrap } from 'idb';
import { type PartBuffers, sizeOf } from '../corpus/shelf-part';
import type { Paper } from '../papers/paper';
import type { Result } from '../util/result';
import { attempt, wholly } from './open';
import { tableRecords } from './parts';
import {
  allOf,
  batchesOf,
  type ImportRecord,
  type ImportSource,
  type LibraryDatabase,
  type ShelfRecord,
} from './schema';

/**
 * An import is written beside the shelf that it makes or replaces, part by part, each in one transaction with the count of what is done. At
 * the end the shelf is switched over in one more. So whatever fails in between, or is broken off, changes no shelf, and can be gone on with.
 */
export const beginImport = (
  database: LibraryDatabase,
  id: string,
  shelf: ImportRecord['shelf'],
  now: number,
  source?: ImportSource,
): Promise<Result<ImportRecord>> =>
  attempt(async () => {
    const begun: ImportRecord = { id, shelf, started: now, papers: 0, parts: 0, bytes: 0, ...(source && { source }) };
    await database.add('imports', begun);
    return begun;
  });

/** Imports that were begun and neither finished, cancelled nor given up. */
export const openImports = (database: LibraryDatabase): Promise<Result<ImportRecord[]>> =>
  attempt(async () => (await database.getAll('imports')).filter(({ dropped }) => dropped === undefined));

/** Gives a broken-off import up. It can be taken back until it is purged. */
export const dropImport = (database: LibraryDatabase, id: string, now: number) =>
  update(database, id, (begun) => ({ ...begun, dropped: now }));

export const undropImport = (database: LibraryDatabase, id: string) =>
  update(database, id, ({ dropped: _, ...begun }) => begun);

const update = (
  database: LibraryDatabase,
  id: string,
  change: (begun: ImportRecord) => ImportRecord,
): Promise<Result<void>> =>
  attempt(async () => {
    const transaction = database.transaction('imports', 'readwrite');
    await wholly(transaction, async () => {
      const begun = await transaction.store.get(id);
      if (begun) await transaction.store.put(change(begun));
    });
  });

/** Writes the next part. @returns how far the import is now */
export const writePart = (
  database: LibraryDatabase,
  id: string,
  papers: readonly Paper[],
  tables: PartBuffers,
): Promise<Result<ImportRecord>> =>
  attempt(async () => {
    const transaction = database.transaction(['imports', 'batches', 'tables'], 'readwrite');
    return wholly(transaction, async () => {
      const begun = found(await transaction.objectStore('imports').get(id), id);
      const stored = transaction.objectStore('batches');
      for (const [i, batch] of batchesOf(id, begun.papers, papers).entries()) {
        // One in so many is waited for, and lets others in; what fails of the rest aborts the transaction, whose end is waited for.
        if (i % TOGETHER === TOGETHER - 1) await stored.put(batch);
        else unwrap(stored).put(batch);
      }
      for (const table of tableRecords(id, begun.parts, tables)) await transaction.objectStore('tables').put(table);
      begun.bytes += sizeOf(tables);
      begun.papers += papers.length;
      begun.parts++;
      await transaction.objectStore('imports').put(begun);
      return begun;
    });
  });

/** Batches handed to the database at once: a few milliseconds of copying. */
const TOGETHER = 24;

function found(begun: ImportRecord | undefined, id: string): ImportRecord {
  if (!begun || begun.dropped !== undefined) throw new Error(`no import ${id}: it was finished, cancelled or given up`);
  return begun;
}

/** Makes the import's papers those of its shelf, all at once. What they replace is purged later. */
export const finishImport = (database: LibraryDatabase, id: string, now: number): Promise<Result<ShelfRecord>> =>
  attempt(async () => {
    const transaction = database.transaction(['imports', 'shelves'], 'readwrite');
    return wholly(transaction, async () => {
      const { shelf, papers, parts, bytes } = found(await transaction.objectStore('imports').get(id), id);
      const all = await transaction.objectStore('shelves').getAll();
      const old = all.find((one) => one.id === shelf.id && one.deleted === undefined);
      const order = 1 + Math.max(-1, ...all.map((one) => one.order));
      // Its parts are as the import wrote them.
      const { sizes: _, ...kept } = old ?? {};
      const made: ShelfRecord = {
        order,
        on: true,
        created: now,
        ...kept,
        ...shelf,
        // It may have been renamed since the import began.
        name: old?.name ?? shelf.name,
        papers,
        parts,
        bytes,
        updated: now,
        generation: id,
      };
      await Promise.all([transaction.objectStore('shelves').put(made), transaction.objectStore('imports').delete(id)]);
      return made;
    });
  });

/** Ends an import and frees its room at once; not that of one which was given up, which can be taken back until it is purged. */
export const cancelImport = (database: LibraryDatabase, id: string): Promise<Result<void>> =>
  attempt(async () => {
    const transaction = database.transaction(['imports', 'batches', 'tables'], 'readwrite');
    await wholly(transaction, async () => {
      // A finished import's papers are a shelf's.
      const begun = await transaction.objectStore('imports').get(id);
      if (!begun || begun.dropped !== undefined) return;
      await transaction.objectStore('imports').delete(id);
      await transaction.objectStore('batches').delete(allOf(id));
      await transaction.objectStore('tables').delete(allOf(id));
    });
  });
