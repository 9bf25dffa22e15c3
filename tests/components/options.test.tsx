// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Options, type OptionsActs, type OptionsState } from '../../components/options/Options';
import { ROWS } from '../../components/options/rows';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/schema';
import type { Preview } from '../../lib/settings/user-data';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { inEnglish, speak, speakEnglish } from './english';

inEnglish();

const state = (more: Partial<OptionsState> = {}): OptionsState => ({
  settings: DEFAULT_SETTINGS,
  languages: ['de', 'fr', 'ja'],
  shortcuts: [
    { name: '_execute_action', label: 'Open the popup', keys: 'Alt+Shift+L' },
    { name: 'next-mark', label: 'Next paper on the page', keys: '' },
  ],
  shortcutsIn: 'page',
  data: { papers: 3, seen: 2, recent: 1, shelves: 0, bytes: 12_345 },
  restore: null,
  library: () => null,
  about: { version: '0.1.0', papers: 119, proofPage: 'proof.html', welcomePage: 'welcome.html' },
  notice: null,
  offer: null,
  ...more,
});

function acts() {
  const names = [
    'change',
    'siteRemoved',
    'clearHistory',
    'openShortcuts',
    'undo',
    'backup',
    'chooseFile',
    'restore',
    'cancelRestore',
    'wipe',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as {
    [K in keyof OptionsActs]: ReturnType<typeof vi.fn>;
  };
}

function draw(more: Partial<OptionsState> = {}) {
  const actions = acts();
  render(<Options state={state(more)} actions={actions as unknown as OptionsActs} />);
  return actions;
}

it('has a row for every setting', () => {
  const inOthers = { triggerKey: 'trigger' } as Partial<Record<keyof Settings, string>>;
  const rows = ROWS.map(({ key }) => key);
  const names = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
  expect(names.filter((name) => !rows.includes(inOthers[name] ?? name))).toEqual([]);
});

describe('a choice', () => {
  it.each<{ role: 'radio' | 'switch' | 'checkbox'; name: string; wants: Partial<Settings> }>([
    { role: 'radio', name: 'Nothing', wants: { marks: 'none' } },
    { role: 'radio', name: 'Dark', wants: { theme: 'dark' } },
    { role: 'radio', name: 'As the page', wants: { cardTheme: 'page' } },
    { role: 'radio', name: '125%', wants: { textSize: 125 } },
    { role: 'radio', name: 'At once', wants: { trigger: 'at-once' } },
    { role: 'switch', name: 'Sidelight is on', wants: { enabled: false } },
    { role: 'switch', name: 'Remember my lookups', wants: { keepRecent: false } },
    { role: 'checkbox', name: 'French', wants: { offLanguages: ['fr'] } },
  ])('“$name” is $wants', ({ role, name, wants }) => {
    const { change } = draw();
    fireEvent.click(screen.getByRole(role, { name }));
    expect(change).toHaveBeenCalledWith(wants);
  });

  it('of a key is offered with the trigger that needs it', () => {
    draw();
    expect(screen.queryByRole('radio', { name: 'Ctrl' })).toBeNull();
    const { change } = draw({ settings: { ...DEFAULT_SETTINGS, trigger: 'key' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Ctrl' }));
    expect(change).toHaveBeenCalledWith({ triggerKey: 'Control' });
  });
});

describe('sites', () => {
  const box = () => screen.getByRole('textbox', { name: /Never on these sites/ }) as HTMLInputElement;
  const add = (text: string) => {
    fireEvent.input(box(), { target: { value: text } });
    fireEvent.submit(box().form!);
  };

  it('are added as they are kept', () => {
    const { change } = draw({ settings: { ...DEFAULT_SETTINGS, offSites: ['a.org'] } });
    add('https://www.Example.org/page');
    expect(change).toHaveBeenCalledWith({ offSites: ['a.org', 'example.org'] });
    expect(box().value).toBe('');
  });

  it('that are none are said to be so, and stay in the field', () => {
    const { change } = draw();
    add('no site');
    expect(change).not.toHaveBeenCalled();
    expect(box().value).toBe('no site');
    expect(box().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toContainEqual(
      expect.stringContaining('That is not a site'),
    );
  });

  it('that are there are not added twice', () => {
    const { change } = draw({ settings: { ...DEFAULT_SETTINGS, offSites: ['a.org'] } });
    add('a.org');
    expect(change).not.toHaveBeenCalled();
  });

  it('are taken off; the focus goes to the field', () => {
    const { siteRemoved } = draw({ settings: { ...DEFAULT_SETTINGS, offSites: ['a.org'] } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove a.org' }));
    expect(siteRemoved).toHaveBeenCalledWith('offSites', 'a.org');
    expect(document.activeElement).toBe(box());
  });
});

describe('search', () => {
  const search = (text: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });
  const sections = () => screen.queryAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

  it.each([
    { text: 'theme', wants: ['Look'] },
    { text: 'double click', wants: ['Looking up'] },
    { text: 'BACKUP', wants: [] },
    { text: 'back up', wants: ['Your data'] },
    { text: 'history', wants: ['History', 'Your data'] },
    { text: 'nothing of that kind', wants: [] },
  ])('for “$text” shows $wants', ({ text, wants }) => {
    draw();
    search(text);
    expect(sections()).toEqual(wants);
  });

  it('says how many were found', () => {
    draw();
    search('abstracts');
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('1 setting found');
  });
});

it('shows keys as they are, and unset ones as unset', () => {
  const { openShortcuts } = draw();
  const table = screen.getByText('Open the popup').closest('dl')!;
  expect(
    within(table)
      .getAllByRole('definition')
      .map((one) => one.textContent),
  ).toEqual(['Alt+Shift+L', 'not set']);
  fireEvent.click(screen.getByRole('button', { name: 'Change keys' }));
  expect(openShortcuts).toHaveBeenCalled();
});

it('tells the way where the browser opens no page for keys', () => {
  draw({ shortcutsIn: 'menu' });
  expect(screen.queryByRole('button', { name: 'Change keys' })).toBeNull();
  expect(screen.getByText(/Manage Extension Shortcuts/)).toBeTruthy();
});

describe('deleting', () => {
  it('asks first', () => {
    const { wipe } = draw();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(wipe).not.toHaveBeenCalled();
    expect(screen.getByText('Delete 3 saved papers, the history and all settings?')).toBeTruthy();
    // Enter, pressed once too often, deletes nothing.
    const cancel = screen.getByRole('button', {
      name: 'Cancel',
      description: 'Delete 3 saved papers, the history and all settings?',
    });
    expect(document.activeElement).toBe(cancel);
    fireEvent.click(cancel);
    expect(wipe).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('Delete');
  });

  it('is put aside with Escape', () => {
    const { wipe } = draw();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(wipe).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('Delete');
  });

  it('is done on the second button', () => {
    const { wipe } = draw();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    expect(wipe).toHaveBeenCalledExactlyOnceWith(false);
    expect(screen.queryByText(/the history and all settings\?/)).toBeNull();
    expect(document.activeElement?.textContent).toBe('Delete');
  });

  it.each([
    { keeps: false, because: 'everything is everything' },
    { keeps: true, because: 'the reader took the tick away' },
  ])('with the reader’s own shelves, kept: $keeps, as $because', ({ keeps }) => {
    const { wipe } = draw({ data: { papers: 3, seen: 2, recent: 1, shelves: 2, bytes: 12_345 } });
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    const box = screen.getByRole('checkbox', { name: 'Also delete my own shelves (2)' });
    box.focus();
    if (keeps) fireEvent.click(box);
    expect(document.activeElement).toBe(box);
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    expect(wipe).toHaveBeenCalledExactlyOnceWith(!keeps);
  });
});

describe('what a backup leaves out', () => {
  const shelves = /Your own shelves are not in it: “Export” in “Library”/;
  it.each([
    { shelves: 0, told: false },
    { shelves: 2, told: true },
  ])('$shelves own shelves: told $told', ({ shelves: count, told }) => {
    draw({ data: { papers: 3, seen: 2, recent: 1, shelves: count, bytes: 12_345 } });
    expect(!!screen.queryByText(shelves)).toBe(told);
    expect(!!screen.queryByText(/Own shelves: 2$/)).toBe(told);
  });
});

describe('restoring', () => {
  const none: Preview = { added: 0, changed: 0, removed: 0, same: 0, settings: [], seen: 0, recent: 0 };
  const good = {
    kind: 'good' as const,
    made: 1_763_942_400_000,
    merge: { ...none, added: 2 },
    replace: { ...none, added: 2, removed: 1, settings: ['theme' as const] },
  };

  it('shows what each way would change, and merges unless told otherwise', () => {
    const { restore } = draw({ restore: good });
    expect(screen.getByText('2 papers added')).toBeTruthy();
    expect(screen.getByText('2 papers added, 1 paper removed, 1 setting changed')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(restore).toHaveBeenCalledWith('merge');
  });

  it('replaces when told', () => {
    const { restore } = draw({ restore: good });
    fireEvent.click(screen.getByRole('radio', { name: 'Replace what is here' }));
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(restore).toHaveBeenCalledWith('replace');
  });

  it('says that nothing would change', () => {
    draw({ restore: { ...good, merge: none } });
    expect(screen.getByText('Changes nothing.')).toBeTruthy();
  });

  it.each([
    { code: 'damaged' as const, says: 'The file was changed or damaged after it was made.' },
    { code: 'newer' as const, says: 'The backup is of a newer Sidelight. Update first.' },
  ])('says why a file cannot be used: $code', ({ code, says }) => {
    draw({ restore: { kind: 'bad', error: { code, message: '' } } });
    expect(screen.getByText(says)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
  });
});

describe('in a language without spaces', () => {
  beforeEach(() => speak(chinese, 'zh-CN'));
  afterEach(speakEnglish);

  it('a setting is found by a word in the middle of its name', () => {
    draw();
    // "Size", in what is called "text size".
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '大小' } });
    const row = document.querySelector('[data-row="textSize"]');
    expect(row?.hasAttribute('hidden')).toBe(false);
  });
});

it('offers Undo where something can be taken back, whatever else is told', () => {
  const { undo } = draw({ notice: { text: 'Saved', turn: 2 }, offer: { text: 'Removed', turn: 1 } });
  expect(screen.getByText('Saved')).toBeTruthy();
  expect(screen.getByText('Removed')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
});

describe('the reader’s library', () => {
  function Shelves() {
    const [count, setCount] = useState(0);
    return (
      <button type="button" onClick={() => setCount(count + 1)}>
        {count} shelves
      </button>
    );
  }
  const search = (text: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });

  it('stands between the shortcuts and the data, with a way to it', () => {
    draw({ library: () => <Shelves /> });
    const names = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(names.slice(-4)).toEqual(['Shortcuts', 'Library', 'Your data', 'About']);
    expect(screen.getByRole('link', { name: 'Library' }).getAttribute('href')).toBe('#library');
  });

  it.each([
    { query: 'library', found: true },
    { query: 'bibtex', found: true },
    { query: 'add papers', found: true },
    { query: 'shelf', found: false },
    { query: 'backup', found: false },
  ])('“$query” finds it: $found', ({ query, found }) => {
    draw({ library: () => <Shelves /> });
    search(query);
    expect(screen.queryByRole('button', { name: '0 shelves' }) !== null).toBe(found);
  });

  it('goes on while something else is searched for', () => {
    draw({ library: () => <Shelves /> });
    fireEvent.click(screen.getByRole('button', { name: '0 shelves' }));
    search('dark');
    expect(screen.queryByRole('button', { name: '1 shelves' })).toBeNull();
    search('');
    expect(screen.getByRole('button', { name: '1 shelves' })).toBeTruthy();
  });
});
