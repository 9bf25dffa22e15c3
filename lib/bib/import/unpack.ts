import type { Limits } from './limits';
import { Stop, stop } from './problem';

export interface Unpacked {
  gzip: boolean;
  chunks: AsyncIterable<Uint8Array>;
}

/** Packed bytes handed to the unpacker at once: browsers unpack all of it before they look up, and 16 kB can become 16 MB. */
const PIECE = 16_384;
/** Unpacked bytes given at once: enough to tell an encoding by, few enough for a slice of work. */
const CHUNK = 65_536;

/**
 * The bytes of a stream, unpacked where they are gzip (RFC 1952), in chunks of 64 kB.
 * @param onRead called with the packed bytes read so far
 * @throws Stop where the packing is damaged or unpacks to too much
 */
export async function unpack(
  stream: ReadableStream<Uint8Array>,
  limits: Limits,
  signal: AbortSignal | undefined,
  onRead: (bytes: number) => void,
): Promise<Unpacked> {
  let read = 0;
  const source = pieces(stream, signal, (bytes) => onRead((read += bytes)));
  const first = await twoBytes(source);
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const plain = prepend(first, source);
  return { gzip, chunks: bounded(gzip ? gunzip(plain) : plain, () => (gzip ? read : Infinity), limits) };
}

async function* pieces(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  const abort = () => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read().catch((error: unknown) => {
        signal?.throwIfAborted();
        throw stop('read', 1, [error instanceof Error ? error.message : '']);
      });
      signal?.throwIfAborted();
      if (done) return;
      for (let at = 0; at < value.length; at += PIECE) {
        const piece = value.subarray(at, at + PIECE);
        onRead(piece.length);
        yield piece;
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    reader.cancel().catch(() => {});
  }
}

async function twoBytes(source: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let first: Uint8Array = new Uint8Array(0);
  while (first.length < 2) {
    const { done, value } = await source.next();
    if (done) break;
    const joined = new Uint8Array(first.length + value.length);
    joined.set(first);
    joined.set(value, first.length);
    first = joined;
  }
  return first;
}

async function* prepend(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length) yield first;
  yield* rest;
}

async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  let failure: unknown;
  const pump = async () => {
    try {
      for await (const piece of packed) await writer.write(piece as Uint8Array<ArrayBuffer>);
      await writer.close();
    } catch (error) {
      failure = error;
      await writer.abort(error).catch(() => {});
    }
  };
  const pumped = pump();
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await pumped;
    if (failure) throw failure;
  } catch (error) {
    const cause = failure instanceof Stop || isAbort(failure) ? failure : error;
    if (cause instanceof Stop || isAbort(cause)) throw cause;
    throw stop('gzip', 1);
  } finally {
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
  }
}

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  packed: () => number,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  let full: Uint8Array = new Uint8Array(CHUNK);
  let filled = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > limits.unpacked) throw stop('size', 1, [Math.round(limits.unpacked / 1e6)]);
    if (total > limits.ratioFrom && total > packed() * limits.ratio) throw stop('bomb', 1, [limits.ratio]);
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + CHUNK - filled);
      full.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < CHUNK) continue;
      yield full;
      full = new Uint8Array(CHUNK);
      filled = 0;
    }
  }
  if (filled) yield full.subarray(0, filled);
}
