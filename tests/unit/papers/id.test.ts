import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignIds, slug } from '../../../lib/papers/id';

const id = (title: string, authors: string[] = [], year?: number) =>
  assignIds([{ title, authors, ...(year ? { year } : {}) }])[0]!.id;

describe('assignIds', () => {
  it.each([
    {
      title: 'xGQA: Cross-Lingual Visual Question Answering',
      authors: ['Jonas Pfeiffer', 'Gregor Geigle'],
      year: 2022,
      wants: 'pfeiffer-2022-xgqa',
    },
    {
      title: 'On the Cross-lingual Transferability',
      authors: ['Mikel Artetxe'],
      year: 2020,
      wants: 'artetxe-2020-cross-lingual',
    },
    { title: 'Sõnajaht: Definition', authors: ['Aleksei Dorkin'], year: 2024, wants: 'dorkin-2024-sonajaht' },
    { title: 'Understanding', authors: ['Katharina Hämmerl'], year: 2024, wants: 'hammerl-2024-understanding' },
    { title: 'A Study', authors: ['Jeroen Van Hautte'], year: 2025, wants: 'van-hautte-2025-study' },
    { title: 'A Study', authors: ['Søren Łukasz'], wants: 'lukasz-study' },
    { title: 'A Study of Things', authors: [], wants: 'study' },
  ])('gives $wants', ({ title, authors, year, wants }) => {
    expect(id(title, authors, year)).toBe(wants);
  });

  it('tells papers of one author and year apart by more of their titles', () => {
    const both = ['Speech Data in Finnish', 'Speech Data in Swedish'].map((title) => ({
      title,
      authors: ['A. B'],
      year: 2020,
    }));
    expect(assignIds(both).map((paper) => paper.id)).toEqual([
      'b-2020-speech-data-finnish',
      'b-2020-speech-data-swedish',
    ]);
  });

  const long = 'one two three four five six seven eight nine ten eleven twelve';
  it.each([
    { titles: ['数据集', '语言模型'], because: 'no Latin letter in the titles' },
    { titles: [`${long} thirteen`, `${long} fourteen`], because: 'twelve words alike' },
    { titles: ['The Data', 'A Data'], because: 'only an article apart' },
    { titles: ['Data', 'Data of the'], because: 'one is the beginning of the other' },
  ])('gives no two papers one id: $because', ({ titles }) => {
    for (const authors of [['Wei Wang'], ['王伟'], []]) {
      const ids = assignIds(titles.map((title) => ({ title, authors, year: 2024 }))).map((paper) => paper.id);
      expect(new Set(ids).size).toBe(titles.length);
      for (const one of ids) expect(one).not.toBe('');
    }
  });

  it('does not mind the order', () => {
    const word = fc.constantFrom('data', 'model', 'speech', 'the', 'of', 'transfer');
    const paper = fc.record({
      title: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      authors: fc.constantFrom('A B', 'C D').map((author) => [author]),
      year: fc.constantFrom(2020, 2021),
    });
    fc.assert(
      fc.property(fc.uniqueArray(paper, { maxLength: 8, selector: (one) => JSON.stringify(one) }), (papers) => {
        const forwards = assignIds(papers).map((one) => one.id);
        expect(assignIds([...papers].reverse()).map((one) => one.id)).toEqual(forwards.reverse());
      }),
    );
  });
});

describe('slug', () => {
  it.each([
    { text: 'SwissGov-RSD:', wants: 'swissgov-rsd' },
    { text: '--A  b__c--', wants: 'a-b-c' },
    { text: 'Straße', wants: 'strasse' },
    { text: 'Łódź Ørsted', wants: 'lodz-orsted' },
    { text: 'ﬁne', wants: 'fine' },
    { text: '', wants: '' },
  ])('of $text is $wants', ({ text, wants }) => {
    expect(slug(text)).toBe(wants);
  });
});
