/** The encodings that files come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  text: string;
  /** Said with the first text; and again where bytes show that it was another one. */
  encoding: Encoding;
  /** Bytes that the encoding does not have; they became U+FFFD. */
  bad: number;
}

/**
 * Text of a file's bytes. A byte order mark decides (UTF-8, UTF-16); else it is UTF-8, until bytes come that are not: a file
 * without any other UTF-8 character is then Windows-1252, the usual one of old reference managers. The mark is taken off.
 */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Decoded> {
  let encoding: Encoding | undefined;
  let decoder: TextDecoder | undefined;
  let seenUtf8 = false;
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    let bytes = rest.length ? joined(rest, chunk) : chunk;
    rest = new Uint8Array(0);
    if (!encoding) {
      if (bytes.length < 3 && chunk.length) {
        rest = bytes;
        continue;
      }
      encoding = markOf(bytes) ?? 'utf-8';
      bytes = bytes.subarray(encoding === 'utf-8' ? (hasMark(bytes) ? 3 : 0) : 2);
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
    }
    if (decoder) yield { text: decoder.decode(bytes, { stream: true }), encoding, bad: 0 };
    else {
      const end = bytes.length - openEnd(bytes);
      rest = bytes.slice(end);
      const decoded = utf8(bytes.subarray(0, end), seenUtf8);
      seenUtf8 ||= decoded.seenUtf8;
      if (decoded.encoding === 'windows-1252') {
        encoding = 'windows-1252';
        decoder = new TextDecoder(encoding);
        yield { text: decoder.decode(bytes, { stream: true }), encoding, bad: 0 };
        rest = new Uint8Array(0);
      } else yield { text: decoded.text, encoding, bad: decoded.bad };
    }
  }
  if (decoder) yield { text: decoder.decode(), encoding: encoding!, bad: 0 };
  else if (rest.length) {
    const start = hasMark(rest) ? 3 : 0;
    const mark = start ? undefined : markOf(rest);
    if (mark && !encoding) return;
    const decoded = utf8(rest.subarray(start), seenUtf8);
    const text = decoded.encoding === 'utf-8' ? decoded.text : new TextDecoder('windows-1252').decode(rest);
    yield { text, encoding: decoded.encoding, bad: decoded.bad };
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function utf8(bytes: Uint8Array, seenUtf8: boolean) {
  try {
    const text = strict.decode(bytes);
    return { text, encoding: 'utf-8' as const, bad: 0, seenUtf8: text.length !== bytes.length };
  } catch {
    const text = lenient.decode(bytes);
    const bad = text.split('\uFFFD').length - 1;
    const good = text.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0;
    const encoding: Encoding = seenUtf8 || good > bad ? 'utf-8' : 'windows-1252';
    return { text, encoding, bad, seenUtf8: seenUtf8 || good > 0 };
  }
}

/** Bytes at the end that begin a character which the next chunk goes on with: at most 3. */
function openEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

const hasMark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function markOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}
