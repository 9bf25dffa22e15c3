/**
 * Beginnings of words, found in a folded text in one pass over its words: hundreds of them stand in a list, and a page may name a system
 * hundreds of times. Those of scripts without spaces may stand anywhere in a run of it.
 */
export class Beginnings {
  private readonly byStart = new Map<string, string[]>();
  private readonly unspaced: string[];
  /** Several rules ask of the same text. */
  private last: { text: string; found: readonly string[] } = { text: '', found: [] };

  constructor(readonly all: readonly string[]) {
    this.unspaced = all.filter(isUnspaced);
    for (const beginning of all) {
      const start = beginning.slice(0, START);
      const known = this.byStart.get(start);
      if (known) known.push(beginning);
      else this.byStart.set(start, [beginning]);
    }
  }

  /** Those that a folded text holds, each once; the text begins with a space. */
  in(text: string): readonly string[] {
    if (text === this.last.text) return this.last.found;
    const found = new Set<string>();
    for (let at = text.indexOf(' ') + 1; at > 0; at = text.indexOf(' ', at) + 1) {
      for (const beginning of this.byStart.get(text.slice(at, at + START)) ?? [])
        if (text.startsWith(beginning, at)) found.add(beginning);
    }
    for (const beginning of this.unspaced) if (text.includes(beginning)) found.add(beginning);
    this.last = { text, found: [...found] };
    return this.last.found;
  }

  /** Whether a folded word begins so. */
  begin(word: string): boolean {
    return (this.byStart.get(word.slice(0, START)) ?? []).some((beginning) => word.startsWith(beginning));
  }
}

/** All beginnings have so many letters at least. */
const START = 2;

/** Whether a word is of a script without spaces. */
export const isUnspaced = (word: string) => word.charCodeAt(0) >= 0x2e80;

/** Of words that begin alike, the shortest. */
export const apart = (words: readonly string[]): string[] =>
  [...new Set(words)].filter((one) => !words.some((other) => other !== one && one.startsWith(other)));
