import { foldWords } from '../text/fold';
import { hashOf, mixed } from '../text/squeeze';
import { stemIn } from '../text/stem-any';

/**
 * How a concept's name becomes a key, for build and query alike: the stems of its content words, in any order where a language has
 * several, so that word order, endings and small words do not matter. Each language has a table of its own. Names in scripts without
 * spaces share one, and are keyed by their letters. Keys grow word by word, so that a query's runs of words cost no new strings.
 */
export const CONCEPT_LANGUAGES =
  'en de fr es it pt nl pl ru tr ar sv cs uk hi id vi zh-Hans zh-Hant ja ko fi fa he bn el ro hu eu sw da ca et ur'.split(
    ' ',
  );

/** The kind of topics that are known by an abbreviation of the papers alone: searched for, never marked and without a card. */
export const ABBREVIATION = 'abbreviation';

/** The kind of topics that no shipped paper is about. They are known so that a query for one is not answered with papers that share a word. */
export const ELSEWHERE = 'elsewhere';

/**
 * The kind of words that descriptions are made of ("detect", "expand"), with the English words that papers have for them. Queries in
 * English have those words themselves: the names serve the other languages. They are no topics: never marked or shown, and without a card.
 */
export const GLOSSARY = 'glossary';

/** The table of Chinese, Japanese and Korean names. */
export const UNSPACED = 'unspaced';
/** The table of Vietnamese names without their marks, as many type them. */
export const TONELESS = 'vi-plain';

/** More words than this make no key: longer names are hardly asked for, and each length more is a chance to meet a stranger. Vietnamese writes its words in syllables. */
export const keyWords = (language: string): number => (language.startsWith('vi') ? 7 : language === 'en' ? 5 : 4);
/** Letters of the longest key in a script without spaces. */
export const KEY_LETTERS = 14;

/** The languages of a script, most spoken first. Han without kana may be either: Chinese and Japanese share their keys. */
export const BY_SCRIPT: Record<string, readonly string[]> = {
  latin: CONCEPT_LANGUAGES.filter((code) => !/^(?:en|ru|uk|ar|fa|ur|he|hi|bn|el|zh.*|ja|ko)$/.test(code)),
  cyrillic: ['ru', 'uk'],
  arabic: ['ar', 'fa', 'ur'],
  hebrew: ['he'],
  devanagari: ['hi'],
  bengali: ['bn'],
  greek: ['el'],
};

/** The languages that the guess tells apart, in the order of its table. */
export const GUESSED: readonly string[] = [...BY_SCRIPT['latin']!, TONELESS];

const SCRIPTS: [string, RegExp][] = [
  ['latin', /\p{sc=Latin}/u],
  ['cyrillic', /\p{sc=Cyrillic}/u],
  ['arabic', /\p{sc=Arabic}/u],
  ['hebrew', /\p{sc=Hebrew}/u],
  ['devanagari', /\p{sc=Devanagari}/u],
  ['bengali', /\p{sc=Bengali}/u],
  ['greek', /\p{sc=Greek}/u],
  ['unspaced', /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々ー]/u],
];

/** The script of a word, by its first letter that has one. */
export function scriptOf(word: string): string {
  let script = scripts.get(word);
  if (script === undefined) {
    script = lookAtScript(word);
    if (scripts.size > 5000) scripts.clear();
    scripts.set(word, script);
  }
  return script;
}

/** A query's words are asked about in every language. */
const scripts = new Map<string, string>();

function lookAtScript(word: string): string {
  for (const letter of word) for (const [script, pattern] of SCRIPTS) if (pattern.test(letter)) return script;
  return '';
}

export const isUnspaced = (language: string) => /^(?:zh|ja|ko)/.test(language);

/** Words as a language is compared in: folded, but Vietnamese keeps its tones, which tell words apart. */
export function wordsIn(language: string, text: string): string[] {
  if (language === 'vi')
    return text
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .filter(Boolean);
  return foldWords(text).split(' ').filter(Boolean);
}

/** Languages whose names are said in several orders, compounds and phrases among them; in the others the order tells. */
const FREE_ORDER = new Set(['en', 'de', 'nl', 'sv', 'da', 'fi', 'et', 'hu', 'ru', 'uk', 'pl', 'cs', 'el']);

export const hasFreeOrder = (language: string) => FREE_ORDER.has(language);

/** A stem as keys are made of it. */
export const stemHash = (language: string, word: string): number => hashOf(stemIn(language, word));

/** The key of a run of words with one more; a run begins with 0. */
export const grown = (run: number, stem: number, free: boolean): number =>
  free ? (run + stem) | 0 : (Math.imul(run, 0x01000193) + stem) | 0;

/** A run's key once it is complete. */
export const finished = (run: number, words: number): number => mixed(run + Math.imul(words, 0x9e3779b1)) >>> 0;

/** The key of content words' stems. */
export function keyOf(language: string, stems: readonly string[]): number {
  const free = FREE_ORDER.has(language);
  return finished(
    stems.reduce((run, stem) => grown(run, hashOf(stem), free), 0),
    stems.length,
  );
}

/** A letter joined to a run of letters; a run begins with 0. */
export const grownLetters = (run: number, code: number): number => (Math.imul(run, 0x2c1b3c6d) + code) | 0;

export function unspacedKey(letters: string): number {
  let run = 0;
  for (let i = 0; i < letters.length; i++) run = grownLetters(run, letters.charCodeAt(i));
  return mixed(run) >>> 0;
}

/** The key under which a table holds a word without a subject. */
export const emptyKey = (language: string, word: string): number =>
  hashOf(isUnspaced(language) ? `${language}*${word}` : `*${word}`) >>> 0;

/**
 * The key of a name, or undefined where it has no content words, or too many.
 * @param isEmpty whether a word of the language carries no subject
 */
export function nameKey(language: string, name: string, isEmpty: (word: string) => boolean): number | undefined {
  if (isUnspaced(language) && scriptOf(name) === 'unspaced') {
    const letters = foldWords(name).replace(/ /g, '');
    return letters.length <= KEY_LETTERS ? unspacedKey(letters) : undefined;
  }
  const words = wordsIn(language, name);
  if (language === TONELESS && words.length < 2) return undefined;
  const content = words.filter((word) => !isEmpty(word));
  // "Un solo idioma" must not become "idioma": small words count where only one other is left.
  const stems = (content.length > 1 ? content : words).map((word) => stemIn(language, word));
  return stems.length && stems.length <= keyWords(language) ? keyOf(language, stems) : undefined;
}

/** "Speech to text" is not "text to speech": names of this form have a key more, in which the order counts. English only. */
export const directedKey = (from: number, to: number): number => finished(grown(grown(0, from, false), to, false), 3);

const DIRECTED = /^(\S+) to (\S+)$/;

/** The key that tells the direction of a name, if it has one. */
export function directedNameKey(name: string): number | undefined {
  const match = DIRECTED.exec(foldWords(name));
  return match ? directedKey(stemHash('en', match[1]!), stemHash('en', match[2]!)) : undefined;
}

export const COMPOUNDING = new Set(['de', 'nl', 'sv', 'da', 'fi', 'et', 'hu']);
export const COMPOUND_MIN = 8;
const PART_MIN = 4;
/** German -s-, -n-, -en-, -es-, Swedish -s-, Dutch -s-, -en-: what joins the parts of a compound. */
const JOINTS = ['', 's', 'n', 'en', 'es', 'e'];
const NO_JOINT = [''];

/** The stems of the two parts that a compound may consist of, longer heads first. */
export function* compoundParts(language: string, word: string): Generator<[head: string, tail: string]> {
  const joints = language === 'en' ? NO_JOINT : JOINTS;
  for (let cut = word.length - PART_MIN; cut >= PART_MIN; cut--) {
    const tail = stemIn(language, word.slice(cut));
    for (const joint of joints) {
      const head = word.slice(0, cut);
      if (head.endsWith(joint) && head.length - joint.length >= PART_MIN - 1)
        yield [stemIn(language, joint ? head.slice(0, -joint.length) : head), tail];
    }
  }
}
