import { Duplicates, duplicateKeys } from '../bib/import/duplicates';
import { type Problem, problem, Stop } from '../bib/import/problem';
import { readPapers } from '../bib/import/read';
import { PART, type PartBuffers } from '../corpus/shelf-part';
import type { Paper } from '../papers/paper';
import { fingerprint } from '../util/fingerprint';
import { type Failure, fail, ok, type Result } from '../util/result';
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

/** Why an import failed; where it is the file's fault, what is wrong with it. */
export interface ImportFailure extends Failure {
  problem?: Problem;
}

/**
 * Reads the file of an import, builds its tables part by part, and switches the shelf over at the end. A paper that the file has twice is
 * taken once. Reading again gives the same papers in the same order, so an import that was broken off goes on after the last part written.
 * @returns the finished shelf; a failure leaves what was written to be gone on with or cancelled, and so does a file that cannot be read to
 * its end: half of it would look like papers that went. Throws on abort, and where a part cannot be built.
 */
export async function runImport(job: ImportJob): Promise<Result<ShelfRecord, ImportFailure>> {
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
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return fail(fileFailure(error));
  } finally {
    // Whoever cancels finds nothing under way.
    await writing.catch(() => undefined);
  }
  onProgress(count);
  signal.throwIfAborted();
  return count
    ? finishImport(database, begun.id, now())
    : fail({ code: 'empty', message: 'There is no paper in it.', problem: problem('empty', 1) });
}

/** Progress is told of every so many papers. */
const REPORT = 200;

/** A file that cannot be read to its end, as a failure. */
export const fileFailure = ({ problem: wrong }: Stop): ImportFailure => ({
  code: wrong.code,
  message: `The file cannot be read to its end (${[wrong.code, ...wrong.params].join(' ')}).`,
  problem: wrong,
});

/** The papers of a file, each once. Throws `Stop` where the file cannot be read to its end: what came before is not all of it. */
export async function* papersOf(
  { file, name, columns }: Pick<NonNullable<ImportRecord['source']>, 'file' | 'name' | 'columns'>,
  signal: AbortSignal,
): AsyncGenerator<Paper> {
  const seen = new Duplicates();
  for await (const event of readPapers(file.stream(), { name, signal, ...(columns && { columns }) })) {
    if (event.kind === 'problem' && event.problem.cost === 'file') throw new Stop(event.problem);
    if (event.kind !== 'paper') continue;
    if (seen.earlier(event.paper, event.line) === undefined) yield event.paper;
  }
}

/** What a newer file changes in a shelf, before it does. */
export interface Changes {
  added: number;
  changed: number;
  gone: number;
}

/**
 * Compares the papers of a shelf with those of a file; only fingerprints of the shelf's are held. A paper is known as `Duplicates`
 * knows it, so that one whose year was corrected has changed; by its id, which its fields give it, where it has no key.
 */
export async function changesOf(stored: AsyncIterable<readonly Paper[]>, next: AsyncIterable<Paper>): Promise<Changes> {
  const known = new Duplicates();
  /** The shelf's papers by their numbers, as long as the file has not had them. */
  const old = new Map<number, string>();
  let number = 0;
  const find = (paper: Paper, own: number) => known.earlier(paper, own, [...duplicateKeys(paper), `id:${paper.id}`]);
  for await (const some of stored)
    for (const paper of some) {
      find(paper, number);
      old.set(number++, textOf(paper));
    }
  const changes: Changes = { added: 0, changed: 0, gone: 0 };
  for await (const paper of next) {
    const at = find(paper, NEW) ?? NEW;
    const before = old.get(at);
    if (before === undefined) changes.added++;
    else if (before !== textOf(paper)) changes.changed++;
    old.delete(at);
  }
  changes.gone = old.size;
  return changes;
}

/** No paper of the shelf has this number. */
const NEW = 0xffff_ffff;

const textOf = (paper: Paper) => fingerprint(JSON.stringify(paper));
