import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  clearHistory,
  forgetLookup,
  knownOf,
  lookedUp,
  recent,
  sawPaper,
  seen,
} from '../../../lib/browser/history-store';
import { metIn } from '../../../lib/browser/met';
import { migrateStorage } from '../../../lib/browser/migrate';
import {
  addSaved,
  changeSaved,
  putBackSaved,
  removeSaved,
  savedEntries,
  savedEntry,
} from '../../../lib/browser/saved-store';
import { settings } from '../../../lib/browser/state';
import { readUserData, replaceUserData } from '../../../lib/browser/user-data';
import { withNote, withTag } from '../../../lib/saved/change';
import { type Entries, LIMITS } from '../../../lib/saved/entry';
import { savedKey } from '../../../lib/saved/keys';
import { NO_DATA } from '../../../lib/settings/user-data';
import { entries, entry, han, mind, xgqa } from '../saved/samples';
import { local, reset, session } from './fake-browser';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

/** A busy machine takes its time, in milliseconds; what comes at last is what counts. */
const PATIENCE = 10_000;
beforeEach(reset);

const met = { title: 'A page', url: 'https://example.org/', at: 5 };
const ids = async () => [...(await savedEntries.get()).keys()].sort();

describe('the reading list', () => {
  it('keeps what is saved, with the page it was met on', async () => {
    await addSaved(xgqa, met);
    expect(await savedEntry(xgqa.id)).toMatchObject({ paper: xgqa, met, read: false });
    expect(await ids()).toEqual([xgqa.id]);
  });

  it('leaves an entry as it is when it is saved again', async () => {
    await addSaved(xgqa, met);
    await changeSaved(xgqa.id, (one) => withNote(one, 'mine'));
    await addSaved(xgqa);
    expect(await savedEntry(xgqa.id)).toMatchObject({ note: 'mine', met });
  });

  it('brings note and tags back when a paper that was taken off is saved again', async () => {
    await addSaved(xgqa, met);
    await changeSaved(xgqa.id, (one) => withTag(withNote(one, 'mine'), 'VQA'));
    await removeSaved([xgqa.id]);
    expect(await ids()).toEqual([]);
    await addSaved(xgqa);
    expect(await savedEntry(xgqa.id)).toMatchObject({ note: 'mine', tags: ['VQA'], met });
  });

  it('loses nothing when two windows write at once', async () => {
    await Promise.all([addSaved(xgqa), addSaved(mind), addSaved(han)]);
    expect(await ids()).toEqual([han.id, mind.id, xgqa.id].sort());
    await Promise.all([
      changeSaved(xgqa.id, (one) => withTag(one, 'a')),
      changeSaved(xgqa.id, (one) => withTag(one, 'b')),
      changeSaved(xgqa.id, (one) => withNote(one, 'c')),
      removeSaved([mind.id]),
    ]);
    expect(await savedEntry(xgqa.id)).toMatchObject({ tags: ['a', 'b'], note: 'c' });
    expect(await ids()).toEqual([han.id, xgqa.id].sort());
  });

  it('is never written as a whole: a write that is cut short costs one entry at most', async () => {
    await addSaved(xgqa);
    await addSaved(mind);
    await changeSaved(mind.id, (one) => withNote(one, 'x'));
    expect(local.writes).toEqual([[savedKey(xgqa.id)], [savedKey(mind.id)], [savedKey(mind.id)]]);
  });

  it('puts back what was removed, as it was', async () => {
    await addSaved(xgqa, met);
    await addSaved(mind);
    const before = structuredClone(local.values);
    const removed = await removeSaved([xgqa.id, mind.id, 'nobody']);
    expect(removed.map(({ paper }) => paper.id)).toEqual([xgqa.id, mind.id]);
    await putBackSaved(removed);
    expect(local.values).toEqual(before);
  });

  it('leaves a paper that was saved again since as it is now', async () => {
    await addSaved(xgqa, met);
    await addSaved(mind);
    const removed = await removeSaved([xgqa.id, mind.id]);
    await addSaved(xgqa);
    await changeSaved(xgqa.id, (one) => withNote(one, 'since'));
    expect(await putBackSaved(removed)).toEqual({ ok: true, value: null });
    expect(await savedEntry(xgqa.id)).toMatchObject({ note: 'since' });
    expect(await ids()).toEqual([mind.id, xgqa.id].sort());
  });

  it.each([
    { what: 'a paper that is not on it', act: () => changeSaved('nobody', (one) => one), code: 'not-saved' },
    {
      what: 'one more than it holds',
      act: () => {
        for (let i = 0; i < LIMITS.entries; i++) local.values[savedKey(`p${i}`)] = 1;
        return addSaved(xgqa);
      },
      code: 'list-full',
    },
    { what: 'a full disk', act: () => ((local.full = true), addSaved(xgqa)), code: 'storage-full' },
  ])('says so: $what', async ({ act, code }) => {
    expect(await act()).toMatchObject({ ok: false, error: { code } });
    expect(local.values[savedKey(xgqa.id)]).toBeUndefined();
  });

  it('passes over what is damaged, and leaves it', async () => {
    await addSaved(xgqa);
    local.values[savedKey('broken')] = { at: 'never' };
    expect(await ids()).toEqual([xgqa.id]);
    expect(local.values[savedKey('broken')]).toEqual({ at: 'never' });
  });

  it('is followed: now, and after each change from wherever', async () => {
    await addSaved(xgqa);
    const heard: string[][] = [];
    const end = savedEntries.follow((all: Entries) => void heard.push([...all.keys()]));
    // Saved while the list is being read for the first time.
    await addSaved(mind);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual([xgqa.id, mind.id]), PATIENCE);
    await removeSaved([xgqa.id]);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual([mind.id]), PATIENCE);
    end();
    await addSaved(han);
    expect(heard.at(-1)).toEqual([mind.id]);
  });
});

describe('the page where a paper was met', () => {
  const tab = { incognito: false, url: 'https://example.org/a', title: 'A' };
  it.each([
    { what: 'a page', tab, wants: { title: 'A', url: 'https://example.org/a', at: expect.any(Number) } },
    { what: 'a private window', tab: { ...tab, incognito: true }, wants: undefined },
    { what: 'a page of the browser', tab: { ...tab, url: 'chrome://version' }, wants: undefined },
    { what: 'no tab', tab: undefined, wants: undefined },
  ])('of $what', ({ tab, wants }) => {
    expect(metIn(tab)).toEqual(wants);
  });
});

describe('history', () => {
  const here = { incognito: false };

  it('notes what was read and asked', async () => {
    await Promise.all([sawPaper('a', here), sawPaper('b', here), lookedUp('xgqa', here)]);
    expect(Object.keys(await seen.get()).sort()).toEqual(['a', 'b']);
    expect((await recent.get()).map(({ query }) => query)).toEqual(['xgqa']);
  });

  it.each([
    { what: 'in private windows', place: { incognito: true }, off: {} },
    { what: 'where it is switched off', place: here, off: { keepSeen: false, keepRecent: false } },
  ])('notes nothing $what', async ({ place, off }) => {
    await settings.update((now) => ({ ...now, ...off }));
    const before = structuredClone(local.values);
    await sawPaper('a', place);
    await lookedUp('xgqa', place);
    expect(local.values).toEqual(before);
  });

  it('is cleared, and comes back', async () => {
    await sawPaper('a', here);
    await lookedUp('xgqa', here);
    const before = structuredClone(local.values);
    const putBack = await clearHistory();
    expect([await seen.get(), await recent.get()]).toEqual([{}, []]);
    await putBack();
    expect(local.values).toEqual(before);
  });

  it('comes back without a query twice that was asked again since', async () => {
    await lookedUp('xGQA', here);
    const putBack = await clearHistory();
    await lookedUp('xgqa', here);
    await putBack();
    expect((await recent.get()).map(({ query }) => query)).toEqual(['xgqa']);
  });

  it('forgets one lookup, which comes back in its place', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const [i, query] of ['xgqa', 'code-switching', 'sib-200'].entries()) {
      vi.setSystemTime(60_000 * (i + 1));
      await lookedUp(query, here);
    }
    vi.useRealTimers();
    const before = structuredClone(local.values);
    const putBack = await forgetLookup('code-switching');
    expect((await recent.get()).map(({ query }) => query)).toEqual(['sib-200', 'xgqa']);
    await putBack();
    expect(local.values).toEqual(before);
  });

  it('knows which of some papers are known', async () => {
    await addSaved(xgqa);
    await sawPaper('a', here);
    expect(await knownOf([xgqa.id, 'a', 'b', 'constructor'])).toEqual({ saved: [xgqa.id], seen: ['a'] });
  });
});

it('settings: only choices are stored', async () => {
  await settings.update((now) => ({ ...now, theme: 'dark', marks: 'all' }));
  expect(local.values['settings']).toEqual({ theme: 'dark' });
});

describe('replacing everything', () => {
  const data = { ...NO_DATA, saved: entries(entry(xgqa, { note: 'n' })), settings: { theme: 'dark' } as const };

  it('and back again', async () => {
    await addSaved(mind);
    local.values['filter'] = { version: 'x' };
    const replaced = await replaceUserData(data);
    expect(await readUserData()).toEqual(data);
    expect(local.values['filter']).toEqual({ version: 'x' });
    expect(replaced.ok && [...replaced.value.saved.keys()]).toEqual([mind.id]);
    if (replaced.ok) await replaceUserData(replaced.value);
    expect(await ids()).toEqual([mind.id]);
  });

  it('forgets what was taken off before', async () => {
    await addSaved(xgqa);
    await removeSaved([xgqa.id]);
    await replaceUserData(NO_DATA);
    expect(session.values).toEqual({});
  });

  it('changes nothing where the browser refuses', async () => {
    await addSaved(mind);
    const before = structuredClone(local.values);
    const set = vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    expect(await replaceUserData(data)).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    set.mockRestore();
    expect(local.values).toEqual(before);
  });
});

describe('migrating', () => {
  const sample = (shape: number) => JSON.parse(readFileSync(`tests/fixtures/storage/${shape}.json`, 'utf8'));
  const find = async () => (id: string) => (id === xgqa.id ? xgqa : undefined);

  it('brings 0.1.0’s storage to today', async () => {
    local.values = sample(1);
    await migrateStorage(find);
    expect(local.values).toEqual(sample(4));
  });

  it('goes on where the browser was killed', async () => {
    for (const after of [1, 2, 3]) {
      reset();
      local.values = sample(1);
      let calls = 0;
      const dying = (method: 'set' | 'remove') =>
        vi.spyOn(local, method).mockImplementation(async (values: Record<string, unknown> | string | string[]) => {
          if (++calls >= after) throw new Error('killed');
          if (method === 'set') Object.assign(local.values, values);
          else for (const key of [values].flat()) delete local.values[key as string];
        });
      const spies = [dying('set'), dying('remove')];
      await expect(migrateStorage(find)).rejects.toThrow('killed');
      for (const spy of spies) spy.mockRestore();
      await migrateStorage(find);
      expect(local.values).toEqual(sample(4));
    }
  });

  it('asks no shelf where there is nothing to bring over', async () => {
    const shelves = vi.fn(find);
    await migrateStorage(shelves);
    expect(local.values).toEqual({ shape: 4 });
    await migrateStorage(shelves);
    expect(shelves).not.toHaveBeenCalled();
  });
});
