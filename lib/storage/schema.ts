import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ReadOptions } from '../bib/import/read';
import type { Paper } from '../papers/paper';
import type { Deleted } from '../search/packed/deleted';

/** A shelf of the reader's own. */
export interface ShelfRecord {
  id: string;
  name: string;
  /** Place among the shelves, the smallest first. */
  order: number;
  /** Whether lookups and pages use it. */
  on: boolean;
  papers: number;
  parts: number;
  /** Papers of each part, once they were merged (merge-shelf.ts); as an import writes them, all but the last have PART. */
  sizes?: number[];
  /** Of the packed tables. */
  bytes: number;
  /** Where the papers are from: file names as the reader gave them. */
  provenance: string[];
  licence?: string;
  /** Milliseconds since 1970. */
  created: number;
  updated: number;
  /** When the reader deleted it; it can be taken back until it is purged. */
  deleted?: number;
  /** Which of the stored papers and tables are its own: an import writes others beside them, and then the shelf is switched over. */
  generation: string;
}

/** A file being imported, and how it is read. */
export interface ImportSource {
  file: Blob;
  name: string;
  columns?: ReadOptions['columns'];
  /** Papers that the preview counted. */
  total: number;
}

/** An import that has begun. Its papers and tables are there under its own id, and nothing uses them yet. */
export interface ImportRecord {
  id: string;
  /** The shelf it is for: an old one, or one that will come to be. */
  shelf: Pick<ShelfRecord, 'id' | 'name' | 'provenance' | 'licence'>;
  started: number;
  /** What it reads, kept until it is done, so that it can be gone on with. Absent in what older versions began. */
  source?: ImportSource;
  /** What is written for good: to be gone on from here after the browser was closed. */
  papers: number;
  parts: number;
  bytes: number;
  /** When the reader gave it up; it can be taken back until it is purged. */
  dropped?: number;
}

/**
 * Some papers that follow one another, within one part. Eight cost Chromium about a third of the time that eight records of one take to write,
 * more than eight hardly less; and whoever reads one paper reads a batch.
 */
export interface BatchRecord {
  generation: string;
  /** Of the first. */
  number: number;
  papers: Paper[];
  /** For the index, as `idIn` makes them. */
  ids: string[];
}

/** Papers of a batch at most. */
export const BATCH = 8;

/** A paper of a generation as the index knows it: a generation has no line break, so no two pairs make one text. */
export const idIn = (generation: string, id: string): string => `${generation}\n${id}`;

/** All keys of a generation: an array sorts after every number and text. */
export const allOf = (generation: string): IDBKeyRange => IDBKeyRange.bound([generation], [generation, []]);

/** Papers that follow one another, from the beginning of a part or of a batch on, as they are stored. */
export const batchesOf = (generation: string, first: number, papers: readonly Paper[]): BatchRecord[] =>
  Array.from({ length: Math.ceil(papers.length / BATCH) }, (_, i) => {
    const some = papers.slice(i * BATCH, (i + 1) * BATCH);
    return { generation, number: first + i * BATCH, papers: some, ids: some.map(({ id }) => idIn(generation, id)) };
  });

export type TableKind = 'words' | 'concepts' | 'titles';

export interface TableRecord {
  generation: string;
  part: number;
  kind: TableKind;
  papers: number;
  /** A Blob, which Chromium reads in half the time of bytes in a record; older imports stored the bytes. */
  buffer: Blob | ArrayBuffer;
}

export interface LibrarySchema extends DBSchema {
  shelves: { key: string; value: ShelfRecord };
  imports: { key: string; value: ImportRecord };
  /** By generation and number of the first paper. */
  batches: { key: [string, number]; value: BatchRecord; indexes: { id: string } };
  /** By generation, number of the part, and kind. */
  tables: { key: [string, number, TableKind]; value: TableRecord };
  /** By generation and number of the part: its deleted papers. */
  deleted: { key: [string, number]; value: { generation: string; part: number; bits: Deleted } };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
type Upgrade = (
  database: LibraryDatabase,
  transaction: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
) => void | Promise<void>;

/** What stood in the database before there were batches. */
interface Version1 extends DBSchema {
  shelves: LibrarySchema['shelves'];
  imports: LibrarySchema['imports'];
  papers: {
    key: [string, number];
    value: { generation: string; number: number; paper: Paper };
    indexes: { id: [string, string] };
  };
  tables: LibrarySchema['tables'];
  deleted: LibrarySchema['deleted'];
}

/** Papers read at once while a version is led to the next; whole batches. */
const TOGETHER = 64 * BATCH;

/**
 * What leads from each version of the database to the next; the first makes it. A step is never changed once it has been released: a new
 * version is a new step, with a sample of the old one in tests/fixtures/library.
 */
export const MIGRATIONS: readonly Upgrade[] = [
  (now) => {
    const database = now as unknown as IDBPDatabase<Version1>;
    database.createObjectStore('shelves', { keyPath: 'id' });
    database.createObjectStore('imports', { keyPath: 'id' });
    const papers = database.createObjectStore('papers', { keyPath: ['generation', 'number'] });
    papers.createIndex('id', ['generation', 'paper.id']);
    database.createObjectStore('tables', { keyPath: ['generation', 'part', 'kind'] });
    database.createObjectStore('deleted', { keyPath: ['generation', 'part'] });
  },
  // A record for each paper becomes one for each batch.
  async (now, transaction) => {
    const database = now as unknown as IDBPDatabase<Version1>;
    const batches = now.createObjectStore('batches', { keyPath: ['generation', 'number'] });
    batches.createIndex('id', 'ids', { multiEntry: true });
    const before = transaction as unknown as IDBPTransaction<Version1, ['papers'], 'versionchange'>;
    const papers = before.objectStore('papers');
    // Generation by generation: batches begin with its parts.
    let next = await papers.openKeyCursor();
    while (next) {
      const [generation] = next.key;
      for (let from = 0; ; from += TOGETHER) {
        const range = IDBKeyRange.bound([generation, from], [generation, from + TOGETHER], false, true);
        const some = (await papers.getAll(range)).map(({ paper }) => paper);
        for (const batch of batchesOf(generation, from, some)) await batches.put(batch);
        if (some.length < TOGETHER) break;
      }
      next = await papers.openKeyCursor(IDBKeyRange.lowerBound([generation, []], true));
    }
    database.deleteObjectStore('papers');
  },
];

export const VERSION = MIGRATIONS.length;
