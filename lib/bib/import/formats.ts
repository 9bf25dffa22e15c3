import { fieldOf } from './fields';
import { bibtexReader } from './readers/bibtex';
import { csvReader } from './readers/csv';
import { delimiterOf } from './readers/csv-rows';
import { jsonReader } from './readers/json';
import { ndjsonReader } from './readers/ndjson';
import type { Reader, ReaderOptions } from './readers/reader';
import { risReader } from './readers/ris';
import { textReader } from './readers/text';

export type ImportFormatId = 'bibtex' | 'ris' | 'json' | 'ndjson' | 'csv' | 'text';

/** A format that papers are read from. */
export interface ImportFormat {
  id: ImportFormatId;
  /** Key of its name in public/_locales. */
  label: 'formatBibtex' | 'formatRis' | 'formatJson' | 'formatNdjson' | 'formatTable' | 'formatText';
  /** Endings of its files; each also with .gz after it. */
  endings: readonly string[];
  /** Does the beginning of a text show it? */
  shows: (head: string) => boolean;
  open: (options: ReaderOptions) => Reader;
}

/** Every import format, the most telling first. A new one is a file in readers, a row here, a string, and a fixture. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  {
    id: 'ndjson',
    label: 'formatNdjson',
    endings: ['.ndjson', '.jsonl'],
    shows: showsNdjson,
    open: ndjsonReader,
  },
  {
    id: 'json',
    label: 'formatJson',
    endings: ['.json', '.csljson'],
    shows: (head) => /^\s*(?:\[\s*(?:[{\]]|$)|\{\s*["}])/.test(head) && !showsNdjson(head),
    open: jsonReader,
  },
  {
    id: 'ris',
    label: 'formatRis',
    endings: ['.ris', '.refman'],
    shows: (head) => /^\s{0,3}TY {1,3}- ?\w/m.test(head),
    open: risReader,
  },
  {
    id: 'bibtex',
    label: 'formatBibtex',
    endings: ['.bib', '.bibtex'],
    shows: (head) => /^[ \t]{0,20}@\s{0,20}[a-zA-Z]{3,30}\s{0,20}[{(]/m.test(head),
    open: bibtexReader,
  },
  {
    id: 'csv',
    label: 'formatTable',
    endings: ['.csv', '.tsv', '.tab'],
    shows: showsTable,
    open: csvReader,
  },
  { id: 'text', label: 'formatText', endings: ['.txt', '.text'], shows: () => false, open: textReader },
];

/** A first line that is a whole object, with another after it or nothing; an object that holds a list is none. */
function showsNdjson(head: string): boolean {
  const [first = '', second = ''] = head.trimStart().split('\n', 3);
  return (
    first.startsWith('{') &&
    first.trimEnd().endsWith('}') &&
    /^\s*(?:\{|$)/.test(second) &&
    !/^\{\s*"(?:items|papers|results|data)"|^\{[^{[]{0,200}"message"\s*:\s*\{/.test(first)
  );
}

/** A first line of column names, a title among them. */
function showsTable(head: string): boolean {
  const line = /\S[^\n]*/.exec(head)?.[0] ?? '';
  const names = line.slice(0, 5000).split(delimiterOf(line));
  const fields = names.map((name) => fieldOf(name.replace(/"/g, '')));
  return names.length > 1 && fields.includes('title') && fields.filter(Boolean).length > 1;
}

/**
 * The format of a file: by what its beginning shows, else by the ending of its name. Undefined where neither tells.
 * @param head the first text, some thousand characters
 */
export function detectFormat(name: string, head: string): ImportFormat | undefined {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const named = IMPORT_FORMATS.find(({ endings }) => endings.some((ending) => plain.endsWith(ending)));
  if (named?.shows(head)) return named;
  return IMPORT_FORMATS.find(({ shows }) => shows(head)) ?? named;
}

/** What a file is that no reader takes. */
export function foreignKind(head: string): 'archive' | 'binary' | 'html' | undefined {
  if (/^PK[\u0003\u0005]|^Rar!|^7z\u00BC|^7z\uFFFD/.test(head)) return 'archive';
  if (/^%PDF-|^\u007FELF|^.PNG|^GIF8|^\u001F/.test(head)) return 'binary';
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return 'html';
  const controls = head.slice(0, 4000).match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
  return controls > Math.min(head.length, 4000) / 10 ? 'binary' : undefined;
}
