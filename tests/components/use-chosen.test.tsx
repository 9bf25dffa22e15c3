// @vitest-environment happy-dom
// A control over something stored shows the choice at once, and what is stored once that follows.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Switch } from '../../components/options/controls';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const box = () => screen.getByRole<HTMLInputElement>('switch');
const show = (on: boolean, onChange = () => {}) => <Switch label="Marks" on={on} onChange={onChange} />;

test('drawn anew before the choice is stored, it does not jump back', () => {
  const changed = vi.fn();
  const { rerender } = render(show(false, changed));
  fireEvent.click(box());
  rerender(show(false, changed));
  expect(box().checked).toBe(true);
  expect(changed.mock.calls).toEqual([[true]]);
});

test('what is stored holds as soon as it changes, whoever changed it', () => {
  const { rerender } = render(show(false));
  fireEvent.click(box());
  rerender(show(true));
  rerender(show(false));
  expect(box().checked).toBe(false);
});

test('a choice that never is stored is let go of', async () => {
  vi.useFakeTimers();
  const { rerender } = render(show(false));
  fireEvent.click(box());
  rerender(show(false));
  await vi.advanceTimersByTimeAsync(6000);
  expect(box().checked).toBe(false);
});
