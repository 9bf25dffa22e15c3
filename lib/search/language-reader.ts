import { hashOf } from '../text/squeeze';
import { readingsIn } from '../text/stem-any';
import type { Word } from '../text/words';
import {
  COMPOUND_MIN,
  COMPOUNDING,
  compoundParts,
  directedKey,
  emptyKey,
  finished,
  grown,
  hasFreeOrder,
  keyOf,
  keyWords,
  scriptOf,
} from './concept-keys';
import type { ConceptHit, ConceptReading } from './concepts';
import { type KeyTable, NUMBER_MAX } from './key-table';

/** A query read in one language; `score` is how much of it that explains, in words. */
export interface Reading extends ConceptReading {
  score: number;
}

/** What a word may stand for: worked out once. */
interface Entry {
  empty: boolean;
  /** Hashes of its stem, and of the stem without a clitic. */
  stems: readonly number[];
  word: string;
  /** Concepts of its parts, where it is a compound and no name itself. */
  parts?: readonly Pick<ConceptHit, 'concept' | 'size' | 'likeness'>[];
  /** The share of its letters that they are. */
  share?: number;
}

/** A query's words come up again with every letter typed. */
const REMEMBERED = 3000;
const COMPOUND_LIKENESS = 0.8;
/** One part of a compound alone. */
const PART_LIKENESS = 0.5;
/** Letters that a part has beyond its stem. */
const ENDING = 4;
const GAP_LIKENESS = 0.6;
/** A word of a name of several is worth more than one that is a name. */
const IN_LONGER = 1.5;
const EMPTY = 0.3;
/** Names of one telling word are keyed with their small words, up to this many in all. */
const WITH_EMPTY = 3;

/** Finds the names of concepts in one language. */
export class LanguageReader {
  private readonly entries = new Map<string, Entry>();
  private readonly free: boolean;
  private readonly longest: number;

  constructor(
    private readonly language: string,
    private readonly table: KeyTable,
  ) {
    this.free = hasFreeOrder(language);
    this.longest = keyWords(language);
  }

  read(text: string, words: readonly Word[]): Reading {
    const reading: Reading = { language: this.language, hits: [], empty: new Set(), score: 0 };
    const all: Entry[] = [];
    const places: number[] = [];
    const content: number[] = [];
    words.forEach((word, at) => {
      if (scriptOf(word.text) === 'unspaced') return;
      // Tones tell Vietnamese words apart.
      const entry = this.entry(this.language === 'vi' ? text.slice(word.start, word.end).toLowerCase() : word.text);
      if (entry.empty) reading.empty.add(at);
      else content.push(all.length);
      places.push(at);
      all.push(entry);
    });
    const covered = new Float64Array(words.length);
    const note = (first: number, last: number, concept: number, size: number, likeness: number) => {
      reading.hits.push({ concept, from: places[first]!, to: places[last]! + 1, size, likeness });
    };
    // Runs of words, each with what the ones before it may have been.
    const runs = (order: readonly number[], i: number, least: number, most: number, telling: number) => {
      let begun: number[] = [0];
      let full = 0;
      for (let size = 1; size <= most && i + size <= order.length; size++) {
        const last = order[i + size - 1]!;
        const { stems, empty } = all[last]!;
        if (!empty) full++;
        if (full > telling) return;
        begun =
          begun.length === 1 && stems.length === 1
            ? [grown(begun[0]!, stems[0]!, this.free)]
            : begun.flatMap((run) => stems.map((stem) => grown(run, stem, this.free))).slice(0, 8);
        if (!full || size < least || places[last]! - places[order[i]!]! > size + 2) continue;
        const directed = size === 2 ? this.directed(words, all, places, order[i]!, last) : -1;
        for (const run of begun) {
          const concept = directed < 0 ? this.concept(finished(run, size)) : directed;
          if (concept < 0) continue;
          note(order[i]!, last, concept, size, 1);
          for (let k = i; k < i + size; k++)
            covered[places[order[k]!]!] = Math.max(covered[places[order[k]!]!]!, size > 1 ? IN_LONGER : 1);
        }
      }
    };
    if (reading.empty.size) {
      const order = all.map((_, i) => i);
      for (let i = 0; i < order.length; i++) runs(order, i, 2, WITH_EMPTY, 1);
    }
    for (let i = 0; i < content.length; i++) {
      runs(content, i, 1, this.longest, this.longest);
      const here = content[i]!;
      const next = content[i + 2];
      if (next !== undefined) {
        const pair = grown(grown(0, all[here]!.stems[0]!, this.free), all[next]!.stems[0]!, this.free);
        const concept = this.concept(finished(pair, 2));
        if (concept >= 0) {
          note(here, next, concept, 2, GAP_LIKENESS);
          for (const at of [places[here]!, places[next]!]) covered[at] = Math.max(covered[at]!, 1);
        }
      }
      if (covered[places[here]!]) continue;
      const parts = this.partsOf(all[here]!);
      for (const { concept, size, likeness } of parts) note(here, here, concept, size, likeness);
      // Any long word may have a part that is a word: that says less of the language.
      covered[places[here]!] = all[here]!.share ?? 0;
    }
    reading.score = covered.reduce((sum, worth) => sum + worth, EMPTY * reading.empty.size);
    return reading;
  }

  /** The concept of "A to B" where that order of the two has a name, or -1. */
  private directed(
    words: readonly Word[],
    all: readonly Entry[],
    places: readonly number[],
    first: number,
    last: number,
  ): number {
    if (this.language !== 'en' || last - first !== 2 || words[places[first]! + 1]!.text !== 'to') return -1;
    return this.concept(directedKey(all[first]!.stems[0]!, all[last]!.stems[0]!));
  }

  private entry(word: string): Entry {
    let entry = this.entries.get(word);
    if (!entry) {
      const empty = this.table.get(emptyKey(this.language, word)) === NUMBER_MAX;
      entry = { word, empty, stems: readingsIn(this.language, word).map((stem) => hashOf(stem)) };
      if (this.entries.size > REMEMBERED) this.entries.clear();
      this.entries.set(word, entry);
    }
    return entry;
  }

  private concept(key: number): number {
    const number = this.table.get(key);
    return number === NUMBER_MAX ? -1 : number;
  }

  /** A compound that is no name itself: its parts together, else each of them. */
  private partsOf(entry: Entry): NonNullable<Entry['parts']> {
    if (entry.parts) return entry.parts;
    entry.parts = [];
    // In English only what others write in two words: codeswitching.
    const isGlued = this.language === 'en';
    if (!(isGlued || COMPOUNDING.has(this.language)) || entry.word.length < COMPOUND_MIN) return entry.parts;
    let known: number[] = [];
    let letters = 0;
    for (const pair of compoundParts(this.language, entry.word)) {
      const whole = this.concept(keyOf(this.language, pair));
      if (whole >= 0) {
        entry.share = 1;
        return (entry.parts = [{ concept: whole, size: 2, likeness: COMPOUND_LIKENESS }]);
      }
      if (isGlued) continue;
      const named = pair.filter((part) => this.concept(keyOf(this.language, [part])) >= 0);
      const covered = named.join('').length;
      if (covered <= letters) continue;
      letters = covered;
      known = named.map((part) => this.concept(keyOf(this.language, [part])));
    }
    entry.share = Math.min(1, (letters + ENDING * known.length) / entry.word.length);
    return (entry.parts = known.map((concept) => ({ concept, size: 1, likeness: PART_LIKENESS })));
  }
}
