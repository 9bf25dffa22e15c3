import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from 'playwright-core';

/** The browsers' own calls, made with any profile and without any extension. */
const BROWSERS_OWN =
  /^(?:[\w.-]+\.(?:mozilla|firefox))\.(?:com|org|net)$|^(?:update\.googleapis|accounts\.google|clients\d*\.google|www\.google|content-autofill\.googleapis|optimizationguide-pa\.googleapis|safebrowsing\.googleapis|redirector\.gvt1|edgedl\.me\.gvt1)\.com$/;
const ON_THIS_MACHINE =
  /^(?:chrome|chrome-extension|chrome-untrusted|devtools|about|data|blob):|^https?:\/\/(?:127\.0\.0\.1|localhost|[\w-]+\.test)[:/]/;

export interface Network {
  /** Switches that send everything but the loopback address to a proxy, which notes and refuses it: popup, panel and worker included. */
  args: string[];
  /** Where that proxy listens. */
  port: number;
  follow(context: BrowserContext): void;
  /** A place that a test has the reader go to. */
  expectHost(host: string): void;
  /** Whether a place was asked for, in vain. */
  asked(host: string): boolean;
  /** What was asked for elsewhere. */
  left(): string[];
  close(): Promise<void>;
}

export async function watchNetwork(): Promise<Network> {
  const asked: { host: string; what: string }[] = [];
  const expected = new Set<string>();
  const proxy = createServer((request, response) => {
    asked.push({ host: new URL(request.url!).hostname, what: `${request.method} ${request.url}` });
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push({ host: request.url!.replace(/:\d+$/, ''), what: `connection to ${request.url}` });
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 refused\r\n\r\n');
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const { port } = proxy.address() as AddressInfo;
  const seen: { host: string; what: string }[] = [];
  return {
    port,
    args: [`--proxy-server=http://127.0.0.1:${port}`],
    follow(context) {
      context.on('request', (request) => {
        const url = request.url();
        if (!ON_THIS_MACHINE.test(url)) seen.push({ host: new URL(url).hostname, what: `${request.method()} ${url}` });
      });
      // Refused by a page's own policy, before it was sent: the proxy notes what was.
      context.on('requestfailed', (request) => {
        const what = `${request.method()} ${request.url()}`;
        const at = seen.findIndex((one) => one.what === what);
        if (/csp/i.test(request.failure()?.errorText ?? '') && at >= 0) seen.splice(at, 1);
      });
    },
    expectHost: (host) => void expected.add(host),
    asked: (host) => asked.some((one) => one.host === host),
    left: () =>
      [...asked.filter(({ host }) => !BROWSERS_OWN.test(host)), ...seen]
        .filter(({ host }) => !expected.has(host))
        .map(({ what }) => what),
    close: () =>
      new Promise((done) => {
        proxy.closeAllConnections();
        proxy.close(() => done());
      }),
  };
}
