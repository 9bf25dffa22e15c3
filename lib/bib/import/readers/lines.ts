/** A line of a text, without its end. */
export interface Line {
  text: string;
  /** From 1. */
  line: number;
  /** The line was longer than the limit; only its beginning is kept. */
  long: boolean;
}

/** Parts a stream of text into lines. A line over `max` is passed over without being held. */
export class Lines {
  #rest = '';
  #line = 1;
  #long = false;
  /** A return at the end of a chunk, whose line feed may come with the next. */
  #afterReturn = false;

  constructor(private readonly max: number) {}

  *push(chunk: string): Generator<Line> {
    let text = chunk;
    if (this.#afterReturn && text.startsWith('\n')) text = text.slice(1);
    if (chunk) this.#afterReturn = false;
    let start = 0;
    const ends = text.includes('\r') ? /\r\n?|\n/g : /\n/g;
    for (let end = ends.exec(text); end; end = ends.exec(text)) {
      yield this.#take(text.slice(start, end.index));
      start = ends.lastIndex;
      if (start === text.length && end[0] === '\r') this.#afterReturn = true;
    }
    this.#keep(start ? text.slice(start) : text);
  }

  *end(): Generator<Line> {
    if (this.#rest || this.#long) yield this.#take('');
  }

  #keep(text: string): void {
    if (this.#long) return;
    this.#rest += text;
    if (this.#rest.length > this.max) {
      this.#rest = this.#rest.slice(0, 200);
      this.#long = true;
    }
  }

  #take(text: string): Line {
    this.#keep(text);
    const line = { text: this.#rest, line: this.#line++, long: this.#long };
    this.#rest = '';
    this.#long = false;
    return line;
  }
}
