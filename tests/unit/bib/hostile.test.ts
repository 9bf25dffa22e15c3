import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_FORMATS } from '../../../lib/bib/import/formats';
import { LIMITS } from '../../../lib/bib/import/limits';
import { type ReadEvent, readPapers } from '../../../lib/bib/import/read';
import { anyText } from '../any-text';
import { processorTime } from '../processor-time';
import { fewerRuns } from '../runs';
import { expectSame } from '../same';
import { gzip, readAll, streamOf } from './read-file';

fewerRuns();

const GOOD = '{"title": "The good one", "year": 2001}';

/** What came out, as "problem <code>" or the title. */
async function outline(bytes: Uint8Array | string, name = '', limits = {}): Promise<string[]> {
  const seen: string[] = [];
  for await (const event of readPapers(streamOf(bytes), { name, limits }))
    if (event.kind === 'paper') seen.push([event.paper.title, ...event.notes.map(({ code }) => code)].join(' | '));
    else if (event.kind === 'problem') seen.push(`problem ${event.problem.code}`);
  return seen;
}

describe('a hostile file', () => {
  it.each([
    { name: 'x.bib', text: '', wants: ['problem empty'], because: 'nothing in it' },
    { name: 'x.bib', text: ' \n\t\n', wants: ['problem empty'], because: 'blanks alone' },
    {
      name: 'x.bib',
      text: '<!DOCTYPE html><title>Sign in</title>',
      wants: ['problem html'],
      because: 'a page was saved',
    },
    { name: 'x.bib', text: 'PK\u0003\u0004…', wants: ['problem archive'], because: 'a zip archive' },
    { name: 'x.ris', text: '%PDF-1.7 …', wants: ['problem binary'], because: 'a PDF' },
    {
      name: 'x.json',
      text: '\u0000\u0001\u0002\u0003'.repeat(50),
      wants: ['problem binary'],
      because: 'bytes of something',
    },
    { name: 'letter', text: 'Dear colleague', wants: ['problem unknown'], because: 'no name and no sign of a format' },
    { name: 'x.bib', text: 'nothing that begins with an at sign', wants: ['problem empty'], because: 'no entry' },
    { name: 'x.csv', text: 'a,b\n1,2\n', wants: ['problem column'], because: 'no column of titles' },
    {
      name: 'x.ndjson',
      text: `{"title": ${'['.repeat(5000)}${']'.repeat(5000)}}\n${GOOD}`,
      wants: ['problem deep', 'The good one | '.slice(0, 12)],
      because: 'deep JSON',
    },
    {
      name: 'x.json',
      text: `[{"a":${'['.repeat(200_000)}`,
      wants: ['problem cut'],
      because: 'deep JSON without an end',
    },
    {
      name: 'x.json',
      text: `[${'{"a":'.repeat(100)}1${'}'.repeat(100)},${GOOD}]`,
      wants: ['problem deep', 'The good one'],
      because: 'deep JSON in a list',
    },
    {
      name: 'x.bib',
      text: `@a{k, title = ${'{'.repeat(30_000)}x${'}'.repeat(30_000)}}\n@a{l, title = {Fine}}`,
      wants: ['problem deep', 'Fine'],
      because: 'braces in braces',
    },
    {
      name: 'x.bib',
      text: `@a{k, title = ${'{'.repeat(30_000)}\n@misc{l, title = {Fine}}`,
      wants: ['problem cut', 'Fine'],
      because: 'braces that never close',
    },
    { name: 'x.bib', text: '@'.repeat(100_000), wants: ['problem unknown'], because: 'at signs alone', noName: true },
    {
      name: 'x.bib',
      text: `@string{a = "${'x'.repeat(1000)}"}\n${'@string{a = a # a}\n'.repeat(60)}@misc{k, title = a # a}`,
      wants: ['problem titlelong'],
      because: 'a string that doubles itself',
    },
    {
      name: 'x.ndjson',
      text: `{"title": "${'x'.repeat(1001)}"}`,
      wants: ['problem titlelong'],
      because: 'a title of 1001 letters',
    },
    {
      name: 'x.ndjson',
      text: `{"title": "\\u0000A\\u202Eb\\uD800c\\uFFFFd\\u0007"}`,
      wants: ['Abcd | characters'],
      because: 'controls, an override, half a character',
    },
    {
      name: 'x.ndjson',
      text: '{"title": "\\u0000 \\uD800"}',
      wants: ['problem title'],
      because: 'nothing is left of it',
    },
    {
      name: 'x.ndjson',
      text: '{"title": "A title", "year": -5}',
      wants: ['A title | year'],
      because: 'a year before Christ',
    },
    {
      name: 'x.ndjson',
      text: '{"title": "A title", "year": 1e99}',
      wants: ['A title | year'],
      because: 'a year without end',
    },
    {
      name: 'x.ndjson',
      text: '{"title": "A title", "url": "javascript:alert(1)"}',
      wants: ['A title | url'],
      because: 'a script for an address',
    },
    {
      name: 'x.ndjson',
      text: '{"title": "A title", "url": "https://user:pass@a.org/"}',
      wants: ['A title | url'],
      because: 'a password in an address',
    },
    {
      name: 'x.ndjson',
      text: '{"__proto__": {"title": "Polluted"}, "toString": "x"}',
      wants: ['problem title'],
      because: 'the prototype’s keys',
    },
    {
      name: 'x.ris',
      text: 'ER  - \r\n'.repeat(1000),
      wants: ['problem unknown'],
      because: 'ends without beginnings',
      noName: true,
    },
  ])('$name, $because', async ({ name, text, wants, noName }) => {
    expect(await outline(text, noName ? '' : name)).toEqual(wants);
  });

  it('with a million authors is taken in with the first of them', async () => {
    const authors = Array.from({ length: 1e6 }, (_, i) => `A${i % 10} B`);
    const [event] = await events(JSON.stringify({ title: 'Many hands', authors }), 'x.ndjson', { record: 2e7 });
    expect(event).toMatchObject({ kind: 'paper', notes: [{ code: 'authors', params: ['1000000', '500'] }] });
    expect(event!.kind === 'paper' && event!.paper.authors.length).toBe(LIMITS.authors);
  });

  it('with a long abstract is taken in with its beginning', async () => {
    const [event] = await events(JSON.stringify({ title: 'Long', abstract: 'word '.repeat(20_000) }), 'x.ndjson');
    expect(event).toMatchObject({ kind: 'paper', notes: [{ code: 'shortened', field: 'abstract' }] });
  });

  it.each(['ndjson', 'json', 'bib', 'ris', 'csv'])(
    '.%s with a line over the limit loses that record alone',
    async (ending) => {
      const long = 'x'.repeat(300_000);
      const text: Record<string, string> = {
        ndjson: `{"title": "Before"}\n{"title": "${long}"}\n{"title": "After"}\n`,
        json: `[{"title": "Before"},{"title": "${long}"},{"title": "After"}]`,
        bib: `@a1{b, title={Before}}\n@misc{c, title={${long}}}\n@misc{d, title={After}}`.replace('@a1', '@misc'),
        ris: `TY  - GEN\nTI  - Before\nER  - \nTY  - GEN\nTI  - ${long}\nER  - \nTY  - GEN\nTI  - After\nER  - \n`,
        csv: `title,year\nBefore,2001\n"${long}",2001\nAfter,2001\n`,
      };
      expect(await outline(text[ending]!, `x.${ending}`, { record: 50_000 })).toEqual([
        'Before',
        'problem long',
        'After',
      ]);
    },
  );

  it('holds no more than a record of an endless line', async () => {
    const piece = new TextEncoder().encode('y'.repeat(65_536));
    const heap = process.memoryUsage().heapUsed;
    let pieces = 0;
    let most = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pieces === 0) controller.enqueue(new TextEncoder().encode('{"title": "'));
        if (pieces++ === 1500) controller.close();
        else controller.enqueue(piece);
        if (pieces % 50 === 0) most = Math.max(most, process.memoryUsage().heapUsed - heap);
      },
    });
    const seen: ReadEvent[] = [];
    for await (const event of readPapers(endless, { name: 'x.ndjson' })) seen.push(event);
    expect(seen.at(-1)).toMatchObject({ problem: { code: expect.stringMatching(/long|cut/) } });
    // 98 MB went by, as text twice that.
    expect(most).toBeLessThan(90e6);
  });

  it('stops at a bomb', async () => {
    const bomb = await gzip(`${GOOD}\n`.repeat(400_000));
    expect(bomb.length).toBeLessThan(100_000);
    const seen = await outline(bomb, 'x.ndjson.gz', { ratioFrom: 1e6 });
    expect(seen.at(-1)).toBe('problem bomb');
    expect(seen.length).toBeLessThan(200_000);
    expect(await outline(await gzip(new Uint8Array(40e6).fill(32)), 'x.bib.gz')).toEqual(['problem empty']);
  });

  it('stops at a size, and at a number of papers', async () => {
    const text = `${GOOD}\n`.repeat(5000);
    expect((await outline(text, 'x.ndjson', { unpacked: 100_000 })).at(-1)).toBe('problem size');
    const many = Array.from({ length: 30 }, (_, i) => JSON.stringify({ title: `Paper ${i}` })).join('\n');
    expect(await outline(many, 'x.ndjson', { papers: 10 })).toHaveLength(11);
  });

  it('says that its packing is damaged, after what could be read', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => JSON.stringify({ title: `Paper ${i} ${Math.sin(i)}` })).join(
      '\n',
    );
    const packed = await gzip(text);
    const cut = await outline(packed.slice(0, packed.length / 2), 'x.ndjson.gz');
    expect(cut.at(-1)).toBe('problem gzip');
    const bent = packed.slice();
    bent.fill(0xff, 20, 60);
    expect((await outline(bent, 'x.ndjson.gz')).at(-1)).toBe('problem gzip');
  });

  it('ends at once when it is given up', async () => {
    const stopper = new AbortController();
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(`${GOOD}\n`.repeat(2000))),
      cancel: () => void (cancelled = true),
    });
    let papers = 0;
    const read = async () => {
      for await (const event of readPapers(endless, { name: 'x.ndjson', signal: stopper.signal }))
        if (event.kind === 'paper' && ++papers === 5000) stopper.abort();
    };
    await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
    expect(cancelled).toBe(true);
  });

  it('lets its reader leave early, and is closed', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(`${GOOD}\n`.repeat(2000))),
      cancel: () => void (cancelled = true),
    });
    for await (const event of readPapers(stream, { name: 'x.ndjson' })) if (event.kind === 'paper') break;
    expect(cancelled).toBe(true);
  });
});

async function events(text: string, name: string, limits = {}): Promise<ReadEvent[]> {
  const seen: ReadEvent[] = [];
  for await (const event of readPapers(streamOf(text), { name, limits })) if (event.kind !== 'opened') seen.push(event);
  return seen;
}

const bits = fc.constantFrom(
  '@article{',
  '@string{a=',
  'k,',
  'title',
  ' = ',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '$',
  '\n',
  '\r\n',
  '\r',
  ',',
  ';',
  '\t',
  '[',
  ']',
  ':',
  'TY  - JOUR\n',
  'TI  - A\n',
  'ER  - \n',
  '{"title":"x"}',
  '{"items":[',
  '{"message":{',
  '"items":[',
  'null',
  '1',
  ' and ',
  '(',
  ')',
  '#',
  '%',
  '<i>',
  '&amp;',
);
const soup = fc.array(fc.oneof({ weight: 4, arbitrary: bits }, { weight: 1, arbitrary: anyText(6) }), {
  maxLength: 40,
});

describe('whatever the bytes', () => {
  const formats = IMPORT_FORMATS.map(({ id }) => id);

  it.each([undefined, ...formats])('reading as %s ends, and throws nothing', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const seen = await readAll(bytes, format && { format });
        expect(seen.length).toBeGreaterThan(0);
      }),
    );
    await fc.assert(
      fc.asyncProperty(soup, async (pieces) => {
        const seen = await readAll(pieces.join(''), format && { format });
        expect(seen.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each(IMPORT_FORMATS)('$id: where the pieces part changes nothing', ({ open }) => {
    const all = (pieces: string[]) => {
      const reader = open({ limits: LIMITS, columns: { title: 0 } });
      return [...pieces.flatMap((piece) => [...reader.push(piece)]), ...reader.end()];
    };
    fc.assert(
      fc.property(soup, (pieces) => {
        const text = pieces.join('');
        const whole = all([text]);
        expectSame(all(pieces), whole);
        expectSame(all([...text]), whole);
      }),
    );
  });
});

describe('time in proportion to the file', () => {
  it.each([
    { name: 'x.bib', unit: '@misc{k, title={A title}, author={A B}}\n' },
    { name: 'x.bib', unit: '@misc{k, title={ {' },
    { name: 'x.bib', unit: '@string{a = a # a}\n' },
    { name: 'x.bib', unit: '\n@' },
    { name: 'x.ris', unit: 'TY  - GEN\nTI  - A\nER  - \n' },
    { name: 'x.ris', unit: 'TY  - GEN\nAU  - A\n' },
    { name: 'x.csv', unit: 'title,"' },
    { name: 'x.csv', unit: '"title",a\n' },
    { name: 'x.json', unit: '[{"title":"A"},' },
    { name: 'x.ndjson', unit: '{"title":"A"}\n' },
    { name: 'x.ndjson', unit: '{"title":"A & B <i ' },
    { name: 'x.txt', unit: 'A\n' },
  ])('$name of $unit', async ({ name, unit }) => {
    const time = async (n: number) => {
      const text = unit.repeat(n);
      const start = processorTime();
      for await (const event of readPapers(streamOf(text), { name, limits: { record: 40_000 } }))
        if (event.kind === 'opened') continue;
      return processorTime() - start;
    };
    await time(500);
    const short = Math.max(await time(1000), 5);
    expect(await time(8000)).toBeLessThan(short * 40);
  });
});
