import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Tabs } from 'webextension-polyfill';
import { type PageSide, pageStatus } from '../../components/view-state';
import { askToEnter, isKeptOut } from '../../lib/browser/access';
import { askTab, showMark, tellFrames } from '../../lib/browser/messaging';
import { pageState } from '../../lib/browser/state';
import { activeTab, followActiveTab, followTab } from '../../lib/browser/tabs';
import type { PageState } from '../../lib/messages/protocol';
import { isOn, type Settings, siteOf } from '../../lib/settings/schema';
import { headsOf, usePapers } from './use-papers';
import { useStored } from './use-stored';

/** A page that has nothing to report is asked this often whether it was read, in milliseconds. */
const ASK_AGAIN = 300;

/** The page in front: what was found in it, how it stands with it, and what the reader has selected. */
export function usePage(start: Tabs.Tab | undefined, settings: Settings) {
  const [front, setFront] = useState(start);
  /** The tab to stay with, whatever comes to the front. */
  const [kept, setKept] = useState<Tabs.Tab>();
  const refresh = () => void activeTab().then(setFront);
  useEffect(() => {
    refresh();
    return followActiveTab(refresh);
  }, []);
  const keptId = kept?.id;
  useEffect(() => (keptId === undefined ? undefined : followTab(keptId, setKept)), [keptId]);
  const tab = kept ?? front;

  const stored = useStored(useMemo(() => (tab?.id === undefined ? undefined : pageState(tab.id)), [tab?.id]));
  const answer = useSelection(tab);
  // What another document than the present one reported is nobody's any more.
  const reported = stored && answer?.reachable && stored.document !== answer.document ? null : stored;
  const site = siteOf(tab?.url ?? '');
  const reads = isOn(settings, site) && !settings.onlyWhenAsked;
  const silent = useSilentPage(tab, reported === null && !!answer?.reachable && reads);
  const state = reported ?? silent;
  const keptOut = useKeptOut(tab, answer?.reachable === false);
  const status = keptOut ? 'kept-out' : pageStatus(state, answer?.reachable, settings, site);
  // What was found before the page became one that cannot be read belongs to the page before.
  const readable = status === 'restricted' || status === 'kept-out' || status === 'off' ? null : state;
  const found = readable?.found ?? [];

  const papers = found.filter((one) => one.kind !== 'term').map((one) => one.id);
  const ids = [...new Set(readable?.self ? [...papers, readable.self] : papers)];
  const page: PageSide = {
    status,
    found,
    heads: headsOf(usePapers(ids), ids),
    self: readable?.self,
    references: readable?.references,
    enter: () => void askToEnter().then(refresh),
  };
  const tellTab = (type: 'mark.show' | 'page.scanAll', index = 0) => {
    if (tab?.id === undefined) return;
    if (type === 'mark.show') void showMark(tab.id, index);
    else tellFrames(tab.id, type, {});
  };
  return {
    tab,
    /** The papers found, and the one that the page is about. */
    ids,
    title: readable?.title ?? tab?.title ?? '',
    url: readable?.url ?? tab?.url ?? '',
    site,
    page,
    selection: answer?.selection,
    jump: (mark: number) => tellTab('mark.show', mark),
    scanPage: () => tellTab('page.scanAll'),
    incognito: tab?.incognito,
    /** The title of the page that is stayed with; null while the tab in front is followed. */
    kept: kept ? (kept.title ?? '') : null,
    keepPage: (keep: boolean) => setKept(keep ? tab : undefined),
  };
}

/** Whether nobody answers in a tab because the reader keeps Sidelight out of sites. */
function useKeptOut(tab: Tabs.Tab | undefined, silent: boolean): boolean {
  const [of, setOf] = useState<Tabs.Tab>();
  useEffect(() => {
    if (silent) void isKeptOut().then((out) => setOf(out ? tab : undefined));
  }, [tab, silent]);
  return silent && of !== undefined && of === tab;
}

interface SelectionAnswer {
  reachable: boolean;
  selection: { text: string; context: string };
  /** Which document has answered; '' where none has. */
  document: string;
}

/** Asks a tab for its selection; a tab where nobody answers is one that cannot be read. Undefined until that is known. */
function useSelection(tab: Tabs.Tab | undefined): SelectionAnswer | undefined {
  const [answer, setAnswer] = useState<SelectionAnswer>();
  useEffect(() => {
    if (tab?.id === undefined) return;
    let ended = false;
    void askTab(tab.id, 'selection.get', {}).then((reply) => {
      if (ended) return;
      // A page that is still loading may have its content script in a moment.
      if (!reply.ok && tab.status === 'loading') setAnswer(undefined);
      else
        setAnswer({
          reachable: reply.ok,
          selection: reply.ok ? reply.value : { text: '', context: '' },
          document: reply.ok ? reply.value.document : '',
        });
    });
    return () => {
      ended = true;
    };
  }, [tab]);
  return answer;
}

/** A page on which nothing was found reports nothing, so as not to wake the worker: it is asked here, until it has been read. */
function useSilentPage(tab: Tabs.Tab | undefined, wanted: boolean): PageState | null {
  const [known, setKnown] = useState<{ tab: Tabs.Tab; state: PageState | null }>();
  useEffect(() => {
    if (!wanted || tab?.id === undefined) return;
    const { id } = tab;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async () => {
      const reply = await askTab(id, 'page.state', {});
      if (ended) return;
      const state = reply.ok ? reply.value : null;
      setKnown({ tab, state });
      if (reply.ok && (!state || state.progress === 'scanning')) timer = setTimeout(() => void look(), ASK_AGAIN);
    };
    void look();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [tab, wanted]);
  return known && known.tab === tab ? known.state : null;
}
