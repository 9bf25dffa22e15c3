import { expansion, foldCharacter, foldCode, SEVERAL, TRANSPARENT } from './fold';

/** A word of a text, folded, with its place in the original. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * The words of a text, folded, with the way back. Hyphens part words, as spaces do. A run of a script written without spaces is one
 * word here; what looks words up in such a run does so by its letters.
 */
export function locateWords(text: string): Word[] {
  const words: Word[] = [];
  let letters = '';
  let start = 0;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const code = foldCode(unit);
    let folded: string | undefined;
    let width = 1;
    if (code > SEVERAL) folded = String.fromCharCode(code);
    else if (code === SEVERAL) folded = expansion(unit);
    else if (code === TRANSPARENT) folded = undefined;
    else if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      folded = foldCharacter(text.slice(i, i + 2));
      width = 2;
    } else folded = '';
    if (folded === '') {
      if (letters) words.push({ text: letters, start, end });
      letters = '';
    } else if (folded) {
      if (!letters) start = i;
      letters += folded;
      end = i + width;
    } else if (letters) end = i + width;
    i += width - 1;
  }
  if (letters) words.push({ text: letters, start, end });
  return words;
}

/** The folded words of a text: those of `locateWords`, without their places. */
export function wordsOf(text: string): string[] {
  if (ASCII_ONLY.test(text)) return text.toLowerCase().match(PLAIN_RUNS) ?? [];
  const words: string[] = [];
  // ASCII separators part words whatever stands around them, so that what lies between is folded by itself: most of it is plain.
  for (const run of text.match(RUNS) ?? []) {
    if (PLAIN.test(run)) words.push(run.toLowerCase());
    else for (const word of locateWords(run.normalize('NFC'))) words.push(word.text);
  }
  return words;
}

const ASCII_ONLY = /^[\u0000-\u007f]*$/;
const PLAIN_RUNS = /[a-z0-9]+/g;
const RUNS = /[A-Za-z0-9\u0080-\uffff]+/g;
const PLAIN = /^[A-Za-z0-9]+$/;
