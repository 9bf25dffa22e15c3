import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/schema';
import type { SitePattern } from '../../lib/settings/sites';
import { foldWords } from '../../lib/text/fold';
import { hasWords } from '../../lib/text/has-words';
import { Icon } from '../icons';
import { count, t } from '../strings';
import { useKeptFocus } from '../use-kept-focus';
import type { DataActs, DataSide } from './Data';
import type { RestoreSide } from './Restore';
import { ROWS, SECTIONS, type SectionName, type SettingRow } from './rows';
import type { Shortcut } from './Shortcuts';

export interface OptionsState {
  settings: Settings;
  /** Languages of concepts, English apart. */
  languages: readonly string[];
  shortcuts: readonly Shortcut[];
  /** Whether the browser has a page for them that can be opened from here. */
  shortcutsIn: 'page' | 'menu';
  /** Null while it is read. */
  data: DataSide | null;
  restore: RestoreSide | null;
  /** The reader's shelves. */
  library: () => ComponentChild;
  about: { version: string; papers: number; proofPage: string; welcomePage: string };
  /** What was done last, to be told for a moment. */
  notice: Notice | null;
  /** What can be taken back; it stays. */
  offer: Notice | null;
}

/** A sentence; `turn` tells two alike apart. */
export interface Notice {
  text: string;
  turn: number;
}

export interface OptionsActs extends DataActs {
  change: (change: Partial<Settings>) => void;
  siteRemoved: (list: 'offSites' | 'onlySites', site: SitePattern) => void;
  clearHistory: () => void;
  openShortcuts: () => void;
  undo: () => void;
}

interface Props {
  state: OptionsState;
  actions: OptionsActs;
}

/** The settings page: sections one below the other, searched at every key, each choice kept at once. */
export function Options({ state, actions }: Props) {
  const id = useId();
  const main = useRef<HTMLElement>(null);
  useKeptFocus();
  const [query, setQuery] = useState('');
  const words = foldWords(query).split(' ').filter(Boolean);
  const rows = ROWS.filter((row) => isFound(row, words));
  const names = Object.keys(SECTIONS) as SectionName[];
  const isShown = (name: SectionName) => rows.some(({ section }) => section === name);
  return (
    <div class="options">
      <header class="options-head">
        <h1>{t('optTitle')}</h1>
        <div class="search-box options-search">
          <Icon name="search" />
          <label class="hidden" for={id}>
            {t('optSearch')}
          </label>
          <input
            id={id}
            type="search"
            placeholder={t('optSearch')}
            value={query}
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
          />
        </div>
        <p class="hidden" role="status">
          {words.length > 0 && count('optFound', rows.length)}
        </p>
      </header>
      <nav class="options-nav" aria-label={t('optSections')}>
        <ul>
          {names.filter(isShown).map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{t(SECTIONS[name])}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="options-main" tabIndex={-1} ref={main}>
        {!rows.length && (
          <div class="state">
            <p class="state-title">{t('optNothing')}</p>
          </div>
        )}
        {/* What is not found is hidden, not taken away: an import goes on, and what was begun to be typed stays. */}
        {names.map((name) => (
          <section key={name} id={name} class="opt-section" aria-labelledby={`${id}-${name}`} hidden={!isShown(name)}>
            <h2 id={`${id}-${name}`}>{t(SECTIONS[name])}</h2>
            <div class="opt-sheet">
              {ROWS.filter(({ section }) => section === name).map((row) => (
                <div key={row.key} data-row={row.key} hidden={!rows.includes(row)}>
                  {row.draw(state, actions)}
                </div>
              ))}
            </div>
          </section>
        ))}
        <Notices notice={state.notice} offer={state.offer} onUndo={actions.undo} otherwise={main} />
      </main>
    </div>
  );
}

interface NoticesProps extends Pick<OptionsState, 'notice' | 'offer'> {
  onUndo: () => void;
  /** Where the focus goes if what had it before is no more. */
  otherwise: RefObject<HTMLElement | null>;
}

function Notices({ notice, offer, onUndo, otherwise }: NoticesProps) {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (offer) before.current = document.activeElement;
  }, [offer]);
  const undo = () => {
    onUndo();
    // The button goes with what it has undone.
    const back =
      before.current instanceof HTMLElement && before.current.isConnected ? before.current : otherwise.current;
    back?.focus({ preventScroll: true });
  };
  return (
    <div class="opt-notices">
      <div class={notice ? 'toast opt-notice' : 'opt-notice'}>
        <output class="toast-text">{notice?.text}</output>
      </div>
      <div class={offer ? 'toast opt-notice' : 'opt-notice'}>
        <output class="toast-text">{offer?.text}</output>
        {offer && (
          <button type="button" class="button" onClick={undo}>
            {t('undo')}
          </button>
        )}
      </div>
    </div>
  );
}

function isFound({ found, section }: SettingRow, words: readonly string[]): boolean {
  const text = foldWords([SECTIONS[section], ...found].map((key) => t(key)).join(' \n '));
  // A longer word is found within another too.
  return words.every((word) => hasWords(text, [word]) || (word.length > 3 && text.includes(word)));
}
