// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { CardDeck } from '../../components/CardDeck';
import { type CardActs, PaperCard, type PaperCardProps } from '../../components/PaperCard';
import { Loading } from '../../components/States';
import { shorten } from '../../components/shorten';
import { shortVenue } from '../../components/venue';
import { inEnglish } from './english';
import { bare, noCiting, sib, xgqa } from './samples';

inEnglish();
const save = vi.fn<CardActs['save']>();
const copy = vi.fn<CardActs['copy']>();
beforeEach(() => void vi.clearAllMocks());

const card = (changes: Partial<PaperCardProps> = {}) => (
  <PaperCard
    paper={xgqa}
    excerpt="An abstract."
    why={[]}
    terms={[]}
    saved={false}
    actions={{ save, copy }}
    {...changes}
  />
);

test('Save asks for saving, Saved for taking off', () => {
  const { rerender } = render(card());
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(save).toHaveBeenLastCalledWith(xgqa, true);
  rerender(card({ saved: true }));
  fireEvent.click(screen.getByRole('button', { name: 'Saved' }));
  expect(save).toHaveBeenLastCalledWith(xgqa, false);
});

test.each([
  [true, 'Copied'],
  [false, 'The browser did not allow copying'],
])('when copying gives %s, “%s” is announced', async (outcome, text) => {
  copy.mockResolvedValueOnce(outcome);
  const { container } = render(card());
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy BibTeX' })));
  expect(copy).toHaveBeenCalledExactlyOnceWith(xgqa);
  const said = container.querySelector('output[aria-live="polite"]');
  expect(said?.textContent).toBe(text);
});

test('buttons that lead nowhere are not drawn', () => {
  const { rerender } = render(card());
  expect(screen.queryByRole('button', { name: 'Open in panel' })).toBeNull();
  const open = vi.fn<NonNullable<CardActs['open']>>();
  rerender(card({ actions: { save, copy, open } }));
  fireEvent.click(screen.getByRole('button', { name: 'Open in panel' }));
  expect(open).toHaveBeenCalledExactlyOnceWith(xgqa);
});

test('links are ordinary links that tell the site nothing', () => {
  render(card());
  const links = screen.getAllByRole<HTMLAnchorElement>('link');
  expect(links[0]!.href).toBe('https://arxiv.org/abs/2109.06082');
  for (const link of links) expect([link.target, link.rel]).toEqual(['_blank', 'noreferrer']);
});

test('a paper without authors and abstract is still a card', () => {
  const { container } = render(card({ paper: bare, excerpt: '' }));
  expect(screen.getByRole('article', { name: bare.title })).toBeTruthy();
  expect(screen.getByText('No abstract is known.')).toBeTruthy();
  expect(container.querySelector('.byline')).toBeNull();
});

test('a deck goes round', () => {
  const cards = [xgqa, sib].map((paper) => ({ paper, excerpt: '', why: [], terms: [] }));
  render(<CardDeck cards={cards} isSaved={(id) => id === sib.id} actions={{ save, copy }} />);
  const next = () => fireEvent.click(screen.getByRole('button', { name: 'Next paper' }));
  expect(screen.getByText('1 of 2')).toBeTruthy();
  next();
  expect(screen.getByRole('article', { name: sib.title })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Saved' })).toBeTruthy();
  next();
  expect(screen.getByRole('article', { name: xgqa.title })).toBeTruthy();
});

test('the focus stays on the way to the next paper, and where one stands is said; what was unfolded was of the paper before', () => {
  const cards = [xgqa, sib].map((paper) => ({ paper, excerpt: '', why: [], terms: [] }));
  render(<CardDeck cards={cards} isSaved={() => false} actions={{ save, copy, cite: noCiting }} />);
  const next = screen.getByRole('button', { name: 'Next paper' });
  const said = screen.getByText('1 of 2');
  fireEvent.click(screen.getByRole('button', { name: 'Cite' }));
  expect(screen.getByRole('group', { name: new RegExp(xgqa.title) })).toBeTruthy();
  next.focus();
  fireEvent.click(next);
  expect(document.activeElement).toBe(next);
  expect(said.isConnected).toBe(true);
  expect(said.textContent).toBe('2 of 2');
  expect(screen.queryByRole('group')).toBeNull();
});

const cuts: [string, number, string][] = [
  ['short enough', 525, 'short enough'],
  ['cut between words, here', 20, 'cut between words…'],
  ['一二三四五六七八九十', 5, '一二三四五…'],
  ['ab😀cd', 3, 'ab…'],
];
test.each(cuts)('shorten(%s, %i) is %s', (text, limit, wanted) => {
  expect(shorten(text, limit)).toBe(wanted);
});

const venues: [string, string][] = [
  ['Findings of the Association for Computational Linguistics: EMNLP 2022', 'Findings of EMNLP 2022'],
  ['Findings of the Association for Computational Linguistics', 'Findings of the ACL'],
  [
    'Proceedings of the 60th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)',
    '60th Annual Meeting of the ACL',
  ],
  [
    'Proceedings of the 2024 Conference on Empirical Methods in Natural Language Processing (EMNLP)',
    '2024 Conference on EMNLP',
  ],
  ['NLP for Wikipedia Workshop @ EMNLP 2024', 'NLP for Wikipedia Workshop @ EMNLP 2024'],
  ['ICLR 2025', 'ICLR 2025'],
];
test.each(venues)('%s is shown as %s', (venue, wanted) => {
  expect(shortVenue(venue)).toBe(wanted);
});

test('waiting is mentioned after a second, not before', () => {
  vi.useFakeTimers();
  render(<Loading />);
  void act(() => void vi.advanceTimersByTime(900));
  expect(screen.getByRole('status').textContent).toBe('');
  void act(() => void vi.advanceTimersByTime(200));
  expect(screen.getByRole('status').textContent).not.toBe('');
  vi.useRealTimers();
});
