// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { followKnown } from '../../../entrypoints/content/known';
import { type Mark, Marks } from '../../../lib/page/marks';
import { savedKey } from '../../../lib/saved/keys';
import { fakeHighlights } from './fake-highlights';

type Changes = Record<string, { newValue?: unknown }>;
const follower = vi.hoisted(() => ({ tell: (_: Changes) => {} }));
vi.mock('../../../lib/browser/page-side', () => ({
  followChanges: (listener: (changes: Changes) => void) => void (follower.tell = listener),
}));

it('marks are pale as long as their papers are saved or read, and no longer', () => {
  const painted = fakeHighlights();
  const marks = new Marks();
  marks.show('all', true);
  marks.add(
    ['a', 'b'].map((id): Mark => {
      const node = document.createTextNode(`title ${id}`);
      document.body.append(node);
      const range = document.createRange();
      range.selectNodeContents(node);
      return { range, kind: 'title', id, text: node.data };
    }),
  );
  followKnown(marks, new AbortController().signal);
  const pale = (changes: Changes) => {
    follower.tell(changes);
    return [...(painted.get('sl-4') ?? [])].map(String);
  };
  expect(pale({ seen: { newValue: { a: 1 } } })).toEqual(['title a']);
  expect(pale({ seen: { newValue: { a: 1, b: 2 } } })).toEqual(['title a', 'title b']);
  expect(pale({ [savedKey('b')]: { newValue: {} } })).toEqual(['title a', 'title b']);
  expect(pale({ seen: { newValue: {} } })).toEqual(['title b']);
  expect(pale({ [savedKey('b')]: {} })).toEqual([]);
  expect(pale({ seen: { newValue: { a: 3 } } })).toEqual(['title a']);
  expect(pale({ seen: {} })).toEqual([]);
});
