import browser from 'webextension-polyfill';
import { frameOfMark } from '../messages/frames';
import { sendPatiently } from '../messages/patiently';
import type { Input, Output, ToBackground, ToContent } from '../messages/protocol';
import { fail, type Result } from '../util/result';
import { frameStates } from './state';

/** Asks the background. Never throws. */
export const ask = <K extends keyof ToBackground>(
  type: K,
  input: Input<ToBackground, K>,
): Promise<Result<Output<ToBackground, K>>> => sendPatiently(() => browser.runtime.sendMessage({ type, input }));

/** Asks the content script of a tab, of its top frame if none is named. Tabs without one answer with the code `no-page`. */
export async function askTab<K extends keyof ToContent>(
  tabId: number,
  type: K,
  input: Input<ToContent, K>,
  frameId = 0,
): Promise<Result<Output<ToContent, K>>> {
  try {
    const reply = (await browser.tabs.sendMessage(tabId, { type, input }, { frameId })) as
      | Result<Output<ToContent, K>>
      | undefined;
    return reply ?? fail({ code: 'no-page', message: 'no answer' });
  } catch (error) {
    return fail({ code: 'no-page', message: String(error) });
  }
}

/** Tells the content scripts in all frames of a tab; their answers are not waited for. Never throws. */
export function tellFrames<K extends keyof ToContent>(tabId: number, type: K, input: Input<ToContent, K>): void {
  browser.tabs.sendMessage(tabId, { type, input }).catch(() => {
    // A tab without one.
  });
}

/** Scrolls to a mark of a tab by its number, in whichever frame it is. */
export async function showMark(tabId: number, mark: number): Promise<void> {
  const { frameId, index } = frameOfMark(await frameStates(tabId).get(), mark);
  await askTab(tabId, 'mark.show', { index }, frameId);
}
