import browser from 'webextension-polyfill';
import { count, message } from '../../lib/browser/language';
import type { PageState } from '../../lib/messages/protocol';

const MOST = 99;

/** Counts the papers of a page on the toolbar button; no papers, no badge. @param shown what the button shows now */
export async function showBadge(tabId: number, state: PageState | null, shown: PageState | null): Promise<void> {
  const papers = papersOf(state);
  if (shown && papersOf(shown) === papers) return;
  const text = papers ? (papers > MOST ? `${MOST}+` : String(papers)) : '';
  const title = papers ? count('badge', papers) : message('extName');
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#7a4b1e' }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab went away meanwhile.
  }
}

const papersOf = (state: PageState | null) =>
  new Set(state?.found.filter(({ kind }) => kind !== 'term').map(({ id }) => id)).size;
