import type { RefObject } from 'preact';
import type { Settings } from '../lib/settings/schema';
import { Finder } from './Finder';
import { ItemTools } from './ItemTools';
import { Icon } from './icons';
import { type Item, itemOfFound } from './items';
import { KnownPapers } from './known';
import { NoPapers, PartlyRead } from './PageStates';
import type { PaperActs } from './PaperActions';
import { joinPapers } from './page-groups';
import { RecentLookups } from './Recent';
import { SearchStates, searchItems } from './SearchStates';
import { SiteSwitch } from './SiteSwitch';
import { modeOf, type SiteMode } from './site-mode';
import { count, t } from './strings';
import { Trouble, type TroubleSide } from './Trouble';
import { useKeptFocus } from './use-kept-focus';
import { isStale, type PageSide, type SearchSide } from './view-state';

export interface PopupState {
  settings: Settings;
  /** Host name of the page in front; '' where it has none. */
  site: string;
  page: PageSide;
  search: SearchSide;
  /** Queries asked before, newest first. */
  recent: readonly string[];
  trouble?: TroubleSide | undefined;
}

export interface PopupActs extends PaperActs {
  setMode: (mode: SiteMode) => void;
  setQuery: (query: string) => void;
  showNearest: () => void;
  retry: () => void;
  scanPage: () => void;
  openItem: (item: Item, how: 'panel' | 'page') => void;
  /** Opens the panel with the query, or with the page's papers where there is none. */
  openPanel: () => void;
}

interface Props {
  state: PopupState;
  actions: PopupActs;
  isSaved: (id: string) => boolean;
  isSeen: (id: string) => boolean;
  box: RefObject<HTMLInputElement | null>;
}

/** A few: the window is small, and the panel has them all. */
const RECENT = 6;

/** The window under the toolbar button. */
export function Popup({ state, actions, isSaved, isSeen, box }: Props) {
  const { settings, site, page, search } = state;
  useKeptFocus();
  const asking = search.query.trim() !== '';
  const papers = joinPapers(page.found);
  const terms = page.found.filter((one) => one.kind === 'term');
  const items = asking ? searchItems(search) : [...papers, ...terms].map((one) => itemOfFound(one, page.heads));
  const recent = state.recent.slice(0, RECENT);
  return (
    <KnownPapers.Provider value={{ isSaved, isSeen, picked: [] }}>
      <main class="popup">
        <h1 class="hidden">{t('extName')}</h1>
        <SiteSwitch site={site} mode={modeOf(settings, site)} onMode={actions.setMode} />
        {state.trouble && <Trouble {...state.trouble} />}
        <Finder
          query={search.query}
          box={box}
          items={items}
          label={asking ? t('resultsLabel') : t('menuPage')}
          stale={isStale(search)}
          onQuery={actions.setQuery}
          onOpen={actions.openItem}
          tools={(item) => (
            <ItemTools
              item={item}
              saved={isSaved(item.id)}
              actions={{ save: actions.save, copy: actions.copy, ...(actions.cite && { cite: actions.cite }) }}
            />
          )}
        >
          {asking ? (
            <SearchStates search={search} onNearest={actions.showNearest} onRetry={actions.retry} />
          ) : (
            <>
              {items.length === 0 && <NoPapers status={page.status} onScan={actions.scanPage} enter={page.enter} />}
              {items.length === 0 && recent.length > 0 && (
                <RecentLookups lookups={recent} onLookup={actions.setQuery} />
              )}
              {papers.length > 0 && <h2 class="list-title">{count('papersOnPage', papers.length)}</h2>}
              {items.length > 0 && page.status === 'partial' && <PartlyRead onScan={actions.scanPage} />}
            </>
          )}
        </Finder>
        <footer class="popup-foot">
          {items.length > 0 && (
            <p class="keys">
              <span>
                <kbd>{t('keyEnter')}</kbd> {t('keyEnterDoes')}
              </span>{' '}
              <span>
                <kbd>{t('keyAltEnter')}</kbd> {t('keyAltEnterDoes')}
              </span>
            </p>
          )}
          <button type="button" class="button" onClick={actions.openPanel}>
            <Icon name="panel" />
            {asking ? t('openInPanel') : t('openPanel')}
          </button>
        </footer>
      </main>
    </KnownPapers.Provider>
  );
}
