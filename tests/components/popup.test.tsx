// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Popup, type PopupActs, type PopupState } from '../../components/Popup';
import { modeOf, type SiteMode, withMode } from '../../components/site-mode';
import { pageStatus } from '../../components/view-state';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/schema';
import { inEnglish } from './english';
import { foundOf, hitOf, noPage, noSearch, searchOf, sib, xgqa } from './samples';

inEnglish();
const actions = {
  setMode: vi.fn<PopupActs['setMode']>(),
  setQuery: vi.fn<PopupActs['setQuery']>(),
  showNearest: vi.fn<PopupActs['showNearest']>(),
  retry: vi.fn<PopupActs['retry']>(),
  scanPage: vi.fn<PopupActs['scanPage']>(),
  openItem: vi.fn<PopupActs['openItem']>(),
  save: vi.fn<PopupActs['save']>(),
  copy: vi.fn<PopupActs['copy']>(),
  openPanel: vi.fn<PopupActs['openPanel']>(),
} satisfies PopupActs;
beforeEach(() => void vi.clearAllMocks());

const none = () => false;

function show(changes: Partial<PopupState>) {
  const state: PopupState = {
    settings: DEFAULT_SETTINGS,
    site: 'example.org',
    page: noPage,
    search: noSearch,
    recent: [],
    ...changes,
  };
  return render(<Popup state={state} actions={actions} isSaved={none} isSeen={none} box={createRef()} />);
}
const titles = () => screen.queryAllByRole('option').map((option) => option.querySelector('.row-title')!.textContent);

test('without a query the papers of the page are listed, in its order', () => {
  show({
    page: {
      ...noPage,
      found: [foundOf(sib, [0]), { ...foundOf(xgqa, [1, 2], 'xGQA'), kind: 'name' }],
      heads: { [xgqa.id]: xgqa },
    },
  });
  expect(titles()).toEqual([sib.title, xgqa.title]);
  expect(screen.getByText('2 papers on this page')).toBeTruthy();
  expect(screen.getByText('2 places')).toBeTruthy();
  expect(screen.getByText('here as “xGQA”')).toBeTruthy();
});

test('each paper is one option, whatever the page calls it; terms come after the papers, and open as terms', () => {
  const term = { ...foundOf(xgqa, [0]), kind: 'term' as const, id: 'c1', title: 'code-switching' };
  const name = { ...foundOf(xgqa, [1], 'xGQA'), kind: 'name' as const };
  show({ page: { ...noPage, found: [term, name, foundOf(xgqa, [2]), foundOf(sib, [3])] } });
  expect(titles()).toEqual([xgqa.title, sib.title, 'code-switching']);
  expect(screen.getByText('2 papers on this page')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('option')[2]!);
  expect(actions.openItem).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ kind: 'topic', id: 'c1' }),
    'panel',
  );
});

test('with a query its answers are listed instead', () => {
  show({ page: { ...noPage, found: [foundOf(sib, [0])] }, search: searchOf('xgqa', { hits: [hitOf(xgqa)] }) });
  expect(titles()).toEqual([xgqa.title]);
});

test('abstains: says that nothing matches, and shows the nearest only on request', () => {
  const search = searchOf('basket weaving', { abstained: true, nearest: [hitOf(xgqa)] });
  const { rerender } = show({ search });
  expect(titles()).toEqual([]);
  expect(document.querySelector('.state')!.textContent).toContain('“basket weaving”');
  fireEvent.click(screen.getByRole('button', { name: 'Show the nearest' }));
  expect(actions.showNearest).toHaveBeenCalledOnce();
  const state: PopupState = {
    settings: DEFAULT_SETTINGS,
    site: '',
    page: noPage,
    search: { ...search, nearest: true },
    recent: [],
  };
  rerender(<Popup state={state} actions={actions} isSaved={none} isSeen={none} box={createRef()} />);
  expect(titles()).toEqual([xgqa.title]);
  expect(screen.queryByRole('button', { name: 'Show the nearest' })).toBeNull();
});

test('abstains without anything near: no button that leads nowhere', () => {
  show({ search: searchOf('basket weaving', { abstained: true }) });
  expect(screen.queryByRole('button', { name: 'Show the nearest' })).toBeNull();
});

test('an error says what to do, and the button does it', () => {
  show({ search: { ...searchOf('x'), answer: null, error: { code: 'unreachable', message: 'Error: 17' } } });
  expect(screen.getByRole('alert').textContent).not.toContain('17');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(actions.retry).toHaveBeenCalledOnce();
});

test('a restricted page says what still works there', () => {
  show({ page: { ...noPage, status: 'restricted' }, site: '' });
  expect(document.body.textContent).toMatch(/PDF/);
  expect(screen.getByRole('radio', { name: 'Not here' })).toHaveProperty('disabled', true);
});

test('only when asked: the page is read on request', () => {
  show({ page: { ...noPage, status: 'asked' } });
  fireEvent.click(screen.getByRole('button', { name: 'Read this page' }));
  expect(actions.scanPage).toHaveBeenCalledOnce();
});

const SITE = 'example.org';
const modes: { from: Partial<Settings>; choose: SiteMode; to: Partial<Settings>; because: string }[] = [
  { from: {}, choose: 'off-site', to: { offSites: [SITE] }, because: 'this site only' },
  { from: { offSites: ['a.org', SITE] }, choose: 'on', to: { offSites: ['a.org'] }, because: 'other sites stay off' },
  { from: {}, choose: 'off', to: { enabled: false }, because: 'everywhere' },
  { from: { enabled: false }, choose: 'on', to: {}, because: 'back on' },
  { from: { enabled: false }, choose: 'asked', to: { onlyWhenAsked: true }, because: 'asked means running' },
  { from: { offSites: [SITE] }, choose: 'off-site', to: { offSites: [SITE] }, because: 'never twice in the list' },
];
test.each(modes)('from $from, $choose: $because', ({ from, choose, to }) => {
  const after = withMode({ ...DEFAULT_SETTINGS, ...from }, SITE, choose);
  expect(after).toEqual({ ...DEFAULT_SETTINGS, ...to });
  expect(modeOf(after, SITE)).toBe(choose);
});

test('the first row shows the mode and changes it with one click', () => {
  show({ settings: { ...DEFAULT_SETTINGS, onlyWhenAsked: true } });
  expect(screen.getByRole('radio', { name: 'When I ask' })).toHaveProperty('checked', true);
  fireEvent.click(screen.getByRole('radio', { name: 'Not here' }));
  expect(actions.setMode).toHaveBeenCalledExactlyOnceWith('off-site');
});

const page = { document: 'a', url: '', title: '', found: [], progress: 'done' as const, ms: 0 };
const statuses: [ReturnType<typeof pageStatus>, Parameters<typeof pageStatus>][] = [
  ['restricted', [page, false, DEFAULT_SETTINGS, SITE]],
  ['off', [page, true, { ...DEFAULT_SETTINGS, offSites: [SITE] }, SITE]],
  ['asked', [null, true, { ...DEFAULT_SETTINGS, onlyWhenAsked: true }, SITE]],
  ['done', [page, true, { ...DEFAULT_SETTINGS, onlyWhenAsked: true }, SITE]],
  ['scanning', [{ ...page, progress: 'scanning' }, true, DEFAULT_SETTINGS, SITE]],
  ['unknown', [null, undefined, DEFAULT_SETTINGS, SITE]],
];
test.each(statuses)('page status %s', (status, input) => {
  expect(pageStatus(...input)).toBe(status);
});
