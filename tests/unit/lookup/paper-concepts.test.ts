import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../../lib/lookup/paper-concepts';

const concepts = {
  ids: ['common', 'telling', 'other'],
  kinds: ['tasks', 'tasks', 'tasks'],
  names: ['a common one', 'a telling one', 'another'],
  papers: [
    [
      [0, 50],
      [1, 50],
      [2, 50],
      [3, 50],
    ] as [number, number][],
    [[0, 50]] as [number, number][],
    [[2, 90]] as [number, number][],
  ],
  forms: [[], [], []],
};

describe('what a paper is about', () => {
  it.each([
    { paper: 0, wants: ['telling', 'common'], because: 'what few papers are about tells more' },
    { paper: 2, wants: ['other', 'common'], because: 'so does what it is about more strongly' },
    { paper: 9, wants: [], because: 'it is about none of them' },
  ])('paper $paper: $because', ({ paper, wants }) => {
    expect(conceptsOf(concepts, paper).map(({ id }) => id)).toEqual(wants);
  });
});
