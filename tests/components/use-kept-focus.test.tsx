// @vitest-environment happy-dom
// What has the focus may go away at any time: then what stands nearest has it.
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useKeptFocus } from '../../components/use-kept-focus';

/** A busy machine takes its time, in milliseconds; what comes at last is what counts. */
const PATIENCE = 10_000;

beforeEach(() => {
  // There is no layout here: what is hidden says so.
  Element.prototype.checkVisibility = function checkVisibility(this: Element) {
    return !this.closest('[hidden]');
  };
});
afterEach(cleanup);

interface Shown {
  rows: readonly string[];
  /** Below the rows. */
  more?: boolean;
  hidden?: boolean;
}

function Page({ rows, more = true, hidden = false }: Shown) {
  useKeptFocus();
  return (
    <main>
      <button type="button">Top</button>
      <ul hidden={hidden}>
        {rows.map((row) => (
          <li key={row}>
            <button type="button">{row}</button>
            <button type="button">Remove {row}</button>
          </li>
        ))}
      </ul>
      {more && <button type="button">More</button>}
    </main>
  );
}

test.each<{ focused: string; after: Shown; wants: string; because: string }>([
  { focused: 'Remove b', after: { rows: ['a', 'c'] }, wants: 'c', because: 'what follows comes up' },
  { focused: 'Remove c', after: { rows: ['a', 'b'] }, wants: 'b', because: 'the last has none after it' },
  { focused: 'a', after: { rows: [] }, wants: 'More', because: 'the list is empty, but something stands after it' },
  { focused: 'a', after: { rows: [], more: false }, wants: 'Top', because: 'nothing stands after it' },
  { focused: 'b', after: { rows: ['a', 'b', 'c'], hidden: true }, wants: 'More', because: 'hidden is gone' },
  { focused: 'b', after: { rows: ['b'] }, wants: 'b', because: 'it is still there' },
])('$focused, then $after.rows: $wants, as $because', async ({ focused, after, wants }) => {
  const { rerender } = render(<Page rows={['a', 'b', 'c']} />);
  screen.getByRole('button', { name: focused }).focus();
  rerender(<Page {...after} />);
  // A browser takes the focus from what is hidden.
  if (after.hidden) (document.activeElement as HTMLElement).blur();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(wants), PATIENCE);
});

test('a focus that was given up on purpose stays given up', async () => {
  const { rerender } = render(<Page rows={['a', 'b']} />);
  screen.getByRole('button', { name: 'a' }).focus();
  (document.activeElement as HTMLElement).blur();
  await new Promise((done) => setTimeout(done, 120));
  rerender(<Page rows={['b']} />);
  await new Promise((done) => setTimeout(done, 120));
  expect(document.activeElement).toBe(document.body);
});
