// A reader's own library in real Chromium: importing 47,697 papers while the page is looked at, and the first answer of a worker that was stopped.
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { needChromium } from '../tools/browsers.mjs';
import { type OpenedExtension, openExtension } from '../tools/extension.mjs';
import { UsageError } from '../tools/ndjson';
import type { Options } from './index';
import { median } from './measure';
import { haveRecords, recordsFrom } from './records';
import { ms, type Section, times } from './report';

const RATE_AT_LEAST = 2000;
const TASK_AT_MOST = 100;
const START_AT_MOST = 3;
const RUNS = 9;
const QUERY = 'cross-lingual transfer learning';
/** An import that takes longer has failed, in milliseconds. */
const PATIENCE = 300_000;

interface Imported {
  papers: number;
  /** Milliseconds from choosing the file to the preview, and from accepting it to the finished shelf. */
  previewed: number;
  written: number;
  /** Seconds of processor time for the latter, and the machine's load for each of its processors: over 1, others wait. */
  processor: number;
  load: number;
  /** Milliseconds of the page's tasks of 50 or more. */
  tasks: number[];
  /** The longest time between two frames, in milliseconds. */
  frame: number;
}

/** Milliseconds to a first answer after the worker was stopped. */
interface Started {
  shipped: number;
  own: number;
}

export async function libraryBrowser({ extension }: Options): Promise<Section[]> {
  if (!existsSync(`${extension}/manifest.json`))
    throw new UsageError(`no extension in ${extension}: run "npm run build" first`);
  if (!haveRecords())
    throw new UsageError(`no records in ${recordsFrom}: name the folder of ml-47k.ndjson.gz in SIDELIGHT_CORPORA`);
  const opened = await openExtension({ executablePath: needChromium(), folder: extension });
  try {
    const imported = await importAll(opened);
    return [importing(imported), starting(await startBoth(opened))];
  } finally {
    await opened.close();
  }
}

async function importAll(opened: OpenedExtension): Promise<Imported> {
  const { context } = opened;
  const session = await context.browser()!.newBrowserCDPSession();
  /** Seconds of processor time that all processes of the browser took until now. */
  const spent = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const page = await context.newPage();
  await page.goto(opened.url('options.html'));
  const library = page.locator('.library');
  const button = library.getByRole('button', { name: /^Add [\d,]+/ });
  await library.locator('input[type=file]').waitFor({ state: 'attached' });
  await page.evaluate(watchTasks);
  const chosen = performance.now();
  await library.locator('input[type=file]').setInputFiles(recordsFrom);
  await button.waitFor({ timeout: PATIENCE });
  const accepted = performance.now();
  const before = await spent();
  await button.click();
  await library.getByRole('heading', { name: /is on your shelf/ }).waitFor({ timeout: PATIENCE });
  const done = performance.now();
  const processor = (await spent()) - before;
  const load = loadavg()[0]! / cpus().length;
  const { tasks, frame } = await page.evaluate(() => ({
    tasks: window.longTasks ?? [],
    frame: window.longestFrame ?? 0,
  }));
  const papers = await page.evaluate(countPapers);
  await page.close();
  return { papers, previewed: accepted - chosen, written: done - accepted, processor, load, tasks, frame };
}

declare const chrome: {
  storage: { local: { set(values: object): Promise<void> } };
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: { hits: unknown[] } }> };
};

declare global {
  interface Window {
    longTasks?: number[];
    longestFrame?: number;
  }
}

/** In the page: notes every task of 50 ms or more, and the longest time between two frames. */
function watchTasks(): void {
  window.longTasks = [];
  window.longestFrame = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks!.push(duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const next = (now: number) => {
    window.longestFrame = Math.max(window.longestFrame!, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** In the page: the papers of all own shelves. */
async function countPapers(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sidelight-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const count = await new Promise<number>((resolve) => {
    const request = database.transaction('batches').objectStore('batches').index('id').count();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return count;
}

/** The same worker with the reader's shelf and without, in turns, so that whatever else the machine does falls on both alike. */
async function startBoth(opened: OpenedExtension): Promise<Started[]> {
  const page = await opened.context.newPage();
  await page.goto(opened.url('manifest.json'));
  const rounds: Started[] = [];
  for (let round = 0; round <= RUNS; round++) {
    const shipped = await start(opened, page, 0);
    const own = await start(opened, page, 1);
    // The first round fills the caches.
    if (round) rounds.push({ shipped, own });
  }
  await page.close();
  return rounds;
}

async function start(opened: OpenedExtension, page: Page, shelves: number): Promise<number> {
  await page.evaluate((count) => chrome.storage.local.set({ library: { shelves: count, shippedOff: false } }), shelves);
  await opened.stopWorker();
  await stopped(opened);
  const { spent, hits } = await page.evaluate(async (query) => {
    const began = performance.now();
    const reply = await chrome.runtime.sendMessage({ type: 'lookup.search', input: { query, limit: 20 } });
    return { spent: performance.now() - began, hits: reply.ok ? reply.value.hits.length : 0 };
  }, QUERY);
  if (!hits) throw new Error(`no answer for “${QUERY}”`);
  return spent;
}

/** Until the browser lists the worker no more. */
async function stopped({ context, id }: OpenedExtension): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession();
  try {
    for (let look = 0; look < 100; look++) {
      const { targetInfos } = await session.send('Target.getTargets');
      if (!targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(id))) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error('the worker does not stop');
  } finally {
    await session.detach();
  }
}

function importing({ papers, previewed, written, processor, load, tasks, frame }: Imported): Section {
  const rate = (papers / written) * 1000;
  const longest = Math.max(0, ...tasks);
  return {
    title: `Import of ${papers.toLocaleString('en')} papers in Chromium`,
    how: 'ml-47k.ndjson.gz on the options page: chosen, previewed, taken in. Papers a second from the click on “Add” to “is on your shelf”; tasks of the page by its own PerformanceObserver, from choosing the file to the end.',
    lines: [
      {
        what: 'papers taken in, a second',
        measured: `${Math.round(rate).toLocaleString('en')} (${ms(written)})`,
        target: `${RATE_AT_LEAST.toLocaleString('en')} or more`,
        good: rate >= RATE_AT_LEAST,
      },
      {
        what: 'the same a second of processor time, of all processes of the browser',
        measured: `${Math.round(papers / processor).toLocaleString('en')} (the machine’s load was ${load.toFixed(1)} for each processor)`,
      },
      {
        what: 'papers previewed, a second',
        measured: `${Math.round((papers / previewed) * 1000).toLocaleString('en')} (${ms(previewed)})`,
      },
      {
        what: 'longest task of the page',
        measured: longest ? `${ms(longest)} (${tasks.length} of 50 ms or more)` : 'none of 50 ms or more',
        target: `at most ${TASK_AT_MOST} ms`,
        good: longest <= TASK_AT_MOST,
      },
      { what: 'longest time between two frames', measured: ms(frame) },
    ],
  };
}

function starting(rounds: readonly Started[]): Section {
  const ratio = median(rounds.map(({ shipped, own }) => own / shipped));
  const middle = (what: keyof Started) => ms(median(rounds.map((round) => round[what])));
  return {
    title: 'Open and first query in Chromium after the worker was stopped',
    how: `From asking to the answer, waking included, the middle of ${RUNS} rounds in which both take turns: the shipped shelf alone, and with the shelf above.`,
    lines: [
      {
        what: 'with the own shelf, against the shipped one alone',
        measured: `${times(ratio)} (${middle('own')} against ${middle('shipped')})`,
        target: `under ${START_AT_MOST} x`,
        good: ratio < START_AT_MOST,
      },
    ],
  };
}
