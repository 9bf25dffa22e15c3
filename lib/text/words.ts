import { foldCharacter } from './fold';

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
  let current: Word | undefined;
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    if (folded === '') current = undefined;
    else if (folded) {
      if (current) current.text += folded;
      else words.push((current = { text: folded, start: offset, end: offset }));
      current.end = offset + character.length;
    } else if (current) current.end = offset + character.length;
    offset += character.length;
  }
  return words;
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
  return locateWords(text.normalize('NFC')).map((word) => word.text);
}
