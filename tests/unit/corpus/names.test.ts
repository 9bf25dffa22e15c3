import { describe, expect, it } from 'vitest';
import { checkNames, type Names } from '../../../lib/corpus/names';
import type { Paper } from '../../../lib/papers/paper';
import { readCorpus } from '../../tools/open-corpus';
import { realNames } from './source';

const FILE = 'data/names.json';
const papers = ['one', 'two'].map((id): Paper => ({ id, title: id, abstract: '', authors: [] }));
const check = (entries: Names['papers']) => checkNames({ lookalikes: [], papers: entries }, papers, FILE);

describe('checkNames', () => {
  it('has nothing against the shipped names', () => {
    expect(checkNames(realNames(), readCorpus().papers, FILE)).toEqual([]);
  });

  it('names an id that no paper has', () => {
    const found = check({ one: { names: ['A-1'] }, three: { names: ['C-3'] } });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      file: FILE,
      message: expect.stringContaining('three'),
      remedy: expect.stringMatching(/./),
    });
  });

  it.each([
    { first: { names: ['X'] }, second: { names: ['X'] } },
    { first: { names: ['X'] }, second: { ambiguous: ['X'] } },
    { first: { ambiguous: ['X'] }, second: { ambiguous: ['X'] } },
  ])('names what two papers are called: $first, $second', ({ first, second }) => {
    const found = check({ one: first, two: second });
    expect(found).toHaveLength(1);
    for (const part of ['X', 'one', 'two']) expect(found[0]!.message).toContain(part);
  });

  it('does not mind an alias of two', () => {
    expect(check({ one: { aliases: ['X'] }, two: { aliases: ['X'] } })).toEqual([]);
  });
});
