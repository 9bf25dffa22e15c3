import { type ReadOptions, readPapers } from '../../../lib/bib/import/read';

/** A stream of bytes in pieces of a size, as a file comes. */
export function streamOf(bytes: Uint8Array | string, piece = 65_536): ReadableStream<Uint8Array> {
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= all.length) controller.close();
      else controller.enqueue(all.slice(at, (at += piece)));
    },
  });
}

/** Bytes as gzip packs them. */
export async function gzip(bytes: Uint8Array | string): Promise<Uint8Array> {
  const packed = streamOf(bytes).pipeThrough(new CompressionStream('gzip') as never) as ReadableStream<Uint8Array>;
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Everything reading gives, in a short form: papers without their ids' tags would hide changes, so ids are whole. */
export async function readAll(
  bytes: Uint8Array | string,
  options: ReadOptions = {},
  piece?: number,
): Promise<object[]> {
  const events: object[] = [];
  for await (const event of readPapers(streamOf(bytes, piece), options)) {
    if (event.kind === 'opened') events.push({ format: event.format, encoding: event.encoding });
    else if (event.kind === 'columns') events.push({ columns: event.columns.fields });
    else if (event.kind === 'problem') {
      const { code, line, cost, params } = event.problem;
      events.push({ problem: code, line, cost, ...(params.length && { params }) });
    } else {
      const { line, paper, notes, licence, source } = event;
      const noted = notes.map(({ code, field }) => `${code} ${field}`);
      events.push({
        line,
        paper,
        ...(noted.length && { notes: noted }),
        ...(licence && { licence }),
        ...(source && { source }),
      });
    }
  }
  return events;
}
