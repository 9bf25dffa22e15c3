import { describe, expect, it } from 'vitest';
import type { ConceptFinder } from '../../../lib/corpus/concept-finder';
import { isDeleted, withDeleted } from '../../../lib/search/packed/deleted';
import { beginImport, finishImport, writePart } from '../../../lib/storage/imports';
import { isScattered, mergeShelf } from '../../../lib/storage/merge-shelf';
import { openStoredTitles, repairShelf } from '../../../lib/storage/open-shelf';
import { readTables, TABLES } from '../../../lib/storage/parts';
import type { LibraryDatabase, ShelfRecord } from '../../../lib/storage/schema';
import { changeShelf, shelves } from '../../../lib/storage/shelves';
import { finder, freshLibrary, manyPapers, must, somePaper, tablesOf } from './library';

async function imported(database: LibraryDatabase, ...sizes: number[]): Promise<ShelfRecord> {
  must(await beginImport(database, 'g1', { id: 'mine', name: 'Mine', provenance: [] }, 100));
  let from = 0;
  for (const size of sizes) {
    const papers = manyPapers(from, (from += size));
    must(await writePart(database, 'g1', papers, tablesOf(papers)));
  }
  return must(await finishImport(database, 'g1', 200));
}

/** Nothing of ours takes single papers out yet, but tables can hold such. */
const putDeleted = (database: LibraryDatabase, part: number, papers: number, gone: number[]) =>
  database.put('deleted', { generation: 'g1', part, bits: withDeleted(undefined, papers, gone) });

const everything = async (database: LibraryDatabase) =>
  Promise.all(
    [...database.objectStoreNames].map(async (name) => [await database.getAllKeys(name), await database.getAll(name)]),
  );
const signal = new AbortController().signal;

describe('the parts of a shelf', () => {
  it('become one: the tables that building all papers at once gives', async () => {
    const database = await freshLibrary();
    const shelf = await imported(database, 5, 5, 3);
    const { shelf: made, merged } = must(await mergeShelf(database, shelf, { signal }));
    const { papers, ...tables } = tablesOf(manyPapers(0, 13));
    expect(merged).toBe(true);
    expect(must(await readTables(database, made!, TABLES))).toEqual([{ ...tables, papers }]);
    const bytes = TABLES.reduce((sum, kind) => sum + tables[kind].byteLength, 0);
    expect(must(await shelves(database))).toEqual([{ ...shelf, parts: 1, sizes: [13], bytes }]);
  });

  it('become several where one would be too large', async () => {
    const database = await freshLibrary();
    const shelf = await imported(database, 4, 4, 4, 4, 2);
    const { shelf: made } = must(await mergeShelf(database, shelf, { signal, most: 8 }));
    expect(made).toMatchObject({ parts: 3, sizes: [8, 8, 2] });
    expect(must(await mergeShelf(database, made!, { signal, most: 8 }))).toEqual({ shelf: made, merged: false });
    const titles = must(await openStoredTitles(database, made!));
    expect([0, 7, 8, 17].map((number) => titles.record(number)?.id)).toEqual(
      [0, 7, 8, 17].map((number) => somePaper(number).id),
    );
  });

  it('keep their deleted papers deleted, and the others their numbers', async () => {
    const database = await freshLibrary();
    const shelf = await imported(database, 5, 5, 3);
    await putDeleted(database, 1, 5, [0, 4]);
    await putDeleted(database, 2, 3, [1]);
    must(await mergeShelf(database, shelf, { signal }));
    const [part] = must(await readTables(database, shelf, ['titles']));
    const numbers = Array.from({ length: 13 }, (_, number) => number);
    expect(numbers.filter((number) => isDeleted(part!.deleted, number))).toEqual([5, 9, 11]);
  });

  it('are read as they are now by whoever knows the record from before', async () => {
    const database = await freshLibrary();
    const before = await imported(database, 5, 5);
    must(await mergeShelf(database, before, { signal }));
    expect(must(await openStoredTitles(database, before)).papers).toBe(10);
  });

  it('are built anew as they were merged', async () => {
    const database = await freshLibrary();
    const shelf = await imported(database, 4, 4, 4, 4);
    const { shelf: made } = must(await mergeShelf(database, shelf, { signal, most: 8 }));
    const before = must(await readTables(database, made!, TABLES));
    await database.delete('tables', ['g1', 1, 'words']);
    expect((await mergeShelf(database, made!, { signal })).ok).toBe(false);
    must(await repairShelf(database, made!, finder));
    expect(must(await readTables(database, made!, TABLES))).toEqual(before);
  });
});

describe('building a shelf anew', () => {
  it('goes on where it was stopped: parts that are whole are not built again', async () => {
    const database = await freshLibrary();
    const shelf = { ...(await imported(database, 4, 4, 4, 4)), sizes: [4, 4, 4, 4] };
    const before = must(await readTables(database, shelf, TABLES));
    const damage = async (part: number, buffer: ArrayBuffer) =>
      database.put('tables', { generation: 'g1', part, kind: 'words', papers: 4, buffer });
    const broken = (before[0]!.words as ArrayBuffer).slice(0);
    new Uint8Array(broken)[broken.byteLength - 5]!++;
    await damage(0, broken);
    await damage(2, new ArrayBuffer(0));
    // Whole, but of other papers than it should be.
    const other = tablesOf(manyPapers(0, 3));
    for (const kind of TABLES)
      await database.put('tables', { generation: 'g1', part: 3, kind, papers: 4, buffer: other[kind] });
    const built: string[] = [];
    /** Stops before so many papers. */
    const counting = (most: number) => {
      const own = Object.create(finder) as ConceptFinder;
      own.conceptsOf = (paper, words) => {
        if (built.length >= most) throw new Error('the worker was stopped');
        built.push(paper.title);
        return finder.conceptsOf(paper, words);
      };
      return own;
    };
    expect((await repairShelf(database, shelf, counting(6))).ok).toBe(false);
    must(await repairShelf(database, shelf, counting(100)));
    const titles = manyPapers(0, 16).map(({ title }) => title);
    expect(built).toEqual([...titles.slice(0, 4), ...titles.slice(8, 10), ...titles.slice(8, 16)]);
    expect(must(await readTables(database, shelf, TABLES))).toEqual(before);
    must(await repairShelf(database, shelf, counting(0)));
  });
});

describe('merging that comes to nothing changes nothing', () => {
  it('given up at any point', async () => {
    let finished = false;
    for (let pauses = 0; !finished; pauses++) {
      const database = await freshLibrary();
      const shelf = await imported(database, 5, 5, 3);
      const before = await everything(database);
      const leaving = new AbortController();
      let looked = 0;
      const counted = {
        get aborted() {
          return leaving.signal.aborted;
        },
        throwIfAborted() {
          if (looked++ === pauses) leaving.abort(new Error('left'));
          leaving.signal.throwIfAborted();
        },
      } as AbortSignal;
      const done = await mergeShelf(database, shelf, { signal: counted }).catch((error: Error) => error.message);
      finished = done !== 'left';
      if (!finished) expect(await everything(database)).toEqual(before);
      else expect((await database.get('shelves', 'mine'))!.parts).toBe(1);
    }
  });

  it.each([
    { what: 'foreign', damage: () => new ArrayBuffer(64) },
    { what: 'damaged within', damage: (table: ArrayBuffer) => (new Uint8Array(table)[table.byteLength - 5]!++, table) },
  ])('where a table is $what', async ({ damage }) => {
    const database = await freshLibrary();
    const shelf = await imported(database, 5, 5);
    const [, part] = must(await readTables(database, shelf, ['words']));
    const buffer = damage(part!.words as ArrayBuffer);
    await database.put('tables', { generation: 'g1', part: 1, kind: 'words', papers: 5, buffer });
    const before = await everything(database);
    expect(await mergeShelf(database, shelf, { signal })).toMatchObject({ ok: false });
    expect(await everything(database)).toEqual(before);
  });

  it.each([
    {
      what: 'a paper was deleted meanwhile',
      change: (database: LibraryDatabase) => putDeleted(database, 0, 5, [2]),
    },
    {
      what: 'the shelf was imported anew meanwhile',
      change: (database: LibraryDatabase, shelf: ShelfRecord) =>
        database.put('shelves', { ...shelf, generation: 'g2' }),
    },
  ])('where $what', async ({ change }) => {
    const database = await freshLibrary();
    const shelf = await imported(database, 5, 5);
    const before = await database.getAll('tables');
    let changing: Promise<unknown> | undefined;
    // Looked at first when the tables have been read.
    const late = {
      throwIfAborted() {
        changing ??= change(database, shelf);
      },
    } as AbortSignal;
    const { shelf: made, merged } = must(await mergeShelf(database, shelf, { signal: late }));
    await changing;
    expect({ merged, parts: made?.parts }).toEqual({ merged: false, parts: 2 });
    expect(await database.getAll('tables')).toEqual(before);
  });

  it('and what the reader changes meanwhile stays', async () => {
    const database = await freshLibrary();
    const shelf = await imported(database, 5, 5);
    const merging = mergeShelf(database, shelf, { signal });
    must(await changeShelf(database, 'mine', { name: 'Renamed' }));
    must(await merging);
    expect(must(await shelves(database))[0]).toMatchObject({ name: 'Renamed', parts: 1 });
  });
});

describe('a shelf is scattered', () => {
  it.each([
    { papers: 10, parts: 1, wants: false },
    { papers: 10, parts: 2, wants: true },
    { papers: 20, parts: 2, wants: false },
    { papers: 21, parts: 3, wants: false },
    { papers: 21, parts: 4, wants: true },
  ])('of $papers papers in $parts parts: $wants', ({ papers, parts, wants }) => {
    expect(isScattered({ papers, parts }, 10)).toBe(wants);
  });
});
