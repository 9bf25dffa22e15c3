import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameTag } from '../../../lib/saved/change';
import { BACKUP_VERSION, readBackup, writeBackup } from '../../../lib/settings/backup';
import { changesOf, readSettings } from '../../../lib/settings/schema';
import { changesNothing, NO_DATA, previewOf, restored, type UserData } from '../../../lib/settings/user-data';
import { fewerRuns } from '../runs';
import { expectSame } from '../same';
import { anyEntries, entries, entry, han, mind, xgqa } from '../saved/samples';

fewerRuns();

const FOLDER = 'tests/fixtures/backups';
const sample = (version: number) => readFileSync(`${FOLDER}/${version}.json`, 'utf8');

/** What the samples hold, by today's model. */
const SAMPLE: UserData = {
  settings: { marks: 'names', theme: 'dark', offSites: ['example.org'] },
  saved: entries(
    entry(xgqa, {
      at: 1_763_942_400_000,
      tags: ['VQA', 'spätere Lektüre'],
      note: 'Eight languages.\nBalanced test set.',
      read: true,
      met: { title: 'A survey', url: 'https://example.org/survey', at: 1_763_942_300_000 },
    }),
    entry(han, { at: 1_763_942_500_000 }),
  ),
  seen: { [xgqa.id]: 1_763_942_450_000 },
  recent: [{ query: 'code-switching', at: 1_763_942_460_000 }],
};

const anyData: fc.Arbitrary<UserData> = fc
  .record({
    settings: fc.record(
      {
        enabled: fc.boolean(),
        marks: fc.constantFrom('none', 'titles', 'names', 'all'),
        offSites: fc.array(fc.domain(), { maxLength: 3 }),
        textSize: fc.constantFrom(90, 100, 150),
      },
      { requiredKeys: [] },
    ),
    saved: anyEntries,
    seen: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 4e12 }), { maxKeys: 5 }),
    recent: fc.uniqueArray(
      fc.record({ query: fc.stringMatching(/^[ab]{1,4}$/), at: fc.integer({ min: 0, max: 60_000 }) }),
      { maxLength: 5, selector: ({ query }) => query },
    ),
  })
  .map(({ settings, saved, seen, recent }) => ({
    settings: changesOf(readSettings(settings)),
    saved: entries(...saved),
    seen: JSON.parse(JSON.stringify(seen)) as Record<string, number>,
    recent: [...recent].sort((a, b) => b.at - a.at),
  }));

/** Puts a value in one of the places of a JSON value, over what is there or, by its key, beside it. */
function forge(data: object, { at, key, value }: { at: number; key: string; value: unknown }): void {
  const places: [object, string][] = [];
  const walk = (one: object) => {
    for (const [name, inner] of Object.entries(one)) {
      places.push([one, name]);
      if (typeof inner === 'object' && inner !== null) walk(inner as object);
    }
  };
  walk(data);
  const [parent, name] = places[at % places.length]!;
  // Not assigned: a file can have a field named __proto__, an assignment would set the prototype.
  Object.defineProperty(parent, Array.isArray(parent) ? name : key || name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

async function there(data: UserData): Promise<UserData> {
  const read = await readBackup(await writeBackup(data, 5));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.data;
}

describe('a backup', () => {
  it('comes back as it went', async () => {
    await fc.assert(
      fc.asyncProperty(anyData, async (data) => {
        expectSame(await there(data), data);
      }),
    );
  });

  it('says when it was made', async () => {
    const read = await readBackup(await writeBackup(SAMPLE, 1_763_942_400_000));
    expect(read.ok && read.value.made).toBe(1_763_942_400_000);
  });

  it.each(Array.from({ length: BACKUP_VERSION }, (_, i) => i + 1))('of version %i is read', async (version) => {
    const read = await readBackup(sample(version));
    expect(read.ok && read.value.data).toEqual(SAMPLE);
  });

  it('has a sample of every version', () => {
    expect(readdirSync(FOLDER)).toHaveLength(BACKUP_VERSION);
  });
});

describe('a bad file is refused whole', () => {
  const text = sample(1);
  const changed = (change: (file: Record<string, unknown>) => void) => {
    const file = JSON.parse(text) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };
  it.each([
    { what: 'nothing', text: '', code: 'not-json' },
    { what: 'cut off', text: text.slice(0, -40), code: 'not-json' },
    { what: 'a list', text: '[]', code: 'not-a-backup' },
    { what: 'null', text: 'null', code: 'not-a-backup' },
    { what: 'another program’s', text: changed((file) => (file['format'] = 'bookmarks')), code: 'not-a-backup' },
    { what: 'without data', text: changed((file) => delete file['data']), code: 'not-a-backup' },
    { what: 'of a newer Sidelight', text: changed((file) => (file['version'] = 99)), code: 'newer' },
    { what: 'with a letter changed', text: text.replace('Balanced', 'Balancet'), code: 'damaged' },
    { what: 'with another count', text: changed((file) => (file['papers'] = 3)), code: 'wrong-data' },
  ])('$what', async ({ text, code }) => {
    expect(await readBackup(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect((await readBackup(text)).ok).toBe(false);
      }),
    );
  });

  it('or read, with anything anywhere in it under a right hash; what is read can be kept', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(-1, 0.5, 1e300, '', '__proto__', 'x'.repeat(20_000)),
    );
    const change = fc.record({ at: fc.nat(), key: fc.constantFrom('', '__proto__', 'constructor', 'at', 'x'), value });
    await fc.assert(
      fc.asyncProperty(anyData, fc.array(change, { minLength: 1, maxLength: 3 }), async (before, changes) => {
        const file = JSON.parse(await writeBackup(before, 5)) as { data: object; sha256: string };
        for (const one of changes) forge(file.data, one);
        file.sha256 = createHash('sha256').update(JSON.stringify(file.data)).digest('hex');
        const read = await readBackup(JSON.stringify(file));
        if (!read.ok) {
          expect(read.error).toMatchObject({ code: 'wrong-data', place: expect.any(String) as string });
          return;
        }
        const after = restored(NO_DATA, read.value.data, 'merge');
        previewOf(before, restored(before, after, 'merge'));
        expectSame(await there(after), after);
      }),
      { examples: [[NO_DATA, [{ at: 0, key: 'constructor', value: -1 }]]] },
    );
  });

  it('and its place is named', async () => {
    const wrong = { ...SAMPLE, saved: new Map([['x', { ...entry(xgqa), note: 5 as unknown as string }]]) };
    const read = await readBackup(await writeBackup(wrong, 5));
    expect(read).toMatchObject({ ok: false, error: { code: 'wrong-data', place: 'saved.0.note' } });
  });

  it('with one paper twice', async () => {
    const twice = new Map([
      ['a', entry(xgqa)],
      ['b', entry(xgqa)],
    ]);
    expect(await readBackup(await writeBackup({ ...SAMPLE, saved: twice }, 5))).toMatchObject({ ok: false });
  });
});

describe('replacing', () => {
  it('leaves what the backup has, and undoing it what was there before', () => {
    fc.assert(
      fc.property(anyData, anyData, (now, backup) => {
        const after = restored(now, backup, 'replace');
        expectSame(after, backup);
        expectSame(restored(after, now, 'replace'), now);
      }),
    );
  });
});

describe('merging', () => {
  it('loses nothing of either, and a second time changes nothing', () => {
    fc.assert(
      fc.property(anyData, anyData, (now, backup) => {
        const after = restored(now, backup, 'merge');
        for (const { saved, seen, recent } of [now, backup]) {
          for (const [id, { tags, note, read }] of saved) {
            const kept = after.saved.get(id)!;
            expect(tags.filter((tag) => !kept.tags.some((other) => isSameTag(tag, other)))).toEqual([]);
            expect(kept.note).toContain(note);
            expect(kept.read || !read).toBe(true);
          }
          for (const { query, at } of recent)
            expect(after.recent.find((one) => one.query === query)?.at).toBeGreaterThanOrEqual(at);
          for (const id of Object.keys(seen)) expect(after.seen[id]).toBeGreaterThanOrEqual(seen[id]!);
        }
        expect(changesNothing(previewOf(after, restored(after, backup, 'merge')))).toBe(true);
      }),
    );
  });

  const mine = entry(xgqa, { at: 5, tags: ['VQA'], note: 'mine' });
  const theirs = entry(xgqa, { at: 3, tags: ['vqa', 'later'], note: 'theirs', read: true });
  it('joins tags and notes, keeps the earlier time', () => {
    const now = { ...NO_DATA, saved: entries(mine) };
    const after = restored(now, { ...NO_DATA, saved: entries(theirs) }, 'merge');
    expect(after.saved.get(xgqa.id)).toEqual(
      entry(xgqa, { at: 3, tags: ['VQA', 'later'], note: 'mine\n\ntheirs', read: true }),
    );
  });

  it('keeps a query and the one it might have been typed on from: it is not asked again', () => {
    const now = { ...NO_DATA, recent: [{ query: 'x', at: 26_844 }] };
    const backup = {
      ...NO_DATA,
      recent: [
        { query: 'abc', at: 26_844 },
        { query: 'a', at: 11_845 },
      ],
    };
    const after = restored(now, backup, 'merge');
    expect(after.recent.map(({ query }) => query)).toEqual(['x', 'abc', 'a']);
    expect(restored(after, backup, 'merge').recent).toEqual(after.recent);
  });

  it('leaves choices made here, and joins lists of sites', () => {
    const now: UserData = { ...NO_DATA, settings: { theme: 'light', offSites: ['a.org'] } };
    const backup: UserData = { ...NO_DATA, settings: { theme: 'dark', marks: 'names', offSites: ['b.org', 'a.org'] } };
    expect(restored(now, backup, 'merge').settings).toEqual({
      theme: 'light',
      marks: 'names',
      offSites: ['a.org', 'b.org'],
    });
  });
});

it('a preview counts what will change', () => {
  const now = { ...NO_DATA, saved: entries(entry(xgqa), entry(mind)), settings: { theme: 'dark' } as const };
  const backup = { ...SAMPLE, saved: entries(entry(xgqa, { note: 'new' }), entry(han)) };
  expect(previewOf(now, restored(now, backup, 'replace'))).toEqual({
    added: 1,
    changed: 1,
    removed: 1,
    same: 0,
    settings: ['offSites', 'marks'],
    seen: 1,
    recent: 1,
  });
  expect(previewOf(now, restored(now, backup, 'merge'))).toMatchObject({ added: 1, changed: 1, removed: 0, same: 1 });
  expect(changesNothing(previewOf(now, now))).toBe(true);
});
