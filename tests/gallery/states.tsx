import type { ComponentChild } from 'preact';
import { createRef } from 'preact';
import { CardDeck } from '../../components/CardDeck';
import { CiteBox } from '../../components/CiteBox';
import { Panel, type PanelActs, type PanelState } from '../../components/Panel';
import type { CardActs } from '../../components/PaperCard';
import { PaperCard } from '../../components/PaperCard';
import { Popup, type PopupActs, type PopupState } from '../../components/Popup';
import { TermCard } from '../../components/TermCard';
import type { TroubleSide } from '../../components/Trouble';
import type { ReadingSide, SearchSide } from '../../components/view-state';
import type { Hit, TermView } from '../../lib/lookup/answer';
import type { PaperHead } from '../../lib/papers/paper';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import { LIBRARY_STATES } from './library-states';
import { PAGE_STATES, TROUBLE_STATES } from './page-states';
import { arabic, bare, citing, entriesOf, entryOf, foundOf, huge, sib, viewOf, xgqa, xtreme } from './samples';

export interface State {
  /** Part of the file name of its golden picture. */
  name: string;
  width: number;
  /** Surfaces have one; what is as high as its contents has none. */
  height?: number;
  rtl?: boolean;
  /** A page in a tab, or a part of one: with the style sheet of these. */
  page?: boolean;
  /** Also photographed in the dark. */
  dark?: boolean;
  draw: () => ComponentChild;
  /** What is pressed, in turn, for a state that a component has of its own: selectors. */
  press?: readonly string[];
}
export interface Group {
  title: string;
  states: readonly State[];
}

/** Every action does nothing: the gallery is for looking. */
const nothing = () => undefined;
const acts = new Proxy({}, { get: (_, name) => (name === 'cite' ? citing : name === 'open' ? undefined : nothing) });
const panelActs = acts as PanelActs;
const popupActs = acts as PopupActs;
const cardActs: CardActs = {
  save: nothing,
  copy: async () => true,
  cite: { ...citing, styles: false },
  open: nothing,
  close: nothing,
};

const found = [
  foundOf(xtreme, [0]),
  foundOf(xgqa, [1, 5, 9], { kind: 'name', text: 'xGQA' }),
  foundOf(sib, [2], { cited: true }),
  foundOf(xgqa, [3], { id: 'code-switching', kind: 'term', title: 'code-switching' }),
  foundOf(xgqa, [4], { id: 'transfer', kind: 'term', title: 'cross-lingual transfer' }),
];
const heads = { [xgqa.id]: xgqa, [xtreme.id]: xtreme, [sib.id]: sib };
const noSearch: SearchSide = { query: '', answered: null, answer: null, error: null, nearest: false };
const hit = (paper: PaperHead & { abstract: string }, terms: string[] = ['visual', 'question', 'answering']): Hit => ({
  paper,
  excerpt: paper.abstract,
  score: 0.9,
  why: [
    { kind: 'concept', text: 'visual question answering', from: 'vqa' },
    { kind: 'words', text: 'visual question', matched: 2, of: 3 },
  ],
  terms,
});
const searchOf = (query: string, hits: Hit[], nearest: Hit[] = []): SearchSide => ({
  query,
  answered: query,
  answer: { query, hits, abstained: !hits.length, nearest, complete: true },
  error: null,
  nearest: false,
});
const reading = (paper: PaperHead & { abstract: string }, terms: string[] = []): ReadingSide => ({
  kind: 'paper',
  id: paper.id,
  terms,
  why: terms.length ? [{ kind: 'words', text: terms.join(' '), matched: terms.length, of: terms.length }] : [],
  view: viewOf(paper),
  error: null,
});
const term: TermView = {
  id: 'code-switching',
  name: 'code-switching',
  kind: 'phenomena',
  definition: {
    text: 'Code-switching is the alternation of languages within a conversation or utterance.',
    paper: xgqa,
  },
  papers: [xtreme, sib],
  neighbours: [
    { id: 'asr', name: 'speech recognition' },
    { id: 'transfer', name: 'cross-lingual transfer' },
  ],
  names: [
    ['de', 'Codewechsel'],
    ['ar', 'التبديل اللغوي'],
    ['zh', '语码转换'],
  ],
};
const entries = entriesOf(
  entryOf(xgqa, { tags: ['vision', 'to cite'], note: 'The adapter trick could work for our captions.' }),
  entryOf(xtreme, { read: true, tags: ['benchmarks'] }),
  entryOf(sib, { at: 1 }),
);
const busy = entriesOf(
  entryOf(huge, {
    tags: Array.from({ length: 18 }, (_, i) => `a rather long tag, number ${i + 1}`),
    note: 'A long note that goes on and on. '.repeat(20),
  }),
  entryOf(arabic, { tags: ['عربي'], note: 'ملاحظة بالعربية' }),
  entryOf(bare),
);

const basePanel: PanelState = {
  tab: 'page',
  page: { status: 'done', found: [], heads: {}, related: [], kept: null },
  search: noSearch,
  recent: { lookups: [], papers: [] },
  entries: new Map(),
  removals: [],
  tray: [],
  reading: null,
  step: 0,
  canForward: false,
  textSize: 'medium',
};
const panel = (changes: Partial<PanelState>) => () => (
  <Panel
    state={{ ...basePanel, ...changes }}
    actions={panelActs}
    isSeen={(id) => id === sib.id}
    box={createRef()}
    library={() => null}
  />
);
const basePopup: PopupState = {
  settings: DEFAULT_SETTINGS,
  site: 'example.org',
  page: { status: 'done', found: [], heads: {} },
  search: noSearch,
  recent: [],
};
const popup = (changes: Partial<PopupState>) => () => (
  <Popup
    state={{ ...basePopup, ...changes }}
    actions={popupActs}
    isSaved={(id) => id === xgqa.id}
    isSeen={(id) => id === sib.id}
    box={createRef()}
  />
);
const sheet = (content: ComponentChild) => () => (
  <div class="place">
    <div class="sheet">{content}</div>
  </div>
);
const card = (paper: PaperHead & { abstract: string }, saved = false, terms: string[] = []) =>
  sheet(
    <PaperCard
      paper={paper}
      excerpt={paper.abstract}
      why={[{ kind: 'name', text: paper.title.split(':')[0]! }]}
      terms={terms}
      saved={saved}
      actions={cardActs}
    />,
  );
const trouble: TroubleSide = {
  text: 'The browser has no room left, so this was not saved. Delete saved papers or shelves, then try again.',
  dismiss: nothing,
};
const incomplete = (search: SearchSide): SearchSide => ({
  ...search,
  answer: search.answer && { ...search.answer, complete: false },
});
/** The button of the paper in hand. */
const CITE = '.actions [aria-label="Cite"]';
const failure = { code: 'unreachable', message: 'no answer' };
const onPage = {
  ...basePanel.page,
  found,
  heads,
  self: undefined,
  references: { entries: 40, known: 1 },
  related: [xtreme],
};

const PANEL = { width: 400, height: 720 };
const NARROW = { width: 280, height: 720 };
const POPUP = { width: 384, height: 528 };

export const GROUPS: readonly Group[] = [
  {
    title: 'Popup',
    states: [
      { name: 'popup-page', ...POPUP, dark: true, draw: popup({ page: { status: 'done', found, heads } }) },
      {
        name: 'popup-results',
        ...POPUP,
        draw: popup({ search: searchOf('visual question answering', [hit(xgqa), hit(sib), hit(xtreme)]) }),
      },
      { name: 'popup-nothing-found', ...POPUP, draw: popup({ search: searchOf('sourdough bread', [], [hit(xgqa)]) }) },
      {
        name: 'popup-empty',
        ...POPUP,
        draw: popup({
          recent: ['code-switching', 'does language similarity help transfer?', 'xgqa', 'الترجمة الآلية'],
        }),
      },
      {
        name: 'popup-nearest',
        ...POPUP,
        draw: popup({ search: { ...searchOf('sourdough bread', [], [hit(xgqa), hit(sib)]), nearest: true } }),
      },
      {
        name: 'popup-incomplete',
        ...POPUP,
        draw: popup({ search: incomplete(searchOf('visual question answering', [hit(xgqa)])), trouble }),
      },
      {
        name: 'popup-kept-out',
        ...POPUP,
        draw: popup({ site: '', page: { status: 'kept-out', found: [], heads: {}, enter: nothing } }),
      },
      { name: 'popup-scanning', ...POPUP, draw: popup({ page: { status: 'scanning', found: [], heads: {} } }) },
      { name: 'popup-cite', ...POPUP, draw: popup({ search: searchOf('vqa', [hit(xgqa)]) }), press: [CITE] },
      {
        name: 'popup-restricted',
        ...POPUP,
        draw: popup({ site: '', page: { status: 'restricted', found: [], heads: {} } }),
      },
      {
        name: 'popup-off',
        ...POPUP,
        draw: popup({
          settings: { ...DEFAULT_SETTINGS, enabled: false },
          page: { status: 'off', found: [], heads: {} },
        }),
      },
      {
        name: 'popup-asked',
        ...POPUP,
        draw: popup({
          settings: { ...DEFAULT_SETTINGS, onlyWhenAsked: true },
          page: { status: 'asked', found: [], heads: {} },
        }),
      },
      {
        name: 'popup-trouble',
        ...POPUP,
        draw: popup({ search: { ...noSearch, query: 'xgqa', answered: 'xgqa', error: failure } }),
      },
      { name: 'popup-280', width: 280, height: 528, draw: popup({ page: { status: 'partial', found, heads } }) },
      {
        name: 'popup-rtl',
        ...POPUP,
        rtl: true,
        draw: popup({ search: searchOf('الإجابة عن الأسئلة', [hit(arabic), hit(xgqa)]) }),
      },
    ],
  },
  {
    title: 'Panel: lists',
    states: [
      { name: 'panel-page', ...PANEL, dark: true, draw: panel({ page: onPage, entries }) },
      { name: 'panel-page-self', ...PANEL, draw: panel({ page: { ...onPage, self: xgqa.id }, tray: [xgqa] }) },
      {
        name: 'panel-page-kept',
        ...NARROW,
        draw: panel({ page: { ...onPage, kept: 'A survey of cross-lingual methods' }, tray: [xgqa, xtreme, sib] }),
      },
      { name: 'panel-page-empty', ...PANEL, height: 400, draw: panel({}) },
      {
        name: 'panel-search',
        ...PANEL,
        draw: panel({
          tab: 'search',
          entries,
          search: searchOf('vqa', [hit(xgqa), hit(huge), hit(arabic), hit(bare)]),
        }),
      },
      {
        name: 'panel-recent',
        ...PANEL,
        draw: panel({
          tab: 'search',
          entries,
          recent: {
            lookups: ['code-switching', 'xgqa', 'prompt tuning for low-resource languages'],
            papers: [sib, xgqa],
          },
        }),
      },
      { name: 'panel-search-empty', ...PANEL, height: 400, draw: panel({ tab: 'search' }) },
      { name: 'panel-saved', ...PANEL, dark: true, draw: panel({ tab: 'saved', entries }) },
      {
        name: 'panel-saved-280',
        ...NARROW,
        draw: panel({
          tab: 'saved',
          entries: busy,
          removals: [
            { key: 1, title: xgqa.title, count: 1 },
            { key: 2, title: '', count: 4 },
          ],
        }),
      },
      { name: 'panel-saved-rtl', ...PANEL, rtl: true, draw: panel({ tab: 'saved', entries: busy }) },
      {
        name: 'panel-saved-chosen',
        ...PANEL,
        draw: panel({ tab: 'saved', entries }),
        press: [
          '.saved-row:nth-child(1) .choose input',
          '.saved-row:nth-child(2) .choose input',
          '.in-hand .button[aria-expanded]',
        ],
      },
      {
        name: 'panel-saved-no-match',
        ...PANEL,
        height: 400,
        draw: panel({ tab: 'saved', entries }),
        press: ['.filters .chip:nth-child(1)', '.filters span:nth-child(2) .chip'],
      },
      {
        name: 'panel-export',
        ...PANEL,
        draw: panel({ page: onPage, entries }),
        press: ['.page-tools > .icon-button:last-child'],
      },
      { name: 'panel-trouble', ...PANEL, draw: panel({ tab: 'saved', entries, trouble }) },
      { name: 'panel-saved-empty', ...PANEL, height: 400, draw: panel({ tab: 'saved' }) },
    ],
  },
  {
    title: 'Panel: reading',
    states: [
      {
        name: 'reading',
        ...PANEL,
        height: 900,
        dark: true,
        draw: panel({ reading: reading(xgqa, ['multilingual', 'benchmark', 'evaluation']) }),
      },
      {
        name: 'reading-saved',
        ...PANEL,
        height: 900,
        draw: panel({ entries, canForward: true, reading: reading(xgqa, ['adapter']) }),
      },
      { name: 'reading-cite', ...PANEL, draw: panel({ entries, reading: reading(xgqa) }), press: [CITE] },
      { name: 'reading-large', ...PANEL, draw: panel({ textSize: 'large', reading: reading(xgqa) }) },
      { name: 'reading-wide', width: 900, height: 720, draw: panel({ reading: reading(xgqa) }) },
      { name: 'reading-280', ...NARROW, draw: panel({ entries: busy, reading: reading(huge) }) },
      {
        name: 'reading-no-abstract',
        ...PANEL,
        height: 500,
        draw: panel({ reading: { ...reading(bare), view: { ...viewOf(bare, []), concepts: [] } } as ReadingSide }),
      },
      { name: 'reading-arabic', ...PANEL, rtl: true, draw: panel({ entries: busy, reading: reading(arabic) }) },
      {
        name: 'reading-gone',
        ...PANEL,
        height: 400,
        draw: panel({ reading: { ...reading(xgqa), view: null } as ReadingSide }),
      },
      {
        name: 'reading-trouble',
        ...PANEL,
        height: 400,
        draw: panel({ reading: { ...reading(xgqa), view: undefined, error: failure } as ReadingSide }),
      },
      {
        name: 'reading-term',
        ...PANEL,
        draw: panel({ reading: { kind: 'term', id: term.id, view: term, error: null } }),
      },
      {
        name: 'compare',
        ...PANEL,
        height: 900,
        draw: panel({
          reading: { kind: 'compare', id: 'c', ids: [], view: [viewOf(xgqa), viewOf(xtreme)], error: null },
        }),
      },
      {
        name: 'compare-wide',
        width: 1000,
        height: 700,
        dark: true,
        draw: panel({
          reading: {
            kind: 'compare',
            id: 'c',
            ids: [],
            view: [viewOf(xgqa), viewOf(xtreme), { ...viewOf(sib), concepts: [] }],
            error: null,
          },
        }),
      },
    ],
  },
  { title: 'Library', states: LIBRARY_STATES },
  { title: 'Pages', states: PAGE_STATES },
  {
    title: 'Card',
    states: [
      { name: 'card', width: 424, dark: true, draw: card(xgqa, false, ['multilingual']) },
      { name: 'card-saved', width: 424, draw: card(sib, true) },
      { name: 'card-bare', width: 424, draw: card(bare) },
      { name: 'card-huge-280', width: 280, draw: card(huge) },
      { name: 'card-rtl', width: 424, rtl: true, draw: card(arabic) },
      {
        name: 'card-deck',
        width: 424,
        draw: sheet(
          <CardDeck
            cards={[xgqa, sib].map((paper) => ({ paper, excerpt: paper.abstract, why: [], terms: [] }))}
            isSaved={() => false}
            actions={cardActs}
          />,
        ),
      },
      {
        name: 'card-term',
        width: 424,
        draw: sheet(<TermCard view={term} actions={{ open: nothing, openPaper: nothing, close: nothing }} />),
      },
    ],
  },
  {
    title: 'Parts',
    states: [
      { name: 'cite', width: 380, draw: () => <CiteBox papers={[xgqa]} cite={citing} label="Cite" preview /> },
      { name: 'export', width: 280, draw: () => <CiteBox papers={[xgqa, sib]} cite={citing} label="Export" /> },
      ...TROUBLE_STATES,
    ],
  },
];
