import { describe, expect, it } from 'vitest';
import {
  beginImport,
  cancelImport,
  dropImport,
  finishImport,
  openImports,
  undropImport,
  writePart,
} from '../../../lib/storage/imports';
import { openLibrary } from '../../../lib/storage/open';
import { allPapers, numberOf, readPapers } from '../../../lib/storage/papers';
import { readTables, rebuildPart } from '../../../lib/storage/parts';
import type { LibraryDatabase, ShelfRecord } from '../../../lib/storage/schema';
import { changeShelf, deleteShelf, KEPT, purge, shelves, undeleteShelf } from '../../../lib/storage/shelves';
import { freshLibrary, manyPapers, must, somePaper, tablesOf } from './library';

const shelf = { id: 'mine', name: 'Mine', provenance: ['mine.bib'] };

async function imported(database: LibraryDatabase, id: string, ...sizes: number[]): Promise<ShelfRecord> {
  must(await beginImport(database, id, shelf, 100));
  let from = 0;
  for (const size of sizes) {
    const papers = manyPapers(from, (from += size));
    must(await writePart(database, id, papers, tablesOf(papers)));
  }
  return must(await finishImport(database, id, 200));
}

async function allOf<T>(some: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const few of some) all.push(...few);
  return all;
}

/** Everything that is stored, to see whether something changed it. */
const everything = async (database: LibraryDatabase) =>
  Promise.all(
    [...database.objectStoreNames].map(async (name) => [
      name,
      await database.getAll(name),
      await database.getAllKeys(name),
    ]),
  );

describe('an import', () => {
  it('makes a shelf when it is finished, and not before', async () => {
    const database = await freshLibrary();
    must(await beginImport(database, 'g1', shelf, 100));
    const papers = manyPapers(0, 3);
    must(await writePart(database, 'g1', papers, tablesOf(papers)));
    expect(must(await shelves(database))).toEqual([]);
    const made = must(await finishImport(database, 'g1', 200));
    expect(made).toMatchObject({ ...shelf, papers: 3, parts: 1, on: true, order: 0, created: 200, updated: 200 });
    expect(made.bytes).toBeGreaterThan(1000);
    expect(must(await shelves(database))).toEqual([made]);
    expect(must(await openImports(database))).toEqual([]);
  });

  it('is gone on with after the browser was closed in the middle', async () => {
    const database = await freshLibrary();
    const { name } = database;
    must(await beginImport(database, 'g1', shelf, 100));
    must(await writePart(database, 'g1', manyPapers(0, 3), tablesOf(manyPapers(0, 3))));
    database.close();
    const again = must(await openLibrary(name));
    const [begun] = must(await openImports(again));
    expect(begun).toMatchObject({ id: 'g1', shelf, papers: 3, parts: 1 });
    must(await writePart(again, 'g1', manyPapers(3, 5), tablesOf(manyPapers(3, 5))));
    expect(must(await finishImport(again, 'g1', 300))).toMatchObject({ papers: 5, parts: 2 });
    expect(must(await readPapers(again, { generation: 'g1' }, [4, 0, 5]))).toEqual([
      somePaper(4),
      somePaper(0),
      undefined,
    ]);
  });

  it('that is cancelled leaves everything as it was', async () => {
    const database = await freshLibrary();
    await imported(database, 'g1', 3, 2);
    const before = await everything(database);
    must(await beginImport(database, 'g2', shelf, 300));
    must(await writePart(database, 'g2', manyPapers(9, 12), tablesOf(manyPapers(9, 12))));
    must(await cancelImport(database, 'g2'));
    expect(await everything(database)).toEqual(before);
  });

  it('that fails in a part leaves the part out and the shelf as it was', async () => {
    const database = await freshLibrary();
    const old = await imported(database, 'g1', 3);
    must(await beginImport(database, 'g2', shelf, 300));
    const before = await everything(database);
    const unclonable = { ...somePaper(8), abstract: (() => {}) as unknown as string };
    const failed = await writePart(database, 'g2', [somePaper(7), unclonable], tablesOf([somePaper(7)]));
    expect(failed.ok).toBe(false);
    expect(await everything(database)).toEqual(before);
    expect(must(await shelves(database))).toEqual([old]);
  });

  it('into an old shelf replaces its papers at once and keeps its place', async () => {
    const database = await freshLibrary();
    await imported(database, 'g1', 3);
    must(await changeShelf(database, 'mine', { on: false, order: 7, licence: 'CC BY 4.0' }));
    const now = await imported(database, 'g2', 2);
    expect(now).toMatchObject({ generation: 'g2', papers: 2, on: false, order: 7, licence: 'CC BY 4.0', created: 200 });
    expect(must(await purge(database, 300))).toBe(1);
    expect(must(await readPapers(database, { generation: 'g1' }, [0]))).toEqual([undefined]);
    expect(must(await readPapers(database, now, [0, 1, 2]))).toEqual([somePaper(0), somePaper(1), undefined]);
  });

  it('into an old shelf leaves it the name that it was given meanwhile', async () => {
    const database = await freshLibrary();
    await imported(database, 'g1', 3);
    must(await beginImport(database, 'g2', shelf, 300));
    must(await changeShelf(database, 'mine', { name: 'Renamed' }));
    expect(must(await finishImport(database, 'g2', 400))).toMatchObject({ name: 'Renamed', generation: 'g2' });
  });

  it.each([
    { what: 'written to', act: (database: LibraryDatabase) => writePart(database, 'gone', [], tablesOf([])) },
    { what: 'finished', act: (database: LibraryDatabase) => finishImport(database, 'gone', 1) },
  ])('that is not there cannot be $what', async ({ act }) => {
    const database = await freshLibrary();
    expect(await act(database)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(must(await shelves(database))).toEqual([]);
  });

  it('cannot be cancelled once it is a shelf', async () => {
    const database = await freshLibrary();
    const made = await imported(database, 'g1', 2);
    must(await cancelImport(database, 'g1'));
    expect(must(await readPapers(database, made, [1]))).toEqual([somePaper(1)]);
  });

  it('that nobody went on with is purged after a day', async () => {
    const database = await freshLibrary();
    must(await beginImport(database, 'g1', shelf, 100));
    must(await writePart(database, 'g1', manyPapers(0, 2), tablesOf(manyPapers(0, 2))));
    expect(must(await purge(database, 100 + KEPT - 1))).toBe(0);
    expect(must(await purge(database, 100 + KEPT))).toBe(1);
    expect((await everything(database)).every(([, values]) => (values as unknown[]).length === 0)).toBe(true);
  });
});

describe('an import that was given up', () => {
  it('is offered no more, comes back whole, and is purged a day after it was given up', async () => {
    const database = await freshLibrary();
    must(await beginImport(database, 'g1', shelf, 100));
    const begun = must(await writePart(database, 'g1', manyPapers(0, 2), tablesOf(manyPapers(0, 2))));
    must(await dropImport(database, 'g1', 5000));
    expect(must(await openImports(database))).toEqual([]);
    // Begun a day ago, but given up just now.
    expect(must(await purge(database, 5000 + KEPT - 1))).toBe(0);
    must(await undropImport(database, 'g1'));
    expect(must(await openImports(database))).toEqual([begun]);
    must(await dropImport(database, 'g1', 6000));
    expect(must(await purge(database, 6000 + KEPT))).toBe(1);
    expect((await everything(database)).every(([, values]) => (values as unknown[]).length === 0)).toBe(true);
    // As a wipe does it: nothing but its page keeps it.
    must(await beginImport(database, 'g2', shelf, 6000));
    must(await dropImport(database, 'g2', 0));
    must(await purge(database, KEPT));
    expect((await everything(database)).every(([, values]) => (values as unknown[]).length === 0)).toBe(true);
    // Nothing to take back any more.
    must(await undropImport(database, 'g1'));
    expect(must(await openImports(database))).toEqual([]);
  });
});

describe('an import that was wiped while it ran', () => {
  it('makes no shelf, and can be gone on with once the wipe is taken back', async () => {
    const database = await freshLibrary();
    must(await beginImport(database, 'g1', shelf, 100));
    const begun = must(await writePart(database, 'g1', manyPapers(0, 2), tablesOf(manyPapers(0, 2))));
    must(await dropImport(database, 'g1', 0));
    expect((await writePart(database, 'g1', manyPapers(2, 3), tablesOf(manyPapers(2, 3)))).ok).toBe(false);
    expect((await finishImport(database, 'g1', 200)).ok).toBe(false);
    expect(must(await shelves(database))).toEqual([]);
    // As its worker ends.
    must(await cancelImport(database, 'g1'));
    must(await undropImport(database, 'g1'));
    expect(must(await openImports(database))).toEqual([begun]);
    expect(must(await readPapers(database, { generation: 'g1' }, [1]))).toEqual([somePaper(1)]);
    expect(must(await finishImport(database, 'g1', 300))).toMatchObject({ papers: 2 });
  });
});

describe('a shelf', () => {
  it('is deleted with undo, and purged after a day', async () => {
    const database = await freshLibrary();
    const made = await imported(database, 'g1', 2);
    must(await deleteShelf(database, 'mine', 1000));
    expect(must(await shelves(database))).toEqual([]);
    must(await purge(database, 1000 + KEPT - 1));
    must(await undeleteShelf(database, 'mine'));
    expect(must(await shelves(database))).toEqual([made]);
    must(await deleteShelf(database, 'mine', 2000));
    expect(must(await purge(database, 2000 + KEPT))).toBe(1);
    expect((await everything(database)).every(([, values]) => (values as unknown[]).length === 0)).toBe(true);
  });

  it.each([
    { what: 'put back by an hour', back: 3_600_000 },
    { what: 'set right by years', back: 3 * 365 * KEPT },
  ])(
    'deleted, and imports broken off and given up, before the clock was $what: kept for a day from now, and no longer',
    async ({ back }) => {
      const database = await freshLibrary();
      const ahead = 5 * 365 * KEPT;
      const now = ahead - back;
      await imported(database, 'g1', 2);
      must(await beginImport(database, 'g2', { ...shelf, id: 'other' }, ahead));
      must(await beginImport(database, 'g3', { ...shelf, id: 'third' }, now));
      must(await dropImport(database, 'g3', ahead));
      must(await deleteShelf(database, 'mine', ahead));
      expect(must(await purge(database, now))).toBe(0);
      expect(must(await purge(database, now + KEPT - 1))).toBe(0);
      expect(must(await openImports(database))).toHaveLength(1);
      must(await purge(database, now + KEPT));
      expect((await everything(database)).every(([, values]) => (values as unknown[]).length === 0)).toBe(true);
    },
  );

  it('deleted before the clock was put forward by an hour can still be taken back', async () => {
    const database = await freshLibrary();
    const made = await imported(database, 'g1', 2);
    must(await deleteShelf(database, 'mine', 1000));
    expect(must(await purge(database, 1000 + 3_600_000))).toBe(0);
    must(await undeleteShelf(database, 'mine'));
    expect(must(await shelves(database))).toEqual([made]);
  });

  it('stands where the reader put it', async () => {
    const database = await freshLibrary();
    for (const [id, order] of [
      ['a', 2],
      ['b', 1],
    ] as const) {
      must(await beginImport(database, `g-${id}`, { ...shelf, id }, 100));
      must(await finishImport(database, `g-${id}`, 200));
      must(await changeShelf(database, id, { order }));
    }
    expect(must(await shelves(database)).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('that is not there is not changed', async () => {
    expect(must(await changeShelf(await freshLibrary(), 'nobody', { on: false }))).toBeUndefined();
  });

  it('gives its papers by number, by id, and one after the other', async () => {
    const database = await freshLibrary();
    const made = await imported(database, 'g1', 5, 4);
    await imported(database, 'g2', 1);
    expect(must(await numberOf(database, made, 'paper-6'))).toBe(6);
    expect(must(await numberOf(database, made, 'paper-66'))).toBeUndefined();
    const read = [];
    for await (const some of allPapers(database, made, 2)) read.push(...some);
    expect(read).toEqual(manyPapers(0, 9));
  });

  it('gives its tables, and a torn one is built anew from the papers', async () => {
    const database = await freshLibrary();
    const made = await imported(database, 'g1', 5, 4);
    const before = must(await readTables(database, made, ['words', 'concepts', 'titles']));
    expect(before).toHaveLength(2);
    await database.put('tables', { generation: 'g1', part: 1, kind: 'words', papers: 4, buffer: new ArrayBuffer(8) });
    await database.delete('tables', ['g1', 1, 'titles']);
    expect(must(await readTables(database, made, ['titles']))[1]).toMatchObject({ titles: undefined });
    must(await rebuildPart(database, made, 1, 5, async (papers) => tablesOf(await allOf(papers))));
    expect(must(await readTables(database, made, ['words', 'concepts', 'titles']))).toEqual(before);
  });
});
