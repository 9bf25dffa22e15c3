import { Duplicates, duplicateKeys } from '../bib/import/duplicates';
import { readPapers } from '../bib/import/read';
import { PART, type PartBuffers } from '../corpus/shelf-part';
import type { Paper } from '../papers/paper';
import { fingerprint } from '../util/fingerprint';
import { fail, ok, type Result } from '../util/result';
import { finishImport, writePart } from './imports';
import type { ImportRecord, LibraryDatabase, ShelfRecord } from './schema';

export interface ImportJob {
  database: LibraryDatabase;
  /** As it was begun, or as it was left: what is written already is not written again. */
  begun: ImportRecord;
  /** Computes the tables of a part, here in slices or in another thread (`buildPart`). */
  build: (papers: readonly Paper[]) => Promise<PartBuffers>;
  signal: AbortSignal;
  /** Papers taken in so far, those of an earlier run included. */
  onProgress: (papers: number) => void;
  /** Milliseconds since 1970, for the shelf's record. */
  now: () => number;
  /** Papers a part; fewer in tests. */
  part?: number;
}

/**
 * Reads the file of an import, builds its tables part by part, and switches the shelf over at the end. A paper that the file has twice is
 * taken once. Reading again gives the same papers in the same order, so an import that was broken off goes on after the last part written.
 * @returns the finished shelf; a failure leaves what was written to be gone on with or cancelled. Throws on abort alone.
 */
export async function runImport(job: ImportJob): Promise<Result<ShelfRecord>> {
  const { database, begun, build, signal, onProgress, now, part: size = PART } = job;
  const { source } = begun;
  if (!source) return fail({ code: 'gone', message: 'The file of this import is gone.' });
  let waiting: Paper[] = [];
  let count = 0;
  let building: Promise<unknown> = Promise.resolve();
  let writing: Promise<Result<unknown>> = Promise.resolve(ok(undefined));
  /** Three parts are under way at most: one is read, one built, one written. @returns whether the last one known of was written */
  const flush = async (): Promise<Result<unknown>> => {
    const papers = waiting;
    waiting = [];
    await building;
    const before = writing;
    const built = build(papers);
    building = built.catch(() => undefined);
    writing = before.then(async (done) => {
      const tables = await built;
      return done.ok ? writePart(database, begun.id, papers, tables) : done;
    });
    // Whoever waits for it is told; until then it is nobody's fault.
    writing.catch(() => undefined);
    return before;
  };
  try {
    for await (const paper of papersOf(source, signal)) {
      count++;
      if (count <= begun.papers) continue;
      waiting.push(paper);
      if (count % REPORT === 0) onProgress(count);
      if (waiting.length < size) continue;
      const before = await flush();
      if (!before.ok) return before;
    }
    if (waiting.length) {
      const before = await flush();
      if (!before.ok) return before;
    }
    const last = await writing;
    if (!last.ok) return last;
  } finally {
    // Whoever cancels finds nothing under way.
    await writing.catch(() => undefined);
  }
  onProgress(count);
  signal.throwIfAborted();
  return count ? finishImport(database, begun.id, now()) : fail({ code: 'empty', message: 'There is no paper in it.' });
}

/** Progress is told of every so many papers. */
const REPORT = 200;

/** The papers of a file, each once. */
export async function* papersOf(
  { file, name, columns }: Pick<NonNullable<ImportRecord['source']>, 'file' | 'name' | 'columns'>,
  signal: AbortSignal,
): AsyncGenerator<Paper> {
  const seen = new Duplicates();
  for await (const event of readPapers(file.stream(), { name, signal, ...(columns && { columns }) })) {
    if (event.kind !== 'paper') continue;
    if (seen.earlier(duplicateKeys(event.paper), event.line) === undefined) yield event.paper;
  }
}

/** What a newer file changes in a shelf, before it does. Papers are known by their keys, as in `duplicateKeys`. */
export interface Changes {
  added: number;
  changed: number;
  gone: number;
}

/** Compares the papers of a shelf with those of a file; only fingerprints of the shelf's are held. */
export async function changesOf(stored: AsyncIterable<readonly Paper[]>, next: AsyncIterable<Paper>): Promise<Changes> {
  const old = new Map<string, string>();
  for await (const some of stored) for (const paper of some) old.set(paper.id, textOf(paper));
  const changes: Changes = { added: 0, changed: 0, gone: 0 };
  for await (const paper of next) {
    const before = old.get(paper.id);
    if (before === undefined) changes.added++;
    else if (before !== textOf(paper)) changes.changed++;
    old.delete(paper.id);
  }
  changes.gone = old.size;
  return changes;
}

const textOf = (paper: Paper) => fingerprint(JSON.stringify(paper));
