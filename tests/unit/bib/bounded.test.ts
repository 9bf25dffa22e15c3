// Files without an end: what is held of them is a record and a chunk, however much goes by.

import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPapers } from '../../../lib/bib/import/read';

/** A gigabyte in a thorough run. */
const SIZE = process.env['SIDELIGHT_THOROUGH'] ? 1e9 : 6e7;
/** Far less than the file. */
const HELD_AT_MOST = 30e6;
const PIECE = 65_536;
/** How often is looked, in pieces: what is not held is collected before. */
const LOOKS = 100;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The last event, and the most that the heap held beyond what it held before. */
async function held(stream: ReadableStream<Uint8Array>, name: string) {
  let most = 0;
  let last: unknown;
  let pieces = 0;
  collect();
  const before = process.memoryUsage();
  const look = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
  };
  const watched = stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        if (pieces++ % LOOKS === 0) look();
        controller.enqueue(piece);
      },
    }),
  );
  for await (const event of readPapers(watched, { name }))
    last = event.kind === 'problem' ? event.problem.code : event.kind;
  look();
  return { last, most };
}

/** A beginning, and then the same letter again and again. */
function endless(head: string, letter: string, size = SIZE): ReadableStream<Uint8Array> {
  const piece = new TextEncoder().encode(letter.repeat(PIECE));
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (!sent) controller.enqueue(new TextEncoder().encode(head));
      sent += PIECE;
      if (sent >= size) controller.close();
      // A copy: whoever holds the pieces would hold all of them.
      else controller.enqueue(piece.slice());
    },
  });
}

describe('of a file that is one long record, little is held', () => {
  it.each([
    { name: 'x.ndjson', head: '{"title": "', letter: 'y', because: 'one line' },
    { name: 'x.json', head: '[{"title": "', letter: 'y', because: 'one text' },
    { name: 'x.json', head: '[', letter: '[', because: 'lists in lists' },
    { name: 'x.json', head: '[', letter: '{"a":', because: 'objects in objects' },
    { name: 'x.bib', head: '@misc{a, title = {', letter: 'y', because: 'one field' },
    { name: 'x.bib', head: '@misc{a, title = ', letter: '{', because: 'braces in braces' },
    { name: 'x.ris', head: 'TY  - JOUR\nTI  - ', letter: 'y', because: 'one line' },
    { name: 'x.csv', head: 'title,abstract\n"', letter: 'y', because: 'one cell' },
    { name: 'x.txt', head: 'A title\n', letter: 'y', because: 'one line' },
  ])('$name: $because', { timeout: 600_000 }, async ({ name, head, letter }) => {
    const { last, most } = await held(endless(head, letter), name);
    expect(['long', 'deep', 'cut', 'record', 'empty', 'paper']).toContain(last);
    expect(most).toBeLessThan(HELD_AT_MOST);
  });
});

/** The browser unpacks a chunk of 64 kB in one go, a thousandfold at most: that much is held before anybody can look. */
const UNPACKED_AT_ONCE = 80e6;

it('of what a bomb unpacks to, little is held', { timeout: 600_000 }, async () => {
  const packed = Readable.fromWeb(endless('{"title": "', ' ', Math.max(SIZE, 3e8)) as never).pipe(createGzip());
  const { last, most } = await held(Readable.toWeb(packed) as unknown as ReadableStream<Uint8Array>, 'x.ndjson.gz');
  expect(last).toBe('bomb');
  expect(most).toBeLessThan(UNPACKED_AT_ONCE);
});
