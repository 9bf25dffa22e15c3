import { describe, expect, it } from 'vitest';
import { openLookup } from '../../tools/open-corpus';
import { papers } from '../shipped';

const lookup = openLookup();
const ids = (query: string, context?: string) => lookup.search(query, 119, context).hits.map(({ paper }) => paper.id);

describe('the sentence around a selection', () => {
  it.each([
    {
      selection: 'alignment',
      context: 'We compare reward models and human preference data for alignment of chat assistants.',
      first: 'wu-2024-reuse',
    },
    {
      selection: 'transfer',
      context: 'Adapters help transfer to African languages in named entity recognition.',
      first: 'adelani-2022-masakhaner',
    },
    {
      selection: 'MIND',
      context: 'MIND has news articles for recommendation in fourteen languages.',
      first: 'iana-2024-mind',
    },
    {
      selection: 'CARE',
      context: 'We use CARE to align language models with regional culture.',
      first: 'guo-2025-care',
    },
  ])('puts $first first for $selection', ({ selection, context, first }) => {
    expect(ids(selection, context)[0]).toBe(first);
    // It orders, and neither adds nor takes away.
    expect(ids(selection, context).sort()).toEqual(ids(selection).sort());
  });

  it('makes no answer where the selection has none', () => {
    expect(ids('zzqx', 'We use adapters and prompt tuning for zzqx here.')).toEqual([]);
  });

  it('says what an abbreviation stands for', () => {
    const context = 'Our work is about visual question answering (ViQuA).';
    expect(ids('ViQuA')).toEqual([]);
    expect(ids('ViQuA', context)[0]).toBe('pfeiffer-2022-xgqa');
  });
});

describe('abbreviations of the papers', () => {
  it.each([
    { short: 'NER', long: 'named entity recognition' },
    { short: 'CLIR', long: 'cross-lingual information retrieval' },
    { short: 'RAG', long: 'retrieval-augmented generation' },
    { short: 'VC', long: 'voice conversion' },
    { short: 'RCT', long: 'randomized controlled trial' },
    { short: 'HMM', long: 'hidden Markov model' },
    { short: 'NNR', long: 'news recommender' },
    { short: 'MLS', long: 'multi-lingual summarization' },
  ])('$short and $long have a paper in common among their first', ({ short, long }) => {
    const first = (query: string) => ids(query).slice(0, 5);
    expect(first(short).filter((id) => first(long).includes(id))).not.toEqual([]);
  });
});

describe('where a concept was found', () => {
  it('is told, and its English words are given to be marked', () => {
    const { hits } = lookup.search('Eigennamenerkennung', 5);
    expect(hits[0]!.why[0]).toMatchObject({ kind: 'concept', text: 'named entity recognition', place: 'title' });
    expect(hits[0]!.terms).toContain('named entity recognition');
  });

  it('chooses the excerpt', () => {
    const { hits } = lookup.search('katastrophales Vergessen', 119);
    const abstractOf = (id: string) => papers.find((paper) => paper.id === id)!.abstract;
    const speaking = hits.filter(({ paper }) => /catastrophic forgetting/i.test(abstractOf(paper.id)));
    expect(speaking.length).toBeGreaterThan(0);
    expect(speaking.filter(({ excerpt }) => /catastrophic forgetting/i.test(excerpt)).length).toBeGreaterThan(
      speaking.length / 2,
    );
  });
});
