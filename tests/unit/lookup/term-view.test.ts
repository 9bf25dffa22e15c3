import { describe, expect, it } from 'vitest';
import { termView } from '../../../lib/lookup/term-view';
import { openShippedShelf } from '../../tools/open-corpus';

const shelf = openShippedShelf();
const view = (id: string) => termView(shelf, id, { ids: [], names: {} });

describe('the sentence that defines a concept', () => {
  it.each([
    { id: 'code-switching', begins: 'Code-switching (CS) is the alternating use', because: 'is the … of' },
    { id: 'clir', begins: 'Cross-lingual information retrieval (CLIR) consists in finding', because: 'consists in' },
    { id: 'cross-lingual-alignment', begins: 'Cross-lingual alignment, the meaningful', because: 'in apposition' },
    {
      id: 'generalized-cross-lingual-transfer',
      begins: 'We study',
      because: 'task, where the question language differs',
    },
    { id: 'model-editing', begins: 'This research paper introduces', because: 'paradigm, wherein a fact is edited' },
  ])('of $id: $because', ({ id, begins }) => {
    expect(view(id).definition?.text.startsWith(begins)).toBe(true);
  });

  it.each([
    { id: 'speech-emotion-recognition', because: '“is an important task” says nothing of what it is' },
    { id: 'information-retrieval', because: 'a sentence on cross-lingual retrieval defines a narrower concept' },
    { id: 'reasoning', because: '“the reasoning is still monolingual” is no definition' },
    { id: 'llm', because: '“are typically multilingual” tells a property' },
    { id: 'basque', because: 'a language needs none' },
    { id: 'thesis', because: '“This thesis aims to” speaks of itself' },
  ])('is missing for $id: $because', ({ id }) => {
    expect(view(id).definition).toBeUndefined();
  });
});

describe('the neighbours of a concept', () => {
  it('are concepts that the same papers are about', () => {
    expect(view('ner').neighbours.length).toBeGreaterThan(2);
    expect(view('ner').neighbours.map(({ id }) => id)).not.toContain('ner');
  });
});
