import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../../data/build/own';
import { Duplicates } from '../../../lib/bib/import/duplicates';
import type { Paper } from '../../../lib/papers/paper';
import { processorTime } from '../processor-time';

type Some = Partial<Paper>;
const TITLE = 'A Survey of Machine Translation';

/** For each record the line of the earlier one of the same paper. */
function earlier(...papers: Some[]): (number | undefined)[] {
  const duplicates = new Duplicates();
  return papers.map((paper, i) => duplicates.earlier({ title: TITLE, ...paper }, i + 1));
}

describe('two records of one title', () => {
  const rows: { a: Some; b: Some; same: boolean; because: string }[] = [
    { a: {}, b: {}, same: true, because: 'nothing else is known' },
    { a: { doi: '10.1000/a' }, b: {}, same: true, because: 'one has an identifier' },
    { a: { doi: '10.1000/a' }, b: { doi: '10.1000/A' }, same: true, because: 'capitals in a DOI mean nothing' },
    { a: { doi: '10.1000/a' }, b: { doi: '10.1000/b' }, same: false, because: 'two DOIs' },
    { a: { arxiv: '2101.00001' }, b: { arxiv: '2101.00002' }, same: false, because: 'two arXiv ids' },
    { a: { acl: 'N19-1423' }, b: { acl: 'N19-1424' }, same: false, because: 'two ACL ids' },
    { a: { arxiv: '2101.00001' }, b: { doi: '10.1000/b' }, same: true, because: 'identifiers of different kinds' },
    {
      a: { arxiv: '2101.00001', doi: '10.1000/a' },
      b: { arxiv: '2101.00001', doi: '10.1000/b' },
      same: true,
      because: 'one identifier in common is enough',
    },
    { a: { authors: ['Ann Lee'] }, b: { authors: ['Bo Xu'] }, same: false, because: 'other first authors' },
    { a: { authors: ['Ann Lee'] }, b: { authors: ['A. Lee', 'Bo Xu'] }, same: true, because: 'one family name' },
    { a: { authors: ['Jan van der Berg'] }, b: { authors: ['J. Berg'] }, same: true, because: 'without particles' },
    { a: { authors: ['Jan Hämmerl'] }, b: { authors: ['J. Hammerl'] }, same: true, because: 'without accents' },
    { a: { authors: ['Ann Lee'] }, b: { authors: [] }, same: true, because: 'one has no author' },
    { a: { title: 'Introduction' }, b: { title: 'Introduction' }, same: false, because: 'a title of many' },
    { a: { title: 'Acknowledgements' }, b: { title: 'Acknowledgements' }, same: false, because: 'as well' },
    {
      a: { title: 'Preface', doi: '10.1000/a' },
      b: { title: 'Preface', doi: '10.1000/a' },
      same: true,
      because: 'its identifier tells',
    },
  ];
  it.each(rows)('are of one paper: $same, $because ($a, $b)', ({ a, b, same }) => {
    expect(earlier(a, b)).toEqual([undefined, same ? 1 : undefined]);
    expect(earlier(b, a)).toEqual([undefined, same ? 1 : undefined]);
  });

  it('are looked for among all of that title', () => {
    const [a, b, c] = [1, 2, 3].map((n): Some => ({ doi: `10.1000/${n}`, authors: [`Ann Author${n}`] }));
    expect(earlier(a!, b!, c!, b!, { authors: ['A. Author1'] }, { authors: ['A. Author3'] })).toEqual([
      undefined,
      undefined,
      undefined,
      2,
      1,
      3,
    ]);
  });

  it('are not both the paper of a third that says less than they', () => {
    expect(
      earlier({}, { doi: '10.1000/a', authors: ['Ann Lee'] }, { doi: '10.1000/b' }, { authors: ['Bo Xu'] }),
    ).toEqual([undefined, 1, undefined, 3]);
  });

  it('tell of the first record, also where a third knows only what the second says', () => {
    const [doi, arxiv] = ['10.1000/a', '2101.00001'];
    expect(earlier({ doi }, { doi, arxiv, title: 'In Other Words, a Title' }, { arxiv, title: 'A Third' })).toEqual([
      undefined,
      1,
      1,
    ]);
  });
});

it('papers that an identifier tells apart are never taken for one', () => {
  const paper = fc.record({
    title: fc.constantFrom('Introduction', TITLE),
    authors: fc.subarray(['Ann Lee', 'Bo Xu']),
  });
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 10 }), (papers) => {
      const apart = papers.map((one, i) => ({ ...one, doi: `10.1000/${i}` }));
      expect(earlier(...apart)).toEqual(papers.map(() => undefined));
      expect(earlier(...apart, ...apart).slice(papers.length)).toEqual(papers.map((_, i) => i + 1));
    }),
  );
});

it.each([
  { of: 'titles of their own', title: (n: number) => `${TITLE}, part ${n}` },
  { of: 'one title', title: () => TITLE },
])('many papers with $of take time in proportion', ({ title }) => {
  const time = (count: number) => {
    const papers = Array.from({ length: count }, (_, n) => ({ title: title(n), authors: [`A Name${n}`] }));
    const start = processorTime();
    const duplicates = new Duplicates();
    expect(papers.filter((paper, i) => duplicates.earlier(paper, i) !== undefined)).toEqual([]);
    return processorTime() - start;
  };
  time(2000);
  const short = Math.max(time(5000), 5);
  expect(time(40_000)).toBeLessThan(short * 40);
});

it('a shelf of one’s own takes in different papers of one title', async () => {
  const own = await readOwn(['tests/fixtures/bib/ris/one-title.ris']);
  expect(own.ok && own.value.papers.map(({ doi }) => doi)).toEqual([
    '10.1000/1',
    '10.1000/2',
    '10.1000/3',
    '10.1000/4',
  ]);
});
