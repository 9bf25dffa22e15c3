/**
 * The one folding of the product: case, accents, ligatures, full-width and styled letters are brought to plain lower-case letters.
 * Pickup, search, names and ids all compare text in this form, so that what one finds the others find too.
 */

/** A character that separates words. */
export const SEPARATOR = 0;
/** A character that is passed over as if it were not there: soft hyphen, zero-width joiner, combining mark. */
export const TRANSPARENT = 1;
/** A character that folds to several letters (ﬁ, ß, æ): see `expansion`. */
export const SEVERAL = 2;

// Letters that NFKD leaves alone but readers take for the plain ones.
const PLAIN: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ł: 'l',
  Ł: 'l',
  ħ: 'h',
  Ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'n',
  ſ: 's',
  ĸ: 'k',
  ς: 'σ',
  Σ: 'σ',
  // One letter in two encodings, by keyboard: Arabic, Persian, Urdu.
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ۃ: 'ه',
  ە: 'ه',
};

const expansions = new Map<number, string>();
const UNKNOWN = 0xffff;
/** Pages of 256 folded codes, made when a character of the page is first met: most texts need one or two of them. */
const pages: Uint16Array[] = [];
const NO_PAGE = new Uint16Array(256).fill(UNKNOWN);
for (let i = 0; i < 256; i++) pages.push(NO_PAGE);

/** The folded codes of ASCII: letters and digits, all else separates. */
export const ASCII = new Uint16Array(128);
for (let unit = 48; unit < 58; unit++) ASCII[unit] = unit;
for (let unit = 97; unit < 123; unit++) ASCII[unit] = ASCII[unit - 32] = unit;

/** What a UTF-16 unit folds to: a letter or digit's code, or SEPARATOR, TRANSPARENT or SEVERAL. Surrogates are separators here. */
export function foldCode(unit: number): number {
  if (unit < 128) return ASCII[unit]!;
  const known = pages[unit >> 8]![unit & 255]!;
  return known === UNKNOWN ? meet(unit) : known;
}

/** A character's first time. */
function meet(unit: number): number {
  if (pages[unit >> 8] === NO_PAGE) pages[unit >> 8] = new Uint16Array(256).fill(UNKNOWN);
  const folded = foldUnit(unit);
  pages[unit >> 8]![unit & 255] = folded;
  return folded;
}

/** The letters of a character whose code is SEVERAL. */
export function expansion(unit: number): string {
  return expansions.get(unit) ?? '';
}

function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SEPARATOR;
  // What pages are full of, without a question to Unicode's tables: spaces, dashes and quotes; Chinese characters; Hangul.
  if (unit === 0xa0 || (unit >= 0x2010 && unit <= 0x2027)) return SEPARATOR;
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3)) return unit;
  const letters = foldCharacter(String.fromCharCode(unit));
  if (letters === undefined) return TRANSPARENT;
  if (letters.length === 0) return SEPARATOR;
  if (letters.length === 1) return letters.charCodeAt(0);
  expansions.set(unit, letters);
  return SEVERAL;
}

/** Ligatures of whole phrases (U+FDFA) are cut: squeezing keeps room for so many letters a character. */
const EXPANDED = 4;

/** The plain letters of one character; '' for a separator, undefined for one to pass over. */
export function foldCharacter(character: string): string | undefined {
  // Soft hyphen, combining grapheme joiner, zero-width (non-)joiner and space, word joiner, byte order mark; vowel and tone marks.
  if (/[\u00AD\u034F\u0640\u200B-\u200F\u2060-\u2064\uFEFF\uFE00-\uFE0F]/.test(character)) return undefined;
  // Footnote numbers and trade marks are written against a word, and are no part of it.
  if (/[\u00B2\u00B3\u00B9\u2070\u2074-\u2079\u2120\u2122]/.test(character)) return '';
  const plain = PLAIN[character];
  if (plain) return plain;
  if (/\p{M}/u.test(character)) return keepsMarks(character) ? character : undefined;
  // Old code points for vowel marks stand on a tatweel, which is passed over too.
  const folded = character
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '');
  if (!folded) return undefined;
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '');
  // Hangul syllables fall apart under NFKD; keep them whole.
  if (/[\uAC00-\uD7A3]/.test(character)) return character;
  // ½ and ₂ are no letters of a title's words, but harmless as digits.
  return [...letters]
    .map((letter) => PLAIN[letter] ?? letter)
    .join('')
    .slice(0, EXPANDED);
}

/** Vowel signs of the Indic and South-East Asian scripts are part of the word, not decoration. */
function keepsMarks(mark: string): boolean {
  if (/[\u093C\u09BC\u0A3C\u0ABC\u0B3C]/.test(mark)) return false; // nukta: written or not, the same letter
  return /[\u0900-\u0DFF\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/.test(mark);
}

/** Folded letters and digits alone, everything else dropped: equal keys mean equal titles. */
export function foldKey(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  let key = '';
  for (const character of text.normalize('NFC')) {
    const code = character.charCodeAt(0);
    if (code >= 128) key += foldCharacter(character) ?? '';
    else if (ASCII[code]) key += String.fromCharCode(ASCII[code]!);
  }
  // Half-width jamo fold to letters that make a syllable together.
  return key.normalize('NFC');
}

/** Most titles are, and nothing in them has to be looked up. */
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** Folded words with single spaces between them. */
export function foldWords(text: string): string {
  if (isAscii(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ');
  let words = '';
  let apart = false;
  const composed = text.normalize('NFC');
  for (let i = 0; i < composed.length; i++) {
    const unit = composed.charCodeAt(i);
    const code = foldCode(unit);
    let letters: string | undefined;
    if (code > SEVERAL) letters = String.fromCharCode(code);
    else if (code === SEVERAL) letters = expansion(unit);
    else if (code === TRANSPARENT) continue;
    else if ((unit & 0xfc00) === 0xd800 && (composed.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      letters = foldCharacter(composed.slice(i, i + 2));
      i++;
    }
    if (letters) {
      words += apart && words ? ` ${letters}` : letters;
      apart = false;
    } else if (letters === '' || code === SEPARATOR) apart = true;
  }
  return words.normalize('NFC');
}
