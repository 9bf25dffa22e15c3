import type { Result } from '../util/result';
import { attempt, wholly } from './open';
import { allOf, type LibraryDatabase, type ShelfRecord } from './schema';

/** The reader's shelves in their order, without deleted ones. */
export const shelves = (database: LibraryDatabase): Promise<Result<ShelfRecord[]>> =>
  attempt(async () =>
    (await database.getAll('shelves'))
      .filter(({ deleted }) => deleted === undefined)
      .sort((a, b) => a.order - b.order || a.created - b.created),
  );

/** Changes what the reader may change of a shelf; nothing where there is none. */
export const changeShelf = (
  database: LibraryDatabase,
  id: string,
  change: Partial<Pick<ShelfRecord, 'name' | 'order' | 'on' | 'licence'>>,
): Promise<Result<ShelfRecord | undefined>> => update(database, id, (shelf) => ({ ...shelf, ...change }));

/** Marks a shelf as deleted. It can be taken back until it is purged. */
export const deleteShelf = (database: LibraryDatabase, id: string, now: number) =>
  update(database, id, (shelf) => ({ ...shelf, deleted: now }));

export const undeleteShelf = (database: LibraryDatabase, id: string) =>
  update(database, id, ({ deleted: _, ...shelf }) => shelf);

function update(
  database: LibraryDatabase,
  id: string,
  change: (shelf: ShelfRecord) => ShelfRecord,
): Promise<Result<ShelfRecord | undefined>> {
  return attempt(async () => {
    const transaction = database.transaction('shelves', 'readwrite');
    return wholly(transaction, async () => {
      const shelf = await transaction.store.get(id);
      const changed = shelf && change(shelf);
      if (changed) await transaction.store.put(changed);
      return changed;
    });
  });
}

/** So long a deleted shelf can be taken back, and a broken-off import gone on with, in milliseconds. */
export const KEPT = 24 * 60 * 60 * 1000;

/**
 * Frees what nothing leads to: shelves that were deleted long enough ago, imports nobody went on with or that were given up, and what an
 * import replaced. A time that is yet to come is from a clock that was put back since: the day begins anew, and neither ends at once nor
 * lasts for years.
 * @returns how many generations of papers and tables went
 */
export const purge = (database: LibraryDatabase, now: number, kept = KEPT): Promise<Result<number>> =>
  attempt(async () => {
    const transaction = database.transaction(['shelves', 'imports', 'batches', 'tables', 'deleted'], 'readwrite');
    const store = <N extends 'shelves' | 'imports' | 'batches' | 'tables' | 'deleted'>(name: N) =>
      transaction.objectStore(name);
    return wholly(transaction, async () => {
      const used = new Set<string>();
      for (const shelf of await store('shelves').getAll()) {
        const { id, generation, deleted } = shelf;
        if (deleted !== undefined && now - deleted >= kept) {
          await store('shelves').delete(id);
          continue;
        }
        used.add(generation);
        if (deleted !== undefined && deleted > now) await store('shelves').put({ ...shelf, deleted: now });
      }
      for (const one of await store('imports').getAll()) {
        const { started, dropped } = one;
        if (now - (dropped ?? started) >= kept) {
          await store('imports').delete(one.id);
          continue;
        }
        used.add(one.id);
        const isAhead = started > now || (dropped ?? 0) > now;
        if (isAhead)
          await store('imports').put({ ...one, started: now, ...(dropped !== undefined && { dropped: now }) });
      }
      const gone = new Set<string>();
      for (const name of ['batches', 'tables', 'deleted'] as const) {
        // From generation to generation, not from batch to batch.
        let cursor = await store(name).openKeyCursor();
        while (cursor) {
          const [generation] = cursor.key as [string, ...unknown[]];
          if (!used.has(generation)) {
            gone.add(generation);
            await store(name).delete(allOf(generation));
          }
          cursor = await store(name).openKeyCursor(IDBKeyRange.lowerBound([generation, []], true));
        }
      }
      return gone.size;
    });
  });
