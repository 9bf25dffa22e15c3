import { PART } from '../corpus/shelf-part';
import type { Paper } from '../papers/paper';
import type { Result } from '../util/result';
import { attempt } from './open';
import { allOf, BATCH, idIn, type LibraryDatabase, type ShelfRecord } from './schema';

type Own = Pick<ShelfRecord, 'generation'>;

/** Papers by their numbers in a shelf; one that is not there is undefined. */
export const readPapers = (
  database: LibraryDatabase,
  { generation }: Own,
  numbers: readonly number[],
): Promise<Result<(Paper | undefined)[]>> =>
  attempt(async () => {
    if (!numbers.length) return [];
    const { store } = database.transaction('batches');
    const read = numbers.map(async (number) => {
      // A batch begins anew with each part, so the last of those that begin near enough is the one.
      const near = IDBKeyRange.bound([generation, number - BATCH + 1], [generation, number]);
      const batch = (await store.getAll(near)).at(-1);
      return batch?.papers[number - batch.number];
    });
    return Promise.all(read);
  });

/** The number of a paper in a shelf, by its id. */
export const numberOf = (
  database: LibraryDatabase,
  { generation }: Own,
  id: string,
): Promise<Result<number | undefined>> =>
  attempt(async () => {
    const batch = await database.getFromIndex('batches', 'id', idIn(generation, id));
    return batch && batch.number + batch.papers.findIndex((paper) => paper.id === id);
  });

/** All papers of a shelf in order, some at a time, so that a large one never is in memory as a whole. */
export async function* allPapers(database: LibraryDatabase, { generation }: Own, most = 512): AsyncGenerator<Paper[]> {
  const batches = Math.ceil(most / BATCH);
  let range = allOf(generation);
  for (;;) {
    const some = await database.getAll('batches', range, batches);
    if (some.length) yield some.flatMap(({ papers }) => papers);
    if (some.length < batches) return;
    range = IDBKeyRange.bound([generation, some.at(-1)!.number], [generation, []], true);
  }
}

/** The papers of whole parts, from a number on and before another; so many at a time as a part has. */
export async function* papersFrom(
  database: LibraryDatabase,
  generation: string,
  from: number,
  to: number,
): AsyncGenerator<Paper[]> {
  for (let at = from; at < to; at += PART) {
    const range = IDBKeyRange.bound([generation, at], [generation, Math.min(to, at + PART)], false, true);
    yield (await database.getAll('batches', range)).flatMap(({ papers }) => papers);
  }
}
