// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Evidence, reasonText } from '../../components/Evidence';
import type { Why } from '../../lib/lookup/answer';
import { inEnglish } from './english';

inEnglish();

const rows: { why: Why; line: string }[] = [
  { why: { kind: 'name', text: 'xGQA' }, line: 'name: xGQA' },
  { why: { kind: 'title', text: 'A', matched: 11, of: 11 }, line: 'title, 11 of 11 words' },
  { why: { kind: 'title', text: 'A' }, line: 'title' },
  {
    why: { kind: 'concept', text: 'code-switching', from: 'Kodewechsel' },
    line: 'concept: code-switching, from Kodewechsel',
  },
  {
    why: { kind: 'concept', text: 'code-switching', from: 'Kodewechsel', place: 'title' },
    line: 'concept: code-switching in the title, from Kodewechsel',
  },
  { why: { kind: 'concept', text: 'code-switching', from: 'code-switching' }, line: 'concept: code-switching' },
  { why: { kind: 'name', text: 'xGQA', from: 'xgqa' }, line: 'name: xGQA' },
  { why: { kind: 'words', text: 'adapter', matched: 3, of: 4 }, line: 'words: 3 of 4' },
  { why: { kind: 'words', text: 'adapter, layer' }, line: 'words: adapter, layer' },
  { why: { kind: 'words', text: '', matched: 0, of: 4 }, line: 'words: 0 of 4' },
  { why: { kind: 'identifier', text: '2109.06082' }, line: 'identifier: 2109.06082' },
  { why: { kind: 'author', text: 'Pfeiffer' }, line: 'author: Pfeiffer' },
];

test.each(rows)('$line', ({ why, line }) => {
  expect(reasonText(why)).toBe(line);
});

test('draws every reason, and nothing where there is none', () => {
  const { container, rerender } = render(<Evidence why={rows.map((row) => row.why)} />);
  expect(container.querySelectorAll('.reason')).toHaveLength(rows.length);
  rerender(<Evidence why={[]} />);
  expect(container.textContent).toBe('');
});
