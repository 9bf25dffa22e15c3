import type { bibtexParser } from 'latex-utensils';
// The package's main file brings its LaTeX parsers along, four times the size.
import parser from 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js';
import { kindOfType } from '../../kind';
import type { Draft, Raw } from '../fields';
import type { Limits } from '../limits';
import { problem } from '../problem';
import { BibtexEntries } from './bibtex-entries';
import type { Reader, ReaderOptions } from './reader';

type Fields = Map<string, string>;

/** Entries that are no papers: definitions, and volumes that papers stand in. */
const NO_PAPER = new Set(['proceedings', 'mvproceedings', 'collection', 'mvcollection', 'periodical', 'set', 'xdata']);
/** What a paper takes from the volume that it refers to (BibTeX's crossref, biblatex's too), under its own name for it. */
const INHERITED: Record<string, string> = {
  title: 'booktitle',
  booktitle: 'booktitle',
  year: 'year',
  date: 'date',
  journal: 'journal',
  journaltitle: 'journal',
};

/**
 * BibTeX and BibLaTeX. The stream is parted into entries here, so that memory stays at one of them; each entry is read by latex-utensils.
 * An entry with a crossref to one that follows waits for it.
 */
export function bibtexReader({ limits }: ReaderOptions): Reader {
  const entries = new BibtexEntries(limits);
  const strings = new Map<string, string>(MONTHS.map((month) => [month.slice(0, 3).toLowerCase(), month]));
  const volumes = new Map<string, Fields>();
  const waiting: { draft: { line: number; fields: Fields; type: string }; key: string }[] = [];

  function* take(entry: { text: string; line: number }): Generator<Raw> {
    const parsed = parseEntry(entry.text, strings, limits);
    if (!parsed) {
      yield { problem: problem('syntax', entry.line, [entry.text]) };
      return;
    }
    if (parsed.string) {
      const [name, value] = parsed.string;
      if (strings.size < limits.strings) strings.set(name, value.slice(0, 10_000));
      return;
    }
    const { type, key, fields } = parsed;
    if (key && volumes.size < limits.waiting && isVolume(type, fields)) volumes.set(key.toLowerCase(), small(fields));
    if (NO_PAPER.has(type)) return;
    const parent = fields.get('crossref')?.toLowerCase();
    if (!parent) yield { draft: draftOf(entry.line, fields, type) };
    else if (volumes.has(parent)) yield { draft: draftOf(entry.line, inherit(fields, volumes.get(parent)!), type) };
    else if (waiting.length < limits.waiting) waiting.push({ draft: { line: entry.line, fields, type }, key: parent });
    else yield { draft: { ...draftOf(entry.line, fields, type), orphan: parent } };
  }

  return {
    *push(text) {
      for (const one of entries.push(text)) {
        if ('problem' in one) yield one;
        else yield* take(one);
      }
    },
    *end() {
      for (const one of entries.end()) {
        if ('problem' in one) yield one;
        else yield* take(one);
      }
      for (const { draft, key } of waiting) {
        const volume = volumes.get(key);
        if (volume) yield { draft: draftOf(draft.line, inherit(draft.fields, volume), draft.type) };
        else yield { draft: { ...draftOf(draft.line, draft.fields, draft.type), orphan: key } };
      }
    },
  };
}

interface Parsed {
  type: string;
  key: string;
  fields: Fields;
  string?: [string, string];
}

function parseEntry(text: string, strings: Fields, limits: Limits): Parsed | undefined {
  try {
    // BibTeX counts braces after a backslash too, so that a lone one would end the entry: by name they do not count.
    const source = text.includes('\\')
      ? text.replace(/\\([\s\S])/g, (pair, c: string) => (c === '{' ? '\\lbrace{}' : c === '}' ? '\\rbrace{}' : pair))
      : text;
    const entry = (parser.parse(source) as bibtexParser.BibtexAst).content[0];
    if (!entry) return undefined;
    const value = (field: bibtexParser.FieldValue): string => {
      if (field.kind === 'concat') return field.content.map(value).join('').slice(0, limits.record);
      if (field.kind === 'abbreviation') return strings.get(field.content.toLowerCase()) ?? field.content;
      return field.content;
    };
    if ('abbreviation' in entry)
      return {
        type: 'string',
        key: '',
        fields: new Map(),
        string: [entry.abbreviation.toLowerCase(), value(entry.value)],
      };
    if (!('internalKey' in entry)) return undefined;
    const fields: Fields = new Map();
    for (const field of entry.content) {
      const name = field.name.toLowerCase();
      if (!fields.has(name)) fields.set(name, value(field.value));
    }
    return { type: entry.entryType.toLowerCase(), key: entry.internalKey ?? '', fields };
  } catch {
    return undefined;
  }
}

const isVolume = (type: string, fields: Fields) =>
  NO_PAPER.has(type) || type === 'book' || type === 'mvbook' || !fields.has('author');

function small(fields: Fields): Fields {
  return new Map([...fields].filter(([name]) => Object.hasOwn(INHERITED, name)).map(([n, v]) => [n, v.slice(0, 1000)]));
}

function inherit(fields: Fields, volume: Fields): Fields {
  const joined = new Map(fields);
  for (const [from, value] of volume) {
    const to = INHERITED[from];
    if (to && !joined.has(to)) joined.set(to, value);
  }
  return joined;
}

const VENUES = [
  'journal',
  'journaltitle',
  'booktitle',
  'maintitle',
  'eventtitle',
  'school',
  'institution',
  'howpublished',
];

function draftOf(line: number, fields: Fields, type: string): Draft {
  const draft: Draft = { line, tex: true };
  const get = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value?.trim());
  const title = get('title');
  if (title) {
    // A subtitle belongs to the title; so does BibLaTeX's titleaddon to nothing that a page would print.
    const subtitle = get('subtitle');
    draft.title = subtitle ? `${title}${/[.:?!]\s*$/.test(title.slice(-9)) ? '' : ':'} ${subtitle}` : title;
  }
  const abstract = get('abstract', 'annote', 'annotation');
  if (abstract) draft.abstract = abstract;
  const author = get('author', ...(type === 'book' ? ['editor'] : []));
  if (author) draft.authors = splitNames(author);
  const year = get('year', 'date');
  if (year) draft.year = year;
  const venue = get(...VENUES);
  if (venue && !/\\url|^\{?https?:/.test(venue)) draft.venue = venue;
  const kind = type === 'article' ? 'journal' : kindOfType(type);
  if (kind) draft.kind = kind;
  const doi = get('doi');
  if (doi) draft.doi = doi;
  const eprint = get('eprint');
  const archive = get('archiveprefix', 'eprinttype') ?? '';
  if (eprint && (/arxiv/i.test(archive) || (!archive && /^\{?(?:arxiv:)?\d{4}\.\d{4,5}/i.test(eprint))))
    draft.arxiv = eprint;
  const arxiv = get('arxiv', 'arxivid');
  if (arxiv) draft.arxiv ??= arxiv;
  const urls = ['url', 'link', 'ee', 'bdsk-url-1', 'howpublished', 'note'].flatMap(
    (name) => /https?:\/\/[^\s{}"]+/.exec(unescaped(fields.get(name)?.slice(0, 2000) ?? ''))?.[0] ?? [],
  );
  if (urls.length) draft.urls = urls;
  const code = get('code', 'github');
  if (code) draft.code = code;
  const licence = get('license', 'licence', 'rights', 'copyright');
  if (licence) draft.licence = licence;
  const source = get('bibsource', 'source', 'biburl');
  if (source) draft.source = source;
  return draft;
}

/** An address as it was before LaTeX: \_ and Mendeley's {\_} for _, {~}, {\~{}} and $\sim$ for ~. */
const unescaped = (text: string) =>
  text
    .replace(/\$\\sim\$|\{?\\textasciitilde(?:\{\}|\})?/g, '~')
    .replace(/\{\\?([_%&#$~])(?:\{\})?\}|\\([_%&#$~])(?:\{\})?/g, '$1$2');

/** Names in a list: "and" parts them, outside braces only. */
export function splitNames(list: string): string[] {
  const text = list.replace(/\s+/g, ' ');
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 123) depth++;
    else if (c === 125) depth--;
    else if (c === 32 && depth <= 0 && / and /i.test(text.slice(i, i + 5))) {
      names.push(text.slice(start, i).trim());
      start = i + 5;
      i += 3;
    }
  }
  names.push(text.slice(start).trim());
  return names.filter(Boolean);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
