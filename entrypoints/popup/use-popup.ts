import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Tabs } from 'webextension-polyfill';
import type { PopupActs, PopupState } from '../../components/Popup';
import { withMode } from '../../components/site-mode';
import { toBibtex } from '../../lib/bib/bibtex';
import { lookedUp } from '../../lib/browser/history-store';
import { metIn } from '../../lib/browser/met';
import { addSaved, removeSaved } from '../../lib/browser/saved-store';
import { settings } from '../../lib/browser/state';
import { openTab } from '../../lib/browser/tabs';
import { paperPage } from '../../lib/papers/links';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { citing } from '../shared/cite';
import { copy } from '../shared/copy';
import { useKnown } from '../shared/use-known';
import { usePage } from '../shared/use-page';
import { useRecent } from '../shared/use-recent';
import { useSearch } from '../shared/use-search';
import { useStored } from '../shared/use-stored';
import { useTrouble } from '../shared/use-trouble';
import { showInPanel } from './show-in-panel';

/** State and actions of the popup. */
export function usePopup(tab: Tabs.Tab | undefined) {
  const chosen = useStored(settings) ?? DEFAULT_SETTINGS;
  const { site, page, selection, scanPage } = usePage(tab, chosen);
  const { search, context, setQuery, retry, showNearest } = useSearch();
  const { isSaved, isSeen } = useKnown();
  const recent = useRecent(search.answer && !search.answer.abstained ? search.answered : null, tab?.incognito);
  const { trouble, watch } = useTrouble();
  const box = useRef<HTMLInputElement>(null);
  const touched = useRef(false);

  useLayoutEffect(() => box.current?.focus(), []);

  // The page's selection comes a moment later; whoever is typing already is left alone.
  useEffect(() => {
    if (!selection?.text || touched.current) return;
    touched.current = true;
    setQuery(selection.text, selection.context);
    requestAnimationFrame(() => box.current?.select());
  }, [selection, setQuery]);

  const actions: PopupActs = {
    setMode: (mode) => void settings.update((current) => withMode(current, site, mode)),
    setQuery(query) {
      touched.current = true;
      setQuery(query);
      box.current?.focus();
    },
    showNearest() {
      showNearest();
      box.current?.focus();
    },
    retry,
    scanPage() {
      scanPage();
      box.current?.focus();
    },
    openItem(item, how) {
      const query = search.query.trim();
      if (query && tab) void lookedUp(query, tab);
      if (item.kind === 'topic') showInPanel(tab?.windowId, { view: 'term', id: item.id });
      else if (how === 'panel')
        showInPanel(tab?.windowId, { view: 'paper', id: item.id, terms: [...(item.terms ?? [])] });
      else
        void openTab(paperPage(item.paper ?? { id: item.id, title: item.title, authors: [] })).then(() =>
          window.close(),
        );
    },
    save(paper, wanted) {
      const isHere = page.found.some(({ id }) => id === paper.id);
      if (wanted) watch(addSaved(paper, isHere ? metIn(tab) : undefined));
      else void removeSaved([paper.id]);
    },
    copy: (paper) => copy(toBibtex(paper)),
    cite: citing,
    openPanel() {
      const query = search.query.trim();
      showInPanel(tab?.windowId, query ? { view: 'search', query, ...(context && { context }) } : { view: 'page' });
    },
  };
  const state: PopupState = { settings: chosen, site, page, search, recent, trouble };
  return { state, actions, isSaved, isSeen, box };
}
