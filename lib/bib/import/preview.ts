import type { Paper } from '../../papers/paper';
import { guessLanguage } from '../../text/guess-language';
import type { Encoding } from './decode';
import { Duplicates, duplicateKeys } from './duplicates';
import type { ImportFormatId } from './formats';
import type { Problem } from './problem';
import { type ReadOptions, readPapers } from './read';
import type { Columns } from './readers/reader';

/** What a file would bring, before anything is written. */
export interface Preview {
  format?: ImportFormatId;
  encoding?: Encoding;
  gzip: boolean;
  columns?: Columns;
  /** Papers that can be taken in; records that cannot; papers with a mended or missing field. */
  papers: number;
  left: number;
  mended: number;
  /** The first of each code, at most `PROBLEMS` in all; `problemCounts` has all. */
  problems: Problem[];
  problemCounts: Record<string, number>;
  /** The file cannot be read to its end. */
  stopped?: Problem;
  /** Records of a paper that the file had before, with the lines of both. */
  duplicates: number;
  duplicateLines: { line: number; of: number }[];
  /** Papers that a shelf has, by shelf. */
  onShelves: Record<string, number>;
  /** By language code; '' where it could not be told. */
  languages: Record<string, number>;
  /** The earliest and the latest. */
  years?: [number, number];
  /** Letters of all titles, abstracts and authors: what they take to store follows from it. */
  letters: number;
  /** How many papers have the field. */
  fields: Record<keyof Omit<Paper, 'id' | 'kind'>, number>;
  /** Licences and sources that records name, with their counts; at most 20 of each. */
  licences: Record<string, number>;
  sources: Record<string, number>;
  /** The first papers, to look at. */
  sample: Paper[];
}

const PROBLEMS = 200;
const EACH = 20;
const SAMPLE = 5;

export interface PreviewOptions extends ReadOptions {
  /** The name of a shelf that has a paper with one of these keys (`duplicateKeys`). */
  onShelf?: (keys: readonly string[]) => string | undefined;
}

/** Reads a whole file and says what is in it; keeps counts, a sample and the first problems, not the papers. Throws on abort alone. */
export async function preview(stream: ReadableStream<Uint8Array>, options: PreviewOptions = {}): Promise<Preview> {
  const found: Preview = {
    gzip: false,
    papers: 0,
    left: 0,
    mended: 0,
    problems: [],
    problemCounts: {},
    duplicates: 0,
    duplicateLines: [],
    onShelves: {},
    languages: {},
    letters: 0,
    fields: { title: 0, abstract: 0, authors: 0, year: 0, venue: 0, arxiv: 0, acl: 0, doi: 0, code: 0, url: 0 },
    licences: {},
    sources: {},
    sample: [],
  };
  const duplicates = new Duplicates();
  const note = (one: Problem) => {
    const count = (found.problemCounts[one.code] = (found.problemCounts[one.code] ?? 0) + 1);
    if (count <= EACH && found.problems.length < PROBLEMS) found.problems.push(one);
  };
  for await (const event of readPapers(stream, options)) {
    if (event.kind === 'opened') {
      found.format = event.format;
      found.encoding = event.encoding;
      found.gzip = event.gzip;
    } else if (event.kind === 'columns') found.columns = event.columns;
    else if (event.kind === 'problem') {
      note(event.problem);
      if (event.problem.cost === 'file') found.stopped = event.problem;
      else if (event.problem.cost === 'record') found.left++;
      if (event.problem.code === 'encoding') found.encoding = 'windows-1252';
    } else {
      const { paper, line, notes, licence, source } = event;
      found.papers++;
      found.letters += paper.title.length + paper.abstract.length + paper.authors.join().length;
      if (notes.length) found.mended++;
      notes.forEach(note);
      if (found.sample.length < SAMPLE) found.sample.push(paper);
      const keys = duplicateKeys(paper);
      const of = duplicates.earlier(paper, line, keys);
      if (of !== undefined) {
        found.duplicates++;
        if (found.duplicateLines.length < PROBLEMS) found.duplicateLines.push({ line, of });
      }
      const shelf = options.onShelf?.(keys);
      if (shelf !== undefined) tally(found.onShelves, shelf);
      tally(found.languages, guessLanguage(paper.abstract || paper.title) ?? '');
      for (const field of Object.keys(found.fields) as (keyof typeof found.fields)[])
        if (paper[field] !== undefined && paper[field].toString() !== '') found.fields[field]++;
      const { year } = paper;
      if (year) found.years = [Math.min(year, found.years?.[0] ?? year), Math.max(year, found.years?.[1] ?? year)];
      if (licence) tally(found.licences, licence);
      if (source) tally(found.sources, source);
    }
  }
  return found;
}

function tally(counts: Record<string, number>, key: string): void {
  if (Object.hasOwn(counts, key)) counts[key]!++;
  else if (Object.keys(counts).length < EACH && key !== '__proto__') counts[key] = 1;
}
