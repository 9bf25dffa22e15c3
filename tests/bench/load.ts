// Many tabs, and many days in one: what Sidelight costs beside the same browser without it, and whether anything grows.
import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { settled } from '../tools/pickup';
import { type BothBrowsers, inBothBrowsers, openIdleExtension } from './both-browsers';
import { htmlPage, plain } from './browser';
import type { Options } from './index';
import { heapOf } from './peers-page';
import { type Line, type Section, times } from './report';
import { shippedPapers } from './texts';

/** The share of tabs and of the day that is measured: less than 1 to try the measurement itself. */
const SHARE = Number(process.env['SIDELIGHT_LOAD'] ?? 1);
const IDLE_TABS = Math.round(150 * SHARE);
const CHANGING_TABS = Math.round(50 * SHARE);
const LOADS = Math.round(10_000 * SHARE);
const LOOKUPS = Math.round(2000 * SHARE);
/** Tabs in which the day is spent, side by side. */
const TABS = 4;
/** Their windows: a third of the time would go into drawing large ones, which leaves nothing behind. */
const SMALL = { width: 300, height: 200 };
/** The first part of the day, in which everything is loaded for the first time, is not compared. */
const MORNING = 0.1;
/** Tabs that are opened at once: each waits for the network more than it works. */
const OPENED_AT_ONCE = 4;
/** Seconds over which processor time is counted. Few tabs need longer: the system counts in hundredths of a second. */
const COUNTED = SHARE < 0.5 ? 30 : 15;
/** A browser has come to rest when in so many seconds it works no more than this many, or after so many seconds in any case. */
const REST = 5;
const AT_REST = 0.05;
const LONGEST_REST = 90;
const GROWTH_AT_MOST = 1.1;
const IDLE_AT_MOST = 0.05;

const references = (from: number, count: number) =>
  `<ol>${Array.from({ length: count }, (_, i) => shippedPapers[(from + i) % shippedPapers.length]!)
    .map(({ title, authors, year }) => `<li>${plain(`${authors[0]}. ${year}. ${title}.`)}</li>`)
    .join('')}</ol>`;

/** Once a second a line comes, every fourth of them with a paper, and the oldest goes. */
const CHANGING = `<ul id="log"></ul><script>
  const titles = ${JSON.stringify(shippedPapers.slice(0, 20).map(({ title }) => title)).replace(/</g, '\\u003c')};
  let count = 0;
  setInterval(() => {
    const list = document.getElementById('log');
    const text = ++count % 4 ? 'Message ' + count + ': the ferry is late again.' : 'We read “' + titles[count % 20] + '”.';
    list.append(Object.assign(document.createElement('li'), { textContent: text }));
    if (list.children.length > 30) list.firstChild.remove();
  }, 1000);
</script>`;

const PAGES = {
  '/idle.html': htmlPage({ size: 20_000, references: 10 }),
  '/changing.html': htmlPage({ size: 20_000, references: 10, more: CHANGING }),
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `/day-${i}.html`,
      htmlPage({ size: 4000, references: 0, more: i % 2 ? references(i * 5, 5) : '' }),
    ]),
  ),
};

export async function load({ extension }: Options): Promise<Section[]> {
  return inBothBrowsers(extension, PAGES, async (browsers) => [await manyTabs(browsers), await aDay(browsers)]);
}

interface Held {
  /** Bytes of all processes; undefined where the system does not tell. */
  memory: number | undefined;
  /** Shares of a processor. */
  idle: number;
  changing: number;
}

async function manyTabs({ opened, bare, origin }: BothBrowsers): Promise<Section> {
  const without = await hold(bare, origin);
  // Started as ours is, with an extension that does nothing: what any extension costs is no cost of ours.
  const nothing = await openIdleExtension();
  const beside = await hold(nothing.context, origin);
  await nothing.close();
  const withIt = await hold(opened.context, origin, () => opened.stopWorker());
  const tabs = IDLE_TABS + CHANGING_TABS;
  const percent = (value: number, of: number) => `${((100 * value) / of).toFixed(3)} %`;
  const against = (of: (held: Held) => string) => `(${NOTHING}: ${of(beside)}, none: ${of(without)})`;
  const idle = 100 * ((withIt.idle - beside.idle) / IDLE_TABS);
  const lines: Line[] = [
    {
      what: `processor, for each of ${IDLE_TABS} idle tabs`,
      measured: `${percent(withIt.idle, IDLE_TABS)} of a core ${against((held) => percent(held.idle, IDLE_TABS))}`,
      target: `at most ${IDLE_AT_MOST} % more than ${NOTHING}`,
      good: idle <= IDLE_AT_MOST,
    },
    {
      what: `processor, all tabs while ${CHANGING_TABS} of them change each second`,
      measured: `${percent(withIt.changing, 1)} of a core ${against((held) => percent(held.changing, 1))}`,
    },
  ];
  const { memory } = withIt;
  if (memory && beside.memory && without.memory)
    lines.push({
      what: `memory of all processes, a tab of ${tabs}`,
      measured: `${times(memory / beside.memory)} ${NOTHING}, ${times(memory / without.memory)} none (${[memory, beside.memory, without.memory].map((all) => megabytes(all / tabs)).join(', ')})`,
    });
  return {
    title: `${tabs} open tabs, ${CHANGING_TABS} of them changing`,
    how: `Each a page of 20 KB with ten papers, in a browser with Sidelight, one with an extension whose content script and worker are empty, and one without any. Processor time of all processes as the browser counts it, over ${COUNTED} s, once what loading leaves to be done is over and the worker sleeps; memory as the system shares it out among processes (PSS).`,
    lines,
  };
}

const NOTHING = 'an extension that does nothing';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Opens the tabs and measures. The worker is sent to sleep before that, as the browser does by itself where no debugger holds it up. */
async function hold(context: BrowserContext, origin: string, stopWorker = async () => {}): Promise<Held> {
  const session = await context.browser()!.newBrowserCDPSession();
  const pages: Page[] = [];
  const openTabs = async (path: string, count: number) => {
    const from = pages.length;
    const open = async (first: number) => {
      for (let i = first; i < count; i += OPENED_AT_ONCE) {
        const page = await context.newPage();
        await page.goto(`${origin}${path}?${i}`, { waitUntil: 'load' });
        pages.push(page);
      }
    };
    await Promise.all(Array.from({ length: OPENED_AT_ONCE }, (_, first) => open(first)));
    if (pages.length - from !== count) throw new Error(`${pages.length - from} tabs instead of ${count}`);
  };
  await openTabs('/idle.html', IDLE_TABS);
  await untilAtRest(session);
  await stopWorker();
  await untilAtRest(session);
  const idle = await busy(session, COUNTED);
  await openTabs('/changing.html', CHANGING_TABS);
  await pause(REST);
  const changing = await busy(session, COUNTED);
  const memory = await memoryOf(session);
  for (const page of pages) await page.close();
  return { memory, idle, changing };
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

const processes = async (session: CDPSession) => (await session.send('SystemInfo.getProcessInfo')).processInfo;

/** How much of a processor all processes of the browser use, over some seconds. One that ends meanwhile is left out. */
async function busy(session: CDPSession, seconds: number): Promise<number> {
  const before = new Map((await processes(session)).map(({ id, cpuTime }) => [id, cpuTime]));
  await pause(seconds);
  const after = await processes(session);
  return after.reduce((sum, { id, cpuTime }) => sum + cpuTime - (before.get(id) ?? 0), 0) / seconds;
}

/** After loading, browsers compile, collect garbage and write to disk for a while. */
async function untilAtRest(session: CDPSession): Promise<void> {
  const began = Date.now();
  let last = Number.POSITIVE_INFINITY;
  while (Date.now() - began < 1000 * LONGEST_REST) {
    const now = await busy(session, REST);
    // No less than before: what is left is what it always uses.
    if (now * REST <= AT_REST || now >= 0.9 * last) return;
    last = now;
  }
}

async function memoryOf(session: CDPSession): Promise<number | undefined> {
  const files = (await processes(session))
    .map(({ id }) => `/proc/${id}/smaps_rollup`)
    .filter((file) => existsSync(file));
  const kilobytes = files.map((file) => Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0));
  return kilobytes.length ? 1000 * kilobytes.reduce((sum, one) => sum + one, 0) : undefined;
}

interface Left {
  local: number;
  session: number;
  /** Bytes of objects: of the worker, and of one of the day's tabs. */
  worker: number;
  tab: number;
}

async function aDay({ opened, origin }: BothBrowsers): Promise<Section> {
  const pages = await Promise.all(Array.from({ length: TABS }, () => opened.context.newPage()));
  for (const page of pages) await page.setViewportSize(SMALL);
  const own = await opened.context.newPage();
  await own.goto(opened.url('manifest.json'));
  const spend = async (from: number, to: number) => {
    const lookups = async () => {
      for (let i = Math.round(from * LOOKUPS); i < to * LOOKUPS; i++) await own.evaluate(lookUp, queryOf(i));
    };
    const visits = pages.map(async (page, tab) => {
      for (let i = Math.round(from * LOADS) + tab; i < to * LOADS; i += TABS) {
        await page.goto(`${origin}/day-${i % 20}.html?${i}`, { waitUntil: 'load' });
        // Some pages are stayed on until they are read, others left at once.
        if (i % 10 === 0) await page.waitForTimeout(400);
      }
    });
    await Promise.all([lookups(), ...visits]);
  };
  const left = async (): Promise<Left> => {
    for (const page of pages) {
      await page.goto(`${origin}/day-1.html`, { waitUntil: 'load' });
      await settled(await opened.currentWorker(), page.url());
    }
    const worker = await opened.currentWorker();
    const [local, session] = await worker.evaluate(async () => {
      const size = async (area: 'local' | 'session') => JSON.stringify(await chrome.storage[area].get(null)).length;
      return [await size('local'), await size('session')];
    });
    const browser = await opened.context.browser()!.newBrowserCDPSession();
    const held = { worker: await workerHeap(browser, opened.id), tab: await heapOf(pages[0]!) };
    await browser.detach();
    return { local: local!, session: session!, ...held };
  };
  await spend(0, MORNING);
  const before = await left();
  await spend(MORNING, 1);
  const after = await left();
  const line = (what: string, key: keyof Left): Line => ({
    what,
    measured: `${times(after[key] / before[key])} (${Math.round(before[key] / 1000)} kB, then ${Math.round(after[key] / 1000)} kB)`,
    target: `at most ${GROWTH_AT_MOST} x`,
    good: after[key] <= GROWTH_AT_MOST * before[key],
  });
  return {
    title: `A day: ${LOADS.toLocaleString('en')} pages loaded and ${LOOKUPS.toLocaleString('en')} lookups`,
    how: `In ${TABS} tabs at once, half of the pages with five papers, without the reader’s pauses. At the end of the day, against after its first tenth; objects after garbage collection.`,
    lines: [
      line('objects of the worker', 'worker'),
      line('objects of a tab', 'tab'),
      line('storage.local', 'local'),
      line('storage.session', 'session'),
    ],
  };
}

/** Words of a title: each lookup another. */
function queryOf(i: number): string {
  const words = shippedPapers[i % shippedPapers.length]!.title.split(' ');
  const from = Math.floor(i / shippedPapers.length) % Math.max(1, words.length - 2);
  return words.slice(from, from + 3).join(' ');
}

/** Runs in a page of the extension. */
async function lookUp(query: string): Promise<void> {
  const reply = await chrome.runtime.sendMessage({ type: 'lookup.search', input: { query, limit: 20 } });
  if (!reply?.ok) throw new Error(`no answer to “${query}”`);
}

/** What the service worker holds, in bytes, after garbage collection. It is no page: the browser passes the messages on. */
async function workerHeap(browser: CDPSession, id: string): Promise<number> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  if (!target) throw new Error('the service worker is not up');
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  let last = 0;
  const send = (method: string) =>
    new Promise<Record<string, number>>((done) => {
      const own = ++last;
      const listen = ({ message }: { message: string }) => {
        const answer = JSON.parse(message) as { id?: number; result?: Record<string, number> };
        if (answer.id !== own) return;
        browser.off('Target.receivedMessageFromTarget', listen);
        done(answer.result ?? {});
      };
      browser.on('Target.receivedMessageFromTarget', listen);
      void browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: own, method }) });
    });
  await send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await send('HeapProfiler.collectGarbage');
  const { usedSize = 0, backingStorageSize = 0 } = await send('Runtime.getHeapUsage');
  await browser.send('Target.detachFromTarget', { sessionId });
  return usedSize + backingStorageSize;
}

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean } | undefined> };
  storage: Record<'local' | 'session', { get(key: null): Promise<object> }>;
};
