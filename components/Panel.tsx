import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Finder } from './Finder';
import type { Item } from './items';
import { type PageActs, type PagePanelSide, PageTab } from './PageTab';
import { joinPapers } from './page-groups';
import { type ReadingActs, ReadingFrame } from './ReadingFrame';
import { SavedList } from './SavedList';
import { SearchStates, searchItems } from './SearchStates';
import { Empty } from './States';
import { t } from './strings';
import { Tabs } from './Tabs';
import { isStale, type ReadingSide, type SavedSide, type SearchSide } from './view-state';

export type PanelTab = 'page' | 'search' | 'saved';

export interface PanelState {
  tab: PanelTab;
  page: PagePanelSide;
  search: SearchSide;
  saved: SavedSide;
  /** Over the tabs, where a paper or a term is open. */
  reading: ReadingSide | null;
  canForward: boolean;
}

export interface PanelActs extends ReadingActs, PageActs {
  setTab: (tab: PanelTab) => void;
  setQuery: (query: string) => void;
  showNearest: () => void;
  openItem: (item: Item, how: 'panel' | 'page') => void;
  remove: (id: string) => void;
  undo: () => void;
}

interface Props {
  state: PanelState;
  actions: PanelActs;
  isSaved: (id: string) => boolean;
  box: RefObject<HTMLInputElement | null>;
}

/** The side panel: lists in tabs, and the reading view over them. */
export function Panel({ state, actions, isSaved, box }: Props) {
  const { reading } = state;
  const lists = useRef<HTMLDivElement>(null);
  useReturningFocus(lists, reading?.id ?? null);
  const papers = joinPapers(state.page.found).length;
  const tabs = [
    { key: 'page', label: t('tabPage'), count: papers },
    { key: 'search', label: t('tabSearch') },
    { key: 'saved', label: t('tabSaved'), count: state.saved.items?.length ?? 0 },
  ] as const;
  return (
    <main class="panel">
      {/* Hidden, not taken away: the list keeps its place while a paper is read. */}
      <div class="panel-lists" ref={lists} hidden={reading !== null}>
        <h1 class="hidden">{t('extName')}</h1>
        <Tabs tabs={tabs} active={state.tab} label={t('tabsLabel')} onChange={actions.setTab}>
          {state.tab === 'page' && <PageTab page={state.page} actions={actions} />}
          {state.tab === 'search' && <SearchTab search={state.search} actions={actions} box={box} />}
          {state.tab === 'saved' && (
            <SavedList saved={state.saved} onPaper={actions.read} onRemove={actions.remove} onUndo={actions.undo} />
          )}
        </Tabs>
      </div>
      {reading && (
        <ReadingFrame reading={reading} canForward={state.canForward} saved={isSaved(reading.id)} actions={actions} />
      )}
    </main>
  );
}

function SearchTab({
  search,
  actions,
  box,
}: {
  search: SearchSide;
  actions: PanelActs;
  box: RefObject<HTMLInputElement | null>;
}) {
  const asking = search.query.trim() !== '';
  return (
    <Finder
      query={search.query}
      box={box}
      items={asking ? searchItems(search) : []}
      label={t('resultsLabel')}
      stale={isStale(search)}
      roomy
      onQuery={actions.setQuery}
      onOpen={actions.openItem}
    >
      {asking ? (
        <SearchStates search={search} onNearest={actions.showNearest} onRetry={actions.retry} />
      ) : (
        <Empty title={t('searchEmpty')} hint={t('searchEmptyHint')} />
      )}
    </Finder>
  );
}

/** When the reading view closes, the focus goes back to where it was opened: the row, or the search field. */
function useReturningFocus(lists: RefObject<HTMLDivElement | null>, readingId: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (readingId) last.current ??= readingId;
    else if (last.current) {
      const find = (selector: string) => lists.current?.querySelector<HTMLElement>(selector);
      const row = find(`[data-id="${CSS.escape(last.current)}"]`);
      last.current = null;
      (row ?? find('input') ?? find('[role="tab"][tabindex="0"]'))?.focus();
    }
  }, [lists, readingId]);
}
