import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Tabs } from 'webextension-polyfill';
import { type PageSide, pageStatus } from '../../components/view-state';
import { askTab, showMark } from '../../lib/browser/messaging';
import { pageState } from '../../lib/browser/state';
import { activeTab, followActiveTab } from '../../lib/browser/tabs';
import { type Settings, siteOf } from '../../lib/settings/schema';
import { relatedTo } from './related';
import { headsOf, usePapers } from './use-papers';
import { useStored } from './use-stored';

const FULL = 8;

/** The page in front: what was found in it, how it stands with it, and what the reader has selected. */
export function usePage(start: Tabs.Tab | undefined, settings: Settings) {
  const [tab, setTab] = useState(start);
  useEffect(() => {
    const refresh = () => void activeTab().then(setTab);
    refresh();
    return followActiveTab(refresh);
  }, []);

  const state = useStored(useMemo(() => (tab?.id === undefined ? undefined : pageState(tab.id)), [tab?.id]));
  const answer = useSelection(tab);
  const site = siteOf(tab?.url ?? '');
  const status = pageStatus(state ?? null, answer?.reachable, settings, site);
  // What was found before the page became one that cannot be read belongs to the page before.
  const found = status === 'restricted' || status === 'off' ? [] : (state?.found ?? []);

  const ids = found.filter((one) => one.kind !== 'term').map((one) => one.id);
  const views = usePapers(ids);
  const page: PageSide & { related: ReturnType<typeof relatedTo> } = {
    status,
    found,
    heads: headsOf(views, ids),
    related: views
      ? relatedTo(
          ids.flatMap((id) => views.get(id) ?? []),
          FULL,
        )
      : [],
  };
  const tellTab = (type: 'mark.show' | 'page.scanAll', index = 0) => {
    if (tab?.id === undefined) return;
    void (type === 'mark.show' ? showMark(tab.id, index) : askTab(tab.id, type, {}));
  };
  return {
    site,
    page,
    selection: answer?.selection,
    jump: (mark: number) => tellTab('mark.show', mark),
    scanPage: () => tellTab('page.scanAll'),
  };
}

interface SelectionAnswer {
  reachable: boolean;
  selection: { text: string; context: string };
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
      else setAnswer({ reachable: reply.ok, selection: reply.ok ? reply.value : { text: '', context: '' } });
    });
    return () => {
      ended = true;
    };
  }, [tab]);
  return answer;
}
