import { Cite, type CslData } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../../lib/bib/formats';
import { type ReadEvent, readPapers } from '../../../lib/bib/import/read';
import type { Paper } from '../../../lib/papers/paper';
import { fewerRuns } from '../runs';
import { papers as shipped } from '../shipped';
import { somePaper } from './papers';
import { streamOf } from './read-file';

fewerRuns();

const format = (id: ExportFormat['id']) => EXPORT_FORMATS.find((one) => one.id === id)!;
const plain = (text = '') =>
  text
    .replace(/<\/?(?:span|i|b|sub|sup)[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What both readers can say of a paper, in one form. */
interface Seen {
  title: string;
  authors: string[];
  year: number | undefined;
  venue: string;
  doi: string;
  abstract: string;
}

function written(paper: Paper): Seen {
  const { title, authors, year, venue = '', doi = '', abstract } = paper;
  return { title, authors, year, venue, doi, abstract };
}

/** Read by Citation.js, which shares no code with our writers. */
function readElsewhere(text: string, forceType: string): Seen[] {
  return new Cite(text, { forceType }).data.map((item: CslData) => ({
    title: plain(item.title),
    authors: (item.author ?? []).map((one) =>
      plain(one.literal ?? [one.given, one['non-dropping-particle'], one.family, one.suffix].filter(Boolean).join(' ')),
    ),
    year: item.issued?.['date-parts']?.[0]?.[0],
    // A conference paper's T2 in RIS is the conference.
    venue: plain(item['container-title'] ?? item['event-title']),
    doi: item.DOI ?? '',
    abstract: plain(item.abstract),
  }));
}

/** Read by our own readers. */
async function readBack(text: string, name: string): Promise<Paper[]> {
  const events: ReadEvent[] = [];
  for await (const event of readPapers(streamOf(text), { name })) events.push(event);
  const problems = events.filter((event) => event.kind === 'problem');
  expect(problems).toEqual([]);
  return events.flatMap((event) => (event.kind === 'paper' ? [event.paper] : []));
}

/** With Citation.js’s names: left to guess, it takes RIS for BibTeX where a title says “@misc { one,”. */
const READABLE = [
  { id: 'bibtex', type: '@biblatex/text' },
  { id: 'ris', type: '@ris/file' },
  { id: 'csl', type: '@else/json' },
] as const;

describe.each(READABLE)('$id', ({ id, type }) => {
  const { write, ending } = format(id);

  it('is read by another parser as it was written: the shipped papers', () => {
    const seen = readElsewhere(write(shipped), type);
    expect(seen.length).toBe(shipped.length);
    seen.forEach((one, i) => expect(one).toEqual({ ...written(shipped[i]!), title: plain(shipped[i]!.title) }));
  });

  it('is read by another parser as it was written: made-up papers', () => {
    fc.assert(
      fc.property(somePaper, (paper) => {
        const [seen] = readElsewhere(write([paper]), type);
        expect(seen).toEqual(written(paper));
      }),
    );
  });

  it('comes back whole through our own reader', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somePaper, { minLength: 1, maxLength: 2 }), async (papers) => {
        const back = await readBack(write(papers), `x${ending}`);
        // A paper of the ACL has its arXiv id beside the address in RIS and CSL-JSON; ids are made anew.
        expect(back.map(({ id: _, ...rest }) => rest)).toEqual(papers.map(({ id: _, ...rest }) => rest));
      }),
    );
  });

  it('of the shipped papers comes back whole', async () => {
    const back = await readBack(write(shipped), `x${ending}`);
    const known = shipped.map(({ id: _, code: __, ...rest }) => rest);
    expect(back.map(({ id: _, ...rest }) => rest)).toEqual(known);
  });
});

describe('a name', () => {
  const ris = (author: string) =>
    /^AU {2}- (.*)$/m.exec(format('ris').write([{ ...shipped[0]!, authors: [author] }]))?.[1];
  const csl = (author: string) => JSON.parse(format('csl').write([{ ...shipped[0]!, authors: [author] }]))[0].author[0];

  it.each([
    { name: 'Martin Luther King Jr.', inRis: 'King, Martin Luther, Jr.', family: 'King', suffix: 'Jr.' },
    { name: 'Jan van der Berg III', inRis: 'van der Berg, Jan, III', family: 'van der Berg', suffix: 'III' },
  ])('$name has its suffix apart', ({ name, inRis, family, suffix }) => {
    expect(ris(name)).toBe(inRis);
    expect(csl(name)).toMatchObject({ family, suffix });
  });

  it.each(['World Health Organization', 'Google, Inc.', 'University of Tartu', 'OpenAI'])('%s stays whole', (name) => {
    expect(ris(name)).toBe(name);
    expect(csl(name)).toEqual({ literal: name });
  });

  const names = ['Martin Luther King Jr.', 'Google, Inc.', 'Association for Computational Linguistics', 'Gemini Team'];
  it.each(READABLE)('comes back whole through our own reader: $id', async ({ id }) => {
    const { write, ending } = format(id);
    const [back] = await readBack(write([{ ...shipped[0]!, authors: names }]), `x${ending}`);
    expect(back?.authors).toEqual(names);
  });
});

describe('a file of many', () => {
  it('has a key for each in BibTeX', () => {
    const one = shipped[0]!;
    const keys = [
      ...format('bibtex')
        .write(Array.from({ length: 60 }, () => one))
        .matchAll(/^@\w+\{([^,]+),/gm),
    ];
    expect(new Set(keys.map(([, key]) => key)).size).toBe(60);
  });

  it('has them also where it is written in pieces', () => {
    const { write } = format('bibtex');
    const used = new Set<string>();
    const text = [1, 2, 3].map(() => write(shipped.slice(0, 20), used)).join('');
    const keys = Array.from(text.matchAll(/^@\w+\{([^,]+),/gm), ([, key]) => key);
    expect(keys.length).toBe(60);
    expect(new Set(keys).size).toBe(60);
  });

  it.each(EXPORT_FORMATS)('names no field that is unknown: $id', ({ write }) => {
    const text = write([{ id: 'x', title: 'Only a title', authors: [] }]);
    expect(text).toContain('Only a title');
    expect(text).not.toMatch(/undefined|null|NaN|author|AU {2}|year|PY {2}|doi|booktitle|container|AB {2}|abstract/i);
  });

  it.each(EXPORT_FORMATS)('is empty of nothing: $id', ({ write }) => {
    expect(write([]).trim()).toMatch(/^(?:\[\])?$/);
  });
});
