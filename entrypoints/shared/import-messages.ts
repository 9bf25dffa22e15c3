import type { Preview } from '../../lib/bib/import/preview';
import type { ReadOptions } from '../../lib/bib/import/read';
import type { Changes, ImportFailure } from '../../lib/storage/import-job';
import type { ShelfRecord } from '../../lib/storage/schema';

type ReadColumns = NonNullable<ReadOptions['columns']>;

/** What a page asks its import worker to do. */
export type ToWorker =
  /** Reads a file and says what is in it; `shelf` is the one that it would update. */
  | { do: 'preview'; file: File; columns?: ReadColumns; shelf?: string }
  /** Takes the papers of a previewed file in. */
  | {
      do: 'write';
      file: File;
      columns?: ReadColumns;
      name: string;
      shelf?: string;
      total: number;
      licence?: string;
    }
  /** Goes on with an import that was broken off. */
  | { do: 'resume'; id: string }
  /** Joins the parts of shelves, when nobody waits. */
  | { do: 'merge' }
  | { do: 'cancel' };

/** What the worker tells the page. */
export type FromWorker =
  | { is: 'read'; bytes: number }
  | { is: 'preview'; preview: Preview; changes?: Changes }
  | { is: 'written'; papers: number }
  | { is: 'done'; shelf: ShelfRecord }
  | { is: 'merged' }
  | { is: 'cancelled' }
  | { is: 'failed'; error: ImportFailure };
