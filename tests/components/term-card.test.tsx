// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { TermCard, type TermCardActs } from '../../components/TermCard';
import type { TermView } from '../../lib/lookup/answer';
import { inEnglish } from './english';
import { sib, xgqa } from './samples';

inEnglish();
const actions = {
  open: vi.fn<TermCardActs['open']>(),
  openPaper: vi.fn<TermCardActs['openPaper']>(),
  close: vi.fn<TermCardActs['close']>(),
} satisfies TermCardActs;
beforeEach(() => void vi.clearAllMocks());

const view: TermView = {
  id: 'code-switching',
  name: 'code-switching',
  kind: 'phenomena',
  papers: [sib, ...Array.from({ length: 6 }, (_, i) => ({ ...xgqa, id: `x${i}`, title: `Paper ${i}` }))],
  neighbours: [],
  names: [],
};

test('name, up to four papers, the way to the panel', () => {
  render(<TermCard view={view} actions={actions} />);
  expect(screen.getByRole('article', { name: 'code-switching' })).toBeTruthy();
  expect(document.querySelector('.definition')).toBeNull();
  const rows = screen.getAllByRole('listitem').map((row) => row.querySelector('.row-title')!.textContent);
  expect(rows).toEqual([sib.title, 'Paper 0', 'Paper 1', 'Paper 2']);
  fireEvent.click(screen.getByRole('button', { name: /^SIB-200/ }));
  expect(actions.openPaper).toHaveBeenCalledExactlyOnceWith(sib.id);
  fireEvent.click(screen.getByRole('button', { name: 'Open in panel' }));
  expect(actions.open).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(actions.close).toHaveBeenCalledOnce();
});

test('the definition, with the paper that gives it', () => {
  const definition = { text: 'Code-switching is the mixing of languages.', paper: xgqa };
  render(<TermCard view={{ ...view, definition, papers: [] }} actions={actions} />);
  expect(screen.getByText(definition.text)).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Pfeiffer et al. 2022' }));
  expect(actions.openPaper).toHaveBeenCalledExactlyOnceWith(xgqa.id);
});
