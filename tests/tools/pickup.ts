// npm run pickup: what Sidelight finds on pages, in real Chromium with the built extension; or in texts, without a browser.
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type FrameStates, joinFrames } from '../../lib/messages/frames';
import type { Found, PageState } from '../../lib/messages/protocol';
import { readNdjson, UsageError, withUsage } from './ndjson';
import { openShippedShelf } from './open-corpus';

const USAGE = `usage: npm run --silent pickup -- page.html … | URL …    a line a page: {"page", "found": [{"id", "title", "kind", "text", "count"}], "ms"}
       npm run --silent pickup -- --texts               lines {"i", "text"} from standard input, lines {"i", "found": […]} out`;

/** A page is settled when what was found has not changed for this long; one that never settles is reported after the second, in ms. */
const QUIET = 600;
const LONGEST = 60_000;

export function main(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    if (args.length === 1 && args[0] === '--texts') return texts();
    if (!args.length || args.some((arg) => arg.startsWith('-'))) throw new UsageError('');
    for (const arg of args) {
      if (!/^(?:https?|file):\/\//.test(arg) && !existsSync(arg)) throw new UsageError(`no such file: ${arg}`);
    }
    return pages(args);
  });
}

async function texts(): Promise<number> {
  const shelf = openShippedShelf();
  for await (const { i, text } of readNdjson()) {
    if (typeof text !== 'string') throw new UsageError('a line without "text"');
    const found = new Map<string, Omit<Found, 'marks'>>();
    for (const { kind, target, start, end } of shelf.match({ text })) {
      const { id, title } = kind === 'term' ? shelf.term(target) : shelf.papers[target]!;
      const known = found.get(`${kind} ${id}`);
      if (known) known.count++;
      else found.set(`${kind} ${id}`, { id, title, kind, text: text.slice(start, end), count: 1 });
    }
    console.log(JSON.stringify({ i, found: [...found.values()] }));
  }
  return 0;
}

async function pages(args: string[]): Promise<number> {
  const { needChromium } = await import('./browsers.mjs');
  const { openExtension } = await import('./extension.mjs');
  const { serve } = await import('./serve.mjs');
  if (!existsSync('.output/chrome-mv3/manifest.json'))
    throw new UsageError('the extension is not built: run "npm run build" first');
  const local = args.every((arg) => !/^https?:/.test(arg));
  // Saved pages name things elsewhere: nothing of them is fetched.
  const browser = await openExtension({
    executablePath: needChromium(),
    args: local ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] : [],
  });
  try {
    for (const arg of args) {
      const file = arg.startsWith('file://') ? new URL(arg).pathname : arg;
      const server = /^https?:/.test(arg) ? undefined : await serve(dirname(resolve(file)));
      const url = server ? `${server.origin}/${encodeURIComponent(basename(file))}` : arg;
      const page = await browser.context.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LONGEST });
      const { found, ms } = await settled(await browser.currentWorker(), url);
      console.log(JSON.stringify({ page: arg, found: found.map(({ marks: _, ...rest }) => rest), ms }));
      await page.close();
      await server?.close();
    }
    return 0;
  } finally {
    await browser.close();
  }
}

interface Evaluator {
  evaluate<T, A>(body: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
}

/** The state of the page in the tab at an address, once it no longer changes. */
export async function settled(worker: Evaluator, url: string): Promise<PageState> {
  let last = '';
  let since = Date.now();
  const began = Date.now();
  let state: PageState | undefined;
  while (Date.now() - began < LONGEST) {
    const answer = await worker.evaluate(askState, url);
    const reply = answer && joinFrames(answer);
    if (reply && Object.values(answer).every(({ progress }) => progress !== 'scanning')) {
      const key = JSON.stringify(reply.found);
      if (key !== last) [last, since] = [key, Date.now()];
      else if (Date.now() - since >= QUIET) return reply;
      state = reply;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return state ?? { document: '', url, title: '', found: [], progress: 'partial', ms: 0 };
}

/** Runs in the worker: what the frames of the tab have reported, and what each of them answers now. Null where the top frame does not answer. */
async function askState(url: string): Promise<FrameStates | null> {
  const tabs = await chrome.tabs.query({});
  const tab = tabs.find((one) => one.url === url) ?? tabs.find((one) => one.url?.split('#')[0] === url.split('#')[0]);
  if (tab?.id === undefined) return null;
  const { id } = tab;
  const ask = async (frameId: number): Promise<FrameStates> => {
    const reply = await chrome.tabs
      .sendMessage(id, { type: 'page.state', input: {} }, { frameId })
      .catch(() => undefined);
    return reply?.value ? { [frameId]: reply.value } : {};
  };
  // A frame that is still being read has reported nothing yet.
  const target = { tabId: id, allFrames: true };
  const frames = await chrome.scripting
    .executeScript({ target, injectImmediately: true, func: () => undefined })
    .catch(() => [{ frameId: 0 }]);
  const now: FrameStates = Object.assign({}, ...(await Promise.all(frames.map(({ frameId }) => ask(frameId)))));
  const key = `page:${id}`;
  return now['0'] ? { ...(await chrome.storage.session.get(key))[key], ...now } : null;
}

declare const chrome: {
  scripting: {
    executeScript(what: {
      target: object;
      injectImmediately: boolean;
      func: () => void;
    }): Promise<{ frameId: number }[]>;
  };
  storage: { session: { get(key: string): Promise<Record<string, FrameStates>> } };
  tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(id: number, message: unknown, options: object): Promise<{ value?: PageState | null } | undefined>;
  };
};
