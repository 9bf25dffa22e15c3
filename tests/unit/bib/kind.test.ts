import { Cite, type CslData } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../lib/bib/formats';
import { readPapers } from '../../../lib/bib/import/read';
import { kindOf } from '../../../lib/bib/kind';
import { PAPER_KINDS, type Paper } from '../../../lib/papers/paper';
import { papers as shipped } from '../shipped';
import { streamOf } from './read-file';

async function read(text: string, name: string): Promise<Paper> {
  for await (const event of readPapers(streamOf(text), { name })) if (event.kind === 'paper') return event.paper;
  throw new Error(`no paper in ${text}`);
}

const bib = (type: string, fields: string) => `@${type}{k, title = {A title}, ${fields}}`;
const ris = (type: string, fields: string) => `TY  - ${type}\nTI  - A title\n${fields}\nER  - \n`;
const json = (record: object) => JSON.stringify([{ title: 'A title', ...record }]);

describe('the kind of an imported paper', () => {
  it.each([
    { name: 'x.bib', text: bib('article', 'journal = {Scientific Reports}'), wants: 'journal' },
    { name: 'x.bib', text: bib('inproceedings', 'booktitle = {Nature of Things}'), wants: 'conference' },
    {
      name: 'x.bib',
      text: bib('phdthesis', 'school = {Universität Graz}'),
      wants: 'thesis',
      venue: 'Universität Graz',
    },
    { name: 'x.bib', text: bib('incollection', 'booktitle = {A Handbook}'), wants: 'chapter' },
    { name: 'x.bib', text: bib('book', 'publisher = {A Press}'), wants: 'book' },
    { name: 'x.ris', text: ris('JOUR', 'T2  - Scientific Reports'), wants: 'journal' },
    { name: 'x.ris', text: ris('THES', 'PB  - Universität Graz'), wants: 'thesis', venue: 'Universität Graz' },
    { name: 'x.ris', text: ris('CHAP', 'T2  - A Handbook\nPB  - A Press'), wants: 'chapter', venue: 'A Handbook' },
    { name: 'x.json', text: json({ type: 'article-journal', 'container-title': 'eLife' }), wants: 'journal' },
    { name: 'x.json', text: json({ type: 'journal-article', 'container-title': ['eLife'] }), wants: 'journal' },
    { name: 'x.json', text: json({ type: 'thesis', publisher: 'MIT' }), wants: 'thesis', venue: 'MIT' },
    { name: 'x.json', text: json({ itemType: 'report', publisher: 'NIST' }), wants: 'report', venue: 'NIST' },
  ])('is $wants: $text', async ({ name, text, wants, venue }) => {
    const paper = await read(text, name);
    expect(paper.kind).toBe(wants);
    expect(kindOf(paper)).toBe(wants);
    if (venue) expect(paper.venue).toBe(venue);
  });

  it.each([
    { name: 'x.bib', text: bib('article', 'journal = {Journal of Tests}'), wants: 'journal', because: 'its venue' },
    { name: 'x.bib', text: bib('inproceedings', 'booktitle = {ACL}'), wants: 'conference', because: 'its venue' },
    {
      name: 'x.bib',
      text: bib('article', 'journal = {arXiv}, eprint = {2109.06082}'),
      wants: 'preprint',
      because: 'arXiv',
    },
    {
      name: 'x.bib',
      text: bib('techreport', 'institution = {arXiv}, arxiv = {2109.06082}'),
      wants: 'preprint',
      because: 'arXiv',
    },
    {
      name: 'x.ris',
      text: ris('JOUR', 'UR  - https://arxiv.org/abs/2109.06082'),
      wants: 'preprint',
      because: 'no journal',
    },
    {
      name: 'x.json',
      text: json({ type: 'article', DOI: '10.1000/x' }),
      wants: 'other',
      because: 'CSL’s article is any',
    },
    { name: 'x.json', text: json({ type: 'constructor' }), wants: 'other', because: 'no type' },
  ])('is not kept where $because tells: $text', async ({ name, text, wants }) => {
    const paper = await read(text, name);
    expect(paper.kind).toBeUndefined();
    expect(kindOf(paper)).toBe(wants);
  });

  it('comes from an entry that waited for its volume too', async () => {
    const text = `${bib('inbook', 'crossref = {v}')}\n@collection{v, title = {A Handbook}}`;
    expect(await read(text, 'x.bib')).toMatchObject({ kind: 'chapter', venue: 'A Handbook' });
  });
});

/** Every kind with everything that kinds hang on. */
const all = ['Scientific Reports', 'Journal of Tests'].flatMap((venue) =>
  [undefined, ...PAPER_KINDS].flatMap((kind) =>
    [{}, { acl: 'N19-1423' }, { arxiv: '2109.06082' }, { doi: '10.1000/x' }].map((ids, i) => ({
      title: `${kind} ${i} in ${venue}`,
      abstract: '',
      authors: [],
      venue,
      ...ids,
      ...(kind && kind !== kindOf({ venue }) && { kind }),
    })),
  ),
);

const FILES = EXPORT_FORMATS.filter(({ id }) => id !== 'markdown');

it.each(FILES)('$id: it comes back with all else', async ({ write, ending }) => {
  const text = write(all.map((paper) => ({ id: 'x', ...paper })));
  const back: object[] = [];
  for await (const event of readPapers(streamOf(text), { name: `x${ending}` }))
    if (event.kind === 'paper') back.push({ ...event.paper, id: '' });
  expect(back).toEqual(all.map((paper) => ({ ...paper, id: '' })));
});

describe('another parser reads the kind that was written', () => {
  const TYPES = {
    journal: 'article-journal',
    conference: 'paper-conference',
    chapter: 'chapter',
    book: 'book',
    thesis: 'thesis',
    report: 'report',
  };
  it.each(PAPER_KINDS)('%s', (kind) => {
    const paper = { ...shipped[0]!, venue: 'Somewhere', kind };
    const seen = { bibtex: '@biblatex/text', ris: '@ris/file', csl: '@else/json' };
    for (const { id, write } of FILES) {
      const [item] = new Cite(write([paper]), { forceType: seen[id as keyof typeof seen] }).data as CslData[];
      expect(item, id).toMatchObject({ type: TYPES[kind] });
      if (kind === 'thesis') expect(item, id).toMatchObject({ publisher: 'Somewhere' });
    }
  });
});
