import type { FrameStates } from '../messages/frames';
import type { PageState } from '../messages/protocol';
import { askTab } from './messaging';
import { frameStates } from './state';

/** Whoever is too busy to answer within this time, in milliseconds, is there. */
const ANSWERS = 1000;

/**
 * Keeps what a frame of a tab reports. The first report of a document is the moment to forget those that have left the tab: by no clock,
 * which may be put back, but by asking the other frames.
 * @returns what all frames of the tab have found
 */
export async function keepReport(tabId: number, frameId: number, state: PageState): Promise<FrameStates> {
  const states = frameStates(tabId);
  const known = await states.get();
  const left = known[frameId]?.document === state.document ? new Set() : await leftOf(tabId, frameId, known);
  return states.update((all) => ({
    ...Object.fromEntries(Object.entries(all).filter(([, { document }]) => !left.has(document))),
    [frameId]: state,
  }));
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
