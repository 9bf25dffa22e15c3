// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Proof, type ProofState } from '../../components/Proof';
import { Welcome } from '../../components/Welcome';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/schema';
import { inEnglish } from './english';

inEnglish();

describe('the welcome page', () => {
  const draw = (settings: Partial<Settings> = {}) => {
    const change = vi.fn();
    const state = { settings: { ...DEFAULT_SETTINGS, ...settings }, shortcuts: [], optionsPage: 'o', proofPage: 'p' };
    render(<Welcome state={state} change={change} />);
    return change;
  };
  const chosen = () => screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked);

  it('begins with everything shown', () => {
    draw();
    expect(chosen().map((radio) => radio.parentElement!.textContent)).toEqual(['Show me what there is']);
  });

  it.each([
    { name: 'Quietly', wants: { onlyWhenAsked: false, marks: 'titles', trigger: 'key' } },
    { name: 'Only when I ask', wants: { onlyWhenAsked: true, marks: 'all', trigger: 'button' } },
  ])('“$name” is $wants', ({ name, wants }) => {
    const change = draw();
    fireEvent.click(screen.getByRole('radio', { name }));
    expect(change).toHaveBeenCalledWith(wants);
  });

  it('shows no choice as made where the reader has one of their own', () => {
    draw({ marks: 'none' });
    expect(chosen()).toEqual([]);
  });
});

describe('the proof page', () => {
  const hash = 'a'.repeat(64);
  const state = (more: Partial<ProofState> = {}): ProofState => ({
    policy: [{ directive: 'default-src', sources: "'none'" }],
    permissions: ['storage', '<all_urls>'],
    attempts: [{ what: 'fetch', address: 'https://example.invalid/', outcome: 'refused', directive: 'connect-src' }],
    files: [{ name: 'papers.json', bytes: 5000, expected: hash, actual: hash }],
    stored: [{ area: 'local', name: 'saved:*', count: 2, bytes: 900 }],
    estimate: null,
    persisted: null,
    ...more,
  });
  const draw = (more?: Partial<ProofState>) => {
    const onTry = vi.fn();
    render(<Proof state={state(more)} onTry={onTry} />);
    return onTry;
  };

  it.each<{ what: string; more: Partial<ProofState>; says: RegExp; not: RegExp }>([
    { what: 'all is well', more: {}, says: /All of it was refused/, not: /Not all/ },
    {
      what: 'something was let through',
      more: { attempts: [{ what: 'image', address: 'x', outcome: 'open' }] },
      says: /Not all of it was refused/,
      not: /All of it/,
    },
    {
      what: 'it is still being tried',
      more: { attempts: [{ what: 'image', address: 'x', outcome: 'waiting' }] },
      says: /trying/,
      not: /ll of it was refused/,
    },
    {
      what: 'a file is another',
      more: { files: [{ name: 'papers.json', bytes: 1, expected: hash, actual: 'b' }] },
      says: /1 file is not as published/,
      not: /are as published/,
    },
    {
      what: 'a permission has no reason',
      more: { permissions: ['tabs'] },
      says: /No reason is known/,
      not: /On this machine/,
    },
  ])('says so where $what', ({ more, says, not }) => {
    draw(more);
    expect(screen.getByRole('main').textContent).toMatch(says);
    expect(screen.getByRole('main').textContent).not.toMatch(not);
  });

  it('tries again', () => {
    const onTry = draw();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onTry).toHaveBeenCalledOnce();
  });
});
