import type { Word } from '../text/words';
import type { NameIndex } from './names';
import { STOP_WORDS } from './stop-words';
import type { Postings, TermIndex, TermMatch } from './term-index';

/**
 * A piece of a query that stands for something: a name, a title, a word. A query's meaning is the list of its units; a paper's score
 * is how many of them it accounts for, each by its weight.
 */
export interface Unit {
  kind: 'name' | 'title' | 'word';
  /** The shelf's side of the match, for the evidence line. */
  text: string;
  /** Words of the query it covers. */
  from: number;
  to: number;
  /** Share of the query's information: inverse document frequency. */
  weight: number;
  postings: Postings;
  /** Terms of the index to be marked in the text. */
  terms: string[];
  /** How sure the match is, up to 1. */
  likeness: number;
}

/** A name is worth this many of the rarest words: who writes a system's name means that paper. */
const NAME_WEIGHT = 2;

/** Takes a query's words apart into units. Words that no unit covers and that say nothing are left out. */
export function unitsOf(words: readonly Word[], names: NameIndex, index: TermIndex, typing: boolean): Unit[] {
  const units: Unit[] = [];
  const rarest = Math.log(1 + index.size);
  for (const hit of names.find(words, typing)) {
    const weight = NAME_WEIGHT * rarest * (hit.kind === 'title' ? hit.to - hit.from : 1);
    const postings: Postings = new Map([[hit.paper, hit.likeness]]);
    units.push({ kind: hit.kind, text: hit.text, from: hit.from, to: hit.to, weight, postings, terms: [], likeness: hit.likeness });
  }
  const telling = words.filter((word) => !STOP_WORDS.has(word.text));
  words.forEach((word, i) => {
    if (telling.length && STOP_WORDS.has(word.text)) return;
    units.push(...wordUnits(words, i, index, typing && i === words.length - 1));
  });
  return units;
}

/** One word: as it stands, as a beginning, in two, joined with its neighbour, or with letters changed, the first that the index knows. */
function wordUnits(words: readonly Word[], i: number, index: TermIndex, unfinished: boolean): Unit[] {
  const { text } = words[i]!;
  const unit = (match: TermMatch, from = i, to = i + 1): Unit => ({
    kind: 'word',
    text: match.terms[0] ?? text,
    from,
    to,
    weight: index.weight(match),
    postings: match.postings,
    terms: match.terms,
    likeness: match.likeness,
  });
  const exact = index.lookUp(text);
  if (unfinished && text.length >= 2) {
    const begun = index.lookUpPrefix(text);
    // The finished word weighs more than what it may become.
    if (begun.postings.size > exact.postings.size) {
      const postings: Postings = new Map([...begun.postings].map(([paper, strength]) => [paper, 0.8 * strength]));
      for (const [paper, strength] of exact.postings) postings.set(paper, strength);
      return [unit({ ...begun, postings })];
    }
  }
  if (exact.postings.size) return [unit(exact)];
  const joined = words[i + 1] && index.lookUp(text + words[i + 1]!.text);
  if (joined?.postings.size) return [unit(joined, i, i + 2)];
  const before = words[i - 1] && index.lookUp(words[i - 1]!.text + text);
  if (before?.postings.size) return [unit(before, i - 1, i + 1)];
  for (let at = 3; at <= text.length - 3; at++) {
    const [head, tail] = [index.lookUp(text.slice(0, at)), index.lookUp(text.slice(at))];
    if (head.postings.size && tail.postings.size) return [unit(head), unit(tail)];
  }
  return [unit(index.lookUpFuzzy(text))];
}
