import type { PartBuffers } from '../corpus/shelf-part';
import type { Paper } from '../papers/paper';
import { type Deleted, withDeleted } from '../search/packed/deleted';
import type { Result } from '../util/result';
import { attempt, wholly } from './open';
import type { LibraryDatabase, ShelfRecord, TableKind } from './schema';
import { allOf } from './shelves';

type Own = Pick<ShelfRecord, 'generation' | 'parts'>;

/** A shelf's tables of the kinds that are asked for, part by part. A table that is gone is undefined: opening it then fails, and it is built anew. */
export const readTables = <K extends TableKind>(
  database: LibraryDatabase,
  { generation, parts }: Own,
  kinds: readonly K[],
): Promise<Result<(Record<K, unknown> & { deleted?: Deleted })[]>> =>
  attempt(async () => {
    const transaction = database.transaction(['tables', 'deleted']);
    const bits = await transaction.objectStore('deleted').getAll(allOf(generation));
    const read = Array.from({ length: parts }, async (_, part) => {
      const tables = await Promise.all(
        kinds.map((kind) => transaction.objectStore('tables').get([generation, part, kind])),
      );
      const deleted = bits.find((one) => one.part === part)?.bits;
      const buffers = Object.fromEntries(kinds.map((kind, i) => [kind, tables[i]?.buffer])) as Record<K, unknown>;
      return { ...buffers, ...(deleted && { deleted }) };
    });
    return Promise.all(read);
  });

/** Papers by their numbers in a shelf; one that is not there is undefined. */
export const readPapers = (
  database: LibraryDatabase,
  { generation }: Pick<ShelfRecord, 'generation'>,
  numbers: readonly number[],
): Promise<Result<(Paper | undefined)[]>> =>
  attempt(async () => {
    if (!numbers.length) return [];
    const { store } = database.transaction('papers');
    return Promise.all(numbers.map(async (number) => (await store.get([generation, number]))?.paper));
  });

/** The number of a paper in a shelf, by its id. */
export const numberOf = (
  database: LibraryDatabase,
  { generation }: Pick<ShelfRecord, 'generation'>,
  id: string,
): Promise<Result<number | undefined>> =>
  attempt(async () => {
    const key = await database.getKeyFromIndex('papers', 'id', [generation, id]);
    return key?.[1];
  });

/** All papers of a shelf in order, some at a time, so that a large one never is in memory as a whole. */
export async function* allPapers(
  database: LibraryDatabase,
  { generation }: Pick<ShelfRecord, 'generation'>,
  most = 500,
): AsyncGenerator<Paper[]> {
  let range = allOf(generation);
  for (;;) {
    const some = await database.getAll('papers', range, most);
    if (some.length) yield some.map(({ paper }) => paper);
    if (some.length < most) return;
    range = IDBKeyRange.bound([generation, some.at(-1)!.number], [generation, []], true);
  }
}

/**
 * Builds the tables of a part anew from its stored papers, where one of them was found torn, foreign or of another version.
 * @param size how many papers every part but the last has
 */
export async function rebuildPart(
  database: LibraryDatabase,
  shelf: Own & Pick<ShelfRecord, 'papers'>,
  part: number,
  size: number,
  build: (papers: readonly Paper[]) => Promise<PartBuffers>,
): Promise<Result<void>> {
  const { generation } = shelf;
  return attempt(async () => {
    const from = part * size;
    const range = IDBKeyRange.bound([generation, from], [generation, Math.min(shelf.papers, from + size)], false, true);
    const papers = (await database.getAll('papers', range)).map(({ paper }) => paper);
    const tables = await build(papers);
    const transaction = database.transaction('tables', 'readwrite');
    const kinds: TableKind[] = ['words', 'concepts', 'titles'];
    await wholly(transaction, () =>
      Promise.all(
        kinds.map((kind) =>
          transaction.store.put({ generation, part, kind, papers: papers.length, buffer: tables[kind] }),
        ),
      ),
    );
  });
}

/** Marks papers of a shelf as deleted; their tables still hold them until the shelf is written anew. @returns the bits from before, for an undo */
export const deletePapers = (
  database: LibraryDatabase,
  { generation }: Pick<ShelfRecord, 'generation'>,
  part: number,
  papers: number,
  gone: readonly number[],
): Promise<Result<Deleted | undefined>> =>
  attempt(async () => {
    const transaction = database.transaction('deleted', 'readwrite');
    return wholly(transaction, async () => {
      const before = (await transaction.store.get([generation, part]))?.bits;
      await transaction.store.put({ generation, part, bits: withDeleted(before, papers, gone) });
      return before;
    });
  });

/** Takes a deletion back. */
export const restorePapers = (
  database: LibraryDatabase,
  { generation }: Pick<ShelfRecord, 'generation'>,
  part: number,
  before: Deleted | undefined,
): Promise<Result<void>> =>
  attempt(async () => {
    if (before) await database.put('deleted', { generation, part, bits: before });
    else await database.delete('deleted', [generation, part]);
  });
