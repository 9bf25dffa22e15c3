import { describe, expect, it } from 'vitest';
import { withDeleted } from '../../../../lib/search/packed/deleted';
import { PackedIndex } from '../../../../lib/search/packed/packed-index';
import { slipsBetween } from '../../../../lib/search/packed/slips';
import { wordsOf } from '../../../../lib/text/words';
import { indexOf, opened, paper, segmentOf } from './made-papers';

const PAPERS = [
  paper('cs', 'Code-switching in speech', 'We study bilingual speakers who change the language.', 'Ada Lovelace'),
  paper('mt', 'Machine translation', 'Sequence models translate. Translation of rare words stays hard.'),
  paper(
    'qa',
    'Answering questions',
    'A benchmark of questions over pictures, with translations of each.',
    'Grace Hopper',
  ),
  paper('pt', 'Prompt tuning', 'Soft prompts are tuned; translation is one of the tasks, behaviour another.'),
];
const whole = indexOf(PAPERS);
const parts = indexOf(PAPERS.slice(0, 1), PAPERS.slice(1, 2), PAPERS.slice(2));
const idsOf = (index: PackedIndex, query: string, typing = false) =>
  index.search(wordsOf(query), 10, typing).map((hit) => PAPERS[hit.index]!.id);

describe.each([
  ['one segment', whole],
  ['three segments', parts],
])('%s', (_, index) => {
  it.each([
    { query: 'translation', wants: ['mt', 'qa', 'pt'], because: 'a title’s word before an abstract’s' },
    { query: 'translations', wants: ['mt', 'qa', 'pt'], because: 'the plural is the word' },
    { query: 'TRANSLATION', wants: ['mt', 'qa', 'pt'], because: 'capitals' },
    { query: 'lovelace', wants: ['cs'], because: 'an author' },
    { query: 'behavior', wants: ['pt'], because: 'the other spelling' },
    { query: 'rare translation', wants: ['mt', 'qa', 'pt'], because: 'all words before some' },
    { query: 'questions translation', wants: ['qa', 'mt', 'pt'], because: 'all words before some' },
    { query: 'bilingaul', wants: ['cs'], because: 'letters swapped' },
    { query: 'pilingual', wants: ['cs'], because: 'a wrong first letter, where no other is near' },
    { query: 'benchmrk', wants: ['qa'], because: 'a missing letter' },
    { query: 'kangaroo', wants: [], because: 'nobody knows it' },
    { query: 'trans', wants: [], because: 'a beginning is no word' },
    { query: 'cod', wants: [], because: 'too short to be a slip' },
    { query: '', wants: [], because: 'nothing asked' },
  ])('$query: $wants ($because)', ({ query, wants }) => {
    expect(idsOf(index, query)).toEqual(wants);
  });

  it.each([
    { query: 'trans', wants: ['mt', 'qa', 'pt'] },
    { query: 'soft pro', wants: ['pt'] },
    { query: 'bili', wants: ['cs'] },
    { query: 'pro soft', wants: ['pt'] },
  ])('$query while it is typed: $wants', ({ query, wants }) => {
    expect(idsOf(index, query, true)).toEqual(wants);
  });

  it('says how much each paper is about a word, the best being 1', () => {
    const { postings, terms, likeness } = index.lookUp('Translations'.toLowerCase());
    expect({ terms, likeness, size: postings.size }).toEqual({ terms: ['translation'], likeness: 1, size: 3 });
    expect(postings.get(1)).toBe(1);
    expect(postings.get(2)).toBeLessThan(1);
    expect(postings.get(2)).toBeGreaterThan(0);
    expect(postings.get(0)).toBeUndefined();
    const seen: [number, number][] = [];
    postings.forEach((strength, at) => seen.push([at, strength]));
    expect(seen).toEqual([1, 2, 3].map((at) => [at, postings.get(at)]));
  });

  it('knows beginnings and slips by the words they stand for', () => {
    expect(index.lookUpPrefix('transl').terms.sort()).toEqual(['translate', 'translation']);
    expect(index.lookUpFuzzy('trnaslation').terms).toEqual(['translation']);
    expect(index.lookUpFuzzy('kangaroo').postings.size).toBe(0);
  });

  it('gives no more than was asked for, the best of them', () => {
    expect(index.search(['translation'], 1).map((hit) => hit.index)).toEqual([1]);
    expect(index.search(['translation'], 0)).toEqual([]);
  });

  it('answers the same again', () => {
    const first = idsOf(index, 'questions translation speech');
    idsOf(index, 'trans', true);
    idsOf(index, 'bilingaul benchmrk');
    expect(idsOf(index, 'questions translation speech')).toEqual(first);
  });
});

describe('deleted papers', () => {
  it('are not found and not counted, and the others keep their numbers', () => {
    const segment = opened(segmentOf(PAPERS));
    const index = new PackedIndex([{ segment, deleted: withDeleted(undefined, PAPERS.length, [1]) }]);
    expect(idsOf(index, 'translation')).toEqual(['qa', 'pt']);
    expect(index.lookUp('translation').postings.size).toBe(2);
    expect([index.size, index.numbers]).toEqual([3, 4]);
    expect(index.lookUp('rare').postings.size).toBe(0);
  });

  it('come back with the bits from before', () => {
    const before = withDeleted(undefined, 4, [0]);
    const after = withDeleted(before, 4, [2]);
    expect([[...before], [...after]]).toEqual([[0b0001], [0b0101]]);
  });
});

describe('slips between two words', () => {
  it.each([
    ['graph', 'graph', 0],
    ['graph', 'grpah', 1],
    ['graph', 'grap', 1],
    ['graph', 'graphs', 1],
    ['graph', 'gruph', 1],
    ['graph', 'garhp', 2],
    ['graph', 'words', 3],
    ['', 'ab', 2],
  ])('%s, %s: %i', (a, b, wants) => {
    const units = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
    expect(slipsBetween(units(a), units(b), 2)).toBe(wants);
    expect(slipsBetween(units(b), units(a), 2)).toBe(wants);
  });
});
