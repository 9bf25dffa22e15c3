import type { Raw } from '../fields';
import { problem } from '../problem';
import { parseRecord } from './json';
import { type Line, Lines } from './lines';
import type { Reader, ReaderOptions } from './reader';

/** NDJSON: a record a line. Empty lines count for nothing. */
export function ndjsonReader({ limits }: ReaderOptions): Reader {
  const lines = new Lines(limits.record);
  function* take({ text, line, long }: Line): Generator<Raw> {
    if (long) yield { problem: problem('long', line, [limits.record]) };
    else if (text.trim()) {
      if (tooDeep(text, limits.depth)) yield { problem: problem('deep', line, [limits.depth]) };
      else if (!text.trimStart().startsWith('{')) yield { problem: problem('record', line, [text.slice(0, 100)]) };
      else yield parseRecord(text, line);
    }
  }
  return {
    *push(text) {
      for (const line of lines.push(text)) yield* take(line);
    },
    *end() {
      for (const line of lines.end()) yield* take(line);
    },
  };
}

/** A quick look: brackets are counted in strings too, so only a run of openings over the limit is looked at closely. */
function tooDeep(text: string, max: number): boolean {
  let depth = 0;
  let inString = false;
  if (!/[{[]\s{0,9}["\w: ]{0,60}[{[]/.test(text)) return false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 123 || c === 91) {
      if (++depth > max) return true;
    } else if (c === 125 || c === 93) depth--;
  }
  return false;
}
