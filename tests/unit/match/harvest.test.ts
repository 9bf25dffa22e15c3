import { describe, expect, it } from 'vitest';
import { harvestNames } from '../../../lib/match/harvest';

describe('the names a paper gives', () => {
  it.each([
    { title: 'xGQA: Cross-Lingual Visual Question Answering', wants: { names: ['xGQA'] }, because: 'mixed case' },
    { title: 'SIB-200: A Simple Evaluation Dataset', wants: { names: ['SIB-200'] }, because: 'capitals and digits' },
    { title: 'MasakhaNER 2.0: Entities', wants: {}, because: 'two words are the main title’s' },
    { title: 'CARE: Aligning Models', wants: { ambiguous: ['CARE'] }, because: 'capitals alone may be a word' },
    { title: 'Transformers: A Survey', wants: { ambiguous: ['Transformers'] }, because: 'an ordinary word' },
    { title: 'Zero-Shot: A Survey', wants: { ambiguous: ['Zero-Shot'] }, because: 'ordinary words with a hyphen' },
    { title: 'language: a survey', wants: {}, because: 'no capital' },
    { title: 'AB: two letters', wants: {}, because: 'too short' },
    { title: '“BiBERT”: in quotes', wants: { names: ['BiBERT'] }, because: 'the quotes are not the name’s' },
    { title: 'No colon here', wants: {}, because: 'no name' },
    {
      title: 'Training with LRT',
      abstract: 'We propose layered random training (LRT).',
      wants: { ambiguous: ['LRT'] },
      because: 'defined in the abstract and in the title',
    },
    { title: 'Training', abstract: 'We use support vectors (SVS).', wants: {}, because: 'only in the abstract' },
  ])('$title: $wants ($because)', ({ title, abstract = '', wants }) => {
    expect(harvestNames({ title, abstract })).toEqual(wants);
  });
});
