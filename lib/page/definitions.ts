import { type Definition, definitionsIn } from '../match/abbreviations';

/** A page that defines more abbreviations than this is a glossary: the first of them will do. */
const MOST = 200;

/** What a page says its abbreviations stand for, gathered while it is read: what one block defines is used to read the others. */
export class Definitions {
  private readonly known = new Map<string, string>();

  /**
   * Enters what a text defines; the first definition of an abbreviation stays.
   * @returns the abbreviations that are new to the page
   */
  add(text: string): string[] {
    const fresh: string[] = [];
    for (const { short, long } of definitionsIn(text)) {
      if (this.known.has(short) || this.known.size >= MOST) continue;
      this.known.set(short, long);
      fresh.push(short);
    }
    return fresh;
  }

  /** The definitions that help to read a text: those of the abbreviations in it. */
  for(text: string): Definition[] {
    return [...this.known].filter(([short]) => text.includes(short)).map(([short, long]) => ({ short, long }));
  }
}
