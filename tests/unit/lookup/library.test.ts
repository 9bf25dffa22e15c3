import { describe, expect, it } from 'vitest';
import { ConceptFinder } from '../../../lib/corpus/concept-finder';
import { buildPart } from '../../../lib/corpus/shelf-part';
import { Library, matchAll, type OwnShelf } from '../../../lib/lookup/library';
import { PackedShelf } from '../../../lib/lookup/packed-shelf';
import { LookupService } from '../../../lib/lookup/service';
import { openShelf } from '../../../lib/lookup/shelf';
import type { Paper } from '../../../lib/papers/paper';
import { atOnce } from '../../../lib/util/in-steps';
import { readCorpus } from '../../tools/open-corpus';

const files = readCorpus();
const shippedShelf = openShelf(files);
const shipped = new LookupService([shippedShelf]);

/** Papers about ferries, and one that the shipped shelf has too. */
const OWN: Paper[] = [
  {
    id: 'haven-2020-ferry',
    title: 'FerryBench: Timetables of Island Ferries under Heavy Weather',
    abstract: 'We collect timetables of ferries and gales. A ferry that is late misses its tide.',
    authors: ['Ada Haven'],
    year: 2020,
    doi: '10.1234/ferry.1',
  },
  {
    id: 'haven-2021-tides',
    title: 'Predicting Tides for Late Ferries with Small Harbour Models',
    abstract: 'Ferries wait for tides. Our harbour model predicts when a ferry can land.',
    authors: ['Ada Haven'],
    year: 2021,
  },
  files.papers[0]!,
];

function own(papers: readonly Paper[], broken = false): OwnShelf {
  const read = async (numbers: readonly number[]) => {
    if (broken) throw new Error('storage is gone');
    return numbers.map((number) => papers[number]);
  };
  const opened = PackedShelf.open(
    'own',
    [atOnce(buildPart(papers, new ConceptFinder({})))],
    { file: files.concepts, keys: files.keys },
    read,
  );
  if (!opened.ok) throw new Error(opened.error.message);
  const numberOf = async (id: string) => {
    const at = papers.findIndex((paper) => paper.id === id);
    return at < 0 ? undefined : at;
  };
  return { shelf: opened.value, read, numberOf };
}
const library = new Library(shipped, [own(OWN)]);
const idsOf = (hits: readonly { paper: { id: string } }[]) => hits.map(({ paper }) => paper.id);

describe('shipped and own papers as one', () => {
  it.each([
    { query: 'ferrybench', wants: 'haven-2020-ferry', because: 'a name of the reader’s own' },
    { query: 'late ferries tides harbour', wants: 'haven-2021-tides', because: 'words' },
    { query: '10.1234/ferry.1', wants: 'haven-2020-ferry', because: 'an identifier' },
    { query: 'xGQA', wants: 'pfeiffer-2022-xgqa', because: 'a shipped name' },
  ])('$query finds $wants: $because', async ({ query, wants }) => {
    expect(idsOf((await library.search(query)).hits)[0]).toBe(wants);
  });

  it('show a paper that both have once', async () => {
    const ids = idsOf((await library.search(files.papers[0]!.title)).hits);
    expect(ids.filter((id) => id === files.papers[0]!.id)).toHaveLength(1);
  });

  it('abstain together', async () => {
    expect(await library.search('preheat the oven to 180 degrees')).toMatchObject({ hits: [], abstained: true });
  });

  it('answer as the shipped shelf does where there are no others', async () => {
    for (const query of ['xGQA', 'zero-shot transfer', 'protein folding'])
      expect(await new Library(shipped, []).search(query)).toEqual(shipped.search(query));
  });

  it('answer incompletely where storage fails, and without an error', async () => {
    const answer = await new Library(shipped, [own(OWN, true)]).search('xGQA ferry');
    expect(answer.complete).toBe(false);
    expect(idsOf(answer.hits)[0]).toBe('pfeiffer-2022-xgqa');
  });

  it('give one paper with its neighbours', async () => {
    const view = await library.get('haven-2020-ferry');
    expect(view?.paper.abstract).toContain('gales');
    expect(view?.related.map(({ id }) => id)).toEqual(['haven-2021-tides']);
    expect((await library.get('pfeiffer-2022-xgqa'))?.paper.id).toBe('pfeiffer-2022-xgqa');
    expect(await library.get('nobody')).toBeNull();
    expect([await library.has('haven-2021-tides'), await library.has('nobody')]).toEqual([true, false]);
  });
});

describe('a paper that several shelves have under different ids', () => {
  const xgqa = files.papers.find(({ id }) => id === 'pfeiffer-2022-xgqa')!;
  const { arxiv: _, acl: __, doi: ___, ...unnumbered } = xgqa;
  const copies = [
    { how: 'its arXiv id', copy: { ...unnumbered, title: 'xGQA: Another Title', year: 2021, arxiv: '2109.06082v2' } },
    { how: 'its title and year', copy: { ...unnumbered, title: xgqa.title.toUpperCase() } },
  ].map(({ how, copy }) => ({ how, copy: { ...copy, id: 'pfeiffer-2022-xgqa-1k2j3' } }));

  it.each(copies)('by $how is the first shelf’s, found and marked once', async ({ copy }) => {
    const other = own([copy, ...OWN.slice(0, 2)]);
    const both = new Library(shipped, [other]);
    for (const query of ['xGQA', xgqa.title, xgqa.abstract.slice(0, 200)]) {
      const ids = idsOf((await both.search(query)).hits);
      expect(ids.filter((id) => id.startsWith(xgqa.id))).toEqual([xgqa.id]);
    }
    const text = `We use xGQA. See “${copy.title}”.`;
    const { blocks, papers } = await matchAll([shippedShelf], [other.shelf], [{ text }]);
    expect(new Set(blocks[0]!.mentions.map(({ id }) => id))).toEqual(new Set([xgqa.id]));
    expect(papers.map(({ id }) => id)).toEqual([xgqa.id]);
    expect(idsOf((await both.like(xgqa.abstract, [])).map((paper) => ({ paper })))).not.toContain(copy.id);
    expect((await both.like(xgqa.abstract, [xgqa.id])).map(({ id }) => id)).not.toContain(xgqa.id);
  });

  it.each(copies)('by $how is the first one of the reader’s own where the shipped one is off', async ({ copy }) => {
    const shelves = [own([OWN[0]!, { ...xgqa, id: 'mine' }]), own([copy, OWN[1]!])];
    const mine = new Library(shipped, shelves, false);
    expect(idsOf((await mine.search('xGQA')).hits)).toEqual(['mine']);
    const all = shelves.map(({ shelf }) => shelf);
    const { papers } = await matchAll([], all, [{ text: 'We use xGQA. See arXiv:2109.06082.' }]);
    expect(papers.map(({ id }) => id)).toEqual(['mine']);
  });

  it.each([
    { what: 'year', copy: { ...unnumbered, year: 2019 } },
    { what: 'title', copy: { ...unnumbered, title: `${xgqa.title} Revisited` } },
  ])('is not one with another $what alone', async ({ copy }) => {
    const both = new Library(shipped, [own([{ ...copy, id: 'another' }, OWN[0]!])]);
    expect(idsOf((await both.search('xGQA')).hits)).toEqual(expect.arrayContaining([xgqa.id, 'another']));
  });
});

describe('with the shipped shelf off', () => {
  const alone = new Library(shipped, [own(OWN)], false);

  it('an abbreviation is looked up by what it stands for in its sentence', async () => {
    const context = 'We predict tides for late ferries (PTLF) in small harbours.';
    const short = await alone.search('PTLF', 5);
    const { query, hits } = await alone.search('PTLF', 5, context);
    expect(idsOf(short.hits)).toEqual([]);
    expect({ query, first: idsOf(hits)[0] }).toEqual({ query: 'PTLF', first: 'haven-2021-tides' });
    // What it stands for is not there, but its letters are.
    const other = await alone.search('FerryBench', 5, 'The Fine Energy Benchmark (FerryBench) is new.');
    expect(idsOf(other.hits)[0]).toBe('haven-2020-ferry');
  });

  it.each([
    { query: 'ferry', complete: true },
    { query: `ferry ${'timetables '.repeat(2000)}`, complete: false },
  ])('an answer to a cut query is not complete: $complete', async ({ query, complete }) => {
    expect((await alone.search(query)).complete).toBe(complete);
    expect((await new Library(shipped, [], false).search(query)).complete).toBe(complete);
  });
});

describe('a page', () => {
  it('is marked with the papers of both, each place once', async () => {
    const text = `We use xGQA and FerryBench. See “${OWN[1]!.title}” and “${files.papers[0]!.title}”.`;
    const { blocks, papers } = await matchAll([shippedShelf], [own(OWN).shelf], [{ text }]);
    const seen = blocks[0]!.mentions.map(({ id }) => id);
    expect(seen).toEqual(['pfeiffer-2022-xgqa', 'haven-2020-ferry', 'haven-2021-tides', files.papers[0]!.id]);
    expect(papers.map(({ id }) => id).sort()).toEqual([...new Set(seen)].sort());
  });
});
