// What the packed index and MiniSearch cost, each measurement a function for a process of its own (see child.ts).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Paper } from '../../lib/papers/paper';
import { SEARCH_OPTIONS } from '../../lib/search/options';
import { buildSegment } from '../../lib/search/packed/build';
import { mergeSegments } from '../../lib/search/packed/merge';
import { PackedIndex } from '../../lib/search/packed/packed-index';
import { Segment } from '../../lib/search/packed/segment';
import { STOP_WORDS } from '../../lib/search/stop-words';
import { stemEnglish } from '../../lib/text/stem';
import { wordsOf } from '../../lib/text/words';
import { atOnce, type Steps } from '../../lib/util/in-steps';
import { KINDS, type Kind, knownItems } from './known-items';
import { median } from './measure';
import { records } from './records';
import { numbers } from './texts';

/** Where the files of one run are, and how many papers it is about; the parent process says so. */
export const RUN = { folder: 'SIDELIGHT_BENCH_FOLDER', papers: 'SIDELIGHT_BENCH_PAPERS' } as const;
const folder = () => process.env[RUN.folder]!;
const count = () => Number(process.env[RUN.papers]);

/** Papers of one segment as an import writes it. */
const SEGMENT = 8192;
const LIMIT = 20;
/** Known items of each kind. */
const ITEMS = 150;

const opened = (buffer: ArrayBuffer) => {
  const segment = Segment.open(buffer);
  if (!segment.ok) throw new Error(segment.error.message);
  return { segment: segment.value };
};

/** MiniSearch as a careful user would set it: prefix on the last word, letters changed only in words that the index does not know. */
const careful = (isKnown: (term: string) => boolean): SearchOptions => ({
  boost: { title: 2.5, authors: 1.5 },
  prefix: (_term, i, terms) => i === terms.length - 1,
  fuzzy: (term) => (isKnown(term) ? false : 0.2),
});

const vocabularyOf = (papers: readonly Paper[]): Set<string> =>
  new Set(
    papers.flatMap(({ title, abstract, authors }) =>
      [title, abstract, authors.join(' ')].flatMap((text) => wordsOf(text).map(stemEnglish)),
    ),
  );

/** Three words of an abstract each, taken at random; in one of four a letter is missing. */
function threeWords(papers: readonly Paper[], queries: number): string[] {
  const random = numbers(3);
  return Array.from({ length: queries }, (_, n) => {
    let words: string[] = [];
    while (words.length < 3) {
      const { abstract } = papers[Math.floor(random() * papers.length)]!;
      words = [...new Set(wordsOf(abstract))].filter((word) => word.length > 3 && !STOP_WORDS.has(word));
    }
    const three = Array.from({ length: 3 }, () => words[Math.floor(random() * words.length)]!);
    if (n % 4 === 3) three[1] = three[1]!.slice(0, 2) + three[1]!.slice(3);
    return three.join(' ');
  });
}

export interface Built {
  /** Milliseconds. */
  build: { packed: number; mini: number };
  /** The longest stretch between two places where building can be interrupted. */
  longestStep: number;
  merge: number;
  /** Bytes. */
  size: { packed: number; mini: number };
  /** Milliseconds a query: packed in the segments of an import, merged to one, MiniSearch. */
  query: { segments: number; merged: number; mini: number; ratio: number };
  quality: Record<Kind, { items: number; packed: number; mini: number }> | undefined;
}

/** Builds both, asks both, and leaves their files for `openPacked` and `openMini`. */
export function buildBoth(): Built {
  const papers = records(count());
  const large = papers.length > 20_000;
  let began = performance.now();
  const buffers: ArrayBuffer[] = [];
  for (let i = 0; i < papers.length; i += SEGMENT) buffers.push(atOnce(buildSegment(papers.slice(i, i + SEGMENT))));
  const packedTime = performance.now() - began;
  began = performance.now();
  const merged = atOnce(mergeSegments(buffers.map(opened)));
  const merge = performance.now() - began;
  const longestStep = longestOf(() => buildSegment(papers.slice(0, SEGMENT)));
  buffers.forEach((buffer, i) => writeFileSync(join(folder(), `${i}.segment`), new Uint8Array(buffer)));
  writeFileSync(join(folder(), 'all.segment'), new Uint8Array(merged));

  const several = new PackedIndex(buffers.map(opened));
  const one = new PackedIndex([opened(merged)]);
  const queries = threeWords(papers, large ? 16 : 60);
  const each = (ask: (query: string) => unknown, rounds: number) => {
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) {
      began = performance.now();
      for (const query of queries) ask(query);
      all.push((performance.now() - began) / queries.length);
    }
    return median(all);
  };
  // Before the other's half a gigabyte is there to be collected around.
  const packed = {
    segments: each((text) => several.search(wordsOf(text), LIMIT), 9),
    merged: each((text) => one.search(wordsOf(text), LIMIT), 9),
  };

  began = performance.now();
  const mini = new MiniSearch<Paper>(SEARCH_OPTIONS);
  mini.addAll(papers);
  const miniTime = performance.now() - began;
  const json = JSON.stringify(mini);
  writeFileSync(join(folder(), 'mini.json'), json);
  const known = vocabularyOf(papers);
  const options = careful((term) => known.has(term));
  const miniQuery = each((text) => mini.search(text, options), large ? 1 : 3);
  const query = { ...packed, mini: miniQuery, ratio: miniQuery / packed.segments };
  const number = new Map<unknown, number>(papers.map(({ id }, i) => [id, i]));
  const quality = large
    ? undefined
    : qualityOf(
        papers,
        (text) => several.search(wordsOf(text), 1)[0]?.index,
        (text) => number.get(mini.search(text, options)[0]?.id),
      );
  return {
    build: { packed: packedTime, mini: miniTime },
    longestStep,
    merge,
    size: { packed: merged.byteLength, mini: Buffer.byteLength(json) },
    query,
    quality,
  };
}

/** The longest step of some work: each step's least time of several runs, so that what else the machine does meanwhile is no step of ours. */
function longestOf(work: () => Steps<unknown>): number {
  let least: number[] = [];
  for (let run = 0; run < 4; run++) {
    const times: number[] = [];
    const steps = work();
    for (let done: boolean | undefined = false; !done; ) {
      const began = performance.now();
      ({ done } = steps.next());
      times.push(performance.now() - began);
    }
    least = run ? least.map((time, i) => Math.min(time, times[i]!)) : times;
  }
  return least.reduce((most, time) => Math.max(most, time), 0);
}

type First = (query: string) => number | undefined;

function qualityOf(papers: readonly Paper[], packed: First, mini: First): NonNullable<Built['quality']> {
  const items = knownItems(papers, ITEMS);
  const share = (kind: Kind, first: First) =>
    items[kind].filter(({ paper, query }) => first(query) === paper).length / items[kind].length;
  return Object.fromEntries(
    KINDS.map((kind) => [kind, { items: items[kind].length, packed: share(kind, packed), mini: share(kind, mini) }]),
  ) as NonNullable<Built['quality']>;
}

export interface Opened {
  /** Milliseconds from the file on disk to the first answer. */
  first: number;
  /** Bytes held after garbage collection. */
  memory: number;
  found: number;
}

const FIRST_QUERY = 'cross-lingual transfer learning';

/** Opens the segments of an import in a fresh process. */
export const openPacked = (): Opened =>
  opening(() => {
    const parts = [];
    for (let i = 0; i * SEGMENT < count(); i++) {
      const { buffer, byteLength } = readFileSync(join(folder(), `${i}.segment`));
      // Files of some size are read into a buffer of their own, as storage gives them.
      if (buffer.byteLength !== byteLength) throw new Error('a segment in a shared buffer');
      parts.push(opened(buffer as ArrayBuffer));
    }
    const index = new PackedIndex(parts);
    return { index, found: index.search(wordsOf(FIRST_QUERY), LIMIT).length };
  });

export const openMini = (): Opened =>
  opening(() => {
    const index = MiniSearch.loadJSON<Paper>(readFileSync(join(folder(), 'mini.json'), 'utf8'), SEARCH_OPTIONS);
    const options = {
      boost: { title: 2.5, authors: 1.5 },
      prefix: (_: string, i: number, all: string[]) => i === all.length - 1,
    };
    return { index, found: index.search(FIRST_QUERY, options).length };
  });

function opening(open: () => { index: unknown; found: number }): Opened {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  const began = performance.now();
  const { index, found } = open();
  const first = performance.now() - began;
  const memory = held() - before;
  // Kept until here, or it would have been collected.
  return { first, memory, found: index ? found : 0 };
}
