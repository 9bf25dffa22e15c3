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
  /** By generation and number. */
  papers: {
    key: [string, number];
    value: { generation: string; number: number; paper: Paper };
    indexes: { id: [string, string] };
  };
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

/**
 * What leads from each version of the database to the next; the first makes it. A step is never changed once it has been released: a new
 * version is a new step, with a sample of the old one in tests/fixtures/library.
 */
export const MIGRATIONS: readonly Upgrade[] = [
  (database) => {
    database.createObjectStore('shelves', { keyPath: 'id' });
    database.createObjectStore('imports', { keyPath: 'id' });
    const papers = database.createObjectStore('papers', { keyPath: ['generation', 'number'] });
    papers.createIndex('id', ['generation', 'paper.id']);
    database.createObjectStore('tables', { keyPath: ['generation', 'part', 'kind'] });
    database.createObjectStore('deleted', { keyPath: ['generation', 'part'] });
  },
];

export const VERSION = MIGRATIONS.length;
