import { type Squeezed, WORD_START } from '../text/squeeze';
import { isWordEnd } from './heads';
import type { CompiledForm } from './matcher';

/** How a text agrees with a title: letter for letter, cut off with an ellipsis, by its place or by the sentence around it, or but for a letter or two. */
export type Agreement = 'exact' | 'truncated' | 'cut' | 'clipped' | 'typo';

export interface Verified {
  start: number;
  end: number;
  how: Agreement;
}

/** Letters and words a truncated title must still show, so that what is left could be no other. */
const TRUNCATED_LETTERS = 24;
/** Without an ellipsis, this share of the title's letters as well. */
const CUT_SHARE = 0.5;
const CUT_LETTERS = 40;
/** And so much of it where only the sentence that goes on says that the title ended. */
const CLIPPED_SHARE = 0.55;
/** One wrong, missing or surplus letter in this many, two at the most. */
const LETTERS_A_TYPO = 25;

/**
 * Compares a title with the letters from a head on.
 * @param at where the head stands in the squeezed text
 * @returns the whole span of letters and how they agree, or undefined
 */
export function verifyTitle(text: string, squeezed: Squeezed, at: number, form: CompiledForm): Verified | undefined {
  const { letters, offset } = form;
  const { codes, length } = squeezed;
  const typos = form.kind === 'title' ? Math.min(2, Math.floor(letters.length / LETTERS_A_TYPO)) : 0;
  if (offset) {
    // The head in the middle: exact agreement was found, or refused, from the first head.
    const start = follow(letters, offset - 1, -1, codes, at - 1, length, typos);
    if (start === undefined || start.errors === 0) return undefined;
    const end = follow(letters, offset, 1, codes, at, length, typos - start.errors);
    const from = start.at + 1;
    return end && isWordEnd(squeezed, end.at) && isWordEnd(squeezed, from)
      ? { start: from, end: end.at, how: 'typo' }
      : undefined;
  }
  let k = 0;
  while (k < letters.length && at + k < length && codes[at + k] === letters.charCodeAt(k)) k++;
  if (k === letters.length && isWordEnd(squeezed, at + k)) return { start: at, end: at + k, how: 'exact' };
  if (k >= TRUNCATED_LETTERS) {
    const open = k < letters.length;
    const before = open ? borderBefore(ELLIPSIS, text, squeezed, at, k) : 0;
    if (before) return { start: at, end: at + before, how: 'truncated' };
    const cut = open && k >= CUT_LETTERS ? borderBefore(CUT, text, squeezed, at, k) : 0;
    if (cut >= CUT_LETTERS && cut >= CUT_SHARE * letters.length) return { start: at, end: at + cut, how: 'cut' };
  }
  const clipped =
    form.kind === 'title' && k >= CUT_LETTERS && k < letters.length ? clippedAt(text, squeezed, at, k) : 0;
  const isLong = clipped >= CUT_LETTERS && clipped >= CLIPPED_SHARE * letters.length;
  const rest: Verified | undefined = isLong ? { start: at, end: at + clipped, how: 'clipped' } : undefined;
  if (!typos) return rest;
  // A letter too many at the end: "… Prompts".
  if (k === letters.length && isWordEnd(squeezed, at + k + 1)) return { start: at, end: at + k + 1, how: 'typo' };
  const end = follow(letters, 0, 1, codes, at, length, typos);
  return end?.errors && isWordEnd(squeezed, end.at) ? { start: at, end: end.at, how: 'typo' } : rest;
}

const ELLIPSIS = /^[\s,:\-–—]*(?:…|\.{3}|⋯|\[(?:…|\.{3})\])/;
/** Where a title may have been cut without one: the end of a line's block, a closing quote, a bar or dash before what is no title. */
const CUT = /^[\s,:;\-–—]*$|^\s*\n\s*\n|^[.,]?["”’»“」』》]|^\s[»”」』》]|^\s*[|·•]|^\s[–—-]\s\(?(?:19|20)\d\d\b/;
/**
 * "See Middle-Layer Representation Alignment for Cross-Lingual Transfer, where …": the sentence goes on in small letters or another script,
 * or ends. A preposition may be the title's own, or another's that begins like it.
 */
const CLIPPED =
  /^\)?(?:[.!?](?:\s|$)|[,;]\s\p{Ll}|\s(?!(?:for|in|of|on|with|via|through|by|to|using|between|across|from|towards?|and|or|an?|the|at) )\p{Ll}|[\s,]?[^\P{L}\p{Script=Latin}])/u;
/** What follows an ellipsis may happen to go on like the title, for so many letters. */
const CHANCE = 8;

/** How many of the letters that agree stand before a border; 0 where there is none. */
function borderBefore(
  border: RegExp,
  text: string,
  { at: offsets, marks, length }: Squeezed,
  at: number,
  agreed: number,
): number {
  for (let k = agreed; k >= Math.max(TRUNCATED_LETTERS, agreed - CHANCE); k--) {
    const isBorder = at + k === length || (marks[at + k]! & WORD_START) !== 0;
    const last = offsets[at + k - 1]!;
    if (isBorder && border.test(text.slice(last + 1, last + 12))) return k;
  }
  return 0;
}

/** How many letters agree up to the last word that began in agreement, where a sentence goes on with it; 0 where it does not. */
function clippedAt(text: string, { at: offsets, marks, length }: Squeezed, at: number, agreed: number): number {
  let k = agreed;
  while (k > 0 && at + k < length && (marks[at + k]! & WORD_START) === 0) k--;
  const last = offsets[at + k - 1];
  // "vs." ends no sentence.
  return last !== undefined &&
    /\p{L}{3}$/u.test(text.slice(Math.max(0, last - 2), last + 1)) &&
    CLIPPED.test(text.slice(last + 1, last + 16))
    ? k
    : 0;
}

/**
 * Walks title and text together, allowing some errors (a letter wrong, missing or too many).
 * @param from first letter of the title to compare; `step` 1 walks to its end, -1 to its beginning
 * @returns where the walk ended in the text and the errors it took, the fewest possible
 */
function follow(
  letters: string,
  from: number,
  step: 1 | -1,
  codes: Uint16Array,
  at: number,
  length: number,
  allowed: number,
): { at: number; errors: number } | undefined {
  if (allowed < 0) return undefined;
  const last = step > 0 ? letters.length : -1;
  let p = from;
  let q = at;
  while (p !== last && q >= 0 && q < length && letters.charCodeAt(p) === codes[q]) {
    p += step;
    q += step;
  }
  if (p === last) return { at: q, errors: 0 };
  if (!allowed) return undefined;
  let best: { at: number; errors: number } | undefined;
  for (const [dp, dq] of [
    [step, step],
    [step, 0],
    [0, step],
  ] as const) {
    if (p + dp === last && dq === 0) continue; // a missing last letter is a shorter title: not one of ours
    const rest = follow(letters, p + dp, step, codes, q + dq, length, allowed - 1);
    if (rest && (!best || rest.errors + 1 < best.errors)) best = { at: rest.at, errors: rest.errors + 1 };
  }
  return best;
}
