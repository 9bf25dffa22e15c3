/** An abbreviation that a text defines, and what it says it stands for. */
export interface Definition {
  short: string;
  long: string;
}

const SHORT_MAX = 10;

/**
 * The abbreviations that a text defines as "long form (SHORT)", or the other way round.
 * After A. S. Schwartz and M. A. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, PSB 2003: the
 * letters of the short form are matched from right to left in the words before the bracket, the first of them at the start of a word.
 */
export function definitionsIn(text: string): Definition[] {
  const bracketed: Definition[] = [];
  const explained: Definition[] = [];
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    const inside = text.slice(at, at + 124);
    const short = IN_BRACKETS.exec(inside)?.[1];
    if (short && short.length <= SHORT_MAX && /\p{Lu}/u.test(short)) {
      // At most min(|short| + 5, |short| * 2) words before the bracket, within the sentence.
      const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length;
      const before = text
        .slice(Math.max(0, at - 200), at)
        .split(/[.;!?()\n]\s/)
        .at(-1)!;
      const words = before
        .trim()
        .split(/\s+/)
        .slice(-Math.min(letters + 5, letters * 2));
      const long = bestLongForm(short, words.join(' '));
      if (long) bracketed.push({ short, long });
    }
    const name = BEFORE_BRACKET.exec(text.slice(Math.max(0, at - 12), at))?.[1];
    // Two capitals at least: "Lisbon (the largest city of Portugal)" is no abbreviation.
    if (!name || !/\p{Lu}.*\p{Lu}/u.test(name)) continue;
    const long = EXPLANATION.exec(inside)?.[1];
    if (long && /\s/.test(long) && bestLongForm(name, long) === long) explained.push({ short: name, long });
  }
  return [...bracketed, ...explained];
}

/** "(SHORT)", "(SHORTs;". Looked for at brackets only: most of any text has none. */
const IN_BRACKETS = /^\(([\p{L}\p{N}][\p{L}\p{N}&./+-]{1,12})s?[);,]/u;
const BEFORE_BRACKET = /(?<![\p{L}\p{N}-])([\p{L}\p{N}][\p{L}\p{N}&/+-]{1,9})\s$/u;
const EXPLANATION = /^\(([^()]{8,120}?)[);]/u;

/** The shortest stretch at the end of a text that a short form can stand for; undefined where there is none. */
function bestLongForm(short: string, text: string): string | undefined {
  const letters = short.toLowerCase();
  const candidate = text.toLowerCase();
  let at = candidate.length - 1;
  for (let s = letters.length - 1; s >= 0; s--) {
    const letter = letters[s]!;
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    while (at >= 0 && (candidate[at] !== letter || (s === 0 && at > 0 && /[\p{L}\p{N}]/u.test(candidate[at - 1]!))))
      at--;
    if (at < 0) return undefined;
    at--;
  }
  const long = text.slice(text.lastIndexOf(' ', at) + 1).trim();
  // A long form is longer than its abbreviation, and does not hold it.
  return long.length > short.length && !long.split(/\s+/).includes(short) ? long : undefined;
}
