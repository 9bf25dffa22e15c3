// Measurements in Chromium: the built extension against pages of the bench's own.
import { readFileSync } from 'node:fs';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { Filter, filterOf } from '../../lib/match/filter';
import { needChromium } from '../tools/browsers.mjs';
import { openExtension } from '../tools/extension.mjs';
import { openShippedShelf } from '../tools/open-corpus';
import { settled } from '../tools/pickup';
import { serve } from '../tools/serve.mjs';
import { median } from './measure';
import { paragraphs, shippedPapers } from './texts';

/** Each figure is the middle of this many pages. */
const RUNS = 3;
/** Long enough for whatever a page does after loading, in milliseconds. */
const QUIET = 1500;

export type PageName = keyof typeof PAGES;
const PAGES = {
  '/50-kb.html': () => htmlPage({ size: 50_000, references: 20 }),
  '/500-kb.html': () => htmlPage({ size: 500_000, references: 119 }),
  '/5-mb.html': () => htmlPage({ size: 5_000_000, references: 119 }),
  '/5-mb-dense.html': () => htmlPage({ size: 5_000_000, references: 119, dense: true }),
  // A plain text document is one text node.
  '/5-mb.txt': () => [...references(20), ...paragraphs(5_000_000, isQuiet)].join('\n\n'),
  '/changing.html': () => htmlPage({ size: 50_000, references: 20, more: CHANGING }),
  '/changing-dense.html': () => htmlPage({ size: 50_000, references: 20, dense: true, more: CHANGING }),
};

const shipped = new Filter(filterOf(openShippedShelf().matcher, 'bench'));
const isQuiet = (sentence: string) => !shipped.mayMatch(sentence);

/** A hundred changes a second: a line added, a line changed, a line taken away. */
const CHANGING = `<ul id="log"></ul><script>
  let count = 0;
  window.go = (ms) => {
    const list = document.getElementById('log');
    const timer = setInterval(() => {
      count++;
      if (count % 3 === 0) list.append(Object.assign(document.createElement('li'), { textContent: 'Message ' + count + ': the ferry is late again today.' }));
      else if (count % 3 === 1 && list.lastChild) list.lastChild.firstChild.data += ' Still late.';
      else if (list.children.length > 40) list.firstChild.remove();
    }, 10);
    return new Promise((done) => setTimeout(() => (clearInterval(timer), done(count)), ms));
  };
</script>`;

export const plain = (text: string) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

const references = (count: number): string[] =>
  shippedPapers
    .slice(0, count)
    .map(({ title, authors, year }) => `${authors.slice(0, 3).join(', ')}. ${year}. ${title}. In Proceedings.`);

interface PageOptions {
  size: number;
  /** How many of the shipped papers it lists. */
  references: number;
  /** Whether names and terms stand everywhere in its text. */
  dense?: boolean;
  /** Further HTML. */
  more?: string;
}

export function htmlPage({ size, references: count, dense = false, more = '' }: PageOptions): string {
  const body = paragraphs(size, dense ? undefined : isQuiet).map((text, i) => {
    const sentences = text.split(/(?<=\.) /).map(plain);
    const half = sentences.length >> 1;
    const rest =
      i % 4 ? `<p>${sentences.slice(half).join(' ')}</p>` : `<ul><li>${sentences.slice(half).join('<li>')}</ul>`;
    return `<h2>Part ${i + 1}</h2><p>${sentences.slice(0, half).join(' ')}</p>${rest}`;
  });
  // After the first parts: the end of a very long page is read only when the reader asks.
  body.splice(3, 0, `<h2>References</h2><ol><li>${references(count).map(plain).join('<li>')}</ol>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head><body><h1>A page</h1>${body.join('\n')}${more}</body></html>`;
}

export interface BrowserResults {
  /** Milliseconds for the page of 500 KB. */
  ours: number;
  markJs: number;
  regex: number;
  found: number;
  marked: number;
  matched: number;
  /** Longest stretch in which the page could do nothing, in milliseconds, by page, with pickup off and on. */
  gaps: Record<string, { off: number; on: number; longTasks: number[] }>;
  /** Bytes: of objects, and of typed arrays. */
  memory: { heap: number; buffers: number };
  /** Seconds of work in five seconds of changes. */
  changing: Record<string, { without: Work; with: Work }>;
}
export interface Work {
  script: number;
  task: number;
}

export async function measureBrowser(extension: string): Promise<BrowserResults> {
  const made = new Map<string, string>();
  const server = await serve('tests/playground', (path) => {
    const name = path as PageName;
    if (!(name in PAGES)) return undefined;
    if (!made.has(name)) made.set(name, PAGES[name]());
    return {
      headers: { 'content-type': `text/${name.endsWith('.txt') ? 'plain' : 'html'}; charset=utf-8` },
      body: made.get(name)!,
    };
  });
  const executablePath = needChromium();
  const opened = await openExtension({ executablePath, folder: extension });
  const bare = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--no-first-run'],
  });
  const bareContext = await bare.newContext({ viewport: { width: 1100, height: 800 } });
  const at = (name: PageName) => server.origin + name;
  const bench = new Bench(opened.context, bareContext, at, {
    state: async (url) => settled(await opened.currentWorker(), url),
    enable: async (enabled) => {
      const worker = await opened.currentWorker();
      await worker.evaluate((settings) => chrome.storage.local.set({ settings }), { enabled });
    },
  });
  try {
    // The filter reaches storage after installing.
    await bench.ready();
    return {
      ...(await bench.pickup()),
      gaps: {
        '50 KB': await bench.gaps('/50-kb.html'),
        '5 MB': await bench.gaps('/5-mb.html'),
        '5 MB, names and terms everywhere': await bench.gaps('/5-mb-dense.html'),
        '5 MB in one text node': await bench.gaps('/5-mb.txt'),
      },
      memory: await bench.memory(),
      changing: {
        'an ordinary page': await bench.changing('/changing.html'),
        'names and terms everywhere': await bench.changing('/changing-dense.html'),
      },
    };
  } finally {
    await Promise.all([opened.close(), bare.close(), server.close()]);
  }
}

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

interface Sidelight {
  state(url: string): Promise<{ ms: number; found: { kind: string }[] }>;
  enable(enabled: boolean): Promise<void>;
}

class Bench {
  constructor(
    private readonly withIt: BrowserContext,
    private readonly withoutIt: BrowserContext,
    private readonly at: (name: PageName) => string,
    private readonly sidelight: Sidelight,
  ) {}

  async ready(): Promise<void> {
    const page = await open(this.withIt, this.at('/500-kb.html'));
    await this.sidelight.state(page.url());
    await page.close();
  }

  /** Our whole work in the page, and that of two others, each on a page of its own. */
  async pickup(): Promise<Pick<BrowserResults, 'ours' | 'markJs' | 'regex' | 'found' | 'marked' | 'matched'>> {
    const url = this.at('/500-kb.html');
    const ours: number[] = [];
    const markJs: number[] = [];
    const regex: number[] = [];
    let found = 0;
    let marked = 0;
    let matched = 0;
    const titles = shippedPapers.map(({ title }) => title);
    for (let run = 0; run < RUNS; run++) {
      let page = await open(this.withIt, url);
      const state = await this.sidelight.state(url);
      ours.push(state.ms);
      found = state.found.filter(({ kind }) => kind === 'title').length;
      await page.close();

      page = await open(this.withoutIt, url);
      await page.addScriptTag({ content: readFileSync('node_modules/mark.js/dist/mark.min.js', 'utf8') });
      const byMark = await page.evaluate(markAll, titles);
      markJs.push(byMark.ms);
      marked = byMark.count;
      await page.close();

      page = await open(this.withoutIt, url);
      const byRegex = await page.evaluate(matchAll, titles);
      regex.push(byRegex.ms);
      matched = byRegex.count;
      await page.close();
    }
    return { ours: median(ours), markJs: median(markJs), regex: median(regex), found, marked, matched };
  }

  /** The longest gaps on a page that stands still, before and after pickup is switched on: cold, and without the page's own loading. */
  async gaps(name: PageName): Promise<{ off: number; on: number; longTasks: number[] }> {
    const off: number[] = [];
    const on: number[] = [];
    const longTasks: number[][] = [];
    for (let run = 0; run < RUNS; run++) {
      await this.sidelight.enable(false);
      const page = await open(this.withIt, this.at(name));
      // With the first frame after loading Chromium gathers the text of the page for itself.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.waitForTimeout(QUIET);
      await page.evaluate(startMonitor);
      await page.waitForTimeout(QUIET);
      off.push((await page.evaluate(readMonitor)).gap);
      await this.sidelight.enable(true);
      await this.sidelight.state(page.url());
      const seen = await page.evaluate(readMonitor);
      on.push(seen.gap);
      longTasks.push(seen.longTasks);
      await page.close();
    }
    const worst = longTasks.map((list) => Math.max(0, ...list));
    return { off: median(off), on: median(on), longTasks: worst };
  }

  /** What a tab holds more with the extension than without. */
  async memory(): Promise<{ heap: number; buffers: number }> {
    const heap: number[] = [];
    const buffers: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const used = [];
      for (const context of [this.withIt, this.withoutIt]) {
        const page = await open(context, this.at('/50-kb.html'));
        if (context === this.withIt) await this.sidelight.state(page.url());
        else await page.waitForTimeout(QUIET);
        const session = await context.newCDPSession(page);
        await session.send('HeapProfiler.enable');
        for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
        const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
        used.push(usage);
        await page.close();
      }
      heap.push(used[0]!.usedSize - used[1]!.usedSize);
      buffers.push((used[0]!.backingStorageSize ?? 0) - (used[1]!.backingStorageSize ?? 0));
    }
    return { heap: median(heap), buffers: median(buffers) };
  }

  /** The work of a page that changes a hundred times a second. */
  async changing(name: PageName): Promise<{ without: Work; with: Work }> {
    const works: Work[][] = [[], []];
    for (let run = 0; run < 3; run++) {
      for (const [i, context] of [this.withoutIt, this.withIt].entries()) {
        const page = await open(context, this.at(name));
        await page.waitForTimeout(QUIET);
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable');
        const before = await work(session);
        await page.evaluate((ms) => (window as unknown as { go(ms: number): Promise<number> }).go(ms), 5000);
        await page.waitForTimeout(QUIET);
        const after = await work(session);
        works[i]!.push({ script: after.script - before.script, task: after.task - before.task });
        await page.close();
      }
    }
    const middle = (list: Work[]): Work => ({
      script: median(list.map(({ script }) => script)),
      task: median(list.map(({ task }) => task)),
    });
    return { without: middle(works[0]!), with: middle(works[1]!) };
  }
}

export async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

export async function work(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { script: value('ScriptDuration'), task: value('TaskDuration') };
}

interface Monitor {
  gap: number;
  longTasks: number[];
}

/** Runs in the page: a timer asks to be called all the time, so that a gap between two calls is work that kept the page waiting. */
function startMonitor(): void {
  const monitor = { gap: 0, longTasks: [] as number[] };
  (window as unknown as { monitor: Monitor }).monitor = monitor;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    // Nested timers wait four milliseconds by the standard.
    monitor.gap = Math.max(monitor.gap, now - last - 4);
    last = now;
    setTimeout(tick);
  };
  setTimeout(tick);
  new PerformanceObserver((list) =>
    monitor.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    type: 'longtask',
  });
}

/** Runs in the page: what was seen since the last call. */
function readMonitor(): Monitor {
  const { monitor } = window as unknown as { monitor: Monitor };
  const seen = { gap: monitor.gap, longTasks: [...monitor.longTasks] };
  monitor.gap = 0;
  monitor.longTasks.length = 0;
  return seen;
}

/** Runs in the page: mark.js over all titles. */
function markAll(titles: string[]): { ms: number; count: number } {
  const { Mark } = window as unknown as {
    Mark: new (root: Element) => { mark(words: string[], options: object): void };
  };
  const began = performance.now();
  new Mark(document.body).mark(titles, { separateWordSearch: false, acrossElements: true });
  return { ms: performance.now() - began, count: document.querySelectorAll('mark').length };
}

/** Runs in the page: one alternation of all titles, any separators between their words, over the page's text. */
function matchAll(titles: string[]): { ms: number; count: number } {
  const began = performance.now();
  const words = (title: string) => title.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const pattern = new RegExp(titles.map((title) => words(title).join('[^\\p{L}\\p{N}]+')).join('|'), 'giu');
  const count = [...document.body.innerText.matchAll(pattern)].length;
  return { ms: performance.now() - began, count };
}
