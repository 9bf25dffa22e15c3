export type Direction = 'ltr' | 'rtl';

/** Scripts written from right to left. */
const SCRIPTS = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'];
const LETTER = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** The direction that a language is written in. */
export function directionOf(language: string): Direction {
  return SCRIPTS.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/**
 * A text to be put into a sentence of another direction. Marks of Unicode keep it together there (first strong isolate), or a bracket or
 * full stop at its end would jump to the other side. Without a letter of the other direction the text comes back as it is.
 */
export function isolated(text: string, around: Direction): string {
  const foreign = around === 'rtl' ? /\p{L}/u.test(text) : LETTER.test(text);
  return foreign ? `\u2068${text}\u2069` : text;
}
