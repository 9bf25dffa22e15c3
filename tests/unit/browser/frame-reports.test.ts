// Which frames of a tab count, wherever the clock stands: those whose documents are still there.
import { beforeEach, expect, it, vi } from 'vitest';
import { keepReport } from '../../../lib/browser/frame-reports';
import { frameStates } from '../../../lib/browser/state';
import type { PageState } from '../../../lib/messages/protocol';
import { ok } from '../../../lib/util/result';
import { reset, tabs } from './fake-browser';

vi.mock('webextension-polyfill', () => import('./fake-browser'));

const TAB = 7;
const HOUR = 3_600_000;
const report = (document: string): PageState => ({
  document,
  url: `https://example.org/${document}`,
  title: document,
  found: [],
  progress: 'done',
  ms: 1,
});

/** The documents that stand in the frames now. */
let standing: Record<number, string>;
let asked: number[];

beforeEach(() => {
  reset();
  standing = {};
  Object.assign(tabs, { open: [TAB], asked: 0 });
  asked = [];
  tabs.answer = (tabId, frameId) => {
    expect(tabId).toBe(TAB);
    asked.push(frameId);
    const document = standing[frameId];
    return document
      ? Promise.resolve(ok({ text: '', context: '', document }))
      : Promise.reject(new Error('no receiver'));
  };
});

/** Reports one after another, each with the frames as they are by then; the clock is put back by an hour before each. */
async function after(steps: { frame: number; now: Record<number, string> }[]): Promise<Record<string, string>> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 28, 12) });
  try {
    for (const { frame, now } of steps) {
      vi.setSystemTime(Date.now() - HOUR);
      standing = now;
      await keepReport(TAB, frame, report(now[frame]!));
    }
  } finally {
    vi.useRealTimers();
  }
  const kept = await frameStates(TAB).get();
  return Object.fromEntries(Object.entries(kept).map(([frame, { document }]) => [frame, document]));
}

it.each([
  {
    because: 'frames of one page stay side by side',
    steps: [
      { frame: 0, now: { 0: 'page', 5: 'part' } },
      { frame: 5, now: { 0: 'page', 5: 'part' } },
      { frame: 0, now: { 0: 'page', 5: 'part' } },
    ],
    kept: { 0: 'page', 5: 'part' },
  },
  {
    because: 'another page has come, and its frames are not those of the one before',
    steps: [
      { frame: 0, now: { 0: 'page', 5: 'part' } },
      { frame: 5, now: { 0: 'page', 5: 'part' } },
      { frame: 0, now: { 0: 'next', 9: 'other' } },
    ],
    kept: { 0: 'next' },
  },
  {
    because: 'a frame may report before the page that it is in',
    steps: [
      { frame: 0, now: { 0: 'page', 5: 'part' } },
      { frame: 9, now: { 0: 'next', 9: 'other' } },
      { frame: 0, now: { 0: 'next', 9: 'other' } },
    ],
    kept: { 0: 'next', 9: 'other' },
  },
  {
    because: 'a page that has nothing to report leaves nothing of the one before beside its frame',
    steps: [
      { frame: 0, now: { 0: 'page' } },
      { frame: 9, now: { 0: 'next', 9: 'other' } },
    ],
    kept: { 9: 'other' },
  },
  {
    because: 'a frame went on to another document',
    steps: [
      { frame: 0, now: { 0: 'page', 5: 'part' } },
      { frame: 5, now: { 0: 'page', 5: 'part' } },
      { frame: 5, now: { 0: 'page', 5: 'second' } },
    ],
    kept: { 0: 'page', 5: 'second' },
  },
  {
    because: 'a reload is another document too',
    steps: [
      { frame: 0, now: { 0: 'page', 5: 'part' } },
      { frame: 5, now: { 0: 'page', 5: 'part' } },
      { frame: 0, now: { 0: 'page again' } },
    ],
    kept: { 0: 'page again' },
  },
])('$because', async ({ steps, kept }) => {
  expect(await after(steps)).toEqual(kept);
});

it('asks only at the first report of a document, and nobody where a page has no frames', async () => {
  const now = { 0: 'page', 5: 'part' };
  await after([{ frame: 0, now }]);
  expect(asked).toEqual([]);
  await after([
    { frame: 5, now },
    { frame: 5, now },
    { frame: 0, now },
  ]);
  expect(asked).toEqual([0]);
});

it('whoever is too busy to answer is there', async () => {
  await after([{ frame: 5, now: { 5: 'part' } }]);
  tabs.answer = () => new Promise(() => {});
  await keepReport(TAB, 0, report('page'));
  expect(Object.keys(await frameStates(TAB).get())).toEqual(['0', '5']);
});

it('forgets tabs that are gone with the first report of a page, and looks no further while that changes', async () => {
  const now = { 0: 'page', 5: 'part' };
  const GONE = 8;
  await frameStates(GONE).set({ 0: report('other') });
  await after([{ frame: 0, now }]);
  await expect.poll(() => frameStates(GONE).get()).toEqual({});
  expect(tabs.asked).toBe(1);
  await after([
    { frame: 0, now },
    { frame: 5, now },
    { frame: 0, now },
  ]);
  expect(tabs.asked).toBe(1);
});
