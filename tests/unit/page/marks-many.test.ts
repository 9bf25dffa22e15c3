// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Mark, Marks } from '../../../lib/page/marks';
import { fakeHighlights } from './fake-highlights';

/** Ranges painted, by highlight. */
let painted: Map<string, Set<Range>>;
/** How far the reader has scrolled, in lines. */
let above = 0;
const MANY = 3000;

beforeEach(() => {
  painted = fakeHighlights();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('of very many marks those about the place the reader is at are painted, and all are kept', () => {
  const marks = Array.from({ length: MANY }, (_, line): Mark => {
    const node = document.createTextNode(`title ${line}`);
    document.body.append(node);
    const range = document.createRange();
    range.selectNodeContents(node);
    range.getBoundingClientRect = () => ({ bottom: line - above }) as DOMRect;
    return { range, kind: 'title', id: String(line), text: node.data };
  });
  const all = new Marks();
  all.add(marks);
  const isPainted = (line: number) => painted.get('sl-1')!.has(marks[line]!.range);
  expect(all.all).toHaveLength(MANY);
  expect(painted.get('sl-1')!.size).toBeLessThan(MANY);
  expect([0, 1, 2000, MANY - 1].map(isPainted)).toEqual([true, true, false, false]);
  above = 2000;
  document.dispatchEvent(new Event('scroll'));
  vi.runAllTimers();
  expect([0, 1, 2000, MANY - 1].map(isPainted)).toEqual([false, false, true, false]);
  all.clear();
  document.dispatchEvent(new Event('scroll'));
  vi.runAllTimers();
  expect(painted.size).toBe(0);
});
