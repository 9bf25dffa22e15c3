// Real records of papers, kept outside the project, and as many more made from them as a measurement needs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sentencesOf } from '../../lib/lookup/excerpt';
import type { Paper } from '../../lib/papers/paper';
import { numbers } from './texts';

/** Where the records are: NDJSON with id, title, abstract, authors, year, venue. */
const FOLDER = process.env['SIDELIGHT_CORPORA'] ?? '../shared/corpora';
const FILE = join(FOLDER, 'ml-47k.ndjson.gz');

export const haveRecords = (): boolean => existsSync(FILE) && existsSync(bibFrom);
export const recordsFrom = FILE;
/** 2,000 entries of BibTeX. */
export const bibFrom = join(FOLDER, 'ml-sample.bib');

/** The first so many records; where there are fewer, the rest is made by `recombined`. */
export function records(count: number): Paper[] {
  const papers: Paper[] = [];
  for (const line of gunzipSync(readFileSync(FILE)).toString().split('\n')) {
    if (papers.length === count) return papers;
    if (line) papers.push(JSON.parse(line));
  }
  return [...papers, ...made(count - papers.length, papers, 100_000)];
}

/** So many papers made of halves of others, the same in every run. */
export function made(count: number, from: readonly Paper[], seed: number): Paper[] {
  const random = numbers(seed);
  const any = () => from[Math.floor(random() * from.length)]!;
  return Array.from({ length: Math.max(0, count) }, (_, i) => recombined(`made-${from.length + i}`, any(), any()));
}

/** The first half of one paper and the second of another, in title and abstract: real words, and as often as they really are. */
function recombined(id: string, one: Paper, other: Paper): Paper {
  const halves = (a: readonly string[], b: readonly string[]) =>
    [...a.slice(0, Math.ceil(a.length / 2)), ...b.slice(Math.floor(b.length / 2))].join(' ');
  return {
    ...one,
    id,
    title: halves(one.title.split(' '), other.title.split(' ')),
    abstract: halves(sentencesOf(one.abstract), sentencesOf(other.abstract)),
    authors: other.authors,
  };
}
