// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Finder } from '../../components/Finder';
import type { Item } from '../../components/items';
import { inEnglish } from './english';
import { items } from './samples';

inEnglish();

const onOpen = vi.fn<(item: Item, how: 'panel' | 'page') => void>();
const onQuery = vi.fn<(query: string) => void>();
beforeEach(() => void vi.clearAllMocks());

const finder = (query: string, shown: readonly Item[], stale = false) => (
  <Finder
    query={query}
    box={createRef()}
    items={shown}
    label="Papers"
    stale={stale}
    onQuery={onQuery}
    onOpen={onOpen}
  />
);
const box = () => screen.getByRole('combobox');
const activeText = () => {
  const id = box().getAttribute('aria-activedescendant');
  return id && document.getElementById(id)?.querySelector('.row-title')?.textContent;
};
const press = (...keys: string[]) => {
  for (const key of keys) {
    const [name, ...modifiers] = key.split('+').reverse() as [string, ...string[]];
    fireEvent.keyDown(box(), { key: name, altKey: modifiers.includes('Alt'), ctrlKey: modifiers.includes('Ctrl') });
  }
};

const walks: { keys: string[]; at: number; because: string }[] = [
  { keys: [], at: 0, because: 'the best answer is active at once' },
  { keys: ['ArrowDown'], at: 1, because: 'down' },
  { keys: ['ArrowDown', 'ArrowDown', 'ArrowDown'], at: 0, because: 'round at the end' },
  { keys: ['ArrowUp'], at: 2, because: 'round at the beginning' },
  { keys: ['End'], at: 0, because: 'End moves the caret before the list was entered' },
  { keys: ['ArrowDown', 'End'], at: 2, because: 'End in the list' },
  { keys: ['ArrowUp', 'Home'], at: 0, because: 'Home in the list' },
  { keys: ['Ctrl+End'], at: 2, because: 'Ctrl+End always' },
  { keys: ['PageDown'], at: 2, because: 'a page is more than there is' },
];

test.each(walks)('$keys: $because', ({ keys, at }) => {
  render(finder('x', items));
  press(...keys);
  expect(activeText()).toBe(items[at]!.title);
  expect(screen.getAllByRole('option').map((option) => option.getAttribute('aria-selected'))).toEqual(
    items.map((_, i) => String(i === at)),
  );
});

test('Enter opens the active paper in the panel, Alt+Enter its page', () => {
  render(finder('x', items));
  press('ArrowDown', 'Enter');
  expect(onOpen).toHaveBeenLastCalledWith(items[1], 'panel');
  press('Alt+Enter');
  expect(onOpen).toHaveBeenLastCalledWith(items[1], 'page');
});

test('Enter while a word is being composed is the input method’s', () => {
  render(finder('x', items));
  fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
  expect(onOpen).not.toHaveBeenCalled();
});

test('a click opens, Alt and click opens the page', () => {
  render(finder('x', items));
  fireEvent.click(screen.getAllByRole('option')[2]!);
  expect(onOpen).toHaveBeenLastCalledWith(items[2], 'panel');
  fireEvent.click(screen.getAllByRole('option')[0]!, { altKey: true });
  expect(onOpen).toHaveBeenLastCalledWith(items[0], 'page');
});

describe('the pointer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const over = (row: number) => fireEvent.pointerMove(screen.getAllByRole('option')[row]!);
  const wait = (ms: number) => void act(() => void vi.advanceTimersByTime(ms));

  test('chooses the row that it rests on', () => {
    render(finder('x', items));
    over(1);
    expect(activeText()).toBe(items[0]!.title);
    wait(150);
    over(1);
    wait(100);
    expect(activeText()).toBe(items[1]!.title);
  });

  test('chooses no row that it crosses on its way out of the list', () => {
    render(finder('x', items));
    for (const row of [1, 2]) {
      over(row);
      wait(100);
    }
    fireEvent.pointerLeave(screen.getByRole('listbox'));
    wait(1000);
    expect(activeText()).toBe(items[0]!.title);
  });

  test('stays on the row that was chosen when it is back there in time', () => {
    render(finder('x', items));
    over(1);
    over(0);
    wait(1000);
    expect(activeText()).toBe(items[0]!.title);
  });

  test('chooses nothing after keys did, or after another answer came', () => {
    const { rerender } = render(finder('x', items));
    over(1);
    press('ArrowUp');
    wait(1000);
    expect(activeText()).toBe(items[2]!.title);
    over(1);
    rerender(finder('xg', items));
    wait(1000);
    expect(activeText()).toBe(items[0]!.title);
  });
});

test('a new query starts at the best answer again', () => {
  const { rerender } = render(finder('x', items));
  press('ArrowDown', 'ArrowDown');
  rerender(finder('xg', items));
  expect(activeText()).toBe(items[0]!.title);
});

test('Enter before the answer has come opens the new first paper, not the old one', () => {
  const { rerender } = render(finder('sib', items, true));
  press('Enter');
  expect(onOpen).not.toHaveBeenCalled();
  rerender(finder('sib', [items[1]!], false));
  expect(onOpen).toHaveBeenCalledTimes(1);
  expect(onOpen).toHaveBeenLastCalledWith(items[1], 'panel');
});

test('typing on takes the waiting Enter back', () => {
  const { rerender } = render(finder('si', items, true));
  press('Enter');
  rerender(finder('sib', items, true));
  rerender(finder('sib', [items[1]!], false));
  expect(onOpen).not.toHaveBeenCalled();
});

test('without results the box names no active option and keys do nothing', () => {
  render(finder('x', []));
  expect(box().getAttribute('aria-expanded')).toBe('false');
  expect(box().hasAttribute('aria-activedescendant')).toBe(false);
  press('ArrowDown', 'Enter');
  expect(onOpen).not.toHaveBeenCalled();
});

test('the number of results is announced', () => {
  const { container, rerender } = render(finder('x', items));
  expect(container.querySelector('output')?.textContent).toBe('3 papers found');
  rerender(finder('xg', items.slice(0, 1)));
  expect(container.querySelector('output')?.textContent).toBe('1 paper found');
});

test('the clear button empties the query', () => {
  render(finder('x', items));
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(onQuery).toHaveBeenLastCalledWith('');
});

test('a new question begins at its first row, however far the list was scrolled', () => {
  const { rerender } = render(finder('one', items));
  const list = screen.getByRole('listbox');
  list.scrollTop = 90;
  rerender(finder('one', [...items]));
  expect(list.scrollTop).toBe(90);
  rerender(finder('two', items, true));
  expect(list.scrollTop).toBe(0);
  list.scrollTop = 90;
  rerender(finder('two', items.slice(1)));
  expect(list.scrollTop).toBe(0);
});
