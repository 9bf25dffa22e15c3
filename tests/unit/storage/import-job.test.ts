import { describe, expect, it } from 'vitest';
import { Stop } from '../../../lib/bib/import/problem';
import { buildPart } from '../../../lib/corpus/shelf-part';
import type { Paper } from '../../../lib/papers/paper';
import { changesOf, papersOf, runImport } from '../../../lib/storage/import-job';
import { beginImport, openImports } from '../../../lib/storage/imports';
import { allPapers } from '../../../lib/storage/papers';
import type { ImportRecord, LibraryDatabase, ShelfRecord } from '../../../lib/storage/schema';
import { shelves } from '../../../lib/storage/shelves';
import { inSteps } from '../../../lib/util/in-steps';
import { finder, freshLibrary, manyPapers, must, somePaper } from './library';

const fileOf = (papers: readonly object[]) => new Blob([papers.map((paper) => JSON.stringify(paper)).join('\n')]);
const shelf = { id: 'mine', name: 'Mine', provenance: ['mine.ndjson'] };

async function begin(database: LibraryDatabase, papers: readonly object[]): Promise<ImportRecord> {
  const source = { file: fileOf(papers), name: 'mine.ndjson', total: papers.length };
  return must(await beginImport(database, 'g1', shelf, 100, source));
}

const build = (papers: readonly Paper[]) => inSteps(buildPart(papers, finder));

const run = (database: LibraryDatabase, begun: ImportRecord, signal = new AbortController().signal, seen?: number[]) =>
  runImport({ database, begun, build, signal, part: 10, now: () => 200, onProgress: (n) => seen?.push(n) });

/** A file whose disk is pulled out after some bytes. */
function breaking(file: Blob, at: number): Blob {
  const stream = () => {
    let given = false;
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (given) return controller.error(new DOMException('the disk is gone', 'NotReadableError'));
        given = true;
        controller.enqueue(new Uint8Array(await file.slice(0, at).arrayBuffer()));
      },
    });
  };
  return Object.assign(file.slice(), { stream });
}

async function titles(database: LibraryDatabase, record: ShelfRecord): Promise<string[]> {
  const all: string[] = [];
  for await (const some of allPapers(database, record)) all.push(...some.map(({ title }) => title));
  return all;
}

describe('an import of a file', () => {
  it('makes a shelf of its papers, in parts, each paper once', async () => {
    const database = await freshLibrary();
    const papers = [...manyPapers(0, 25), somePaper(3)];
    const made = must(await run(database, await begin(database, papers)));
    expect(made).toMatchObject({ name: 'Mine', papers: 25, parts: 3, updated: 200 });
    expect(await titles(database, made)).toEqual(manyPapers(0, 25).map(({ title }) => title));
  });

  it('that was broken off goes on after the last part written, to the same shelf', async () => {
    const database = await freshLibrary();
    const begun = await begin(database, manyPapers(0, 35));
    const stopping = async (papers: readonly Paper[]) => {
      if (papers.some(({ title }) => title.startsWith('Paper number 24'))) throw new Error('the browser was closed');
      return build(papers);
    };
    const signal = new AbortController().signal;
    const broken = runImport({ database, begun, build: stopping, signal, part: 10, now: () => 200, onProgress() {} });
    await expect(broken).rejects.toThrow('the browser was closed');
    const [left] = must(await openImports(database));
    expect(left!.papers).toBe(20);
    expect(must(await shelves(database))).toEqual([]);
    const made = must(await run(database, left!));
    expect(made).toMatchObject({ papers: 35, parts: 4 });
    expect(await titles(database, made)).toEqual(manyPapers(0, 35).map(({ title }) => title));
    expect(must(await openImports(database))).toEqual([]);
  });

  it('whose file cannot be read to its end fails, and the shelf that it updates stays whole', async () => {
    const database = await freshLibrary();
    const made = must(await run(database, await begin(database, manyPapers(0, 35))));
    const file = fileOf(manyPapers(0, 40));
    const source = { file: breaking(file, Math.round(0.6 * file.size)), name: 'mine.ndjson', total: 40 };
    const begun = { ...must(await beginImport(database, 'g2', shelf, 300)), source };
    expect(await run(database, begun)).toMatchObject({
      ok: false,
      error: { code: 'read', problem: { code: 'read', params: ['the disk is gone'], cost: 'file' } },
    });
    expect(must(await shelves(database))).toEqual([made]);
    const compared = changesOf(allPapers(database, made), papersOf(source, new AbortController().signal));
    await expect(compared).rejects.toThrow(Stop);
  });

  it.each([
    { because: 'there is nothing in it', papers: [], code: 'empty' },
    { because: 'there is no paper in it', papers: [{ year: 2020 }], code: 'empty' },
    { because: 'its file is gone', papers: undefined, code: 'gone' },
  ])('fails where $because, and makes no shelf', async ({ papers, code }) => {
    const database = await freshLibrary();
    const begun = papers ? await begin(database, papers) : must(await beginImport(database, 'g1', shelf, 100));
    const result = await run(database, begun);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(must(await shelves(database))).toEqual([]);
  });
});

it('an update says what is new, changed and gone', async () => {
  const database = await freshLibrary();
  const made = must(await run(database, await begin(database, manyPapers(0, 12))));
  const next = [...manyPapers(2, 11), { ...somePaper(11), abstract: 'Another one.' }, somePaper(20)];
  const source = { file: fileOf(next), name: 'mine.ndjson', total: next.length };
  const changes = await changesOf(allPapers(database, made), papersOf(source, new AbortController().signal));
  expect(changes).toEqual({ added: 1, changed: 1, gone: 2 });
});

const short = { id: 'short', title: 'Short', authors: [], abstract: 'One.' };
it.each([
  { what: 'year', before: somePaper(1), after: { ...somePaper(1), id: 'corrected', year: 1999 } },
  {
    what: 'title, where a DOI tells',
    before: { ...somePaper(1), doi: '10.1234/one' },
    after: { ...somePaper(1), id: 'corrected', doi: '10.1234/one', title: 'Another title altogether' },
  },
  { what: 'abstract, where only the id tells', before: short, after: { ...short, abstract: 'Two.' } },
])('a paper with another $what has changed', async ({ before, after }) => {
  async function* stored() {
    yield [before];
  }
  async function* next() {
    yield after;
  }
  expect(await changesOf(stored(), next())).toEqual({ added: 0, changed: 1, gone: 0 });
});
