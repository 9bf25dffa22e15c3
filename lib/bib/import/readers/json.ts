import type { Raw } from '../fields';
import type { Limits } from '../limits';
import { problem } from '../problem';
import { draftOfJson } from './json-draft';
import type { Reader, ReaderOptions } from './reader';

/** Keys that a list of records hides under. */
const LISTS = new Set(
  'items papers references records results data entries publications documents works articles bibliography library'.split(
    ' ',
  ),
);

/**
 * JSON: a list of records, a list inside an object ({"items": […]}, Crossref's {"message": {"items": […]}}), one record, or records one after the
 * other. The brackets are counted as the text comes, so that only one record is held; each is then read by JSON.parse.
 */
export function jsonReader({ limits }: ReaderOptions): Reader {
  return new JsonRecords(limits);
}

class JsonRecords implements Reader {
  #line = 1;
  /** Brackets open around the place; a record begins at depth `#list`. */
  #depth = 0;
  /** Depth of the records: 0 without a list around, 1 in a list, 2 in a list inside an object, 3 in one inside a message. */
  #list = 0;
  #record: string[] = [];
  #size = 0;
  #recordLine = 0;
  #deepest = 0;
  #inString = false;
  #escaped = false;
  /** The last string at depth 1 of an object or 2 of its message, which may be the key of a list. */
  #key = '';
  #keyStart = -1;
  /** Its beginning, where a chunk ended in it. */
  #keyHead = '';
  /** The object at the top has shown that it is a record itself. */
  #titled = false;
  /** In the object that is its message. */
  #inMessage = false;
  #strange = 0;

  constructor(private readonly limits: Limits) {}

  *push(text: string): Generator<Raw> {
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (c === 92) this.#escaped = true;
        else if (c === 34) {
          this.#inString = false;
          if (this.#keyStart >= 0) this.#key = (this.#keyHead + text.slice(this.#keyStart, i)).slice(0, 40);
          if (this.#hasKeys() && this.#key === 'title') this.#titled = true;
          this.#keyStart = -1;
        } else if (c === 10) this.#line++;
        continue;
      }
      if (c === 34) {
        this.#inString = true;
        if (this.#hasKeys()) {
          this.#keyStart = i + 1;
          this.#keyHead = '';
        }
        if (this.#depth === this.#list) yield* this.#noRecord();
      } else if (c === 123 || c === 91) {
        if (c === 91 && this.#depth === 0 && this.#list === 0) {
          this.#list = 1;
          this.#depth = 1;
          continue;
        }
        if (this.#hasKeys() && !this.#titled) {
          if (c === 91 && LISTS.has(this.#key)) {
            this.#list = ++this.#depth;
            this.#drop();
            continue;
          }
          if (c === 123 && this.#depth === 1 && this.#key === 'message') this.#inMessage = true;
        }
        if (this.#depth === this.#list) {
          start = i;
          this.#recordLine = this.#line;
          this.#deepest = 0;
          this.#titled = false;
        }
        this.#depth++;
        this.#deepest = Math.max(this.#deepest, this.#depth - this.#list);
      } else if (c === 125 || c === 93) {
        this.#depth--;
        if (this.#depth < 2) this.#inMessage = false;
        if (this.#depth === this.#list && this.#recordLine) {
          this.#keep(text.slice(start, i + 1));
          start = i + 1;
          yield* this.#close();
        } else if (this.#depth < this.#list) {
          // The list ends; what an object has after it is of no interest, but another list or record may follow.
          this.#list = 0;
          this.#depth = Math.max(0, this.#depth);
          this.#titled = true;
        }
      } else if (c === 10) this.#line++;
      else if (this.#depth === this.#list && c > 32 && c !== 44) yield* this.#noRecord();
    }
    if (this.#keyStart >= 0) {
      this.#keyHead = (this.#keyHead + text.slice(this.#keyStart)).slice(0, 40);
      this.#keyStart = 0;
    }
    if (this.#recordLine) this.#keep(text.slice(start));
  }

  *end(): Generator<Raw> {
    if (this.#recordLine) yield { problem: problem('cut', this.#recordLine, [this.#record.join('').slice(0, 100)]) };
    this.#drop();
  }

  /** Whether strings here may be keys of a list of records. */
  #hasKeys(): boolean {
    return this.#list === 0 && this.#depth === (this.#inMessage ? 2 : 1);
  }

  #keep(text: string): void {
    this.#size += text.length;
    if (this.#size > this.limits.record) this.#record = [];
    else this.#record.push(text);
  }

  #drop(): void {
    this.#record = [];
    this.#size = 0;
    this.#recordLine = 0;
  }

  *#close(): Generator<Raw> {
    const line = this.#recordLine;
    const [text, size] = [this.#record.join(''), this.#size];
    this.#drop();
    this.#titled = false;
    if (size > this.limits.record) yield { problem: problem('long', line, [this.limits.record]) };
    else if (this.#deepest > this.limits.depth) yield { problem: problem('deep', line, [this.limits.depth]) };
    else yield parseRecord(text, line);
  }

  /** A number or word where a record should stand: said once. */
  *#noRecord(): Generator<Raw> {
    if (this.#strange++ === 0) yield { problem: problem('record', this.#line) };
  }
}

/** One record's text. */
export function parseRecord(text: string, line: number): Raw {
  try {
    return { draft: draftOfJson(JSON.parse(text), line) };
  } catch {
    return { problem: problem('syntax', line, [text.slice(0, 200)]) };
  }
}
