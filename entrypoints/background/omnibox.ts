import browser from 'webextension-polyfill';
import { isPanelOpen } from '../../lib/browser/panel';
import { settings } from '../../lib/browser/state';
import { openPanelTab } from '../../lib/browser/tabs';
import { paperPage } from '../../lib/papers/links';
import { byline } from '../../lib/papers/paper';
import { library } from './lookup';
import { showInPanel } from './menu';

const SUGGESTIONS = 6;

/** "sl" in the address bar: papers while typing; Enter on one opens its page, Enter on the words looks them up in the panel. */
export function onOmnibox(): void {
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void (async () => {
      const [all, { offLanguages }] = await Promise.all([library(), settings.get()]);
      const answer = await all.search(text, SUGGESTIONS, undefined, offLanguages);
      suggest(
        answer.hits.map(({ paper }) => ({
          content: paperPage(paper),
          description: escapeXml(`${paper.title} — ${byline(paper)}`),
        })),
      );
    })();
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    // The pages of imported papers may be without https.
    if (/^https?:\/\//.test(text)) {
      void (disposition === 'currentTab'
        ? browser.tabs.update({ url: text })
        : browser.tabs.create({ url: text, active: disposition === 'newForegroundTab' }));
      return;
    }
    void lookUpInPanel(text);
  });
}

/** To Firefox, Enter in the address bar is no gesture that may open the sidebar: unless it is open, the panel's page comes in a tab. */
async function lookUpInPanel(text: string): Promise<void> {
  const { id } = await browser.windows.getLastFocused();
  await showInPanel(id, { view: 'search', query: text });
  if (id !== undefined && browser.sidebarAction && !(await isPanelOpen(id))) await openPanelTab();
}

/** Chromium reads a suggestion's description as XML. */
const escapeXml = (text: string) =>
  text.replace(/[&<>"']/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }[c]};`);
