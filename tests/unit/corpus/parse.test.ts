import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../lib/corpus/parse';
import { bytes, encode, FILE, lines, realDrafts, text } from './source';

/** Lines (from 1) of the second paper, which the damages below are done to. */
const TITLE = 5;
const ABSTRACT = 6;
/** The last paper's title. */
const LAST_TITLE = lines.findLastIndex((line) => line.trim()); // its abstract is the line below

const without = (...numbers: number[]) => lines.filter((_, i) => !numbers.includes(i + 1));
const withLine = (number: number, change: (line: string) => string) =>
  lines.map((line, i) => (i + 1 === number ? change(line) : line));
const concat = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** The source with one line in another encoding. */
const inLatin1 = (number: number, line: string) =>
  concat(
    encode(`${lines.slice(0, number - 1).join('\n')}\n`),
    new Uint8Array(Buffer.from(`${line}\n`, 'latin1')),
    encode(lines.slice(number)),
  );

/** Windows-1252 from 0x80 to 0x9F; where it has nothing, the byte itself. (Node's own decoder reads Latin-1 here.) */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** UTF-8 that was read as Windows-1252 and saved again. */
const misread = (part: string) =>
  Array.from(encode(part), (byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)).join('');
const garble = (part: string) => encode(withLine(ABSTRACT, (line) => `${line} ${misread(part)}`));

const DAMAGES = [
  {
    what: 'an abstract is missing',
    source: encode(without(ABSTRACT)),
    line: TITLE,
    message: /no abstract follows .*xGQA/,
    remedy: /abstract/,
  },
  {
    what: 'the last abstract is missing',
    source: encode(lines.slice(0, LAST_TITLE)),
    line: LAST_TITLE,
    message: /no abstract/,
    remedy: /abstract/,
  },
  {
    what: 'a title is missing',
    source: encode(without(TITLE)),
    line: TITLE,
    message: /abstract without a title/,
    remedy: /title/,
  },
  {
    what: 'a paper stands twice',
    source: encode([...lines, lines[TITLE - 1]!, lines[ABSTRACT - 1]!]),
    line: lines.length + 1,
    message: /xGQA.* stands twice/,
    remedy: /line 5/,
  },
  {
    what: 'a title stands twice in other capitals and dashes',
    source: encode([...lines, lines[TITLE - 1]!.toUpperCase().replace('-', '‐'), lines[ABSTRACT - 1]!]),
    line: lines.length + 1,
    message: /stands twice/,
    remedy: /line 5/,
  },
  {
    what: 'a line is Latin-1',
    source: inLatin1(ABSTRACT, `${lines[ABSTRACT - 1]} Sõnajaht`),
    line: ABSTRACT,
    message: /not UTF-8/,
    remedy: /UTF-8/,
  },
  {
    what: 'the file is UTF-16',
    source: new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
    line: 1,
    message: /not UTF-8/,
    remedy: /UTF-8/,
  },
  ...['é', 'õ', 'É', 'ß', '’', '“', '”', '‘', '–', '—', '…'].map((character) => ({
    what: `“${character}” was read in a wrong encoding`,
    source: garble(character),
    line: ABSTRACT,
    message: /encoding|control character/,
    remedy: /UTF-8|delete/,
  })),
  {
    what: 'a replacement character',
    source: encode(withLine(TITLE, (line) => `${line}\uFFFD`)),
    line: TITLE,
    message: /encoding/,
    remedy: /UTF-8/,
  },
  {
    what: 'a control character',
    source: encode(withLine(ABSTRACT, (line) => `${line.slice(0, 9)}\u0007${line.slice(9)}`)),
    line: ABSTRACT,
    message: /U\+0007 at column 10/,
    remedy: /delete/,
  },
  {
    what: 'a character that turns the text round',
    source: encode(withLine(TITLE, (line) => `${line}\u202E`)),
    line: TITLE,
    message: /U\+202E/,
    remedy: /delete/,
  },
  {
    what: 'an isolate',
    source: encode(withLine(TITLE, (line) => `\u2067${line}`)),
    line: TITLE,
    message: /U\+2067 at column 1/,
    remedy: /delete/,
  },
  { what: 'the file is empty', source: encode(''), line: 1, message: /no paper/, remedy: /title and abstract/ },
  {
    what: 'the file is blank',
    source: encode(' \n\n\t\n'),
    line: 1,
    message: /no paper/,
    remedy: /title and abstract/,
  },
  {
    what: 'only page furniture is left',
    source: encode(lines.slice(0, 2)),
    line: 1,
    message: /no paper/,
    remedy: /title and abstract/,
  },
];

describe('a damaged source', () => {
  it.each(DAMAGES)('is refused: $what', ({ source, line, message, remedy }) => {
    const parsed = parseSource(source, FILE);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.error).toHaveLength(1);
    expect(parsed.error[0]).toMatchObject({ file: FILE, line });
    expect(parsed.error[0]!.message).toMatch(message);
    expect(parsed.error[0]!.remedy).toMatch(remedy);
  });

  it('has all its problems named, in the order of the lines', () => {
    const parsed = parseSource(encode(withLine(TITLE, (line) => `${line}\u0007`).filter((_, i) => i !== 19)), FILE);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error.map(({ line }) => line)).toEqual([TITLE, 19]);
  });
});

describe('a sound source', () => {
  const real = realDrafts();

  it('gives title, abstract and line of each paper', () => {
    expect(real).toHaveLength(119);
    for (const { title, abstract, line } of real) {
      expect(lines[line - 1]!.trim()).toBe(title);
      expect(lines[line]!.trim()).toBe(abstract);
    }
  });

  it.each([
    { what: 'lines end as on Windows', source: encode(text.replace(/\r?\n/g, '\r\n')) },
    { what: 'it begins with a byte order mark', source: concat(new Uint8Array([0xef, 0xbb, 0xbf]), bytes) },
    { what: 'its last line is not ended', source: encode(text.replace(/\n+$/, '')) },
    { what: 'spaces stand around the lines', source: encode(lines.map((line) => `  ${line}\t`)) },
  ])('reads the same where $what', ({ source }) => {
    expect(parseSource(source, FILE)).toEqual({ ok: true, value: real });
  });

  it('reads the same papers with empty lines between them', () => {
    const parsed = parseSource(encode(lines.join('\n\n')), FILE);
    expect(parsed.ok && parsed.value.map(({ title, abstract }) => [title, abstract])).toEqual(
      real.map(({ title, abstract }) => [title, abstract]),
    );
  });
});
