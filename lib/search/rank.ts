import type { Why } from '../lookup/answer';
import type { Word } from '../text/words';
import { inOrder } from '../util/in-order';
import type { Ranked } from './search';
import { FEW, perWord, type Understood, type Unit } from './units';

/** Of a unit's worth this much is for holding it at all, the rest for how much the paper is about it. */
const PRESENCE = 0.45;
/** How much the fit of the whole text counts beside the units: descriptions say much that no single word shows. */
const FIT = 0.25;
/** Fewer words are told apart well enough by their units. */
const FIT_WORDS = 4;
/** A concept's whole name, its words side by side. */
const SURE = 0.95;
/** A word that both a concept and the text itself account for counts this much more. */
const BOTH = 0.3;

/** A paper that accounts for something of the query; what for exactly is worked out for those that are shown. */
export interface Candidate {
  index: number;
  /** Share of the query's information that the paper accounts for, at most 1. */
  score: number;
  worth: number;
}

/**
 * Orders the papers by how much of the query they account for. Each word of the query is worth what the best unit over it is worth
 * in this paper (a name before a title, a concept of several words before its parts, rare words before common ones), and a little more
 * where concept and words agree. The score is that part of what the query asks for which the paper has.
 * @param papers how many papers the shelf has
 */
export function rank(query: Understood, papers: number): Iterable<Candidate> {
  const { worth, covered, fit, named, concept, word, cover, seen } = roomFor(papers);
  const found: number[] = [];
  for (const { from, to, units } of stretches(query)) {
    const wanted = query.asked[from]!;
    const words = to - from;
    const touched: number[] = [];
    for (const unit of units) {
      const each = perWord(unit) * unit.likeness;
      const best = unit.kind === 'concept' ? concept : unit.kind === 'word' ? word : named;
      const covers = best === named ? wanted : Math.min(wanted, each);
      const scale = from === unit.from ? (unit.scale ?? 0) : 0;
      unit.postings.forEach((strength, paper) => {
        if (!(seen[paper]! & THIS_WORD)) {
          if (!seen[paper]) found.push(paper);
          seen[paper] = FOUND | THIS_WORD;
          touched.push(paper);
        }
        best[paper] = Math.max(best[paper]!, each * (PRESENCE + (1 - PRESENCE) * strength));
        cover[paper] = Math.max(cover[paper]!, covers);
        fit[paper]! += strength * scale;
      });
    }
    for (const paper of touched) {
      seen[paper] = FOUND;
      const value = Math.max(named[paper]!, concept[paper]!, word[paper]!);
      worth[paper]! += words * (value + BOTH * Math.min(concept[paper]!, word[paper]!));
      covered[paper]! += words * cover[paper]!;
      named[paper] = concept[paper] = word[paper] = cover[paper] = 0;
    }
  }
  const asked = askedOf(query);
  const words = query.units.filter((unit) => unit.kind === 'word').length;
  let bestFit = 0;
  if (words >= FIT_WORDS) for (const paper of found) bestFit = Math.max(bestFit, fit[paper]!);
  const scores = new Float64Array(found.length);
  const worths = new Float64Array(found.length);
  found.forEach((index, i) => {
    scores[i] = Math.min(1, covered[index]! / asked);
    worths[i] = worth[index]! + (bestFit ? (FIT * asked * fit[index]!) / bestFit : 0);
    worth[index] = covered[index] = fit[index] = seen[index] = 0;
  });
  return best(found, scores, worths);
}

/** Candidates from the best on, each made when it is asked for: of tens of thousands few are. */
function* best(papers: readonly number[], scores: Float64Array, worths: Float64Array): Generator<Candidate> {
  const order = papers.map((_, i) => i);
  for (const i of inOrder(order, (a, b) => worths[b]! - worths[a]! || papers[a]! - papers[b]!))
    yield { index: papers[i]!, score: scores[i]!, worth: worths[i]! };
}

/** Words side by side that the same units account for and that ask for as much: the letters of a Chinese name, the words of a title. */
function stretches({ units, asked }: Understood): { from: number; to: number; units: Unit[] }[] {
  const bounds = new Set([0]);
  for (const { from, to } of units) bounds.add(from).add(to);
  const list: { from: number; to: number; units: Unit[] }[] = [];
  asked.forEach((wanted, i) => {
    const last = list[list.length - 1];
    if (last && !bounds.has(i) && wanted === asked[last.from]) last.to = i + 1;
    else list.push({ from: i, to: i + 1, units: units.filter((unit) => unit.from <= i && i < unit.to) });
  });
  return list;
}

const FOUND = 1;
const THIS_WORD = 2;

/** Space for one query, by paper: clean between queries, so that a query costs what it finds and not what the shelf holds. */
function roomFor(papers: number) {
  if (!room || room.seen.length < papers) {
    const [worth, covered, fit, named, concept, word, cover] = Array.from(
      { length: 7 },
      () => new Float64Array(papers),
    );
    room = {
      worth: worth!,
      covered: covered!,
      fit: fit!,
      named: named!,
      concept: concept!,
      word: word!,
      cover: cover!,
      seen: new Uint8Array(papers),
    };
  }
  return room;
}

let room:
  | (Record<'worth' | 'covered' | 'fit' | 'named' | 'concept' | 'word' | 'cover', Float64Array> & { seen: Uint8Array })
  | undefined;

/** What a query asks for, in nats. */
export const askedOf = (query: Understood): number => query.asked.reduce((sum, weight) => sum + weight, 0) || 1;

/** Of so many words one alone with a subject, and that an everyday one, is a piece of a sentence: "to the best of our knowledge". */
const FRAGMENT = 3;

/** A candidate with the reasons for it. */
export function explain({ index, score }: Candidate, query: Understood, words: readonly Word[]): Ranked {
  const used = usedBy(index, query);
  const telling = query.asked.filter((wanted) => wanted > 0).length;
  const isNamed = used.some((unit) => unit.kind === 'name' || unit.kind === 'title');
  const placed = query.units
    .filter((unit) => unit.kind === 'concept' && !unit.isGlossary && unit.postings.has(index))
    .map((unit) => placeOf(unit, index));
  const matched = query.asked.filter((wanted, i) => wanted > 0 && used.some((unit) => unit.from <= i && i < unit.to));
  // A paper that has every word as it stands is about them, everyday or not: a shelf of one's own may be about ferries and tides.
  const isWorded = query.asked.every(
    (wanted, i) => !wanted || used.some(({ kind, from, to }) => kind === 'word' && from <= i && i < to),
  );
  const isLonely = telling === 1 && query.asked.length >= FRAGMENT;
  const isUsed = (i: number) => used.some((unit) => unit.from <= i && i < unit.to);
  // A lone language or place is something to do with papers only where what goes with it is: "cultural festivals in Japan", "aprender inglés rápido".
  const places = query.places.filter((isPlace, i) => isPlace && isUsed(i)).length;
  const isGlossary = (i: number) => used.some((unit) => unit.isGlossary && unit.from <= i && i < unit.to);
  const isTourism =
    (query.language === 'en' || used.some((unit) => unit.isGlossary)) &&
    places === 1 &&
    telling <= FEW &&
    query.asked.some((wanted, i) => wanted > 0 && !isUsed(i));
  let technical = 0;
  query.asked.forEach((wanted, i) => {
    const counts = (isWorded && !isLonely) || !(query.everyday[i] || (isTourism && (query.places[i] || isGlossary(i))));
    if (counts && isUsed(i)) technical += wanted;
  });
  return {
    index,
    score,
    information: askedOf(query),
    named: !(isLonely && !technical) && used.some((unit) => (unit.size ?? 0) >= 2 && unit.likeness >= SURE),
    about: isLonely && !technical ? undefined : placed.includes('title') ? 'title' : placed[0],
    telling,
    matched: isNamed ? telling : matched.length,
    technical: isNamed ? askedOf(query) : technical,
    why: whyOf(index, used, words, query.text),
    terms: [...new Set(used.flatMap((unit) => unit.terms))],
  };
}

/** The units that count for a paper: over each word the best, and the words themselves. */
function usedBy(paper: number, query: Understood): Unit[] {
  const own = query.units.filter((unit) => unit.postings.has(paper));
  const used = new Set(own.filter((unit) => unit.kind === 'word'));
  const value = (unit: Unit) => perWord(unit) * unit.likeness * (PRESENCE + (1 - PRESENCE) * unit.postings.get(paper)!);
  query.asked.forEach((_, i) => {
    let best: Unit | undefined;
    for (const unit of own) if (unit.from <= i && i < unit.to && (!best || value(unit) > value(best))) best = unit;
    if (best) used.add(best);
  });
  return [...used];
}

/** A title that names the concept is as strong as a paper can be about it. */
const placeOf = (unit: Unit, paper: number) => (unit.postings.get(paper) === 1 ? 'title' : 'abstract');

function whyOf(paper: number, units: readonly Unit[], words: readonly Word[], text: string): Why[] {
  const why: Why[] = [];
  const seen = new Set<string>();
  for (const unit of units) {
    if (unit.kind === 'word' || seen.has(`${unit.kind} ${unit.text}`)) continue;
    seen.add(`${unit.kind} ${unit.text}`);
    // As the reader wrote it, accents, vowel signs and all.
    const from = text.slice(words[unit.from]!.start, words[unit.to - 1]!.end);
    const reason: Why = { kind: unit.kind, text: unit.text, from, matched: unit.to - unit.from, of: words.length };
    if (unit.kind === 'concept') reason.place = placeOf(unit, paper);
    why.push(reason);
  }
  const single = units.filter((unit) => unit.kind === 'word');
  if (single.length && !why.some((reason) => reason.matched === words.length)) {
    const covered = new Set(single.flatMap((unit) => range(unit.from, unit.to)));
    why.push({
      kind: 'words',
      text: [...new Set(single.map((unit) => unit.text))].join(', '),
      matched: covered.size,
      of: words.length,
    });
  }
  return why;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
