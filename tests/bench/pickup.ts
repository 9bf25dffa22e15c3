import { existsSync } from 'node:fs';
import { UsageError } from '../tools/ndjson';
import { measureBrowser } from './browser';
import { inProcesses } from './child';
import type { Options } from './index';
import { median } from './measure';
import { ms, type Section, times } from './report';
import type { ScanRow } from './scan';
import { titlesFrom } from './texts';

/** Processes whose middle counts. */
const PROCESSES = 5;
const SCAN_AT_MOST = 3;
const GROWTH_AT_MOST = 1.3;
const FASTER_AT_LEAST = 10;
const FRAME = 16;

/** Page pickup: the scan itself, and what a page feels of it. */
export async function pickup({ extension }: Options): Promise<Section[]> {
  if (!existsSync(`${extension}/manifest.json`))
    throw new UsageError(`no extension in ${extension}: run "npm run build" first`);
  return [...(await scan()), ...(await inChromium(extension))];
}

async function scan(): Promise<Section[]> {
  const runs = await inProcesses<ScanRow[]>('tests/bench/scan.ts', 'measureScan', PROCESSES);
  const rows = runs[0]!.map((row, i) => {
    const middle = (key: 'plain' | 'filter' | 'match' | 'filterGrowth' | 'matchGrowth') =>
      median(runs.map((run) => run[i]![key]));
    return {
      ...row,
      plain: middle('plain'),
      filter: middle('filter'),
      match: middle('match'),
      filterGrowth: middle('filterGrowth'),
      matchGrowth: middle('matchGrowth'),
    };
  });
  const how =
    'Warm, over text that holds no mention, in passages as the content script reads them. The plain pass folds and hashes every character and does ' +
    `nothing else. Titles beyond the shipped ones: ${titlesFrom}. Middle of ${PROCESSES} processes.`;
  return [
    {
      title: 'Scan against a plain pass over the same text',
      how,
      lines: rows.map(({ size, titles, plain, filter, match }) => ({
        what: `${size}, ${titles.toLocaleString('en')} titles (plain pass ${ms(plain)})`,
        measured: `filter ${times(filter)}, matcher ${times(match)}`,
        target: `filter at most ${SCAN_AT_MOST} x`,
        good: filter <= SCAN_AT_MOST,
      })),
    },
    {
      title: 'Growth with the number of titles',
      how: 'The same, against the time with 119 titles.',
      lines: rows
        .filter(({ titles }) => titles > 119)
        .map(({ size, titles, filterGrowth, matchGrowth }) => ({
          what: `${size}, ${titles.toLocaleString('en')} titles`,
          measured: `filter ${times(filterGrowth)}, matcher ${times(matchGrowth)}`,
          ...(titles === 10_000 && { target: `at most ${GROWTH_AT_MOST} x`, good: filterGrowth <= GROWTH_AT_MOST }),
        })),
    },
  ];
}

async function inChromium(extension: string): Promise<Section[]> {
  const found = await measureBrowser(extension);
  const { ours, markJs, regex, gaps, memory, changing } = found;
  const faster = (other: number) => ({
    measured: `${times(other / ours)} (${ms(other)} against ${ms(ours)})`,
    target: `at least ${FASTER_AT_LEAST} x`,
    good: other / ours >= FASTER_AT_LEAST,
  });
  return [
    {
      title: 'Against others, in Chromium, on a page of 500 KB with all 119 titles',
      how: 'Ours: all slices of the content script (filter, visibility, links), cold, as `page.state` tells. The others: in a browser without the extension, each on a page of its own.',
      lines: [
        { what: `mark.js 8.11.1 (marks ${found.marked} stretches; we find ${found.found} titles)`, ...faster(markJs) },
        { what: `one alternation over innerText (finds ${found.matched})`, ...faster(regex) },
      ],
    },
    {
      title: 'Longest time the page had to wait',
      how: 'On a page that has finished loading, pickup is switched on (cold). Tasks by the browser’s own `longtask` entries, which tell of those over 50 ms and leave drawing out; and the longest gap between the calls of a timer, which leaves nothing out. In megabytes of text the longest is the frame after the first mark: with it come the rules that marks are painted by, and the browser computes the style of each element anew, once.',
      lines: Object.entries(gaps).map(([name, { off, on, longTasks }]) => {
        const isOrdinary = name === '50 KB';
        const long = longTasks.filter(Boolean);
        const tasks = `long tasks in ${long.length} of ${longTasks.length} pages${long.length ? `, longest ${ms(Math.max(...long))}` : ''}`;
        return {
          what: name,
          measured: `${tasks}; longest gap ${ms(on)} (off: ${ms(off)})`,
          target: isOrdinary ? `no gap of ${FRAME} ms` : 'no long task',
          good: isOrdinary ? on < FRAME : long.length * 2 < longTasks.length,
        };
      }),
    },
    {
      title: 'Memory a tab',
      how: 'After garbage collection, on an ordinary page of 50 KB, against a browser without the extension.',
      lines: [
        { what: 'objects of scripts', measured: `${Math.round(memory.heap / 1000)} KB` },
        { what: 'typed arrays', measured: `${Math.round(memory.buffers / 1000)} KB` },
      ],
    },
    {
      title: 'A page that changes 100 times a second for 5 seconds',
      how: 'Time that scripts and all tasks of the page took, against a browser without the extension.',
      lines: Object.entries(changing).flatMap(([name, { with: on, without }]) => [
        {
          what: `${name}: scripts`,
          measured: `${ms(on.script * 1000)} (without: ${ms(without.script * 1000)}), ${(((on.script - without.script) / 5) * 100).toFixed(1)} % of a core added`,
        },
        {
          what: `${name}: all tasks`,
          measured: `${ms(on.task * 1000)} (without: ${ms(without.task * 1000)})`,
        },
      ]),
    },
  ];
}
