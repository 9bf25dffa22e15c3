import type { Field, Raw } from '../fields';
import type { Limits } from '../limits';

/** What the user chose, and what bounds the reading. */
export interface ReaderOptions {
  limits: Limits;
  /** CSV and TSV: the column of a field, by its place from 0 or its name. */
  columns?: Partial<Record<Field, number | string>>;
}

/** The columns of a table, and which field each known one is read as. */
export interface Columns {
  names: string[];
  fields: Partial<Record<Field, number>>;
  /** What the columns hold in the first row below the names; cut. */
  example: string[];
}

/** Takes a text in pieces and gives its records. Holds no more than one record, up to `limits.record`. */
export interface Reader {
  push(text: string): Iterable<Raw>;
  end(): Iterable<Raw>;
  /** Of tables, known after the first row. */
  columns?(): Columns | undefined;
}
