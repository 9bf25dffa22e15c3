import type { Field, Raw } from '../fields';
import type { Limits } from '../limits';

/** What the user chose, and what bounds the reading. */
export interface ReaderOptions {
  limits: Limits;
  /** CSV and TSV: the column of a field, by its place from 0 or its name. */
  columns?: Partial<Record<Field, number | string>>;
}

/** Takes a text in pieces and gives its records. Holds no more than one record, up to `limits.record`. */
export interface Reader {
  push(text: string): Iterable<Raw>;
  end(): Iterable<Raw>;
  /** Of tables: the names of their columns, and what each field is read from. Known after the first row. */
  columns?(): { names: string[]; fields: Partial<Record<Field, number>> } | undefined;
}
