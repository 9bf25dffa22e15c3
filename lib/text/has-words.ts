/** Chinese, Japanese, Thai, Lao, Khmer, Burmese: words begin without a space before them. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Whether a text has all of the words, each whole or as the beginning of one. Both come from `foldWords`. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const padded = ` ${text}`;
  return words.every((word) => padded.includes(UNSPACED.test(word) ? word : ` ${word}`));
}
