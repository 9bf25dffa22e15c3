import type { Form } from '../match/forms';
import { foldKey } from '../text/fold';
import type { Word } from '../text/words';

/** A run of words in a query that is a name or title of a paper. */
export interface NameHit {
  paper: number;
  kind: 'title' | 'name';
  /** The name as the shelf has it. */
  text: string;
  /** First word and the word after the last. */
  from: number;
  to: number;
  /** 1 where the whole name stands there, less where it is still being typed. */
  likeness: number;
  /** The name is an ordinary word too, or another system's. */
  ambiguous?: boolean;
}

export interface SimilarName {
  paper: number;
  text: string;
  likeness: number;
}

interface Entry {
  paper: number;
  kind: 'title' | 'name';
  text: string;
  ambiguous?: boolean;
}

/** Names longer than this many words are only looked up as the whole query. */
const NAME_WORDS = 5;
const PREFIX_MIN = 3;
/** Shorter names have too many neighbours. */
const SIMILAR_MIN = 6;
/** From this length on two slips are forgiven. */
const LONG = 9;

/** What knows the names and titles of a shelf. */
export interface KnownNames {
  /** Names and titles in a query, the longest first at each place. `prefix` lets the last word be unfinished. */
  find(words: readonly Word[], prefix: boolean): NameHit[];
  /** Whether a folded text is a name or title. */
  has(text: string): boolean;
  /** Names that an unknown word is a slip of the fingers away from: a letter wrong, missing, surplus or two of them swapped. */
  findSimilar(word: string): readonly SimilarName[];
}

/**
 * Names, aliases and titles of a shelf by their folded letters, so that `xgqa`, `XOR-QA`, `job bert v3` and `masakhaner2` find theirs.
 * Unlike pickup it does not mind capitals: who types a name into a search box means it.
 */
export class NameIndex implements KnownNames {
  private readonly entries = new Map<string, Entry[]>();
  private readonly sorted: string[];
  /** Unknown words come up again with every letter typed after them. */
  private readonly similar = new Map<string, SimilarName[]>();

  constructor(forms: readonly Form[], aliases: Record<number, string[]>) {
    for (const form of forms) {
      if (form.kind === 'term') continue;
      const { text, target: paper, ambiguous = false } = form;
      this.add(text, { paper, kind: form.kind === 'name' ? 'name' : 'title', text, ambiguous });
    }
    for (const [paper, list] of Object.entries(aliases)) {
      for (const text of list) this.add(text, { paper: Number(paper), kind: 'name', text });
    }
    this.sorted = [...this.entries.keys()].sort();
  }

  private add(text: string, entry: Entry): void {
    const key = foldKey(text);
    const list = this.entries.get(key);
    if (!list) this.entries.set(key, [entry]);
    else if (!list.some((other) => other.paper === entry.paper)) list.push(entry);
  }

  /** Names and titles in a query, the longest first at each place. `prefix` lets the last word be unfinished. */
  find(words: readonly Word[], prefix: boolean): NameHit[] {
    const hits: NameHit[] = [];
    const whole = words.map((word) => word.text).join('');
    for (const entry of this.entries.get(whole) ?? []) hits.push({ ...entry, from: 0, to: words.length, likeness: 1 });
    for (let from = 0; from < words.length; from++) {
      let key = '';
      for (let to = from + 1; to <= Math.min(words.length, from + NAME_WORDS); to++) {
        key += words[to - 1]!.text;
        if (from === 0 && to === words.length) continue;
        for (const entry of this.entries.get(key) ?? []) hits.push({ ...entry, from, to, likeness: 1 });
      }
    }
    if (prefix && !hits.some((hit) => hit.to === words.length) && whole.length >= PREFIX_MIN)
      hits.push(...this.findPrefix(whole, words.length));
    return hits;
  }

  /** Whether a folded text is a name or title. */
  has(text: string): boolean {
    return this.entries.has(text.replace(/ /g, ''));
  }

  /** Names that an unknown word is a slip of the fingers away from: a letter wrong, missing, surplus or two of them swapped. */
  findSimilar(word: string): readonly SimilarName[] {
    if (word.length < SIMILAR_MIN) return [];
    let found = this.similar.get(word);
    if (found) return found;
    found = [];
    if (this.similar.size > 500) this.similar.clear();
    this.similar.set(word, found);
    const slips = word.length < LONG ? 1 : 2;
    for (const [key, entries] of this.entries) {
      if (key[0] !== word[0]) continue;
      // Of "MasakhaNER 2.0" people write the word.
      const bare = key.replace(/\d+$/, '');
      if (!(isSlipsAway(word, key, slips) || isSlipsAway(word, bare, slips))) continue;
      for (const { paper, text, kind } of entries) if (kind === 'name') found.push({ paper, text, likeness: 0.8 });
    }
    return found;
  }

  /** Names and titles that the whole query is the beginning of. */
  private findPrefix(key: string, to: number): NameHit[] {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! < key) low = middle + 1;
      else high = middle;
    }
    const hits: NameHit[] = [];
    for (; low < this.sorted.length && this.sorted[low]!.startsWith(key) && hits.length < 20; low++) {
      const likeness = key.length / this.sorted[low]!.length;
      for (const entry of this.entries.get(this.sorted[low]!)!) hits.push({ ...entry, from: 0, to, likeness });
    }
    return hits;
  }
}

/**
 * Whether so many slips lead from one word to the other: substitution, insertion, deletion, transposition of neighbours (Damerau, CACM 1964).
 */
function isSlipsAway(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  if (!slips || !x || !y) return x.length + y.length <= slips;
  return (
    isSlipsAway(x.slice(1), y.slice(1), slips - 1) ||
    isSlipsAway(x.slice(1), y, slips - 1) ||
    isSlipsAway(x, y.slice(1), slips - 1) ||
    (x[0] === y[1] && x[1] === y[0] && isSlipsAway(x.slice(2), y.slice(2), slips - 1))
  );
}
