import { stemEnglish } from '../../text/stem';
import { wordsOf } from '../../text/words';
import { STOP_WORDS } from '../stop-words';
import { NOTHING, type Postings, type TermMatch, type WordIndex } from '../word-index';
import { type Deleted, isDeleted, liveCount } from './deleted';
import { FULL } from './impact';
import type { Segment } from './segment';
import { neighboursIn, slipsFor } from './slips';

/** A segment with its deleted papers. */
export interface IndexPart {
  segment: Segment;
  deleted?: Deleted;
}

/** A paper that some words were found in. */
export interface WordHit {
  index: number;
  score: number;
  /** How many of the query's words it has. */
  words: number;
}

/** A term as one of the segments has it. */
interface Place {
  part: number;
  term: number;
}

/** A term taken for a word of the query. */
interface Expansion {
  text: string;
  likeness: number;
  places: Place[];
}

/** A beginning stands for this many of the words that begin so, the most frequent. */
const EXPANSIONS = 48;
const PREFIX_MIN = 2;
/** The finished word weighs more than what it may become. */
const UNFINISHED = 0.8;
/** A word is less sure with every slip. */
const SLIP = 0.8;
/** Of the neighbours of a misspelt word, the nearest and most frequent. */
const NEIGHBOURS = 12;

/**
 * Words of several segments as one index. A paper's index counts on from segment to segment, deleted papers included. Inverse document
 * frequency is that of all segments together, computed when a query asks.
 */
export class PackedIndex implements WordIndex {
  /** How many papers there are, without the deleted. */
  readonly size: number;
  /** How many numbers papers have: the deleted ones keep theirs until their segment is merged. */
  readonly numbers: number;
  private readonly starts: number[] = [];
  private readonly room: Room;
  private readonly exact = new Map<string, TermMatch>();
  /** Misspelt words are the dearest, and are asked for again with every letter typed after them. */
  private readonly slips = new Map<string, TermMatch>();
  private remembered = 0;

  constructor(private readonly parts: readonly IndexPart[]) {
    let numbers = 0;
    for (const { segment } of parts) {
      this.starts.push(numbers);
      numbers += segment.papers;
    }
    this.numbers = numbers;
    this.size = parts.reduce((sum, part) => sum + liveCount(part), 0);
    this.room = new Room(numbers);
  }

  /**
   * The papers that have most of some words, best first: the sum of impact times inverse document frequency, times the number of words
   * that a paper has, so that papers with all of them come before others.
   * @param words folded words of a query
   * @param typing the last word may be unfinished
   */
  search(words: readonly string[], limit: number, typing = true): WordHit[] {
    const { room } = this;
    const terms = [...new Set(words)];
    const last = words.at(-1);
    let found = 0;
    for (const word of terms) {
      const count = this.gather(this.expand(word, typing && word === last));
      const idf = this.idf(count);
      for (let i = 0; i < count; i++) {
        const paper = room.touched[i]!;
        if (room.words[paper] === 0) room.found[found++] = paper;
        room.words[paper]!++;
        room.score[paper]! += idf * room.best[paper]!;
        room.best[paper] = 0;
      }
    }
    return this.best(found, limit);
  }

  lookUp(word: string): TermMatch {
    const term = stemEnglish(word);
    let match = this.exact.get(term);
    if (!match) {
      match = this.match(this.placesOf(term), 1);
      this.remember(term, match);
    }
    return match;
  }

  /** The papers of a term as it is written, with their impacts as shares of the greatest possible. */
  exactly(term: string): Postings {
    const count = this.gather(this.placesOf(term));
    return this.taken(count, 1);
  }

  /**
   * The papers most like a text: by its most telling words, whose frequency in the text times inverse document frequency is what they
   * weigh. `likeness` is the share of their weight that a paper accounts for.
   */
  like(text: string, limit: number): { index: number; likeness: number }[] {
    const counts = new Map<string, number>();
    for (const word of wordsOf(text).slice(0, LIKE_WORDS)) {
      const term = stemEnglish(word);
      if (word.length > 1 && !STOP_WORDS.has(word)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const weighed = [...counts].map(([term, times]) => {
      const places = this.placesOf(term);
      const papers = this.frequencyOf(places);
      return { places, papers, weight: (1 + Math.log(times)) * this.idf(papers) };
    });
    const byWeight = weighed.sort((a, b) => b.weight - a.weight);
    const telling = byWeight.filter(({ papers }) => papers > 1).slice(0, LIKE_TERMS);
    // What no paper speaks of makes the text unlike all of them.
    const strange = byWeight.filter(({ papers }) => !papers).slice(0, LIKE_TERMS);
    const { room } = this;
    let found = 0;
    let all = strange.reduce((sum, { weight }) => sum + weight, 0);
    for (const { places, weight } of telling) {
      all += weight;
      const count = this.gather(places);
      for (let i = 0; i < count; i++) {
        const paper = room.touched[i]!;
        if (room.words[paper] === 0) room.found[found++] = paper;
        room.words[paper] = 1;
        room.score[paper]! += weight * room.best[paper]!;
        room.best[paper] = 0;
      }
    }
    return this.best(found, limit).map(({ index, score }) => ({ index, likeness: all ? score / all : 0 }));
  }

  lookUpPrefix(word: string): TermMatch {
    const begun = this.beginning(word, 1);
    const shortest = begun.reduce((least, { text }) => Math.min(least, text.length), Number.POSITIVE_INFINITY);
    return this.match(begun, Math.min(1, word.length / shortest));
  }

  lookUpFuzzy(word: string): TermMatch {
    const term = stemEnglish(word);
    let match = this.slips.get(term);
    if (!match) {
      match = this.match(this.similar(term), SLIP);
      if (this.slips.size > 100) this.slips.clear();
      this.slips.set(term, match);
    }
    return match;
  }

  weight(match: TermMatch): number {
    return Math.log(1 + this.size / Math.max(1, match.postings.size));
  }

  private remember(term: string, match: TermMatch): void {
    this.remembered += match.postings.size;
    if (this.exact.size > 2000 || this.remembered > REMEMBERED) {
      this.exact.clear();
      this.remembered = match.postings.size;
    }
    this.exact.set(term, match);
  }

  private frequencyOf(expansions: readonly Expansion[]): number {
    let papers = 0;
    for (const { places } of expansions)
      for (const { part, term } of places) papers += this.parts[part]!.segment.frequency(term);
    return papers;
  }

  private idf(papers: number): number {
    return Math.log(1 + (this.size - papers + 0.5) / (papers + 0.5));
  }

  /** The terms that a word of a query stands for: itself and, unfinished, what it may become; its neighbours where nobody knows it. */
  private expand(word: string, unfinished: boolean): Expansion[] {
    const term = stemEnglish(word);
    const own = this.placesOf(term);
    const begun = unfinished && word.length >= PREFIX_MIN ? this.beginning(word, UNFINISHED) : [];
    const all = [...own, ...begun.filter(({ text }) => text !== term)];
    return all.length ? all : this.similar(term);
  }

  private placesOf(term: string): Expansion[] {
    const bytes = encoder.encode(term);
    const places = this.parts.flatMap(({ segment }, part): Place[] => {
      const at = segment.find(bytes);
      return at < 0 ? [] : [{ part, term: at }];
    });
    return places.length ? [{ text: term, likeness: 1, places }] : [];
  }

  private beginning(word: string, likeness: number): Expansion[] {
    const bytes = encoder.encode(word);
    return this.chosen(EXPANSIONS, likeness, ({ segment }) => {
      const [from, to] = segment.range(bytes);
      return mostFrequent(segment, from, to, EXPANSIONS).map((term) => ({ term, slips: 0 }));
    });
  }

  private similar(term: string): Expansion[] {
    const slips = slipsFor(term);
    if (!slips) return [];
    for (const anyStart of [false, true]) {
      const found = this.chosen(NEIGHBOURS, SLIP, ({ segment }) => neighboursIn(segment, term, slips, anyStart));
      if (found.length) return found;
    }
    return [];
  }

  /** Terms of all segments, joined by their text: those with the fewest slips, then the most frequent. */
  private chosen(
    most: number,
    likeness: number,
    termsOf: (part: IndexPart) => { term: number; slips: number }[],
  ): Expansion[] {
    const byText = new Map<string, Expansion & { slips: number; papers: number }>();
    this.parts.forEach((part, p) => {
      for (const { term, slips } of termsOf(part)) {
        const text = part.segment.textOf(term);
        let expansion = byText.get(text);
        if (!expansion) {
          expansion = { text, likeness: slips > 1 ? likeness * SLIP : likeness, places: [], slips, papers: 0 };
          byText.set(text, expansion);
        }
        expansion.places.push({ part: p, term });
        expansion.papers += part.segment.frequency(term);
      }
    });
    return [...byText.values()].sort((a, b) => a.slips - b.slips || b.papers - a.papers).slice(0, most);
  }

  /**
   * The papers of some expansions into `room.touched`, each with its best impact in `room.best`.
   * @returns how many there are
   */
  private gather(expansions: readonly Expansion[]): number {
    const { touched, best } = this.room;
    let count = 0;
    for (const { likeness, places } of expansions) {
      const each = likeness / FULL;
      for (const { part, term } of places) {
        const { segment, deleted } = this.parts[part]!;
        const start = this.starts[part]!;
        const { length, papers, impacts } = segment.postings(term);
        for (let i = 0; i < length; i++) {
          const impact = each * impacts[i]!;
          if (impact === 0 || (deleted && isDeleted(deleted, papers[i]!))) continue;
          const paper = start + papers[i]!;
          if (best[paper] === 0) touched[count++] = paper;
          if (impact > best[paper]!) best[paper] = impact;
        }
      }
    }
    return count;
  }

  private match(expansions: readonly Expansion[], likeness: number): TermMatch {
    const count = this.gather(expansions);
    if (!count) return NOTHING;
    const { touched, best } = this.room;
    let top = 0;
    for (let i = 0; i < count; i++) top = Math.max(top, best[touched[i]!]!);
    return {
      postings: this.taken(count, top),
      terms: expansions.map(({ text }) => text),
      likeness,
      scale: top * this.idf(count),
    };
  }

  /** What was gathered, in the order of the papers, as shares of `top`; the room is clean again. */
  private taken(count: number, top: number): PackedPostings {
    const { touched, best } = this.room;
    const papers = touched.slice(0, count).sort();
    const strengths = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      strengths[i] = Math.max(1, Math.round((FULL * best[papers[i]!]!) / top));
      best[papers[i]!] = 0;
    }
    return new PackedPostings(papers, strengths);
  }

  /** Of the found papers the best, and the room made clean again. */
  private best(found: number, limit: number): WordHit[] {
    const { room } = this;
    const hits: WordHit[] = [];
    let least = 0;
    for (let i = 0; i < found; i++) {
      const index = room.found[i]!;
      const words = room.words[index]!;
      const score = room.score[index]! * words;
      room.words[index] = room.score[index] = 0;
      if (hits.length >= limit && score < least) continue;
      let at = hits.length;
      while (at && (hits[at - 1]!.score < score || (hits[at - 1]!.score === score && hits[at - 1]!.index > index)))
        at--;
      if (at >= limit) continue;
      hits.splice(at, 0, { index, score, words });
      if (hits.length > limit) hits.pop();
      least = hits.at(-1)!.score;
    }
    return hits;
  }
}

/** Postings kept decoded for words that come up again: five bytes each. */
const REMEMBERED = 400_000;

/** Of a text's words so many are read, and so many of the most telling asked for. */
const LIKE_WORDS = 5000;
const LIKE_TERMS = 30;

const encoder = new TextEncoder();

/** Space for one query, by paper: made once, and clean between queries. */
class Room {
  readonly score: Float32Array;
  readonly best: Float32Array;
  /** Saturates far above the words a query can have. */
  readonly words: Uint16Array;
  readonly touched: Uint32Array;
  readonly found: Uint32Array;

  constructor(papers: number) {
    this.score = new Float32Array(papers);
    this.best = new Float32Array(papers);
    this.words = new Uint16Array(papers);
    this.touched = new Uint32Array(papers);
    this.found = new Uint32Array(papers);
  }
}

/** The terms of a range that most papers have. */
function mostFrequent(segment: Segment, from: number, to: number, most: number): number[] {
  const terms: number[] = [];
  for (let term = from; term < to; term++) terms.push(term);
  if (terms.length <= most) return terms;
  const frequency = terms.map((term) => segment.frequency(term));
  return terms
    .map((_, i) => i)
    .sort((a, b) => frequency[b]! - frequency[a]! || a - b)
    .slice(0, most)
    .map((i) => terms[i]!);
}

/** Postings as two arrays in the order of the papers. */
class PackedPostings implements Postings {
  constructor(
    private readonly papers: Uint32Array,
    private readonly strengths: Uint8Array,
  ) {}

  get size(): number {
    return this.papers.length;
  }

  has(paper: number): boolean {
    return this.at(paper) >= 0;
  }

  get(paper: number): number | undefined {
    const at = this.at(paper);
    return at < 0 ? undefined : this.strengths[at]! / FULL;
  }

  forEach(visit: (strength: number, paper: number) => void): void {
    for (let i = 0; i < this.papers.length; i++) visit(this.strengths[i]! / FULL, this.papers[i]!);
  }

  private at(paper: number): number {
    let low = 0;
    let high = this.papers.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.papers[middle] === paper) return middle;
      if (this.papers[middle]! < paper) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
