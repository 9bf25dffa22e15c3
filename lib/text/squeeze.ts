import { ASCII, expansion, foldCharacter, foldCode, SEPARATOR, SEVERAL, TRANSPARENT } from './fold';

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
  /** The letters at which a word starts, in order: the first `words` of these. */
  starts: Uint32Array;
  words: number;
  /** Whether a point follows a digit somewhere: every identifier of a paper holds one. */
  dotted: boolean;
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
let scratch: Pick<Squeezed, 'codes' | 'at' | 'marks' | 'starts' | 'prefix'>;
function room(needed: number): void {
  if (needed <= capacity) return;
  capacity = Math.max(4096, Math.ceil(needed * 1.25));
  scratch = {
    codes: new Uint16Array(capacity),
    at: new Uint32Array(capacity),
    marks: new Uint8Array(capacity),
    starts: new Uint32Array(capacity),
    prefix: new Int32Array(capacity + 1),
  };
}

/** Hash of the folded letters from i up to j, spread over all 32 bits. */
export function hashSlice(prefix: Int32Array, i: number, j: number): number {
  return mixed((prefix[j]! - Math.imul(prefix[i]!, POWERS[j - i]!)) | 0);
}

/** Spreads a hash over all its bits. */
export function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return once ^ (once >>> 15);
}

/** Hash of a whole folded string: the same value as `hashSlice` over its letters. */
export function hashOf(letters: string, from = 0, to = letters.length): number {
  let h = 0;
  for (let i = from; i < to; i++) h = (Math.imul(h, BASE) + letters.charCodeAt(i)) | 0;
  return mixed(h);
}

const BACKSLASH = 92;
const SEMICOLON = 59;
const AMPERSAND = 38;
const POINT = 46;
/** The separators of ASCII that change what their neighbours mean. */
const ACTIVE = new Uint8Array(128);
for (const unit of [10, 13, POINT, BACKSLASH, SEMICOLON, AMPERSAND]) ACTIVE[unit] = 1;

/** How far squeezing has come. Between the two loops below, so that the one for plain text stays small enough to be compiled well. */
const done = { letters: 0, words: 0, hash: 0, pending: 0 };

/** Folds a text in one pass. Reads TeX commands and character references as what they stand for. */
export function squeeze(text: string): Squeezed {
  const size = text.length;
  // Room for a ligature of one letter more in every eight characters.
  const most = size + (size >> 3) + 64;
  room(most);
  const { codes, at, marks, starts, prefix } = scratch;
  let script = LATIN;
  let dotted = false;
  marks.fill(0, 0, most);
  done.letters = done.words = done.hash = 0;
  done.pending = WORD_START;
  for (let i = 0; i < size; i++) {
    if (script === LATIN) i = squeezePlain(text, i);
    if (i === size) break;
    const place = i;
    const unit = text.charCodeAt(i);
    let code = foldCode(unit);
    let letters = '';
    if (code <= SEVERAL) {
      if (code === TRANSPARENT) continue;
      if (code === SEPARATOR) {
        done.pending |= WORD_START;
        if (unit < 128 && !ACTIVE[unit]) continue;
        if (unit === POINT) {
          dotted ||= isDigit(text.charCodeAt(i - 1));
          continue;
        }
        if (isLineBreak(unit)) {
          done.pending |= AFTER_BREAK;
          continue;
        }
        const lost = brokenReference(text, i, unit);
        if (lost && done.letters >= lost) takeBack(lost);
        i += passedOver(text, i, unit);
      }
      letters = severalLetters(text, place, unit);
      if (!letters) continue;
      // A text made of ligatures alone would outgrow the room: past it only their first letter counts.
      if (done.letters + letters.length + (size - place) >= most) letters = letters[0]!;
      code = letters.charCodeAt(0);
    }
    for (let k = 1; ; k++) {
      const own = scriptOf(code);
      if (own !== script || own === UNSPACED) done.pending |= WORD_START;
      script = own;
      const n = done.letters++;
      if (done.pending) {
        starts[done.words++] = n;
        marks[n] = done.pending;
        done.pending = 0;
      }
      codes[n] = code;
      at[n] = place;
      done.hash = (Math.imul(done.hash, BASE) + code) | 0;
      prefix[n + 1] = done.hash;
      if (k >= letters.length) break;
      code = letters.charCodeAt(k);
    }
  }
  return { length: done.letters, codes, at, marks, starts, words: done.words, dotted, prefix };
}

/** The plain letters and separators that follow, which are most of any text. Returns where they end. */
function squeezePlain(text: string, from: number): number {
  const { codes, at, marks, starts, prefix } = scratch;
  const size = text.length;
  let { letters: n, words, hash, pending } = done;
  let i = from;
  for (; i < size; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 128) break;
    const code = ASCII[unit]!;
    if (code === SEPARATOR) {
      if (ACTIVE[unit]) break;
      pending |= WORD_START;
      continue;
    }
    if (pending) {
      starts[words++] = n;
      marks[n] = pending;
      pending = 0;
    }
    codes[n] = code;
    at[n] = i;
    hash = (Math.imul(hash, BASE) + code) | 0;
    prefix[++n] = hash;
  }
  done.letters = n;
  done.words = words;
  done.hash = hash;
  done.pending = pending;
  return i;
}

/** Takes back the last letters: they were no text. */
function takeBack(letters: number): void {
  const { marks, starts, prefix } = scratch;
  const n = (done.letters -= letters);
  marks.fill(0, n, n + letters);
  done.hash = prefix[n]!;
  while (done.words && starts[done.words - 1]! >= n) done.words--;
}

const isLineBreak = (unit: number) => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;

/** How many further characters belong to what a separator begins. */
function passedOver(text: string, at: number, unit: number): number {
  if (unit === BACKSLASH) return texCommand(text, at);
  if (unit === AMPERSAND) return characterReference(text, at);
  return isPair(text, at, unit) ? 1 : 0;
}

const isPair = (text: string, at: number, unit: number) =>
  unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;

/** The letters of a ligature or of a character beyond 16 bits; '' for what is none. */
function severalLetters(text: string, at: number, unit: number): string {
  return isPair(text, at, unit) ? (foldCharacter(text.slice(at, at + 2)) ?? '') : expansion(unit);
}

const LATIN = 1;
const LATIN_END = 0x370;
const OTHER = 2;
const UNSPACED = 3;

/** Latin letters and digits, scripts with spaces, scripts without: where the class changes a word starts; in the last, everywhere. */
function scriptOf(code: number): number {
  if (code < LATIN_END) return LATIN;
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

function brokenReference(text: string, at: number, unit: number): number {
  if (unit !== SEMICOLON || !isDigit(text.charCodeAt(at - 1))) return 0;
  const before = /[^\d](\d{2,4})$/.exec(text.slice(Math.max(0, at - 5), at));
  return before && LOST_NUMBERS.includes(before[1]!) && /\p{L}/u.test(text[at - before[1]!.length - 1] ?? '')
    ? before[1]!.length
    : 0;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const isAsciiLetter = (unit: number) => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
