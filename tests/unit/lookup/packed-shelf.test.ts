import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConceptFinder, type EnglishNames } from '../../../lib/corpus/concept-finder';
import { buildPart } from '../../../lib/corpus/shelf-part';
import { PackedShelf } from '../../../lib/lookup/packed-shelf';
import type { Paper } from '../../../lib/papers/paper';
import { withDeleted } from '../../../lib/search/packed/deleted';
import { atOnce } from '../../../lib/util/in-steps';
import { reseal } from '../../../lib/util/sections';
import { openLookup, readCorpus } from '../../tools/open-corpus';
import { none } from '../shipped';

/** The shipped papers as a reader's own shelf, in three parts: the two have to answer alike. */
const files = readCorpus();
const { papers } = files;
const english = JSON.parse(readFileSync('public/corpus/concept-english.json', 'utf8')) as EnglishNames;
const finder = new ConceptFinder(english);
const concepts = { file: files.concepts, keys: files.keys };
const pieces = [papers.slice(0, 40), papers.slice(40, 41), papers.slice(41)];
const parts = pieces.map((piece) => atOnce(buildPart(piece, finder)));
let asked: number[] = [];
const read = async (numbers: readonly number[]): Promise<(Paper | undefined)[]> => {
  asked.push(...numbers);
  return numbers.map((number) => papers[number]);
};
function opened(from: Parameters<typeof PackedShelf.open>[1] = parts): PackedShelf {
  const shelf = PackedShelf.open('mine', from, concepts, read);
  if (!shelf.ok) throw new Error(shelf.error.message);
  return shelf.value;
}
const about = (own: PackedShelf, id: string): number[] => {
  const found: number[] = [];
  own.aboutConcept(id).forEach((_, paper) => found.push(paper));
  return found;
};
const shelf = opened();
const shipped = openLookup();
const idsOf = async (query: string, limit = 20) => (await shelf.search(query, limit)).hits.map(({ paper }) => paper.id);

describe('a stored shelf', () => {
  it('brings every title’s own paper first, and says that the title is why', async () => {
    const lost = [];
    for (const { id, title } of papers) {
      const { hits, abstained } = await shelf.search(title, 5);
      if (abstained || hits[0]?.paper.id !== id || !hits[0].why.some(({ kind }) => kind === 'title')) lost.push(title);
    }
    none(lost);
  });

  it.each([
    { query: 'xGQA', wants: 'pfeiffer-2022-xgqa', because: 'a name harvested from its title' },
    { query: 'xgqa', wants: 'pfeiffer-2022-xgqa', because: 'in small letters' },
    { query: 'x-gqa', wants: 'pfeiffer-2022-xgqa', because: 'with a hyphen too many' },
    { query: 'americasnli', wants: 'ebrahimi-2022-americasnli', because: 'a name' },
    { query: 'xG', wants: 'pfeiffer-2022-xgqa', because: 'while it is typed' },
    { query: 'switch lingua', wants: 'xie-2025-switchlingua', because: 'in two words' },
    { query: 'sambalnigo', wants: 'csaki-2024-sambalingo', because: 'a slip in a name' },
    { query: 'arXiv:2109.06082', wants: 'pfeiffer-2022-xgqa', because: 'an identifier' },
    { query: '10.18653/v1/2022.findings-acl.196', wants: 'pfeiffer-2022-xgqa', because: 'a DOI' },
    { query: 'luxembourgish instruction tuning', wants: 'philippy-2025-luxinstruct', because: 'words' },
    { query: 'catastrofic forgeting', wants: 'vu-2022-overcoming', because: 'slips in all words' },
    {
      query: 'turning english-centric llms into pol',
      wants: 'kew-2024-turning',
      because: 'a title that is being typed',
    },
    { query: 'hammerl moral bias', wants: 'hammerl-2023-speaking', because: 'an author' },
  ])('finds $wants for $query: $because', async ({ query, wants }) => {
    expect((await idsOf(query))[0]).toBe(wants);
  });

  it.each([
    'Codewechsel',
    'traduction automatique',
    '機械翻訳',
    'распознавание речи',
    'zero-shot transfer',
    'title:voice conversion',
    'speech year:2022',
    'transfer -speech',
    '"soft prompt tuning"',
    'year:2020-2021 transfer',
  ])('answers %s with the papers of the shipped shelf', async (query) => {
    const ours = await idsOf(query, 10);
    const theirs = shipped.search(query, 10).hits.map(({ paper }) => paper.id);
    const common = ours.filter((id) => theirs.includes(id));
    expect(ours.length).toBeGreaterThan(0);
    expect(common.length).toBeGreaterThanOrEqual(0.7 * Math.max(theirs.length, ours.length));
  });

  it('alone with filters brings all papers that fulfil them', async () => {
    expect((await idsOf('year:2020', 200)).sort()).toEqual(
      papers.flatMap(({ id, year }) => (year === 2020 ? [id] : [])).sort(),
    );
  });

  it.each([
    'asdfghjkl qwertyuiop',
    'protein folding',
    'preheat the oven to 180 degrees',
    'transfer year:1990',
    '"transfer kangaroo"',
    'the of and',
    '',
  ])('says that nothing matches %s', async (query) => {
    expect((await shelf.search(query, 20)).abstained).toBe(true);
  });

  it('says why in the words of the shipped shelf', async () => {
    const { hits } = await shelf.search('Codewechsel', 3);
    expect(hits[0]!.why).toContainEqual(
      expect.objectContaining({ kind: 'concept', text: 'code-switching', from: 'Codewechsel' }),
    );
    expect(hits[0]!.excerpt.length).toBeGreaterThan(0);
    expect(hits[0]!.paper).not.toHaveProperty('abstract');
  });

  it('reads only the papers it shows', async () => {
    asked = [];
    const { hits } = await shelf.search('transfer', 5);
    expect(asked).toHaveLength(hits.length);
  });

  it('is about a concept’s papers as the shipped shelf is, but for corrections by hand', () => {
    const corrected = readFileSync('data/concepts/corrections.txt', 'utf8');
    const wrong = files.concepts.ids.flatMap((id, concept) => {
      // The others are abbreviations of the shipped abstracts.
      if (!(id in english) || new RegExp(`^[+-]${id} `, 'm').test(corrected)) return [];
      const own = about(shelf, id);
      const theirs = files.concepts.papers[concept]!.map(([paper]) => paper);
      return own.join() === theirs.join() ? [] : [`${id}: ${own.join()} against ${theirs.join()}`];
    });
    none(wrong);
  });

  it('answers alike where its tables are of a time when the list of concepts was another', () => {
    const older = Object.entries(english).filter((_, i) => i % 3);
    const then = new ConceptFinder(Object.fromEntries(older.reverse()));
    const stored = opened(pieces.map((piece) => atOnce(buildPart(piece, then))));
    none(older.flatMap(([id]) => (about(stored, id).join() === about(shelf, id).join() ? [] : [id])));
    expect(about(stored, 'code-switching').length).toBeGreaterThan(0);
  });

  it('knows papers like another, and like a text', async () => {
    const at = papers.findIndex(({ id }) => id === 'pfeiffer-2022-xgqa');
    const related = await shelf.related(at);
    expect(related.length).toBeGreaterThan(0);
    expect(related).not.toContain(at);
    expect(shelf.like(papers[at]!.abstract)[0]).toBe(at);
    expect(shelf.like('Preheat the oven and grease a tin. Whisk eggs with sugar until pale.')).toEqual([]);
  });
});

describe('pickup from a stored shelf', () => {
  it('finds every whole title of five words or more', () => {
    none(
      papers.flatMap(({ title }, number) => {
        if (title.split(/[\s-]+/).length < 5) return [];
        const found = shelf.match({ text: `As shown in “${title}”, this works.` });
        return found.some(({ target, kind }) => kind === 'title' && target === number) ? [] : [title];
      }),
    );
  });

  it.each([
    { text: 'We use xGQA here.', wants: 'pfeiffer-2022-xgqa', because: 'a distinctive name' },
    { text: 'See arXiv:2109.06082 for more.', wants: 'pfeiffer-2022-xgqa', because: 'an identifier' },
    { text: 'We take care of it; the MIND is a wonder.', wants: undefined, because: 'ordinary words' },
  ])('$text: $wants ($because)', ({ text, wants }) => {
    const [match] = shelf.match({ text });
    expect(match && papers[match.target]!.id).toBe(wants);
  });

  it('gives the heads of what was found', async () => {
    const at = papers.findIndex(({ id }) => id === 'pfeiffer-2022-xgqa');
    const heads = await shelf.heads([at, at, 9999]);
    expect([...heads.keys()]).toEqual([at]);
    expect(heads.get(at)).toMatchObject({ id: 'pfeiffer-2022-xgqa' });
  });
});

describe('papers that were taken out', () => {
  const gone = papers.findIndex(({ id }) => id === 'pfeiffer-2022-xgqa');
  const deleted = pieces.map((piece, i) => {
    const start = pieces.slice(0, i).reduce((sum, one) => sum + one.length, 0);
    return withDeleted(undefined, piece.length, [gone - start]);
  });
  const rest = opened(parts.map((part, i) => ({ ...part, deleted: deleted[i]! })));

  it.each(['xGQA', papers[gone]!.title, 'arXiv:2109.06082', 'xG'])('are not found by %s', async (query) => {
    const { hits } = await rest.search(query, 20);
    expect(hits.map(({ paper }) => paper.id)).not.toContain('pfeiffer-2022-xgqa');
  });

  it('are not picked up', () => {
    expect(rest.match({ text: `We use xGQA (arXiv:2109.06082), “${papers[gone]!.title}”.` })).toEqual([]);
  });
});

describe('a part that was cut off', () => {
  it.each(['words', 'concepts', 'titles'] as const)('in its %s, or is gone, is a failure, no error', (kind) => {
    const torn = parts[1]![kind].slice(0, -4);
    const result = PackedShelf.open('mine', [parts[0]!, { ...parts[1]!, [kind]: torn }], concepts, read);
    expect(result).toMatchObject({ ok: false, error: { code: 'torn' } });
    expect(PackedShelf.open('mine', [{ ...parts[0]!, [kind]: undefined }], concepts, read).ok).toBe(false);
  });

  it('whose tables are of other papers is a failure', () => {
    const mixed = { ...parts[0]!, words: parts[1]!.words };
    expect(PackedShelf.open('mine', [mixed], concepts, read)).toMatchObject({ ok: false, error: { code: 'torn' } });
  });

  it('with a forged checksum neither throws nor hangs', async () => {
    for (let at = 24; at < 2000; at += 37) {
      const forged = parts[1]!.titles.slice(0);
      new Uint8Array(forged)[at % forged.byteLength] = 255;
      reseal(forged);
      const result = PackedShelf.open('mine', [{ ...parts[1]!, titles: forged }], concepts, read);
      if (!result.ok) continue;
      await result.value.search('transfer learning xgqa', 5);
      result.value.match({ text: papers[40]!.title });
    }
  });
});
