// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { NoPapers } from '../../components/PageStates';
import { inEnglish } from './english';

inEnglish();

test('a page that the browser keeps Sidelight out of: it is said, and a click asks for access', () => {
  const enter = vi.fn();
  const scan = vi.fn();
  render(<NoPapers status="kept-out" onScan={scan} enter={enter} />);
  expect(screen.getByText('Sidelight may not read this page')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Allow on all sites' }));
  expect(enter).toHaveBeenCalledOnce();
  expect(scan).not.toHaveBeenCalled();
});
