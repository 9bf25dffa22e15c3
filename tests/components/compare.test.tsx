// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Compare } from '../../components/Compare';
import { CompareTray } from '../../components/CompareTray';
import { compareConcepts, compareTexts } from '../../components/compare-terms';
import { inEnglish } from './english';
import { bare, sib, xgqa } from './samples';

inEnglish();

test('words that all say are shared; words that one says twice and the others never are its own', () => {
  const { shared, own } = compareTexts([
    'Adapters help translation. Adapters are small. We propose a model.',
    'Translation of speech: speech is hard. We propose a model.',
  ]);
  expect(shared).toEqual(['translation']);
  expect(own).toEqual([['adapter'], ['speech']]);
});

test.each([
  { texts: [], wants: { shared: [], own: [] } },
  { texts: ['one text alone'], wants: { shared: [], own: [[]] } },
  { texts: ['', ''], wants: { shared: [], own: [[], []] } },
])('$texts: nothing to share', ({ texts, wants }) => expect(compareTexts(texts)).toEqual(wants));

test('topics of two papers are shared, the others are of one alone', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }));
  expect(compareConcepts([[a!, b!], [b!, c!], []])).toEqual({ shared: [b], own: [[a], [c], []] });
});

const views = [
  {
    paper: { ...xgqa, abstract: 'Adapters help vision. Adapters are small.' },
    related: [],
    concepts: [{ id: 'v', name: 'vision' }],
  },
  { paper: { ...sib, abstract: 'Vision of topics.' }, related: [], concepts: [{ id: 'v', name: 'vision' }] },
  { paper: { ...bare, abstract: '' }, related: [], concepts: [] },
];

test('abstracts side by side, each a way to its paper and out of the comparison', () => {
  const [onPaper, onTerm, onRemove] = [vi.fn(), vi.fn(), vi.fn()];
  const { container } = render(
    <Compare views={views.slice(0, 2)} onPaper={onPaper} onTerm={onTerm} onRemove={onRemove} />,
  );
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  expect([...container.querySelectorAll('.column mark')].map((mark) => mark.textContent)).toEqual(['vision', 'Vision']);
  expect([...container.querySelectorAll('.column .own-word')].map((word) => word.textContent)).toEqual([
    'Adapters',
    'Adapters',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'vision' }));
  expect(onTerm).toHaveBeenCalledExactlyOnceWith('v');
  fireEvent.click(screen.getByRole('button', { name: sib.title }));
  expect(onPaper).toHaveBeenCalledExactlyOnceWith(sib.id);
  fireEvent.click(screen.getByRole('button', { name: `Take out of the comparison: ${xgqa.title}` }));
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(xgqa.id);
});

test('a paper without an abstract is a column too', () => {
  render(<Compare views={views} onPaper={vi.fn()} onTerm={vi.fn()} onRemove={vi.fn()} />);
  expect(screen.getByText('No abstract is known.')).toBeTruthy();
});

test('one paper is too few to compare; two can be', () => {
  const onCompare = vi.fn();
  const tray = (papers: typeof views) => (
    <CompareTray papers={papers.map(({ paper }) => paper)} onCompare={onCompare} onRemove={vi.fn()} onClear={vi.fn()} />
  );
  const { rerender } = render(tray(views.slice(0, 1)));
  expect(screen.getByText('Choose another paper to compare')).toBeTruthy();
  rerender(tray(views.slice(0, 2)));
  fireEvent.click(screen.getByRole('button', { name: 'Compare 2' }));
  expect(onCompare).toHaveBeenCalledOnce();
  rerender(tray([]));
  expect(screen.queryByRole('region')).toBeNull();
});
