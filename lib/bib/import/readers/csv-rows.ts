import type { Line } from './lines';

export type Row = Line;

const DELIMITERS = ['\t', ',', ';', '|'];

/**
 * Parts a stream of CSV into rows (RFC 4180): a line end inside quotes is part of its cell. A quote opens a cell only at its beginning. A row over
 * the limit is given up at the next line end, as its quote was most likely never closed.
 */
export class CsvRows {
  delimiter = '';
  #text = '';
  #at = 0;
  #line = 1;
  #rowLine = 1;
  #quoted = false;
  #cellStart = true;
  #long = false;

  constructor(private readonly max: number) {}

  *push(chunk: string): Generator<Row> {
    this.#text += chunk;
    if (!this.delimiter) {
      const begin = this.#text.search(/\S/);
      if ((begin < 0 || this.#text.indexOf('\n', begin) < 0) && this.#text.length < 65_536) return;
      this.delimiter = delimiterOf(this.#text);
    }
    yield* this.#read(false);
  }

  *end(): Generator<Row> {
    if (!this.delimiter) this.delimiter = delimiterOf(this.#text);
    yield* this.#read(true);
    if (this.#text || this.#long) yield this.#row(this.#text.length);
  }

  *#read(last: boolean): Generator<Row> {
    const delimiter = this.delimiter.charCodeAt(0);
    let text = this.#text;
    let at = this.#at;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (this.#quoted) {
        if (this.#long && c === 10) this.#quoted = false;
        else {
          if (c === 34) {
            if (at + 1 === text.length && !last) break;
            if (text.charCodeAt(at + 1) === 34) at++;
            else this.#quoted = false;
          } else if (c === 10) this.#line++;
          continue;
        }
      }
      if (c === 34 && this.#cellStart) this.#quoted = true;
      else if (c === 10 || c === 13) {
        if (c === 13 && at + 1 === text.length && !last) break;
        const end = at;
        if (c === 13 && text.charCodeAt(at + 1) === 10) at++;
        this.#line++;
        yield this.#row(end);
        text = this.#text = text.slice(at + 1);
        at = -1;
        this.#cellStart = true;
        continue;
      }
      this.#cellStart = c === delimiter;
    }
    this.#at = at;
    if (text.length > this.max || this.#long) {
      this.#long = true;
      this.#text = text.slice(at);
      this.#at = 0;
    }
  }

  #row(end: number): Row {
    const row = { text: this.#long ? '' : this.#text.slice(0, end), line: this.#rowLine, long: this.#long };
    this.#rowLine = this.#line;
    this.#long = false;
    this.#text = this.#text.slice(end);
    this.#at = 0;
    return row;
  }
}

/** What parts the cells of the first line: the sign it has most of, outside quotes. */
export function delimiterOf(text: string): string {
  const first = (/\S[^\n]{0,65536}/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
