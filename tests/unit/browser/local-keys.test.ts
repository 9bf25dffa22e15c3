// Whatever is stored of the reader's goes out with a backup, goes away with a wipe, and comes back whole.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readUserData, replaceUserData } from '../../../lib/browser/user-data';
import { readBackup, writeBackup } from '../../../lib/settings/backup';
import { LOCAL_KEYS, type LocalKey } from '../../../lib/settings/local-keys';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/schema';
import { NO_DATA } from '../../../lib/settings/user-data';
import { read, shippedCode, withoutComments } from '../../repo/files';
import { entry, xgqa } from '../saved/samples';
import { local, reset } from './fake-browser';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
beforeEach(reset);

type Kept = { [K in LocalKey]: (typeof LOCAL_KEYS)[K] extends 'kept' ? K : never }[LocalKey];

/** Every setting, none as the defaults have it: a new one does not compile without its line. */
const SETTINGS: Settings = {
  enabled: false,
  onlyWhenAsked: true,
  offSites: ['example.org'],
  onlySites: ['*.example.com'],
  marks: 'names',
  dimKnown: false,
  trigger: 'key',
  triggerKey: 'Shift',
  theme: 'dark',
  cardTheme: 'page',
  textSize: 125,
  readingSize: 'large',
  offLanguages: ['fr'],
  keepSeen: false,
  keepRecent: false,
};
/** A value of each kept key; a new one does not compile without. */
const SAMPLES: Record<Kept, unknown> = {
  settings: SETTINGS,
  'saved:': entry(xgqa, { note: 'mine', tags: ['VQA'] }),
  seen: { [xgqa.id]: 5 },
  recent: [{ query: 'xgqa', at: 7 }],
};
const kept = Object.fromEntries(
  Object.entries(SAMPLES).map(([key, value]) => [key === 'saved:' ? `saved:${xgqa.id}` : key, value]),
);
const ours = { library: { shelves: 1, shippedOff: true }, filter: { version: 'x' }, handshake: 'x', shape: 4 };

describe('every key of storage.local', () => {
  it('is in these samples, and none of the settings is left at its default', () => {
    expect([...Object.keys(SAMPLES), ...Object.keys(ours)].sort()).toEqual(Object.keys(LOCAL_KEYS).sort());
    const names = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
    expect(names.filter((name) => JSON.stringify(SETTINGS[name]) === JSON.stringify(DEFAULT_SETTINGS[name]))).toEqual(
      [],
    );
  });

  it('of the reader’s goes out, away, and back; the others stay', async () => {
    Object.assign(local.values, structuredClone({ ...kept, ...ours }));
    const before = structuredClone(local.values);
    const file = await readBackup(await writeBackup(await readUserData(), 1));
    expect((await replaceUserData(NO_DATA)).ok).toBe(true);
    expect(local.values).toEqual({ settings: {}, seen: {}, recent: [], ...ours });
    if (!file.ok) throw new Error(file.error.message);
    await replaceUserData(file.value.data);
    expect(local.values).toEqual(before);
  });

  it('that the code writes on its own is one of them', () => {
    const written = shippedCode().flatMap((path) =>
      Array.from(
        withoutComments(read(path)).matchAll(/\blocal\.set\(\{\s*['"[]?(\w+)/g),
        ([, key]) => `${path}: ${key}`,
      ),
    );
    expect(written).toEqual(['entrypoints/background/lookup.ts: filter', 'lib/browser/migrate.ts: SHAPE_KEY']);
  });
});
