import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Segment } from '../../../lib/search/packed/segment';
import { attempt, openLibrary } from '../../../lib/storage/open';
import { repairShelf } from '../../../lib/storage/open-shelf';
import { allPapers, numberOf, readPapers } from '../../../lib/storage/papers';
import { readTables } from '../../../lib/storage/parts';
import { askToKeep, fits, roomLeft } from '../../../lib/storage/quota';
import { VERSION } from '../../../lib/storage/schema';
import { shelves } from '../../../lib/storage/shelves';
import { finder, manyPapers, must, somePaper } from './library';

const FOLDER = 'tests/fixtures/library';
interface Sample {
  version: number;
  stores: Record<string, Store>;
}
interface Store {
  keyPath: string | string[];
  indexes: Record<string, string[] | { path: string; multiEntry: true }>;
  values: unknown[];
}
const samples = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Sample);

/** Buffers in samples are {"base64": …}. */
const revived = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  if ('base64' in value) return new Uint8Array(Buffer.from(String(value.base64), 'base64')).buffer;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
};

/** Writes a library as that version of Sidelight left it, without the code of this one. */
function writeSample(name: string, { version, stores }: Sample): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath, indexes, values }] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath });
        for (const [index, path] of Object.entries(indexes))
          if (Array.isArray(path)) made.createIndex(index, path);
          else made.createIndex(index, path.path, { multiEntry: path.multiEntry });
        for (const value of values) made.put(revived(value));
      }
    };
    request.onsuccess = () => (request.result.close(), resolve());
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('a library of an older version', () => {
  it('has a sample of every version', () => {
    expect(samples.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: VERSION }, (_, i) => i + 1),
    );
  });

  it.each(samples)('$version opens with all that was in it', async (sample) => {
    await writeSample(`sample-${sample.version}`, sample);
    const database = must(await openLibrary(`sample-${sample.version}`));
    expect(database.version).toBe(VERSION);
    const [shelf] = must(await shelves(database));
    expect(shelf).toMatchObject({ name: 'Reading group', papers: 2, on: true, licence: 'CC BY 4.0' });
    const papers = must(await readPapers(database, shelf!, [0, 1]));
    expect(papers.map((paper) => paper?.id)).toEqual(['paper-0', 'paper-1']);
    expect(must(await numberOf(database, shelf!, 'paper-1'))).toBe(1);
    expect(must(await readTables(database, shelf!, ['words']))).toMatchObject([{ papers: 2 }]);
    // Made by older rules, they are built anew from the papers.
    must(await repairShelf(database, shelf!, finder));
    const [part] = must(await readTables(database, shelf!, ['words']));
    expect(must(Segment.open(part!.words)).papers).toBe(2);
  });
});

describe('a large library of version 1', () => {
  const first = samples.find(({ version }) => version === 1)!;
  const stored = (generation: string, count: number) =>
    manyPapers(0, count).map((paper, number) => ({ generation, number, paper }));
  /** A library with two shelves and an import that was broken off. */
  const large: Sample = {
    version: 1,
    stores: {
      ...first.stores,
      papers: {
        ...first.stores['papers']!,
        values: [...stored('one', 1030), ...stored('two', 512), ...stored('under-way', 3)],
      },
    },
  };

  it('keeps every paper of every generation in its place', async () => {
    await writeSample('large', large);
    const database = must(await openLibrary('large'));
    for (const [generation, count] of [
      ['one', 1030],
      ['two', 512],
      ['under-way', 3],
    ] as const) {
      const all: unknown[] = [];
      for await (const some of allPapers(database, { generation })) all.push(...some);
      expect(all).toEqual(manyPapers(0, count));
      const last = must(await readPapers(database, { generation }, [count - 1, count]));
      expect(last).toEqual([somePaper(count - 1), undefined]);
      expect(must(await numberOf(database, { generation }, `paper-${count - 1}`))).toBe(count - 1);
    }
    expect([...database.objectStoreNames]).not.toContain('papers');
  });

  it('stays as it was where there is no room for the next', async () => {
    await writeSample('no-room', large);
    let room = 100;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      // Every key is new here.
      if (!room--) throw new DOMException('no', 'QuotaExceededError');
      return this.add(value);
    });
    expect(await openLibrary('no-room')).toMatchObject({ ok: false, error: { code: 'full' } });
    full.mockRestore();
    const database = must(await openLibrary('no-room'));
    const all: unknown[] = [];
    for await (const some of allPapers(database, { generation: 'one' })) all.push(...some);
    expect(all).toHaveLength(1030);
  });
});

describe('where the browser refuses', () => {
  const failing = (name: string) => ({
    open() {
      throw new DOMException('no', name);
    },
  });

  it.each([
    { name: 'InvalidStateError', code: 'blocked', because: 'a private window' },
    { name: 'SecurityError', code: 'blocked', because: 'cookies are blocked' },
    { name: 'UnknownError', code: 'blocked', because: 'a damaged profile' },
    { name: 'VersionError', code: 'newer', because: 'a newer Sidelight was here' },
    { name: 'QuotaExceededError', code: 'full', because: 'the disk is full' },
  ])('$name is $code: $because', async ({ name, code }) => {
    vi.stubGlobal('indexedDB', failing(name));
    expect(await openLibrary('refused')).toMatchObject({ ok: false, error: { code } });
  });

  it('and has no IndexedDB at all, it says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await openLibrary('refused')).toMatchObject({ ok: false });
  });

  it('a library that a newer version wrote is left alone', async () => {
    await writeSample('newer', { ...samples[0]!, version: VERSION + 1 });
    expect(await openLibrary('newer')).toMatchObject({ ok: false, error: { code: 'newer' } });
  });

  it('a full disk in the middle is a value, with a plain word', async () => {
    const full = await attempt(() => Promise.reject(new DOMException('no', 'QuotaExceededError')));
    expect(full).toEqual({
      ok: false,
      error: { code: 'full', message: 'There is no room left; nothing was changed.' },
    });
  });
});

describe('room', () => {
  it.each([
    { storage: undefined, wants: undefined },
    { storage: {}, wants: undefined },
    { storage: { estimate: async () => ({ usage: 10, quota: 110 }) }, wants: 100 },
    { storage: { estimate: async () => ({ usage: 20, quota: 10 }) }, wants: 0 },
    { storage: { estimate: () => Promise.reject(new Error('no')) }, wants: undefined },
  ])('is $wants', async ({ storage, wants }) => {
    expect(await roomLeft(storage)).toEqual(wants);
  });

  it.each([
    { free: undefined, letters: 1e12, wants: true, because: 'the browser does not say' },
    { free: 1000, letters: 300, wants: true, because: 'it just fits' },
    { free: 1000, letters: 301, wants: false, because: 'some is left for others' },
  ])('$free free, $letters letters: $wants ($because)', ({ free, letters, wants }) => {
    expect(fits(free, letters)).toBe(wants);
  });

  it('is asked to be kept, and a refusal is no error', async () => {
    expect(await askToKeep({ persist: async () => true })).toBe(true);
    expect(await askToKeep({ persist: () => Promise.reject(new Error('no')) })).toBe(false);
    expect(await askToKeep(undefined)).toBe(false);
  });
});
