import type { ConceptFile } from '../corpus/concepts';
import { guessLanguages, openGuessTable } from '../text/guess';
import { mixed } from '../text/squeeze';
import type { Word } from '../text/words';
import { BY_SCRIPT, emptyKey, GUESSED, grownLetters, KEY_LETTERS, scriptOf, TONELESS, UNSPACED } from './concept-keys';
import { EMPTY_TABLE, KeyTable, readSections } from './key-table';
import { LanguageReader, type Reading } from './language-reader';
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

export interface ConceptReading {
  /** The language the query was read in, 'en' where nothing speaks for another. */
  language: string;
  hits: ConceptHit[];
  /** Words without a subject of their own in that language. */
  empty: Set<number>;
}

/** Accents speak against English. */
const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/;
const ACCENT = 0.8;
const PLAINLY_ENGLISH = 0.75;
/** Of several possible languages those are read that explain nearly as much as the best. */
const NEARLY = 0.8;
/** Short queries are read in all languages of their script; of longer ones the letters tell which few may be meant. */
const FEW_WORDS = 2;
const GUESSES = 5;
/** What a language's reading loses for each that the letters look more like. */
const LESS_LIKELY = 0.1;
/** Of a hit that stands alone in its language, without a small word or a name beside it, chance is another explanation. */
const ALONE = 0.5;
/** Vietnamese without its marks may be other words. */
const TONELESS_LIKENESS = 0.95;
/** Letters as words: two of Chinese or Korean make one, four of kana. */
const LETTER_SIZE = 0.5;
const KANA_SIZE = 0.25;
const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー]/u;
const NO_MARKS = /^[\p{ASCII}\s]*$/u;

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
  private readonly sections: ReadonlyMap<string, Uint8Array>;
  private readonly readers = new Map<string, LanguageReader>();
  private letters: KeyTable | undefined;
  private guess: Uint8Array | undefined;
  private off: ReadonlySet<string> = new Set();

  /** Opens at once: each language's names are unpacked when a query may be in it. */
  constructor(
    readonly file: ConceptFile,
    keys: ArrayBuffer,
    /** The papers about a concept, where another shelf's than the file's are asked for. */
    private readonly papersOf: (concept: number) => Postings = (concept) => sharesOf(file.papers[concept]!),
  ) {
    this.sections = readSections(keys);
  }

  /** The same, read in fewer languages. English stays: the papers are in it. */
  without(languages: readonly string[]): Concepts {
    if (!languages.length) return this;
    return Object.assign(Object.create(Concepts.prototype) as Concepts, this, { off: new Set(languages) });
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
    const accented = ACCENTED.test(text);
    let best: Reading = {
      ...english,
      hits: unique(english.hits),
      score: Math.max(english.score, known) * (words.length > 1 && accented ? ACCENT : 1),
    };
    // Where nearly every word is known as English, no other language is asked.
    const isLong = words.length > FEW_WORDS && script === 'latin';
    const plain = known >= PLAINLY_ENGLISH * words.length && !accented;
    const others = plain
      ? []
      : this.candidates(script, text, words)
          .filter((language) => !this.off.has(language))
          .map((language) => this.readIn(language, text, words))
          .map((reading, i) => ({ ...reading, score: trusted(reading) * (1 - (isLong ? LESS_LIKELY * i : 0)) }));
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

  /** The languages that a text of a script may be in. */
  private candidates(script: string, text: string, words: readonly Word[]): readonly string[] {
    const all = BY_SCRIPT[script] ?? [];
    if (script !== 'latin') return all;
    const fitting = NO_MARKS.test(text) ? GUESSED : all;
    const table = this.sections.get('guess');
    if (words.length <= FEW_WORDS || !table) return fitting;
    this.guess ??= openGuessTable(table);
    return guessLanguages(text, GUESSED, this.guess)
      .filter((language) => fitting.includes(language))
      .slice(0, GUESSES);
  }

  private readIn(language: string, text: string, words: readonly Word[]): Reading {
    let reader = this.readers.get(language);
    if (!reader) this.readers.set(language, (reader = new LanguageReader(language, this.table(language))));
    const reading = reader.read(text, words);
    if (language !== TONELESS) return reading;
    const hits = reading.hits.map((hit) => ({ ...hit, likeness: hit.likeness * TONELESS_LIKENESS }));
    return { ...reading, language: 'vi', hits };
  }

  private table(name: string): KeyTable {
    return new KeyTable(this.sections.get(name) ?? EMPTY_TABLE);
  }

  /** Chinese, Japanese and Korean: names are found at any letter, the longest first. */
  private readUnspaced(words: readonly Word[]): ConceptReading | undefined {
    const isLetter = words.map((word) => scriptOf(word.text) === 'unspaced');
    if (!isLetter.includes(true)) return undefined;
    this.letters ??= this.table(UNSPACED);
    const hits: ConceptHit[] = [];
    const covered = new Set<number>();
    for (let i = 0; i < words.length; i++) {
      if (!isLetter[i]) continue;
      let run = 0;
      let letters = 0;
      let size = 0;
      for (let to = i + 1; to <= Math.min(words.length, i + KEY_LETTERS) && isLetter[to - 1]; to++) {
        const { text } = words[to - 1]!;
        for (let k = 0; k < text.length; k++) run = grownLetters(run, text.charCodeAt(k));
        letters += text.length;
        size += KANA.test(text) ? KANA_SIZE : LETTER_SIZE;
        if (letters < 2) continue;
        const concept = this.letters.get(mixed(run));
        if (concept < 0 || concept >= this.file.ids.length) continue;
        hits.push({ concept, from: i, to, size, likeness: 1 });
        for (let at = i; at < to; at++) covered.add(at);
      }
    }
    const all = words.map((word) => word.text).join('');
    const language = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(all)
      ? 'ja'
      : /\p{sc=Hangul}/u.test(all)
        ? 'ko'
        : 'zh-Hans';
    // Chinese and Japanese share their letters: without kana a text may be any of them.
    const possible = language === 'zh-Hans' ? ['zh-Hans', 'zh-Hant', 'ja'] : [language];
    if (possible.every((one) => this.off.has(one))) return undefined;
    return { language, hits, empty: this.emptyLetters(words, covered, language, this.letters) };
  }

  /** Function words of the language, hiragana (endings and particles), and what follows a name in a Korean word. */
  private emptyLetters(
    words: readonly Word[],
    covered: ReadonlySet<number>,
    language: string,
    table: KeyTable,
  ): Set<number> {
    const empty = new Set<number>();
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
        if (table.get(emptyKey(language, letters)) >= 0) for (let at = i; at < to; at++) empty.add(at);
      }
    }
    return empty;
  }
}

const trusted = ({ hits, empty, score }: Reading): number => score * (hits.length === 1 && !empty.size ? ALONE : 1);

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
