import { expansion, foldCharacter, foldCode, SEVERAL, TRANSPARENT } from './fold';

/** Set in `Squeezed.marks` where a word starts before the letter. */
export const WORD_START = 1;
/** Set where a line break stood between the letter before and this one. */
export const AFTER_BREAK = 2;

/**
 * A text as its folded letters only: separators dropped altogether, so that dashes, quotes, line breaks and hyphenation cannot part
 * what belongs together, with the way back to the text. The arrays are views of shared scratch space: valid until the next call.
 */
export interface Squeezed {
  length: number;
  /** Folded UTF-16 codes. */
  codes: Uint16Array;
  /** For each letter, the offset in the text it comes from. */
  at: Uint32Array;
  marks: Uint8Array;
  /** Prefix hashes: hash(i, j) = prefix[j] - prefix[i] * POWERS[j - i] (Karp and Rabin 1987), modulo 2^32. */
  prefix: Int32Array;
}

/** Lengths up to this have their power at hand; no surface form is longer. */
export const MAX_FORM = 1024;
const BASE = 0x2c1b3c6d;
const POWERS = new Int32Array(MAX_FORM + 1);
POWERS[0] = 1;
for (let i = 1; i <= MAX_FORM; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE);

let capacity = 0;
let scratch: Omit<Squeezed, 'length'>;
function room(needed: number): void {
  if (needed <= capacity) return;
  capacity = Math.max(4096, Math.ceil(needed * 1.25));
  scratch = {
    codes: new Uint16Array(capacity),
    at: new Uint32Array(capacity),
    marks: new Uint8Array(capacity),
    prefix: new Int32Array(capacity + 1),
  };
}

/** Hash of the folded letters from i up to j, spread over all 32 bits. */
export function hashSlice(prefix: Int32Array, i: number, j: number): number {
  const h = (prefix[j]! - Math.imul(prefix[i]!, POWERS[j - i]!)) | 0;
  const mixed = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
}

/** Hash of a whole folded string: the same value as `hashSlice` over its letters. */
export function hashOf(letters: string, from = 0, to = letters.length): number {
  let h = 0;
  for (let i = from; i < to; i++) h = (Math.imul(h, BASE) + letters.charCodeAt(i)) | 0;
  const mixed = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
}

const BACKSLASH = 92;
const SEMICOLON = 59;
const AMPERSAND = 38;

/** Folds a text in one pass. Reads TeX commands and character references as what they stand for. */
export function squeeze(text: string): Squeezed {
  room(text.length + 64);
  const { codes, at, marks, prefix } = scratch;
  const size = text.length;
  let n = 0;
  let hash = 0;
  let pending = WORD_START;
  let lastScript = 0;
  prefix[0] = 0;
  const push = (code: number, offset: number) => {
    const script = scriptOf(code);
    marks[n] = script === lastScript && script !== UNSPACED ? pending : pending | WORD_START;
    lastScript = script;
    pending = 0;
    codes[n] = code;
    at[n] = offset;
    hash = (Math.imul(hash, BASE) + code) | 0;
    prefix[++n] = hash;
  };
  // A text made of ligatures alone would outgrow the room: past its slack only their first letter counts.
  const fits = (letters: string, i: number) => (n + letters.length + (size - i) < capacity ? letters.length : 1);
  for (let i = 0; i < size; i++) {
    const unit = text.charCodeAt(i);
    const code = foldCode(unit);
    if (code > SEVERAL) {
      push(code, i);
      continue;
    }
    if (code === TRANSPARENT) continue;
    if (code === SEVERAL) {
      const letters = expansion(unit);
      const count = fits(letters, i);
      for (let k = 0; k < count; k++) push(letters.charCodeAt(k), i);
      continue;
    }
    // Separators, and the few characters that change what their neighbours mean.
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) pending |= AFTER_BREAK;
    pending |= WORD_START;
    if (unit === BACKSLASH) i += texCommand(text, i);
    else if (unit === AMPERSAND) i += characterReference(text, i);
    else if (unit === SEMICOLON) {
      const lost = brokenReference(text, i);
      if (lost && n >= lost) {
        n -= lost;
        hash = prefix[n]!;
      }
    } else if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      const letters = foldCharacter(text.slice(i, i + 2)) ?? '';
      const count = letters.length && fits(letters, i);
      for (let k = 0; k < count; k++) push(letters.charCodeAt(k), i);
      i++;
    }
  }
  return { length: n, codes, at, marks, prefix };
}

const LATIN = 1;
const OTHER = 2;
const UNSPACED = 3;

/** Latin letters and digits, scripts with spaces, scripts without: where the class changes a word starts; in the last, everywhere. */
function scriptOf(code: number): number {
  if (code < 0x370) return LATIN;
  if (code < 0x0e00) return OTHER;
  if (code <= 0x0eff || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff)) return UNSPACED;
  if (code >= 0x2e80 && code <= 0x9fff) return UNSPACED;
  return OTHER;
}

/** How many characters after the backslash belong to a TeX command that is no text: \emph{, \v{c}; 0 where it is none. */
function texCommand(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at < 20 && isAsciiLetter(text.charCodeAt(end))) end++;
  const length = end - at - 1;
  if (!length) return 0;
  if (text.charCodeAt(end) === 123) return length;
  // "\n" and "\t" of a JSON text shown on a page, before a capital or another separator.
  const next = text.charCodeAt(at + 2);
  if (/[nrt]/.test(text[at + 1]!) && !(next >= 97 && next <= 122)) return 1;
  return 0;
}

/** How many characters after the ampersand belong to a reference shown as source: &#45; &amp; &ndash;. Those of letters are left to be read. */
function characterReference(text: string, at: number): number {
  const match = /^(?:#\d{2,5}|#x[\da-f]{2,4}|amp|quot|apos|nbsp|[nm]dash|hyphen|shy|[lr][sd]quo|lt|gt|hellip);/i.exec(
    text.slice(at + 1, at + 10),
  );
  return match ? match[0].length : 0;
}

/** Digits of a punctuation mark's number whose "&#" was lost: "Low45;resource". */
const LOST_NUMBERS = ['45', '39', '58', '34', '38', '8208', '8209', '8211', '8212', '8216', '8217', '8220', '8221'];

function brokenReference(text: string, at: number): number {
  const before = /[^\d](\d{2,4})$/.exec(text.slice(Math.max(0, at - 5), at));
  return before && LOST_NUMBERS.includes(before[1]!) && /\p{L}/u.test(text[at - before[1]!.length - 1] ?? '')
    ? before[1]!.length
    : 0;
}

const isAsciiLetter = (unit: number) => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
