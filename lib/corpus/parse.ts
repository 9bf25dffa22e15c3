import { foldKey } from '../text/fold';
import { fail, ok, type Result } from '../util/result';

/** A paper as the source has it: untouched text and the line its title stands in (from 1). */
export interface Draft {
  title: string;
  abstract: string;
  line: number;
}

/** A damaged place in a source: what, where, and what to do about it. */
export interface SourceProblem {
  file: string;
  line: number;
  message: string;
  remedy: string;
}

/** Lines of the page that the source was saved from; they are no titles. */
const FURNITURE = [/^Get trending papers in your email inbox( once a day)?!$/];

/** Is this line the page's own, and no title? */
export const isFurniture = (text: string): boolean => FURNITURE.some((pattern) => pattern.test(text));

/** A line that is longer is no title, one that is shorter no abstract. */
export const TITLE_MAX = 300;
export const ABSTRACT_MIN = 120;

/**
 * Reads a source: title and abstract in turn, a line each, after page furniture.
 * @param bytes the file as received (UTF-8)
 * @param file the name used in messages
 * @returns the drafts, or every problem found: wrong encoding, control characters, a missing title or abstract, a doubled title
 */
export function parseSource(bytes: Uint8Array, file: string): Result<Draft[], SourceProblem[]> {
  const decoded = decode(bytes, file);
  if (!decoded.ok) return decoded;
  const lines = decoded.value.replace(/^\uFEFF/, '').split(/\r?\n/);
  const problems: SourceProblem[] = lines.flatMap((line, i) => controlCharacters(line, file, i + 1));
  const drafts: Draft[] = [];
  const seen = new Map<string, number>();
  let title: { text: string; line: number } | undefined;
  const missingAbstract = (at: { text: string; line: number }) =>
    problems.push({
      file,
      line: at.line,
      message: `no abstract follows the title “${shorten(at.text)}”`,
      remedy: 'add the abstract on the next line, or delete the title',
    });
  lines.forEach((raw, i) => {
    const text = raw.trim();
    const line = i + 1;
    if (!text || isFurniture(text)) return;
    if (!title) {
      if (text.length > TITLE_MAX) {
        const remedy = 'put the title on the line before this abstract';
        problems.push({ file, line, message: `an abstract without a title: “${shorten(text)}”`, remedy });
        return;
      }
      title = { text, line };
      return;
    }
    if (text.length < ABSTRACT_MIN) {
      missingAbstract(title);
      title = { text, line };
      return;
    }
    const key = foldKey(title.text);
    const first = seen.get(key);
    if (first) {
      const remedy = `delete one of the two papers (the first is in line ${first})`;
      problems.push({ file, line: title.line, message: `the title “${shorten(title.text)}” stands twice`, remedy });
    } else {
      seen.set(key, title.line);
      drafts.push({ title: title.text, abstract: text, line: title.line });
    }
    title = undefined;
  });
  if (title) missingAbstract(title);
  if (!drafts.length && !problems.length) {
    problems.push({ file, line: 1, message: 'no paper found', remedy: 'give title and abstract in turn, a line each' });
  }
  return problems.length ? fail(problems.sort((a, b) => a.line - b.line)) : ok(drafts);
}

function decode(bytes: Uint8Array, file: string): Result<string, SourceProblem[]> {
  const remedy = 'save the file as UTF-8';
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // UTF-8 that was read as Latin-1 and saved again: "Ã©" for "é", or a replacement character.
    const garbled =
      /\uFFFD|Ã[\u0080-\u00BF\u0152-\u02DC\u2013-\u2122]|Â[\u0080-\u00BF]|â[\u0080\u20AC][\u0080-\u00BF\u0152-\u02DC\u2013-\u2122]/.exec(
        text,
      );
    if (!garbled) return ok(text);
    const line = text.slice(0, garbled.index).split('\n').length;
    return fail([{ file, line, message: `garbled characters (“${garbled[0]}”): a wrong encoding`, remedy }]);
  } catch {
    return fail([{ file, line: lineOfBadByte(bytes), message: 'bytes that are not UTF-8', remedy }]);
  }
}

/** The first line that does not decode by itself. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

function controlCharacters(text: string, file: string, line: number): SourceProblem[] {
  const found = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.exec(text);
  if (!found) return [];
  const code = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const column = found.index + 1;
  return [{ file, line, message: `control character ${code} at column ${column}`, remedy: 'delete the character' }];
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
