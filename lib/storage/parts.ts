import type { PartBuffers } from '../corpus/shelf-part';
import type { Paper } from '../papers/paper';
import type { Deleted } from '../search/packed/deleted';
import type { Result } from '../util/result';
import { attempt, wholly } from './open';
import { papersFrom } from './papers';
import { allOf, type LibraryDatabase, type ShelfRecord, type TableKind, type TableRecord } from './schema';

type Own = Pick<ShelfRecord, 'id' | 'generation' | 'parts'>;

export const TABLES = ['words', 'concepts', 'titles'] as const satisfies readonly TableKind[];

/** The tables of a part as they are stored. */
export const tableRecords = (generation: string, part: number, tables: PartBuffers): TableRecord[] =>
  TABLES.map((kind) => ({ generation, part, kind, papers: tables.papers, buffer: new Blob([tables[kind]]) }));

/** The bytes of a stored table; undefined where they cannot be read. */
const bytesOf = async (table: TableRecord | undefined): Promise<ArrayBuffer | undefined> =>
  table?.buffer instanceof Blob ? table.buffer.arrayBuffer().catch(() => undefined) : table?.buffer;

/**
 * A shelf's tables of the kinds that are asked for, part by part, in one transaction. A table that is gone is undefined: opening it then
 * fails, and it is built anew. Where the parts were merged since the record was read, they are those of now.
 * @param only the one part that is wanted
 */
export const readTables = <K extends TableKind>(
  database: LibraryDatabase,
  { id, generation, parts }: Own,
  kinds: readonly K[],
  only?: number,
): Promise<Result<(Record<K, unknown> & { papers: number; deleted?: Deleted })[]>> =>
  attempt(async () => {
    const transaction = database.transaction(['shelves', 'tables', 'deleted']);
    const now = await transaction.objectStore('shelves').get(id);
    const bits = await transaction.objectStore('deleted').getAll(allOf(generation));
    const count = now?.generation === generation ? now.parts : parts;
    const wanted = only === undefined ? [...Array(count).keys()] : [only];
    const read = wanted.map(async (part) => {
      const tables = await Promise.all(
        kinds.map((kind) => transaction.objectStore('tables').get([generation, part, kind])),
      );
      const deleted = bits.find((one) => one.part === part)?.bits;
      const bytes = await Promise.all(tables.map(bytesOf));
      const buffers = Object.fromEntries(kinds.map((kind, i) => [kind, bytes[i]])) as Record<K, unknown>;
      const papers = tables.find((table) => table)?.papers ?? 0;
      return { ...buffers, papers, ...(deleted && { deleted }) };
    });
    return Promise.all(read);
  });

/**
 * The numbers of a part's first paper and of the one after its last.
 * @param size how many papers every part but the last has, where they were not merged
 */
export function boundsOf(
  { papers, sizes }: Pick<ShelfRecord, 'papers' | 'sizes'>,
  part: number,
  size: number,
): [from: number, to: number] {
  const from = sizes ? sizes.slice(0, part).reduce((sum, one) => sum + one, 0) : part * size;
  return [from, Math.min(papers, from + (sizes?.[part] ?? size))];
}

/**
 * Builds the tables of a part anew from its stored papers, where one of them was found torn, foreign or of another version.
 * @param size as for `boundsOf`
 * @param build makes a part of papers that come some at a time
 */
export async function rebuildPart(
  database: LibraryDatabase,
  shelf: Own & Pick<ShelfRecord, 'papers' | 'sizes'>,
  part: number,
  size: number,
  build: (papers: AsyncIterable<Paper[]>) => Promise<PartBuffers>,
): Promise<Result<void>> {
  const { id, generation } = shelf;
  return attempt(async () => {
    const [from, to] = boundsOf(shelf, part, size);
    const tables = await build(papersFrom(database, generation, from, to));
    const transaction = database.transaction(['shelves', 'tables'], 'readwrite');
    await wholly(transaction, async () => {
      const now = await transaction.objectStore('shelves').get(id);
      // Imported anew or merged meanwhile: other tables stand in this place.
      if (now && (now.generation !== generation || now.parts !== shelf.parts)) return;
      for (const table of tableRecords(generation, part, tables)) await transaction.objectStore('tables').put(table);
    });
  });
}
