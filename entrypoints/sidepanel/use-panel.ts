import { useCallback, useRef, useState } from 'preact/hooks';
import type { Tabs } from 'webextension-polyfill';
import type { PanelActs, PanelState, PanelTab } from '../../components/Panel';
import { settings } from '../../lib/browser/state';
import { openTab } from '../../lib/browser/tabs';
import type { PanelRequest } from '../../lib/messages/protocol';
import { paperPage } from '../../lib/papers/links';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { copyBibtex } from '../shared/copy';
import { usePage } from '../shared/use-page';
import { useSearch } from '../shared/use-search';
import { useStored } from '../shared/use-stored';
import { useReading } from './use-reading';
import { useRequests } from './use-requests';
import { useSaved } from './use-saved';

/** State and actions of the panel. */
export function usePanel(start: Tabs.Tab | undefined) {
  const [tab, setTab] = useState<PanelTab>('page');
  const { page, jump, scanPage } = usePage(start, useStored(settings) ?? DEFAULT_SETTINGS);
  const { search, setQuery, retry, showNearest } = useSearch();
  const { reading, canForward, read, close, back, forward, retryReading } = useReading();
  const saved = useSaved();
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
      if (request.view === 'paper') return read({ id: request.id, terms: request.terms ?? [], why: [] });
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
    read: (id) => read({ id, terms: [], why: [] }),
    openItem(item, how) {
      if (how === 'panel') read({ id: item.id, terms: item.terms ?? [], why: item.why ?? [] });
      else if (item.paper) void openTab(paperPage(item.paper));
    },
    searchFor,
    remove: (id) => saved.remove(id),
    undo: () => saved.undo(),
    save: (paper, wanted) => saved.save(paper.id, wanted),
    copy: copyBibtex,
    back,
    forward,
  };
  const state: PanelState = { tab, page, search, saved: saved.side, reading, canForward };
  return { state, actions, isSaved: saved.isSaved, box };
}
