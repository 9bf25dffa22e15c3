import type { ConceptFile } from '../corpus/concepts';
import { readingsIn } from '../text/stem-any';
import type { Word } from '../text/words';
import {
  BY_SCRIPT,
  COMPOUND_MIN,
  COMPOUNDING,
  CONCEPT_LANGUAGES,
  compoundParts,
  KEY_LETTERS,
  KEY_WORDS,
  keyOf,
  scriptOf,
  unspacedKey,
} from './concept-keys';
import type { KeyTable } from './key-table';
import type { Postings } from './word-index';

/** A run of query words that names a concept. */
export interface ConceptHit {
  concept: number;
  /** First word and the word after the last. */
  from: number;
  to: number;
  /** Content words that agree: more of them, surer and more telling. */
  size: number;
  /** Less than 1 for compounds taken apart and names with a word in between. */
  likeness: number;
}

interface Token {
  at: number;
  word: string;
  readings: string[];
}

export interface ConceptReading {
  /** The language the query was read in, 'en' where nothing speaks for another. */
  language: string;
  hits: ConceptHit[];
  /** Words without a subject of their own in that language. */
  empty: Set<number>;
}

const COMPOUND_LIKENESS = 0.8;
/** One part of a compound alone. */
const PART_LIKENESS = 0.5;
const GAP_LIKENESS = 0.6;
/** Accents speak against English. */
const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/;
const ACCENT = 0.8;
const PLAINLY_ENGLISH = 0.75;
/** Of several possible languages those are read that explain nearly as much as the best. */
const NEARLY = 0.8;

/** The words of a query as concepts are looked for in it: a run without spaces falls into single letters. */
export function splitUnspaced(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    if (scriptOf(word.text) !== 'unspaced') return [word];
    const letters = [...word.text];
    const width = (word.end - word.start) / letters.length;
    return letters.map((text, i) => ({
      text,
      start: Math.round(word.start + i * width),
      end: Math.round(word.start + (i + 1) * width),
    }));
  });
}

const sharesOf = (papers: readonly (readonly [number, number])[]): Postings =>
  new Map(papers.map(([paper, strength]) => [paper, strength / 100]));

/** Finds the concepts that a query names, in any of the languages, and which language that is. */
export class Concepts {
  private readonly empty = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly file: ConceptFile,
    private readonly keys: KeyTable,
    /** The papers about a concept, where another shelf's than the file's are asked for. */
    private readonly papersOf: (concept: number) => Postings = (concept) => sharesOf(file.papers[concept]!),
  ) {
    for (const language of CONCEPT_LANGUAGES) this.empty.set(language, new Set(file.empty[language] ?? []));
  }

  /** The papers that are about a concept, and how much. */
  postings(concept: number): Postings {
    return this.papersOf(concept);
  }

  /** @param isEnglish whether a folded word is known as English: the shelf has it, or it is a function word there */
  read(text: string, words: readonly Word[], isEnglish: (word: string) => boolean): ConceptReading {
    const unspaced = this.readUnspaced(words);
    const script = mainScript(words);
    const english = this.readIn('en', text, words);
    const known = words.filter((word) => isEnglish(word.text)).length;
    let best: ConceptReading & { score: number } = {
      ...english,
      hits: unique(english.hits),
      score: Math.max(english.score, known) * (words.length > 1 && ACCENTED.test(text) ? ACCENT : 1),
    };
    // Where nearly every word is known as English, no other language is asked.
    const plain = known >= PLAINLY_ENGLISH * words.length && !ACCENTED.test(text);
    const others = (plain ? [] : (BY_SCRIPT[script] ?? [])).map((language) => this.readIn(language, text, words));
    const top = Math.max(0, ...others.map((reading) => reading.score));
    if (top > best.score) {
      const chosen = others.filter((reading) => reading.score >= NEARLY * top).sort((a, b) => b.score - a.score);
      // English words in another language's sentence are loan words.
      const hits = unique([...chosen.flatMap((reading) => reading.hits), ...english.hits]);
      best = { language: chosen[0]!.language, hits, empty: chosen[0]!.empty, score: top };
    }
    if (!unspaced) return best;
    return {
      language: unspaced.language,
      hits: unique([...unspaced.hits, ...best.hits]),
      empty: new Set([...unspaced.empty, ...best.empty]),
    };
  }

  private readIn(language: string, text: string, words: readonly Word[]): ConceptReading & { score: number } {
    const empty = new Set<number>();
    const all: Token[] = [];
    words.forEach(({ text: folded, start, end }, at) => {
      if (scriptOf(folded) === 'unspaced') return;
      const word = language === 'vi' ? text.slice(start, end).toLowerCase() : folded;
      if (this.empty.get(language)!.has(word)) empty.add(at);
      all.push({ at, word, readings: readingsIn(language, word) });
    });
    const content = all.filter(({ at }) => !empty.has(at));
    const hits: ConceptHit[] = [];
    const covered = new Map<number, number>();
    const add = (key: number, from: number, to: number, size: number, likeness: number) => {
      const concept = this.keys.get(key);
      if (concept === undefined) return false;
      hits.push({ concept, from, to, size, likeness });
      return true;
    };
    const cover = (ats: number[], worth: number) => {
      for (const at of ats) covered.set(at, Math.max(covered.get(at) ?? 0, worth));
    };
    const windows = (tokens: readonly Token[], i: number, least: number, most: number) => {
      for (let size = Math.min(most, tokens.length - i); size >= least; size--) {
        const window = tokens.slice(i, i + size);
        if (window.at(-1)!.at - window[0]!.at > size + 2) continue;
        for (const stems of combinations(window.map(({ readings }) => readings))) {
          if (add(keyOf(language, stems), window[0]!.at, window.at(-1)!.at + 1, size, 1))
            cover(
              window.map(({ at }) => at),
              size > 1 ? 1.5 : 1,
            );
        }
      }
    };
    // Names of one telling word and small ones: these are keyed with all their words.
    if (empty.size) all.forEach((_, i) => windows(all, i, 2, 3));
    for (let i = 0; i < content.length; i++) {
      windows(content, i, 1, KEY_WORDS);
      const next = content[i + 2];
      if (
        next &&
        add(
          keyOf(language, [content[i]!.readings[0]!, next.readings[0]!]),
          content[i]!.at,
          next.at + 1,
          2,
          GAP_LIKENESS,
        )
      ) {
        cover([content[i]!.at, next.at], 1);
      }
      if (COMPOUNDING.has(language) && !covered.has(content[i]!.at) && content[i]!.word.length >= COMPOUND_MIN) {
        if (this.compound(language, content[i]!.word, content[i]!.at, add)) cover([content[i]!.at], 1);
      }
    }
    let score = 0.3 * empty.size;
    for (const worth of covered.values()) score += worth;
    return { language, hits, empty, score };
  }

  /** A compound that is no name itself: its parts together, else each of them. */
  private compound(
    language: string,
    word: string,
    at: number,
    add: (key: number, from: number, to: number, size: number, likeness: number) => boolean,
  ): boolean {
    let parts: string[] = [];
    for (const [head, tail] of compoundParts(language, word)) {
      if (add(keyOf(language, [head, tail]), at, at + 1, 2, COMPOUND_LIKENESS)) return true;
      const known = [head, tail].filter((part) => this.keys.get(keyOf(language, [part])) !== undefined);
      if (known.length > parts.length) parts = known;
    }
    if (!parts.length) return false;
    for (const part of parts) add(keyOf(language, [part]), at, at + 1, 1, PART_LIKENESS);
    return true;
  }

  /** Chinese, Japanese and Korean: names are found at any letter, the longest first. */
  private readUnspaced(words: readonly Word[]): ConceptReading | undefined {
    const isLetter = words.map((word) => scriptOf(word.text) === 'unspaced');
    if (!isLetter.includes(true)) return undefined;
    const hits: ConceptHit[] = [];
    const covered = new Set<number>();
    for (let i = 0; i < words.length; i++) {
      if (!isLetter[i]) continue;
      let letters = '';
      for (let to = i + 1; to <= Math.min(words.length, i + KEY_LETTERS) && isLetter[to - 1]; to++) {
        letters += words[to - 1]!.text;
        if (letters.length < 2) continue;
        const concept = this.keys.get(unspacedKey(letters));
        if (concept === undefined) continue;
        hits.push({ concept, from: i, to, size: letters.length / 2, likeness: 1 });
        for (let at = i; at < to; at++) covered.add(at);
      }
    }
    const all = words.map((word) => word.text).join('');
    const language = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(all)
      ? 'ja'
      : /\p{sc=Hangul}/u.test(all)
        ? 'ko'
        : 'zh-Hans';
    return { language, hits, empty: this.emptyLetters(words, covered, language) };
  }

  /** Function words of the language, hiragana (endings and particles), and what follows a name in a Korean word. */
  private emptyLetters(words: readonly Word[], covered: ReadonlySet<number>, language: string): Set<number> {
    const empty = new Set<number>();
    const functionWords = this.empty.get(language)!;
    for (let i = 0; i < words.length; i++) {
      if (covered.has(i)) continue;
      if (/^\p{sc=Hiragana}$/u.test(words[i]!.text)) empty.add(i);
      if (
        language === 'ko' &&
        i > 0 &&
        words[i - 1]!.end === words[i]!.start &&
        (covered.has(i - 1) || empty.has(i - 1))
      )
        empty.add(i);
      let letters = '';
      for (let to = i + 1; to <= Math.min(words.length, i + 4) && !covered.has(to - 1); to++) {
        letters += words[to - 1]!.text;
        if (functionWords.has(letters)) for (let at = i; at < to; at++) empty.add(at);
      }
    }
    return empty;
  }
}

function mainScript(words: readonly Word[]): string {
  const count = new Map<string, number>();
  for (const word of words) {
    const script = scriptOf(word.text);
    if (script && script !== 'unspaced') count.set(script, (count.get(script) ?? 0) + 1);
  }
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** A name inside a longer one says little of its own: in "few-shot learning" nobody means "learning". */
const INSIDE = 0.35;

function longestFirst(hits: readonly ConceptHit[]): ConceptHit[] {
  return hits.map((hit) => {
    const inside = hits.some((other) => other.size > hit.size && other.from <= hit.from && hit.to <= other.to);
    return inside ? { ...hit, likeness: hit.likeness * INSIDE } : hit;
  });
}

function unique(hits: readonly ConceptHit[]): ConceptHit[] {
  const best = new Map<string, ConceptHit>();
  for (const hit of hits) {
    const key = `${hit.concept} ${hit.from} ${hit.to}`;
    const known = best.get(key);
    if (!known || known.likeness < hit.likeness) best.set(key, hit);
  }
  return longestFirst([...best.values()]);
}

/** Every way to take one of each; no more than eight. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((one) => list.map((item) => [...one, item])).slice(0, 8),
    [[]],
  );
}
