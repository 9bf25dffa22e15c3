import type { PanelRequest } from '../messages/protocol';
import { waitingRequest } from './state';

/** What a card could not show in the panel is shown by its keys for this long, in milliseconds. */
const WAITING = 60_000;

/**
 * What a card has just asked for in vain (Firefox opens its sidebar from keys, menus and buttons only), once; else, and where the clock was
 * put forward or back since, the page's papers.
 */
export async function takeWaiting(windowId = -1): Promise<PanelRequest> {
  const store = waitingRequest(windowId);
  const waiting = await store.get();
  if (!waiting) return { view: 'page' };
  await store.set(null);
  return Math.abs(Date.now() - waiting.at) < WAITING ? waiting.request : { view: 'page' };
}
