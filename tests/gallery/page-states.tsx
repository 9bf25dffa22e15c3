import { DataRows, type DataSide } from '../../components/options/Data';
import { Options, type OptionsActs, type OptionsState } from '../../components/options/Options';
import { Restore, type RestoreSide } from '../../components/options/Restore';
import { Proof, type ProofState } from '../../components/Proof';
import { Trouble } from '../../components/Trouble';
import { Welcome, type WelcomeState } from '../../components/Welcome';
import { DEFAULT_SETTINGS } from '../../lib/settings/schema';
import type { Preview } from '../../lib/settings/user-data';
import { ownLibrary } from './library-states';
import type { State } from './states';

const nothing = () => undefined;
const acts = new Proxy({}, { get: () => nothing }) as OptionsActs;

const shortcuts = [
  { name: '_execute_action', label: 'Open the popup', keys: 'Alt+Shift+L' },
  { name: 'look-up', label: 'Look up the selection', keys: 'Alt+Shift+K' },
  { name: 'next-mark', label: 'Next paper on the page', keys: '' },
];
const data: DataSide = { papers: 41, seen: 130, recent: 12, shelves: 2, bytes: 216_300_000 };
const baseOptions: OptionsState = {
  settings: DEFAULT_SETTINGS,
  languages: ['ar', 'de', 'es', 'fr', 'hi', 'ja', 'sw', 'zh-Hans', 'zh-Hant'],
  shortcuts,
  shortcutsIn: 'page',
  data,
  restore: null,
  library: () => ownLibrary,
  about: { version: '1.0.0', papers: 119, proofPage: '#', welcomePage: '#' },
  notice: null,
  offer: null,
};
const options =
  (changes: Partial<OptionsState> = {}) =>
  () => <Options state={{ ...baseOptions, ...changes }} actions={acts} />;
const full: Partial<OptionsState> = {
  settings: {
    ...DEFAULT_SETTINGS,
    trigger: 'key',
    offSites: ['*.example.org', 'a-rather-long-name-of-a-site.which-nobody-would-ever-type.example.com'],
    offLanguages: ['sw'],
  },
  shortcutsIn: 'menu',
  offer: { text: 'Removed: news.example.com', turn: 1 },
};

const dataRows = (side: DataSide) => () => (
  <div class="opt-sheet">
    <DataRows data={side} restore={null} actions={acts} />
  </div>
);
const none: Preview = { added: 0, changed: 0, removed: 0, same: 3, settings: [], seen: 0, recent: 0 };
const good: RestoreSide = {
  kind: 'good',
  made: Date.UTC(2026, 4, 7, 12),
  merge: { ...none, added: 2, changed: 1 },
  replace: { ...none, added: 2, changed: 1, removed: 12, settings: ['theme', 'marks'], seen: 4 },
};
const restoring = (restore: RestoreSide) => () => (
  <div class="opt-sheet">
    <Restore restore={restore} onRestore={nothing} onCancel={nothing} />
  </div>
);

const baseWelcome: WelcomeState = { settings: DEFAULT_SETTINGS, shortcuts, optionsPage: '#', proofPage: '#' };
const welcome =
  (changes: Partial<WelcomeState> = {}) =>
  () => <Welcome state={{ ...baseWelcome, ...changes }} change={nothing} />;

const HASH = '54deed24dbb14a195f69184edee4496678a9a5acacdba5952d391ead9e43e170';
const attempt = (what: ProofState['attempts'][number]['what'], directive: string) => ({
  what,
  address: `https://example.invalid/${what}`,
  outcome: 'refused' as const,
  directive,
});
const baseProof: ProofState = {
  policy: [
    { directive: 'default-src', sources: "'none'" },
    { directive: 'img-src', sources: "'self' data:" },
    { directive: 'frame-ancestors', sources: "'none'" },
  ],
  permissions: ['storage', 'contextMenus', 'scripting', 'sidePanel', '<all_urls>'],
  attempts: [
    attempt('fetch', 'connect-src'),
    attempt('image', 'img-src'),
    attempt('socket', 'connect-src'),
    attempt('beacon', 'connect-src'),
  ],
  files: [
    { name: 'papers.json', bytes: 183_440, expected: HASH, actual: HASH },
    { name: 'concept-english.json', bytes: 58_140, expected: HASH, actual: HASH },
  ],
  stored: [
    { area: 'local', name: 'saved:*', count: 41, bytes: 26_300 },
    { area: 'local', name: 'settings', count: 1, bytes: 210 },
    { area: 'session', name: 'page:*', count: 3, bytes: 7_100 },
  ],
  estimate: { usage: 216_300_000, quota: 4_000_000_000 },
  persisted: true,
};
const proof =
  (changes: Partial<ProofState> = {}) =>
  () => <Proof state={{ ...baseProof, ...changes }} onTry={nothing} />;

/** As the browser would have to be for the page to say so. */
const untrue: Partial<ProofState> = {
  permissions: ['storage', 'history'],
  attempts: baseProof.attempts.map((one, i) => (i ? one : { ...one, outcome: 'open', directive: undefined! })),
  files: [{ name: 'papers.json', bytes: 183_440, expected: HASH, actual: HASH.replaceAll('5', '6') }],
  persisted: false,
};

const WIDE = { width: 1000, page: true };
const PAGE = { width: 720, page: true };
const NARROW = { width: 280, page: true };
const SHEET = { width: 700, page: true };

/** Settings, first run and proof: whole pages, and the parts of them that come and go. */
export const PAGE_STATES: readonly State[] = [
  { name: 'options', ...WIDE, dark: true, draw: options(full) },
  { name: 'options-280', ...NARROW, draw: options(full) },
  { name: 'options-rtl', ...PAGE, rtl: true, draw: options() },
  { name: 'options-data-new', ...SHEET, draw: dataRows({ papers: 0, seen: 0, recent: 0, shelves: 0, bytes: 20 }) },
  { name: 'options-data-wipe', ...SHEET, dark: true, draw: dataRows(data), press: ['.button-danger'] },
  { name: 'options-data-wipe-280', ...NARROW, draw: dataRows(data), press: ['.button-danger'] },
  { name: 'options-restore', ...SHEET, draw: restoring(good) },
  { name: 'options-restore-same', ...NARROW, draw: restoring({ ...good, merge: none, replace: none }) },
  {
    name: 'options-restore-bad',
    ...SHEET,
    draw: restoring({ kind: 'bad', error: { code: 'damaged', message: '', place: 'saved' } }),
  },
  { name: 'welcome', ...PAGE, dark: true, draw: welcome() },
  {
    name: 'welcome-280',
    ...NARROW,
    draw: welcome({ settings: { ...DEFAULT_SETTINGS, marks: 'titles', trigger: 'key' } }),
  },
  { name: 'proof', ...PAGE, dark: true, draw: proof() },
  { name: 'proof-280', ...NARROW, draw: proof() },
  { name: 'proof-untrue', ...PAGE, draw: proof(untrue) },
  {
    name: 'proof-waiting',
    ...PAGE,
    draw: proof({
      attempts: baseProof.attempts.map(({ what, address }) => ({ what, address, outcome: 'waiting' })),
      files: null,
      stored: null,
      estimate: null,
      persisted: null,
    }),
  },
];

/** What could not be done. */
export const TROUBLE_STATES: readonly State[] = [
  {
    name: 'trouble',
    width: 380,
    dark: true,
    draw: () => (
      <Trouble
        text="The browser has no room left, so this was not saved. Delete saved papers or shelves, then try again."
        dismiss={nothing}
      />
    ),
  },
  {
    name: 'trouble-280-rtl',
    width: 280,
    rtl: true,
    draw: () => <Trouble text="لم يبق مكان في المتصفح، لذلك لم يُحفظ هذا." dismiss={nothing} />,
  },
];
