import { useCallback, useRef, useState } from 'preact/hooks';
import type { Tabs } from 'webextension-polyfill';
import { COMPARED } from '../../components/known';
import type { PanelActs, PanelState, PanelTab } from '../../components/Panel';
import { pageNotes } from '../../components/page-notes';
import { t } from '../../components/strings';
import { toBibtex } from '../../lib/bib/bibtex';
import { clearHistory, forgetLookup, lookedUp } from '../../lib/browser/history-store';
import { metIn } from '../../lib/browser/met';
import { settings } from '../../lib/browser/state';
import { openTab } from '../../lib/browser/tabs';
import type { PanelRequest } from '../../lib/messages/protocol';
import { paperPage } from '../../lib/papers/links';
import type { PaperHead } from '../../lib/papers/paper';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { citing } from '../shared/cite';
import { copy } from '../shared/copy';
import { useKnown } from '../shared/use-known';
import { usePage } from '../shared/use-page';
import { headsOf, usePapers } from '../shared/use-papers';
import { useRecent } from '../shared/use-recent';
import { useSearch } from '../shared/use-search';
import { useStored } from '../shared/use-stored';
import { compareStep } from './trail';
import { useReading } from './use-reading';
import { useRelated } from './use-related';
import { useRequests } from './use-requests';
import { useSaved } from './use-saved';
import { useSeen } from './use-seen';

/** As many as are read before are shown. */
const RECENT_PAPERS = 20;

/** State and actions of the panel. */
export function usePanel(start: Tabs.Tab | undefined) {
  const [tab, setTab] = useState<PanelTab>('page');
  const chosen = useStored(settings) ?? DEFAULT_SETTINGS;
  const { page, ids, tab: front, title, url, jump, scanPage, kept, keepPage } = usePage(start, chosen);
  const { search, setQuery, retry, showNearest } = useSearch();
  const { reading, at, canForward, read, close, back, forward, takeOut, retryReading } = useReading();
  const { entries, seen, isSeen } = useKnown();
  const saved = useSaved();
  const [tray, setTray] = useState<readonly PaperHead[]>([]);
  const wasRead = page.status === 'done' || page.status === 'partial';
  const related = useRelated(front?.id, url, ids, tab === 'page' && !reading && wasRead);
  const lookups = useRecent(search.answer && !search.answer.abstained ? search.answered : null, start?.incognito);
  useSeen(reading?.kind === 'paper' && reading.view ? reading.id : undefined, start?.incognito);
  const box = useRef<HTMLInputElement>(null);

  const readBefore = Object.entries(seen ?? {})
    .sort((a, b) => b[1] - a[1])
    .slice(0, RECENT_PAPERS)
    .map(([id]) => id);
  const shown = tab === 'search' ? readBefore : [];
  const heads = headsOf(usePapers(shown), shown);

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

  const compare = (papers: readonly PaperHead[]) => {
    if (papers.length >= COMPARED.least) read(compareStep(papers.map(({ id }) => id)));
  };
  const actions: PanelActs = {
    ...saved.notes,
    setTab,
    setQuery: (query) => {
      setQuery(query);
      box.current?.focus();
    },
    showNearest,
    retry: reading ? retryReading : retry,
    scanPage,
    jump,
    keepPage,
    read: (id) => read({ kind: 'paper', id, terms: [], why: [] }),
    readTerm: (id) => read({ kind: 'term', id }),
    copyPage: () => copy(pageNotes(page, title, url)),
    openItem(item, how) {
      if (start) void lookedUp(search.query, start);
      if (how === 'panel') read({ kind: 'paper', id: item.id, terms: item.terms ?? [], why: item.why ?? [] });
      else if (item.paper) void openTab(paperPage(item.paper));
    },
    remove: saved.remove,
    undo: (key) => saved.undo(key),
    dismiss: saved.dismiss,
    save: (paper, wanted) => saved.save(paper, wanted, ids.includes(paper.id) ? metIn(front) : undefined),
    copy: (paper) => copy(toBibtex(paper)),
    cite: citing,
    pick: (paper) =>
      setTray((now) =>
        now.some(({ id }) => id === paper.id)
          ? now.filter(({ id }) => id !== paper.id)
          : [...now, paper].slice(0, COMPARED.most),
      ),
    clearPicks: () => setTray([]),
    compare,
    unpick(id) {
      setTray((now) => now.filter((paper) => paper.id !== id));
      takeOut(id);
    },
    lookUp: searchFor,
    forget: (query) => void forgetLookup(query).then((putBack) => saved.offer(query, 1, putBack)),
    clearRecent: () => void clearHistory().then((putBack) => saved.offer(t('historyCleared'), 1, putBack)),
    setTextSize: (next) => void settings.update((now) => ({ ...now, readingSize: next })),
    back,
    forward,
  };
  const state: PanelState = {
    tab,
    page: { ...page, related, kept },
    search,
    recent: { lookups, papers: Object.values(heads) },
    entries,
    removals: saved.removals,
    trouble: saved.trouble,
    tray,
    reading,
    step: at,
    canForward,
    textSize: chosen.readingSize,
  };
  return { state, actions, isSeen, box };
}
