import browser from 'webextension-polyfill';
import type { FrameStates } from '../messages/frames';
import type { PageState } from '../messages/protocol';
import { askTab } from './messaging';
import { frameStates, PAGE } from './state';

/** Whoever is too busy to answer within this time, in milliseconds, is there. */
const ANSWERS = 1000;

/** What all frames of a tab have found, before a report and with it. */
export interface Kept {
  before: FrameStates;
  now: FrameStates;
}

/**
 * Keeps what a frame of a tab reports. The first report of a document is the moment to forget those that have left the tab, by no clock,
 * which may be put back, but by asking the other frames; and tabs that are gone: a listener for closing tabs would wake the worker for
 * every one of them. A page that goes on changing reports often, and is not worth a look at all tabs each time.
 */
export async function keepReport(tabId: number, frameId: number, state: PageState): Promise<Kept> {
  const states = frameStates(tabId);
  const known = await states.get();
  const isFirst = known[frameId]?.document !== state.document;
  const left = isFirst ? await leftOf(tabId, frameId, known) : new Set();
  if (isFirst && frameId === 0) void forgetClosedTabs();
  let before = known;
  const now = await states.update((all) => {
    before = all;
    return {
      ...Object.fromEntries(Object.entries(all).filter(([, { document }]) => !left.has(document))),
      [frameId]: state,
    };
  });
  return { before, now };
}

async function forgetClosedTabs(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(PAGE));
  const open = new Set((await browser.tabs.query({})).map(({ id }) => `${PAGE}${id}`));
  const closed = keys.filter((key) => !open.has(key));
  if (closed.length) await browser.storage.session.remove(closed);
}

/** The documents that are no longer in their frames. */
async function leftOf(tabId: number, reporting: number, known: FrameStates): Promise<Set<string>> {
  const others = Object.entries(known).filter(([frame]) => Number(frame) !== reporting);
  const left = others.map(async ([frame, { document }]) => ((await isThere(tabId, frame, document)) ? [] : [document]));
  return new Set((await Promise.all(left)).flat());
}

async function isThere(tabId: number, frame: string, document: string): Promise<boolean> {
  const late = new Promise<true>((done) => setTimeout(done, ANSWERS, true));
  const answer = askTab(tabId, 'selection.get', {}, Number(frame)).then(
    (reply) => reply.ok && reply.value.document === document,
  );
  return Promise.race([answer, late]);
}
