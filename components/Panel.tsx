import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PaperHead } from '../lib/papers/paper';
import type { Entries } from '../lib/saved/entry';
import { tagCounts } from '../lib/saved/find';
import type { CiteActs } from './CiteBox';
import { CompareTray } from './CompareTray';
import { Finder } from './Finder';
import { ItemTools } from './ItemTools';
import type { Item } from './items';
import { type Known, KnownPapers } from './known';
import { type PageActs, type PagePanelSide, PageTab } from './PageTab';
import { joinPapers } from './page-groups';
import { type ReadingActs, ReadingFrame } from './ReadingFrame';
import { Recent, type RecentSide } from './Recent';
import { type SavedActs, SavedTab } from './SavedTab';
import { SearchStates, searchItems } from './SearchStates';
import { t } from './strings';
import { Tabs } from './Tabs';
import type { TextSize } from './TextSize';
import { type Removal, Toasts } from './Toasts';
import { Trouble, type TroubleSide } from './Trouble';
import { useKeptFocus } from './use-kept-focus';
import { usePanelKeys } from './use-panel-keys';
import { isStale, type ReadingSide, type SearchSide } from './view-state';

export type PanelTab = 'page' | 'search' | 'saved' | 'library';

export interface PanelState {
  tab: PanelTab;
  page: PagePanelSide;
  search: SearchSide;
  recent: RecentSide;
  /** The reading list; null while it is read. */
  entries: Entries | null;
  removals: readonly Removal[];
  trouble?: TroubleSide | undefined;
  /** Chosen for comparing. */
  tray: readonly PaperHead[];
  /** Over the tabs, where a paper, a term or a comparison is open. */
  reading: ReadingSide | null;
  /** Which step of the way `reading` is. */
  step: number;
  canForward: boolean;
  textSize: TextSize;
}

export interface PanelActs extends ReadingActs, PageActs, SavedActs {
  cite: CiteActs;
  setTab: (tab: PanelTab) => void;
  setQuery: (query: string) => void;
  showNearest: () => void;
  openItem: (item: Item, how: 'panel' | 'page') => void;
  undo: (key: number) => void;
  dismiss: (key: number) => void;
  pick: (paper: PaperHead) => void;
  clearPicks: () => void;
  lookUp: (query: string) => void;
  forget: (query: string) => void;
  clearRecent: () => void;
}

interface Props {
  state: PanelState;
  actions: PanelActs;
  isSeen: (id: string) => boolean;
  box: RefObject<HTMLInputElement | null>;
  /** Draws the reader's shelves; called when their tab is first shown. */
  library: () => ComponentChild;
}

/** The side panel: lists in tabs, and the reading view over them. */
export function Panel({ state, actions, isSeen, box, library }: Props) {
  const { reading, entries, tray, tab } = state;
  const lists = useRef<HTMLDivElement>(null);
  useReturningFocus(lists, reading?.id ?? null);
  usePanelKeys(state, actions);
  useKeptFocus();
  // A tab that was shown once stays, hidden: its list keeps its place.
  const shown = useRef(new Set<PanelTab>());
  shown.current.add(tab);
  const papers = joinPapers(state.page.found).length;
  const known: Known = {
    isSaved: (id) => !!entries?.has(id),
    isSeen,
    picked: tray.map(({ id }) => id),
    pick: actions.pick,
  };
  const tags = useMemo(() => (entries ? tagCounts(entries).map((one) => one.tag) : []), [entries]);
  const tabs = [
    { key: 'page', label: t('tabPage'), icon: 'page', count: papers },
    { key: 'search', label: t('tabSearch'), icon: 'search' },
    { key: 'saved', label: t('tabSaved'), icon: 'save', count: entries?.size ?? 0 },
    { key: 'library', label: t('tabLibrary'), icon: 'library' },
  ] as const;
  const compare = () => actions.compare(tray);
  const body = (key: PanelTab, content: () => ComponentChild) =>
    shown.current.has(key) && (
      <div class="tab-body" key={key} hidden={tab !== key}>
        {content()}
      </div>
    );
  return (
    <KnownPapers.Provider value={known}>
      <main class="panel">
        {/* Hidden, not taken away: the list keeps its place while a paper is read. */}
        <div class="panel-lists" ref={lists} hidden={reading !== null}>
          <h1 class="hidden">{t('extName')}</h1>
          <Tabs tabs={tabs} active={tab} label={t('tabsLabel')} onChange={actions.setTab}>
            {body('page', () => (
              <PageTab page={state.page} actions={actions} />
            ))}
            {body('search', () => (
              <SearchTab state={state} actions={actions} box={box} known={known} />
            ))}
            {body('saved', () => (
              <SavedTab entries={entries} actions={actions} />
            ))}
            {body('library', () => (
              <div class="scroll">{library()}</div>
            ))}
          </Tabs>
        </div>
        {reading && (
          <ReadingFrame
            reading={reading}
            step={state.step}
            canForward={state.canForward}
            textSize={state.textSize}
            entry={entries?.get(reading.id)}
            tags={tags}
            actions={actions}
          />
        )}
        {state.trouble && <Trouble {...state.trouble} />}
        <Toasts removals={state.removals} onUndo={actions.undo} onDismiss={actions.dismiss} />
        {reading?.kind !== 'compare' && (
          <CompareTray papers={tray} onCompare={compare} onRemove={actions.pick} onClear={actions.clearPicks} />
        )}
      </main>
    </KnownPapers.Provider>
  );
}

interface SearchTabProps extends Pick<Props, 'state' | 'actions' | 'box'> {
  known: Known;
}

function SearchTab({ state: { search, recent }, actions, box, known }: SearchTabProps) {
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
      tools={(item) => (
        <ItemTools
          item={item}
          saved={known.isSaved(item.id)}
          actions={{ save: actions.save, copy: actions.copy, cite: actions.cite }}
        />
      )}
    >
      {asking ? (
        <SearchStates search={search} onNearest={actions.showNearest} onRetry={actions.retry} />
      ) : (
        <Recent
          recent={recent}
          onLookup={actions.lookUp}
          onForget={actions.forget}
          onPaper={actions.read}
          onClear={actions.clearRecent}
        />
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
      const find = (selector: string) =>
        [...(lists.current?.querySelectorAll<HTMLElement>(selector) ?? [])].find((one) => !one.closest('[hidden]'));
      const row = find(`[data-id="${CSS.escape(last.current)}"]`);
      last.current = null;
      (row ?? find('[role="combobox"]') ?? find('[role="tab"][tabindex="0"]'))?.focus();
    }
  }, [lists, readingId]);
}
