// The same page in the same browser: marking titles as we do and as others would, and what a page costs with Sidelight and without.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { settled } from '../tools/pickup';
import { type BothBrowsers, inBothBrowsers, openIdleExtension } from './both-browsers';
import { htmlPage, open, plain } from './browser';
import { median } from './measure';
import { type Line, ms, type Section, times } from './report';
import { shippedPapers } from './texts';

const RUNS = 5;
/** Long enough for whatever a page does after loading, in milliseconds. */
const QUIET = 1500;

/** @param ways how pages write a title */
export function measurePage(extension: string, ways: Record<string, (title: string) => string>): Promise<Section[]> {
  const titles = shippedPapers.map(({ title }) => title);
  const sentences = Object.values(ways).flatMap((write) =>
    titles.map((title) => `<p class="one">We read “${plain(write(title))}”.</p>`),
  );
  const pages = {
    '/titles.html': htmlPage({ size: 500_000, references: 0, more: sentences.join('\n') }),
    '/none.html': htmlPage({ size: 50_000, references: 0 }),
    '/twenty.html': htmlPage({ size: 50_000, references: 20 }),
  };
  return inBothBrowsers(extension, pages, async (browsers) => {
    // The filter reaches storage after installing.
    const first = await open(browsers.opened.context, `${browsers.origin}/twenty.html`);
    await settled(await browsers.opened.currentWorker(), first.url());
    await first.close();
    return [await pickup(browsers, titles, Object.keys(ways)), await cost(browsers)];
  });
}

interface Found {
  ms: number;
  /** In how many of the sentences made for it a title was found. */
  sentences: number;
}

async function pickup(browsers: BothBrowsers, titles: string[], ways: string[]): Promise<Section> {
  const { opened, bare, origin } = browsers;
  const url = `${origin}/titles.html`;
  const inBare = async (run: (page: Page) => Promise<Found>) => {
    const page = await open(bare, url);
    const found = await run(page);
    await page.close();
    return found;
  };
  const markJs = readFileSync('node_modules/mark.js/dist/mark.min.js', 'utf8');
  const aho = await bundled('node_modules/modern-ahocorasick/dist/index.js', 'Aho');
  const engines: Record<string, () => Promise<Found>> = {
    async Sidelight() {
      const page = await open(opened.context, url);
      const { ms } = await settled(await opened.currentWorker(), url);
      const sentences = await page.evaluate(markedSentences);
      await page.close();
      return { ms, sentences };
    },
    'mark.js 8.11.1': () =>
      inBare(async (page) => {
        await page.addScriptTag({ content: markJs });
        return page.evaluate(byMark, titles);
      }),
    'modern-ahocorasick 3.3.0, small letters': () =>
      inBare(async (page) => {
        await page.addScriptTag({ content: aho });
        return page.evaluate(byAho, titles);
      }),
    'one regular expression': () => inBare((page) => page.evaluate(byRegex, titles)),
  };
  const measured: Record<string, Found[]> = {};
  for (let run = 0; run < RUNS; run++)
    for (const [name, find] of Object.entries(engines)) (measured[name] ??= []).push(await find());
  const all = titles.length * ways.length;
  const middle = (name: string) => median(measured[name]!.map(({ ms }) => ms));
  const recall = (name: string) => measured[name]![0]!.sentences / all;
  const others = Object.keys(engines).slice(1);
  return {
    title: 'Pickup: a page of 500 KB in Chromium, with every title written in several ways',
    how: `Ours: all slices of the content script (filter, visibility, links), cold, as \`page.state\` tells; the page is not held up by what the worker verifies. The others, on a page of their own without the extension: mark.js marks over the document, the other two search the page’s innerText and mark nothing. Recall over ${all} sentences: every shipped title ${ways.join(', ')}. Middle of ${RUNS} pages.`,
    lines: Object.keys(engines).map((name): Line => {
      const isOurs = name === 'Sidelight';
      return {
        what: name,
        measured: `${ms(middle(name))} (${times(middle(name) / middle('Sidelight'))} ours), recall ${recall(name).toFixed(3)}`,
        ...(isOurs && {
          target: 'first in both',
          good: others.every((one) => middle(one) > middle(name) && recall(one) < recall(name)),
        }),
      };
    }),
  };
}

/** A library as a script that puts what it exports under a global name. */
async function bundled(file: string, name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(file), name, formats: ['iife'] },
      rollupOptions: { output: { exports: 'named' } },
    },
  });
  const [{ output }] = made as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}

/** Runs in the page: the sentences that our highlights reach into; a page can read the registry. */
function markedSentences(): number {
  const highlights = (CSS as unknown as { highlights: Map<string, Set<Range>> }).highlights;
  const hit = new Set<Element>();
  for (const range of highlights.get('sl-1') ?? []) {
    const sentence = range.startContainer.parentElement?.closest('.one');
    if (sentence) hit.add(sentence);
  }
  return hit.size;
}

/** Runs in the page. */
function byMark(titles: string[]): { ms: number; sentences: number } {
  const { Mark } = window as unknown as {
    Mark: new (root: Element) => { mark(words: string[], options: object): void };
  };
  const began = performance.now();
  new Mark(document.body).mark(titles, { separateWordSearch: false, acrossElements: true });
  return { ms: performance.now() - began, sentences: document.querySelectorAll('.one:has(mark)').length };
}

/** Runs in the page. */
function byAho(titles: string[]): { ms: number; sentences: number } {
  const { Aho } = window as unknown as {
    Aho: { default: new (words: string[]) => { search(text: string): unknown[] } };
  };
  const began = performance.now();
  const aho = new Aho.default(titles.map((title) => title.toLowerCase()));
  aho.search(document.body.innerText.toLowerCase());
  const ms = performance.now() - began;
  const sentences = [...document.querySelectorAll<HTMLElement>('.one')];
  return { ms, sentences: sentences.filter((one) => aho.search(one.innerText.toLowerCase()).length).length };
}

/** Runs in the page: one alternation of all titles, any separators between their words. */
function byRegex(titles: string[]): { ms: number; sentences: number } {
  const began = performance.now();
  const words = (title: string) => title.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const source = titles.map((title) => words(title).join('[^\\p{L}\\p{N}]+')).join('|');
  const pattern = new RegExp(source, 'giu');
  document.body.innerText.match(pattern);
  const ms = performance.now() - began;
  const sentences = [...document.querySelectorAll<HTMLElement>('.one')];
  return { ms, sentences: sentences.filter((one) => new RegExp(source, 'iu').test(one.innerText)).length };
}

interface Cost {
  load: number;
  longTasks: number;
  heap: number;
}

/** What a page costs, in turns with and without the extension. */
async function cost({ opened, bare, origin }: BothBrowsers): Promise<Section> {
  const idle = await openIdleExtension();
  try {
    return await costBeside({ opened, bare, origin }, idle.context);
  } finally {
    await idle.close();
  }
}

async function costBeside({ opened, bare, origin }: BothBrowsers, idle: BrowserContext): Promise<Section> {
  const lines: Line[] = [];
  for (const [path, what] of [
    ['/none.html', '50 KB without a paper'],
    ['/twenty.html', '50 KB with twenty papers'],
    ['/titles.html', '500 KB, every title written in several ways'],
  ] as const) {
    const withIt: Cost[] = [];
    const without: Cost[] = [];
    const withIdle: Cost[] = [];
    for (let run = 0; run < RUNS; run++) {
      without.push(await costOf(bare, origin + path));
      withIdle.push(await costOf(idle, origin + path));
      withIt.push(await costOf(opened.context, origin + path));
    }
    const middle = (list: readonly Cost[], key: keyof Cost) => median(list.map((one) => one[key]));
    const load = [middle(withIt, 'load'), middle(withIdle, 'load'), middle(without, 'load')] as const;
    const heap = [middle(withIt, 'heap'), middle(without, 'heap')] as const;
    const tasks = [middle(withIt, 'longTasks'), middle(without, 'longTasks')] as const;
    lines.push(
      {
        what: `${what}: until loaded`,
        measured: `${times(load[0] / load[1])} an extension that does nothing, ${times(load[0] / load[2])} none (${load.map(ms).join(', ')})`,
      },
      {
        what: `${what}: long tasks`,
        measured: `${tasks[0]} (without: ${tasks[1]})`,
        target: 'no more',
        good: tasks[0] <= tasks[1],
      },
      { what: `${what}: objects of scripts`, measured: `${Math.round((heap[0] - heap[1]) / 1000)} kB more` },
    );
  }
  return {
    title: 'What a page costs with Sidelight, against the same page without',
    how: `Middle of ${RUNS} pages, in turns, in a browser with Sidelight, one with an extension whose content script and worker are empty, and one without any. Long tasks (over 50 ms, as the browser tells them) from the first byte to ${QUIET / 1000} s after loading; objects after garbage collection.`,
    lines,
  };
}

async function costOf(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen: number[] = [];
    (window as unknown as { long: number[] }).long = seen;
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET);
  const { load, longTasks } = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { load: entry!.loadEventEnd, longTasks: (window as unknown as { long: number[] }).long.length };
  });
  const heap = await heapOf(page);
  await page.close();
  return { load, longTasks, heap };
}

/** Bytes of a tab's objects and typed arrays, the content script's among them, after garbage collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}
