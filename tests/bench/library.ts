import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readPapers } from '../../lib/bib/import/read';
import { UsageError } from '../tools/ndjson';
import { inProcesses } from './child';
import { KINDS } from './known-items';
import { type Built, type Opened, RUN } from './library-index';
import type { PickupRow } from './library-pickup';
import { median } from './measure';
import { bibFrom, haveRecords, recordsFrom } from './records';
import { type Line, ms, type Section, times } from './report';

const SAMPLE = 2000;
const SMALL = 10_000;
const LARGE = 100_000;
const SIZE_AT_MOST = 0.35;
const MEMORY_AT_MOST = 1 / 15;
const OPEN_AT_LEAST = 50;
const QUERY_AT_LEAST = { [SMALL]: 25, [LARGE]: 100 };
const LOSS_AT_MOST = 0.01;
const STEP_AT_MOST = 50;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A reader's own library: the packed index against MiniSearch. */
export async function library(): Promise<Section[]> {
  if (!haveRecords())
    throw new UsageError(`no records in ${recordsFrom}: name the folder of ml-47k.ndjson.gz in SIDELIGHT_CORPORA`);
  return [await sample(), ...(await index(SMALL)), ...(await index(LARGE)), await pickup()];
}

/** What LaTeX leaves in a text: commands, formulas, braces, dashes and quotes as it writes them. */
const LATEX = /[\\${}]|\b\w\^|_\{|--|``|''/;

/** A BibTeX file of 2,000 real entries. */
async function sample(): Promise<Section> {
  const titles: string[] = [];
  let problems = 0;
  const file = Readable.toWeb(createReadStream(bibFrom)) as unknown as ReadableStream<Uint8Array>;
  for await (const event of readPapers(file, { name: bibFrom })) {
    if (event.kind === 'paper') titles.push(event.paper.title);
    else if (event.kind === 'problem') problems++;
  }
  const left = titles.filter((title) => LATEX.test(title));
  return {
    title: 'Import of BibTeX',
    how: 'ml-sample.bib, read as an import reads it.',
    lines: [
      {
        what: 'papers',
        measured: `${titles.length.toLocaleString('en')} (${problems} problems)`,
        target: SAMPLE.toLocaleString('en'),
        good: titles.length === SAMPLE,
      },
      {
        what: 'titles with LaTeX left in them',
        measured: String(left.length),
        target: 'none',
        good: !left.length,
      },
    ],
  };
}

async function index(papers: number): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-library-'));
  process.env[RUN.folder] = folder;
  process.env[RUN.papers] = String(papers);
  try {
    const file = 'tests/bench/library-index.ts';
    const [built] = await inProcesses<Built>(file, 'buildBoth', 1);
    const packed = await inProcesses<Opened>(file, 'openPacked', 5);
    const mini = await inProcesses<Opened>(file, 'openMini', papers > SMALL ? 1 : 3);
    return [speed(papers, built!, packed, mini), ...(built!.quality ? [quality(papers, built!.quality)] : [])];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function speed(papers: number, built: Built, packed: readonly Opened[], mini: readonly Opened[]): Section {
  const middle = (runs: readonly Opened[], what: 'first' | 'memory') => median(runs.map((run) => run[what]));
  const large = papers === LARGE;
  const opened = middle(mini, 'first') / middle(packed, 'first');
  const memory = middle(packed, 'memory') / middle(mini, 'memory');
  const size = built.size.packed / built.size.mini;
  const least = QUERY_AT_LEAST[papers as keyof typeof QUERY_AT_LEAST];
  const lines: Line[] = [
    {
      what: '3-word query, in the segments of an import',
      measured: `${times(built.query.ratio)} faster (${built.query.segments.toFixed(2)} ms against ${ms(built.query.mini)}; merged to one segment ${built.query.merged.toFixed(2)} ms)`,
      target: `at least ${least} x`,
      good: built.query.ratio >= least,
    },
    {
      what: 'open and first query, a new process',
      measured: `${times(opened)} faster (${ms(middle(packed, 'first'))} against ${ms(middle(mini, 'first'))})`,
      ...(large && { target: `at least ${OPEN_AT_LEAST} x`, good: opened >= OPEN_AT_LEAST }),
    },
    {
      what: 'memory held',
      measured: `1/${(1 / memory).toFixed(0)} (${megabytes(middle(packed, 'memory'))} against ${megabytes(middle(mini, 'memory'))})`,
      ...(large && { target: 'at most 1/15', good: memory <= MEMORY_AT_MOST }),
    },
    {
      what: 'stored size, against JSON',
      measured: `${size.toFixed(2)} (${megabytes(built.size.packed)} against ${megabytes(built.size.mini)})`,
      target: `at most ${SIZE_AT_MOST}`,
      good: size <= SIZE_AT_MOST,
    },
    {
      what: 'building',
      measured: `${times(built.build.mini / built.build.packed)} faster (${ms(built.build.packed)}, merging ${ms(built.merge)})`,
    },
    {
      what: 'longest step of building',
      measured: ms(built.longestStep),
      target: `under ${STEP_AT_MOST} ms`,
      good: built.longestStep < STEP_AT_MOST,
    },
  ];
  return {
    title: `Words of ${papers.toLocaleString('en')} papers: the packed index against MiniSearch`,
    how:
      'MiniSearch with prefix on the last word and fuzzy 0.2 on unknown words only; three words of an abstract, in one of four queries a letter missing. ' +
      `${large ? 'Real records (ml-47k), the rest made of halves of two of them.' : 'Real records (ml-47k).'} Opening: read from disk, first query; memory after garbage collection.`,
    lines,
  };
}

function quality(papers: number, kinds: NonNullable<Built['quality']>): Section {
  return {
    title: `Known items among ${papers.toLocaleString('en')} papers: the wanted one is first`,
    how: 'What somebody types who has one paper in mind; both engines as above.',
    lines: KINDS.map((kind) => {
      const { items, packed, mini } = kinds[kind];
      return {
        what: `${kind} (${items})`,
        measured: `${packed.toFixed(3)}, MiniSearch ${mini.toFixed(3)}`,
        target: `at most ${LOSS_AT_MOST} less`,
        good: packed >= mini - LOSS_AT_MOST,
      };
    }),
  };
}

const FILTER_AT_MOST = 256_000;
const SCAN_AT_MOST = 2;
const ACCIDENTAL_AT_MOST = 0.1;

async function pickup(): Promise<Section> {
  const [row] = (await inProcesses<PickupRow>('tests/bench/library-pickup.ts', 'measurePickup', 1)) as [PickupRow];
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  return {
    title: 'Pickup with 100,000 titles of the reader’s own',
    how: 'Scan: 500 KB in passages that hold no mention, warm, against the same with the 119 shipped titles. Accidental: titles of 47,697 real papers found in the abstracts of all others, true mentions among them.',
    lines: [
      {
        what: 'filter in the page',
        measured: times(row.filter),
        target: `at most ${SCAN_AT_MOST} x`,
        good: row.filter <= SCAN_AT_MOST,
      },
      {
        what: 'matcher in the background',
        measured: times(row.matcher),
        target: `at most ${SCAN_AT_MOST} x`,
        good: row.matcher <= SCAN_AT_MOST,
      },
      {
        what: 'size of the filter',
        measured: `${Math.round(row.filterSize / 1000)} kB`,
        target: `at most ${FILTER_AT_MOST / 1000} kB`,
        good: row.filterSize <= FILTER_AT_MOST,
      },
      {
        what: 'size of the tables',
        measured: megabytes(row.tables),
        target: 'at most 20 MB',
        good: row.tables <= 20e6,
      },
      { what: 'passages of 3 KB without a mention that the filter lets through', measured: share(row.wronglyProse) },
      { what: 'the same of abstracts of research', measured: share(row.wronglyAbstracts) },
      {
        what: 'titles of up to four words found in abstracts of others, a MB',
        measured: `${row.accidental.toFixed(3)} (${row.short.join(' | ')})`,
        target: `under ${ACCIDENTAL_AT_MOST}`,
        good: row.accidental < ACCIDENTAL_AT_MOST,
      },
      {
        what: 'longer ones, a MB: by their look true mentions',
        measured: `${row.mentions.toFixed(2)} (${row.samples.slice(0, 3).join(' | ')})`,
      },
    ],
  };
}
