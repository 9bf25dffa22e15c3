// The clock is put back or forward by an hour in the middle of things. Nothing is lost, and nothing waits for the clock to come round again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  clearHistory,
  forgetLookup,
  knownOf,
  lookedUp,
  recent,
  sawPaper,
  seen,
} from '../../../lib/browser/history-store';
import { addSaved, changeSaved, putBackSaved, removeSaved, savedEntries } from '../../../lib/browser/saved-store';
import { waitingRequest } from '../../../lib/browser/state';
import { takeWaiting } from '../../../lib/browser/waiting';
import type { PanelRequest } from '../../../lib/messages/protocol';
import { withNote } from '../../../lib/saved/change';
import { findSaved } from '../../../lib/saved/find';
import { readBackup, writeBackup } from '../../../lib/settings/backup';
import { NO_DATA } from '../../../lib/settings/user-data';
import { han, mind, xgqa } from '../saved/samples';
import { local, reset } from './fake-browser';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

const NOON = Date.UTC(2026, 10, 28, 12);
const HOUR = 3_600_000;
const JUMPS = [
  { jump: 'back', by: -HOUR },
  { jump: 'forward', by: HOUR },
];

beforeEach(() => {
  reset();
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => vi.useRealTimers());

const here = { incognito: false };
const queries = async () => (await recent.get()).map(({ query }) => query);

describe.each(JUMPS)('an hour $jump', ({ by }) => {
  const jump = () => vi.setSystemTime(NOON + by);

  it('saved papers stay, keep their dates, and can be sorted by them', async () => {
    await addSaved(xgqa);
    jump();
    await addSaved(mind);
    const order = by > 0 ? [mind.id, xgqa.id] : [xgqa.id, mind.id];
    const all = await savedEntries.get();
    expect(findSaved(all).map(({ paper }) => paper.id)).toEqual(order);
    expect(all.get(xgqa.id)?.at).toBe(NOON);
    expect(all.get(mind.id)?.at).toBe(NOON + by);
  });

  it('a removal is undone all the same, and a paper saved again has its note', async () => {
    await addSaved(xgqa);
    await addSaved(han);
    await changeSaved(han.id, (entry) => withNote(entry, 'mine'));
    const before = structuredClone(local.values);
    const removed = await removeSaved([xgqa.id, han.id]);
    jump();
    await addSaved(han);
    await putBackSaved(removed);
    expect(local.values).toEqual(before);
  });

  it('what was asked last stands first, and nothing that was asked before goes', async () => {
    await lookedUp('xgqa', here);
    jump();
    await lookedUp('xgqa results', here);
    expect(await queries()).toEqual(['xgqa results', 'xgqa']);
    vi.setSystemTime(NOON + by + 1000);
    await lookedUp('xgqa results on images', here);
    expect(await queries()).toEqual(['xgqa results on images', 'xgqa']);
  });

  it('a query that is forgotten comes back in its place', async () => {
    for (const query of ['xgqa', 'sib-200']) await lookedUp(query, here);
    jump();
    for (const query of ['mind', 'code-switching']) await lookedUp(query, here);
    for (const query of await queries()) {
      const before = await recent.get();
      const putBack = await forgetLookup(query);
      expect(await queries()).not.toContain(query);
      await putBack();
      expect(await recent.get()).toEqual(before);
    }
  });

  it('it comes back behind what was asked meanwhile', async () => {
    for (const query of ['xgqa', 'sib-200', 'mind']) await lookedUp(query, here);
    const putBack = await forgetLookup('sib-200');
    jump();
    for (const query of ['han', 'xgqa']) await lookedUp(query, here);
    await putBack();
    expect(await queries()).toEqual(['xgqa', 'han', 'mind', 'sib-200']);
  });

  it('a paper that is read now counts as read, however many were read before', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`p${i}`, NOON - i]));
    await seen.set(many);
    jump();
    await sawPaper('now', here);
    await sawPaper('p5', here);
    expect(await knownOf(['now', 'p0', 'p5', 'p1999'])).toMatchObject({ seen: ['now', 'p0', 'p5'] });
    expect(Object.keys(await seen.get())).toHaveLength(2000);
  });

  it('cleared history comes back whole', async () => {
    await sawPaper('a', here);
    await lookedUp('xgqa', here);
    const before = structuredClone(local.values);
    const putBack = await clearHistory();
    jump();
    await putBack();
    expect(local.values).toEqual(before);
  });

  it('a backup of before is read', async () => {
    const text = await writeBackup({ ...NO_DATA, recent: [{ query: 'xgqa', at: NOON }] }, NOON);
    jump();
    const read = await readBackup(text);
    expect(read).toMatchObject({ ok: true, value: { made: NOON, data: { recent: [{ query: 'xgqa', at: NOON }] } } });
  });
});

describe('what a card could not show in the panel', () => {
  const request: PanelRequest = { view: 'paper', id: xgqa.id };
  it.each([
    { after: 59_000, wants: request, because: 'asked just now' },
    { after: -1000, wants: request, because: 'the clock was set right by a second' },
    { after: 61_000, wants: { view: 'page' }, because: 'asked a while ago' },
    { after: HOUR, wants: { view: 'page' }, because: 'the clock was put forward, or the machine slept' },
    { after: -HOUR, wants: { view: 'page' }, because: 'the clock was put back: it would wait for an hour' },
  ])('$after ms later: $because', async ({ after, wants }) => {
    await waitingRequest(1).set({ request, at: NOON });
    vi.setSystemTime(NOON + after);
    expect(await takeWaiting(1)).toEqual(wants);
    // Once only, and not an hour later either.
    vi.setSystemTime(NOON);
    expect(await takeWaiting(1)).toEqual({ view: 'page' });
  });
});
