import type { PaperHead } from '../lib/papers/paper';
import type { Failure } from '../lib/util/result';

/** A shelf as the Library lists it. */
export interface ShelfView {
  id: string;
  name: string;
  papers: number;
  /** Stored size in bytes; 0 for the shipped shelf, which is part of the package. */
  bytes: number;
  on: boolean;
  /** Came with the extension: it can be switched off, but not renamed, exported or deleted. */
  shipped: boolean;
  /** When it was last imported, in milliseconds since 1970. */
  updated?: number;
  /** Name of the file it came from. */
  source?: string;
  licence?: string;
}

/** What is wrong with a place of a file, in the reader's language. */
export interface ProblemView {
  line?: number;
  message: string;
  remedy: string;
}

/** What an import would bring, before anything is written. */
export interface PreviewView {
  file: string;
  /** "BibTeX", "CSV" … */
  format: string;
  papers: number;
  withAbstract: number;
  problems: readonly ProblemView[];
  /** How many there are; `problems` holds the first of them. */
  problemCount: number;
  duplicates: { inFile: number; inLibrary: number };
  /** Languages of titles and abstracts with the number of papers, most first. */
  languages: readonly [code: string, papers: number][];
  years?: [number, number];
  licence?: string;
  sample: readonly PaperHead[];
  /** For an update of a shelf: what would change. */
  changes?: { added: number; changed: number; gone: number };
}

export const FIELDS = ['title', 'abstract', 'authors', 'year', 'venue', 'doi', 'arxiv', 'url'] as const;
export type Field = (typeof FIELDS)[number];
/** Number of the column that holds a field. */
export type Columns = Partial<Record<Field, number>>;

/** Where an import stands. */
export type ImportView =
  | { step: 'idle' }
  /** The file is read for the preview; `part` is what has been read of it, 0 to 1. */
  | { step: 'reading'; file: string; part: number }
  /** A table: which column holds what? */
  | {
      step: 'columns';
      file: string;
      header: readonly string[];
      /** What the row below the header holds. */
      example: readonly string[];
      /** What the header tells; where it tells nothing, it may be a row like the others. */
      columns: Columns;
    }
  | { step: 'preview'; preview: PreviewView; name: string }
  /** `rate` in papers a second, `left` in seconds; both unknown at the beginning. */
  | { step: 'writing'; name: string; done: number; total: number; rate?: number; left?: number }
  | { step: 'done'; name: string; papers: number }
  | { step: 'failed'; file: string; error: Failure }
  /** An import was cut off when its page was closed; it can go on. */
  | { step: 'interrupted'; name: string; done: number; total: number };

export interface LibrarySide {
  /** In the reader's order; null while they are read. */
  shelves: readonly ShelfView[] | null;
  job: ImportView;
  /** What was deleted or given up last, for Undo. */
  removed: { what: 'shelf' | 'import'; id: string; name: string } | null;
  /** Bytes used and available, where the browser tells. */
  room?: { used: number; quota: number };
  /** Shelves cannot be stored here (private window, blocked storage): why. */
  readOnly?: 'private' | 'blocked' | 'newer';
}

export interface LibraryActs {
  /** Reads a file for its preview; `shelf` is the one to be updated by it. */
  choose: (file: File, shelf?: string) => void;
  /** @param named whether the first row holds the columns' names, and no paper */
  setColumns: (columns: Columns, named: boolean) => void;
  /** Takes the previewed papers in, under a name. */
  accept: (name: string) => void;
  cancel: () => void;
  resume: () => void;
  /** Closes what is said of the last import; an interrupted one is given up. */
  dismiss: () => void;
  setOn: (id: string, on: boolean) => void;
  rename: (id: string, name: string) => void;
  move: (id: string, by: 1 | -1) => void;
  exportShelf: (id: string) => void;
  remove: (id: string) => void;
  undo: () => void;
}
