import type { Met } from '../saved/entry';

/** Where a paper is being met: the page of a tab; undefined in private windows and where the tab shows no page of the web. */
export function metIn(tab: { incognito: boolean; url?: string; title?: string } | undefined): Met | undefined {
  if (!tab || tab.incognito || !/^(?:https?|file):/.test(tab.url ?? '')) return undefined;
  return { title: tab.title ?? '', url: tab.url!, at: Date.now() };
}
