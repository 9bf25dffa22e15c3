import type { Raw } from '../fields';
import type { Limits } from '../limits';
import { problem } from '../problem';

export interface Entry {
  /** From the @ to the closing brace. */
  text: string;
  line: number;
}

/** Braces inside an entry: more than any paper's, fewer than would make a parser slow. */
const BRACES = 60;

/**
 * Parts a stream of BibTeX into entries. Text between them is comment. An entry ends at the brace that closes it; where none does, at a
 * line that begins another one. No more than one entry is held.
 */
export class BibtexEntries {
  #text = '';
  /** How far `#text` has been read. */
  #at = 0;
  #line = 1;
  #depth = 0;
  #deepest = 0;
  /** Line of the entry that is open, 0 between entries. */
  #open = 0;
  #close = 125;
  #tooLong = false;

  constructor(private readonly limits: Pick<Limits, 'record'>) {}

  *push(chunk: string): Generator<Entry | Extract<Raw, { problem: unknown }>> {
    this.#text += chunk;
    yield* this.#read(false);
  }

  *end(): Generator<Entry | Extract<Raw, { problem: unknown }>> {
    yield* this.#read(true);
    if (this.#open) yield { problem: problem('cut', this.#open, [this.#text]) };
    this.#text = '';
    this.#open = 0;
  }

  *#read(last: boolean): Generator<Entry | Extract<Raw, { problem: unknown }>> {
    for (;;) {
      if (!this.#open && !this.#begin(last)) return;
      const found = this.#finish(last);
      if (!found) {
        this.#bound();
        return;
      }
      if (this.#tooLong) yield { problem: problem('long', this.#open, [this.limits.record]) };
      else if (found === 'next') yield { problem: problem('cut', this.#open, [this.#text]) };
      else if (this.#deepest > BRACES) yield { problem: problem('deep', this.#open, [BRACES]) };
      else if (!/^@\s*(?:comment|preamble)\b/i.test(this.#text.slice(0, 40)))
        yield { text: this.#text.slice(0, this.#at), line: this.#open };
      this.#text = this.#text.slice(this.#at);
      this.#at = 0;
      this.#open = 0;
      this.#tooLong = false;
    }
  }

  /** Goes to the beginning of the next entry, an @ with a word and a brace. */
  #begin(last: boolean): boolean {
    for (;;) {
      const at = this.#text.indexOf('@');
      this.#skip(at < 0 ? this.#text.length : at);
      if (at < 0) return false;
      const head = /^@\s{0,20}[\p{L}\p{N}_-]{1,50}\s{0,20}([{(])/u.exec(this.#text.slice(0, 100));
      if (head) {
        this.#open = this.#line;
        this.#close = head[1] === '(' ? 41 : 125;
        this.#depth = 0;
        this.#deepest = 0;
        this.#at = head[0].length;
        for (const c of head[0]) if (c === '\n') this.#line++;
        return true;
      }
      // The head may go on in the next chunk.
      if (this.#text.length < 100 && !last) return false;
      this.#skip(1);
    }
  }

  /** Reads on to the end of the open entry: its brace, or a line that begins another entry. Undefined where the text ends before. */
  #finish(last: boolean): 'brace' | 'next' | undefined {
    const text = this.#text;
    let at = this.#at;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === 10) {
        // The beginning of the line after is looked at, so wait until it is there.
        if (text.length - at < 100 && !last) break;
        this.#line++;
        if (text.charCodeAt(at + 1) === 64 && HEAD.test(text.slice(at + 1, at + 100))) {
          this.#at = at + 1;
          return 'next';
        }
      } else if (c === 92) {
        if (at + 1 === text.length && !last) break;
        // A line end after a backslash still counts.
        if (text.charCodeAt(at + 1) !== 10) at++;
      } else if (c === 123) {
        this.#depth++;
        if (this.#depth > this.#deepest) this.#deepest = this.#depth;
      } else if (c === this.#close && this.#depth === 0) {
        this.#at = at + 1;
        return 'brace';
      } else if (c === 125) this.#depth--;
    }
    this.#at = Math.min(at, text.length);
    return undefined;
  }

  /** Between entries nothing is kept. */
  #skip(to: number): void {
    for (let i = this.#text.indexOf('\n'); i >= 0 && i < to; i = this.#text.indexOf('\n', i + 1)) this.#line++;
    this.#text = this.#text.slice(to);
    this.#at = 0;
  }

  /** An entry over the limit is read on, but no longer held. */
  #bound(): void {
    if (!this.#open || this.#text.length <= this.limits.record) return;
    this.#tooLong = true;
    this.#text = this.#text.slice(this.#at);
    this.#at = 0;
  }
}

const HEAD = /^@\s{0,20}[a-zA-Z]{3,20}\s{0,20}[{(]\s{0,20}[^\s,{}()"]{1,80}\s{0,5}[,=]/;
