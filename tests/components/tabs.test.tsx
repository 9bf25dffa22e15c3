// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { Tabs } from '../../components/Tabs';
import { inEnglish } from './english';

inEnglish();
afterEach(() => void vi.restoreAllMocks());

const TABS = [
  { key: 'page', label: 'This page', icon: 'page', count: 12 },
  { key: 'search', label: 'Search', icon: 'search' },
  { key: 'saved', label: 'Saved', icon: 'save', count: 0 },
] as const;

function Sample() {
  const [active, setActive] = useState<(typeof TABS)[number]['key']>('page');
  return (
    <Tabs tabs={TABS} active={active} label="Lists" onChange={setActive}>
      shows {active}
    </Tabs>
  );
}
const chosen = () => screen.getAllByRole('tab').find((tab) => tab.getAttribute('aria-selected') === 'true')!;

const rows: { keys: string[]; ends: string; rtl?: boolean }[] = [
  { keys: ['ArrowRight'], ends: 'search' },
  { keys: ['ArrowRight', 'ArrowRight', 'ArrowRight'], ends: 'page' },
  { keys: ['ArrowLeft'], ends: 'saved' },
  { keys: ['End'], ends: 'saved' },
  { keys: ['End', 'Home'], ends: 'page' },
  { keys: ['ArrowLeft'], ends: 'search', rtl: true },
  { keys: ['ArrowRight'], ends: 'saved', rtl: true },
  { keys: ['ArrowDown'], ends: 'page' },
];

test.each(rows)('$keys leads to $ends (right to left: $rtl)', ({ keys, ends, rtl }) => {
  render(<Sample />);
  if (rtl) screen.getByRole('tablist').style.direction = 'rtl';
  for (const key of keys) fireEvent.keyDown(chosen(), { key });
  expect(screen.getByRole('tabpanel').textContent).toBe(`shows ${ends}`);
  expect(chosen().id).toMatch(new RegExp(`-${ends}$`));
  if (ends !== 'page') expect(document.activeElement).toBe(chosen());
});

test('one tab stop; the panel is named by its tab', () => {
  render(<Sample />);
  fireEvent.click(screen.getByRole('tab', { name: 'Search' }));
  expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([-1, 0, -1]);
  expect(screen.getByRole('tabpanel', { name: 'Search' })).toBeTruthy();
});

test('counts are shown where there is something to count', () => {
  render(<Sample />);
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['This page12', 'Search', 'Saved']);
});

test.each([
  { room: 300, way: 'words', because: 'all words fit' },
  { room: 200, way: 'signs', because: 'the chosen word and the numbers fit' },
  { room: 120, way: 'tight', because: 'the chosen word fits' },
  { room: 40, way: 'tight', because: 'nothing does, and there is no way after it' },
])('in a line $room wide: $way, as $because; names and counts stay for who listens', ({ room, way }) => {
  const needs: Record<string, number> = { words: 280, signs: 160, tight: 100 };
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(room);
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return needs[this.dataset['fit'] ?? ''] ?? 0;
  });
  render(<Sample />);
  expect(screen.getByRole('tablist').dataset['fit']).toBe(way);
  fireEvent.click(screen.getByRole('tab', { name: 'Search' }));
  expect(screen.getByRole('tablist').dataset['fit']).toBe(way);
  expect(screen.getByRole('tab', { name: /^This page\s*12$/ })).toBeTruthy();
});
