// A static server on the loopback address, for demo and test pages.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * @param {string} folder what is served
 * @param {(path: string) => {status?: number, headers?: Record<string, string>, body: string | Buffer} | undefined} [answer] pages made on the spot
 */
export async function serve(folder, answer = () => undefined) {
  const requests = [];
  const reply = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    try {
      const made = answer(path);
      const body = made?.body ?? (await readFile(join(folder, normalize(path))));
      response.writeHead(made?.status ?? 200, {
        'content-type': TYPES[extname(path)] ?? 'text/html; charset=utf-8',
        ...made?.headers,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  const server = createServer((request, response) => void reply(request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** Every path that was asked for, in order. */
    requests,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}
