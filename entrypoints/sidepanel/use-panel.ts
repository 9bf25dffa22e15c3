import { useCallback, useRef, useState } from 'preact/hooks';
import type { Tabs } from 'webextension-polyfill';
import type { PanelActs, PanelState, PanelTab } from '../../components/Panel';
import { pageNotes } from '../../components/page-notes';
import { toBibtex } from '../../lib/bib/bibtex';
import { settings } from '../../lib/browser/state';
import { openTab } from '../../lib/browser/tabs';
import type { PanelRequest } from '../../lib/messages/protocol';
import { paperPage } from '../../lib/papers/links';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { copy } from '../shared/copy';
import { usePage } from '../shared/use-page';
import { useSearch } from '../shared/use-search';
import { useStored } from '../shared/use-stored';
import { useReading } from './use-reading';
import { useRelated } from './use-related';
import { useRequests } from './use-requests';
import { useSaved } from './use-saved';

/** State and actions of the panel. */
export function usePanel(start: Tabs.Tab | undefined) {
  const [tab, setTab] = useState<PanelTab>('page');
  const { page, ids, tabId, title, url, jump, scanPage } = usePage(start, useStored(settings) ?? DEFAULT_SETTINGS);
  const { search, setQuery, retry, showNearest } = useSearch();
  const { reading, canForward, read, close, back, forward, retryReading } = useReading();
  const saved = useSaved();
  const wasRead = page.status === 'done' || page.status === 'partial';
  const related = useRelated(tabId, url, ids, tab === 'page' && !reading && wasRead);
  const box = useRef<HTMLInputElement>(null);

  const searchFor = useCallback(
    (query: string, context?: string) => {
      setTab('search');
      setQuery(query, context);
      requestAnimationFrame(() => box.current?.select());
    },
    [setQuery],
  );

  const follow = useCallback(
    (request: PanelRequest) => {
      if (request.view === 'paper') return read({ kind: 'paper', id: request.id, terms: request.terms ?? [], why: [] });
      if (request.view === 'term') return read({ kind: 'term', id: request.id });
      close();
      if (request.view === 'search') searchFor(request.query, request.context);
      else setTab(request.view);
    },
    [read, close, searchFor],
  );
  useRequests(start?.windowId, follow);

  const actions: PanelActs = {
    setTab(next) {
      saved.forget();
      setTab(next);
    },
    setQuery: (query) => {
      setQuery(query);
      box.current?.focus();
    },
    showNearest,
    retry: reading ? retryReading : retry,
    scanPage,
    jump,
    read: (id) => read({ kind: 'paper', id, terms: [], why: [] }),
    readTerm: (id) => read({ kind: 'term', id }),
    copyPage: () => copy(pageNotes(page, title, url)),
    openItem(item, how) {
      if (how === 'panel') read({ kind: 'paper', id: item.id, terms: item.terms ?? [], why: item.why ?? [] });
      else if (item.paper) void openTab(paperPage(item.paper));
    },
    remove: (id) => saved.remove(id),
    undo: () => saved.undo(),
    save: (paper, wanted) => saved.save(paper, wanted),
    copy: (paper) => copy(toBibtex(paper)),
    back,
    forward,
  };
  const state: PanelState = { tab, page: { ...page, related }, search, saved: saved.side, reading, canForward };
  return { state, actions, isSaved: saved.isSaved, box };
}
