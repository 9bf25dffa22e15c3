import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { cleanText, decodeEntities } from '../../../lib/bib/import/clean';
import { duplicateKeys } from '../../../lib/bib/import/duplicates';
import { type Field, fieldOf, splitAuthors } from '../../../lib/bib/import/fields';
import { detectFormat, type ImportFormatId } from '../../../lib/bib/import/formats';
import { identifiersOf } from '../../../lib/bib/import/identifiers';
import { LIMITS } from '../../../lib/bib/import/limits';
import { preview } from '../../../lib/bib/import/preview';
import { problem, problemKeys } from '../../../lib/bib/import/problem';
import { readPapers } from '../../../lib/bib/import/read';
import { importId, yearOf } from '../../../lib/bib/import/to-paper';
import { givenFirst } from '../../../lib/bib/names';
import { guessLanguage } from '../../../lib/text/guess-language';
import messages from '../../../public/_locales/en/messages.json';
import { gzip, streamOf } from './read-file';

describe('the format of a file', () => {
  const rows: { name: string; head: string; wants: ImportFormatId | undefined; because: string }[] = [
    { name: 'a.bib', head: '% comment\n@article{a,\n', wants: 'bibtex', because: 'an entry' },
    { name: 'a.txt', head: '@article{a,\n', wants: 'bibtex', because: 'what it shows is more than its name' },
    { name: 'a.bib', head: 'TY  - JOUR\r\nTI  - x', wants: 'ris', because: 'a RIS file with the wrong ending' },
    { name: 'a', head: '[\n {"title": "x"}', wants: 'json', because: 'a list' },
    { name: 'a.json', head: '{"items": [{"title": "x"}]}', wants: 'json', because: 'a list in an object on one line' },
    { name: 'a.json', head: '{"title": "x"}\n{"title": "y"}\n', wants: 'ndjson', because: 'an object a line' },
    { name: 'a.json', head: '{\n"title": "x"}', wants: 'json', because: 'one object on several lines' },
    { name: 'a.csv.gz', head: 'naslov,leto\n', wants: 'csv', because: 'the name, where nothing shows' },
    { name: 'a', head: 'Title;Authors;Year\n', wants: 'csv', because: 'names of columns' },
    { name: 'a.txt', head: 'A title, authors of it\n', wants: 'text', because: 'a sentence is no row' },
    { name: 'a.json', head: '{"status":"ok","message":{"items":[{}]}}', wants: 'json', because: 'Crossref’s answer' },
    { name: 'a.enw', head: '%0 Journal Article\n%T A title\n', wants: undefined, because: 'Refer is no RIS' },
    { name: 'a.enw', head: 'TY  - JOUR\nTI  - A title\n', wants: 'ris', because: 'RIS under that name' },
    { name: 'a.doc', head: 'Dear colleague', wants: undefined, because: 'neither' },
  ];
  it.each(rows)('$name is $wants: $because', ({ name, head, wants }) => {
    expect(detectFormat(name, head)?.id).toBe(wants);
  });
});

describe('fields', () => {
  it.each([
    { text: '<i>E. coli</i> and H<sub>2</sub>O<br/>next', wants: 'E. coli and H2O next', because: 'markup off' },
    { text: '<jats:p>One.</jats:p><jats:title>Two</jats:title>', wants: 'One. Two', because: 'JATS' },
    { text: 'a < b and c > d <T>', wants: 'a < b and c > d <T>', because: 'what is no markup stays' },
    { text: '<script>alert(1)</script>', wants: '<script>alert(1)</script>', because: 'a script is text' },
    {
      text: '&lt;b&gt; &amp;amp; &#x3b1;&#946; &eacute; &nosuch; &#0;',
      wants: '<b> &amp; αβ é &nosuch;',
      because: 'references once',
    },
    { text: 'e\u0301 \u00A0 x\u200F', wants: 'é x\u200F', because: 'composed, spaces single, marks of Arabic kept' },
  ])('$text: $because', ({ text, wants }) => {
    expect(cleanText(text, false).text).toBe(wants);
  });

  it('has no reference to half a character', () => expect(decodeEntities('&#xD800;&#x110000;')).toBe(''));

  const names: [string, Field | undefined][] = [
    ['Article Title', 'title'],
    ['publication_year', 'year'],
    ['Abstract Note', 'abstract'],
    ['container-title', 'venue'],
    ['DOI', 'doi'],
    ['Author(s)', 'authors'],
    ['__proto__', undefined],
    ['constructor', undefined],
  ];
  it.each(names)('the column %s is %s', (name, field) => expect(fieldOf(name)).toBe(field));

  it.each([
    { text: 'Lee, Ann; Xu, Bo', wants: ['Lee, Ann', 'Xu, Bo'] },
    { text: 'Ann Lee, Bo Xu, and Cy Oz', wants: ['Ann Lee', 'Bo Xu', 'Cy Oz'] },
    { text: 'Ann Lee and Bo Xu', wants: ['Ann Lee', 'Bo Xu'] },
    { text: 'Lee, Ann and Xu, Bo', wants: ['Lee, Ann', 'Xu, Bo'] },
    {
      text: 'García Márquez, Gabriel José and Vargas Llosa, Mario',
      wants: ['García Márquez, Gabriel José', 'Vargas Llosa, Mario'],
    },
    { text: 'Ann Lee, Bo Xu', wants: ['Ann Lee', 'Bo Xu'] },
    { text: 'Lee, Ann', wants: ['Lee, Ann'] },
    { text: 'OpenAI', wants: ['OpenAI'] },
  ])('authors $text', ({ text, wants }) => expect(splitAuthors(text)).toEqual(wants));

  it.each([
    ['Lee, Ann', 'Ann Lee'],
    ['King, Jr., Martin', 'Martin King Jr.'],
    ['King, Martin, Jr.', 'Martin King Jr.'],
    ['Lee A. B.', 'A. B. Lee'],
    ['Malcolm X', 'Malcolm X'],
    ['王伟', '王伟'],
  ])('the name %s is %s', (name, wants) => expect(givenFirst(name)).toBe(wants));

  it.each([
    ['2021-05-03', 2021],
    [2021, 2021],
    ['May 3, 1999', 1999],
    ['12345', undefined],
    ['0021', undefined],
    ['forthcoming', undefined],
  ])('the year in %s is %s', (text, year) => expect(yearOf(text, LIMITS)).toBe(year));

  it.each([
    { draft: { doi: 'https://doi.org/10.48550/arXiv.2109.06082' }, wants: { arxiv: '2109.06082' } },
    { draft: { doi: 'doi:10.18653/v1/N19-1423' }, wants: { doi: '10.18653/v1/N19-1423', acl: 'N19-1423' } },
    { draft: { arxiv: 'arXiv:2109.06082v3 [cs.CL]' }, wants: { arxiv: '2109.06082' } },
    { draft: { arxiv: 'hep-th/9901001' }, wants: { arxiv: 'hep-th/9901001' } },
    { draft: { urls: ['https://arxiv.org/pdf/2109.06082v2.pdf'] }, wants: { arxiv: '2109.06082' } },
    {
      draft: { urls: ['https://aclanthology.org/2022.findings-acl.196.pdf'] },
      wants: { acl: '2022.findings-acl.196' },
    },
    { draft: { urls: ['https://doi.org/10.1000/a%2Fb'] }, wants: { doi: '10.1000/a/b' } },
    { draft: { urls: ['https://example.org/x'] }, wants: { url: 'https://example.org/x' } },
    { draft: { urls: ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'] }, wants: {} },
    { draft: { doi: 'not a doi', arxiv: 'no', acl: 'no' }, wants: {} },
  ])('identifiers of $draft', ({ draft, wants }) => {
    expect(identifiersOf({ line: 1, ...draft })).toEqual(wants);
  });
});

/** The first paper of an entry's fields. */
async function ofBibtex(fields: string) {
  for await (const event of readPapers(streamOf(`@misc{k, title = {A title}, ${fields}}`), { name: 'x.bib' }))
    if (event.kind === 'paper') return event.paper;
  return undefined;
}

describe('an entry of BibTeX', () => {
  it.each([
    { author: "{\\'A}lvarez, Jos{\\'e}", wants: 'José Álvarez', because: 'two pairs of braces are none around it' },
    { author: '{Barnes and Noble, Inc.}', wants: 'Barnes and Noble, Inc.', because: 'braces keep it whole' },
    { author: '{{Barnes and Noble, Inc.}}', wants: 'Barnes and Noble, Inc.', because: 'two around it do so too' },
  ])('has the author $wants: $because', async ({ author, wants }) => {
    expect((await ofBibtex(`author = {${author}}`))?.authors).toEqual([wants]);
  });

  it.each([
    { url: 'http://a.org/978-1{\\_}48', wants: 'http://a.org/978-1_48' },
    { url: 'http://a.org/a\\_b{\\%}20c{\\&}d\\#e', wants: 'http://a.org/a_b%20c&d#e' },
    { url: 'http://a.org/{~}lee', wants: 'http://a.org/~lee' },
    { url: 'http://a.org/{\\~{}}lee', wants: 'http://a.org/~lee' },
    { url: 'http://a.org/$\\sim$lee', wants: 'http://a.org/~lee' },
    { url: '\\url{http://a.org/\\textasciitilde{}lee}', wants: 'http://a.org/~lee' },
  ])('has the address of $url', async ({ url, wants }) => {
    expect((await ofBibtex(`url = {${url}}`))?.url).toBe(wants);
  });

  it.each(['arXiv e-prints', 'arXiv eprint', 'arXiv preprint arXiv:2109.06082', 'CoRR'])(
    'has no venue in %s',
    async (venue) => {
      const paper = await ofBibtex(`journal = {${venue}}`);
      expect(paper?.title).toBe('A title');
      expect(paper?.venue).toBeUndefined();
    },
  );
});

describe('ids', () => {
  const paper = { title: 'xGQA: Cross-Lingual Visual Question Answering', authors: ['Jonas Pfeiffer'], year: 2022 };
  it('are readable, and do not hang on case, spaces or order', () => {
    const id = importId(paper);
    expect(id).toMatch(/^pfeiffer-2022-xgqa-cross-lingual-visual-[a-z0-9]+$/);
    expect(importId({ ...paper, title: 'XGQA — cross-lingual visual  question answering' })).toBe(id);
    expect(importId({ ...paper, title: `${paper.title}!?` })).toBe(id);
    expect(importId({ ...paper, title: `${paper.title} II` })).not.toBe(id);
  });

  it('of equal records in one file are numbered', async () => {
    const ids: string[] = [];
    const line = `${JSON.stringify(paper)}\n`;
    for await (const event of readPapers(streamOf(line.repeat(3)), { name: 'x.ndjson' }))
      if (event.kind === 'paper') ids.push(event.paper.id);
    expect(ids).toEqual([ids[0], `${ids[0]}-2`, `${ids[0]}-3`]);
  });
});

describe('a preview', () => {
  const lines = [
    {
      title: 'The first paper of this file',
      doi: '10.1000/A',
      year: 2020,
      abstract: 'We show that the method is better for the task.',
      license: 'CC0',
    },
    { title: 'Another title altogether', doi: '10.1000/a', authors: ['A B'] },
    {
      title: 'The First Paper — of this File',
      abstract: 'Wir zeigen, dass die Methode nicht besser ist und der Aufgabe das nimmt.',
    },
    { title: 'On a shelf already, this one is' },
    { title: 'Year wrong', year: 'soon' },
    { abstract: 'no title' },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');

  it('counts papers, problems, duplicates, languages, fields and licences', async () => {
    const [onShelf] = duplicateKeys(lines[3] as { title: string });
    const found = await preview(streamOf(text), {
      name: 'x.ndjson',
      onShelf: (keys) => (keys.includes(onShelf!) ? 'Shipped' : undefined),
    });
    expect(found).toMatchObject({
      format: 'ndjson',
      encoding: 'utf-8',
      gzip: false,
      papers: 5,
      left: 1,
      mended: 1,
      problemCounts: { year: 1, title: 1 },
      duplicates: 2,
      duplicateLines: [
        { line: 2, of: 1 },
        { line: 3, of: 1 },
      ],
      onShelves: { Shipped: 1 },
      languages: { en: 1, de: 1 },
      fields: { title: 5, abstract: 2, authors: 1, year: 1, doi: 2, venue: 0 },
      licences: { CC0: 1 },
    });
    expect(found.problems.map(({ line, code, field }) => ({ line, code, field }))).toEqual([
      { line: 5, code: 'year', field: 'year' },
      { line: 6, code: 'title', field: 'title' },
    ]);
    expect(found.stopped).toBeUndefined();
  });

  it('says how far the file was read, and where it stops', async () => {
    const bytes = await gzip(text);
    const progress: number[] = [];
    const found = await preview(streamOf(bytes, 50), { name: 'x.ndjson.gz', onProgress: (n) => progress.push(n) });
    expect(found).toMatchObject({ gzip: true, papers: 5 });
    expect(progress.at(-1)).toBe(bytes.length);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect((await preview(streamOf('<html>'), {})).stopped).toMatchObject({ code: 'html', cost: 'file' });
  });

  it('tells the columns of a table', async () => {
    const found = await preview(streamOf('Title,Year\nA,2001\n'), { name: 'x.csv' });
    expect(found.columns).toEqual({
      names: ['Title', 'Year'],
      fields: { title: 0, year: 1 },
      example: ['A', '2001'],
    });
  });

  it.each([
    { text: 'Titel;Jahr\nEin Text;2001\nZwei;2002\n', example: ['Ein Text', '2001'], because: 'a row below' },
    { text: 'Titel;Jahr\n', example: [], because: 'no row below' },
  ])('tells them where none is known to hold titles, and stops: $because', async ({ text, example }) => {
    const found = await preview(streamOf(text), { name: 'x.csv' });
    expect(found).toMatchObject({ papers: 0, stopped: { code: 'column' } });
    expect(found.columns).toEqual({ names: ['Titel', 'Jahr'], fields: {}, example });
  });
});

it('every problem has its words, with the holes it fills', () => {
  const codes = Object.keys(messages).flatMap((key) => /^importProblem_(\w+)$/.exec(key)?.[1] ?? []);
  expect(codes.length).toBeGreaterThan(25);
  for (const code of codes) {
    const keys = problemKeys(problem(code as 'empty', 1));
    expect(Object.keys(messages)).toContain(keys.remedy);
  }
});

it.each([
  ['en', 'We show that the model is better for the task of this kind.'],
  ['de', 'Wir zeigen, dass die Methode nicht besser ist und das der Aufgabe dient.'],
  ['fr', 'Nous montrons que les résultats sont dans une table pour cette tâche.'],
  ['zh', '我们提出了一个新的跨语言数据集'],
  ['ja', '本研究では、多言語モデルを提案する。'],
  ['ru', 'Мы предлагаем новый метод'],
  [undefined, 'xGQA'],
  [undefined, '123 456'],
])('the language %s of “%s”', (language, text) => expect(guessLanguage(text)).toBe(language));

// Large bibliographies that are not part of the project: IMPORT_SAMPLES names a folder with ml-sample.bib and ml-10k.ndjson.gz.
const samples = process.env['IMPORT_SAMPLES'];
const files = ['ml-sample.bib', 'ml-10k.ndjson.gz'].filter((file) => samples && existsSync(join(samples, file)));

it(`large samples are read whole (${files.join(', ') || 'none named'})`, { timeout: 60_000 }, async () => {
  for (const file of files) {
    const stream = Readable.toWeb(createReadStream(join(samples!, file))) as unknown as ReadableStream<Uint8Array>;
    const titles: string[] = [];
    for await (const event of readPapers(stream, { name: file })) {
      if (event.kind === 'paper') titles.push(event.paper.title);
      else expect(event.kind).toBe('opened');
    }
    expect(titles.length).toBe(file === 'ml-sample.bib' ? 2000 : 10_000);
    if (file === 'ml-sample.bib')
      expect(titles.filter((title) => /[\\${}]|\b\w\^|_\{|--|``|''/.test(title))).toEqual([]);
  }
});
