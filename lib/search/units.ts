import { stemEnglish } from '../text/stem';
import type { Word } from '../text/words';
import { COMMON_WORDS } from './common-words';
import { ELSEWHERE, GLOSSARY } from './concept-keys';
import type { ConceptReading, Concepts } from './concepts';
import type { KnownNames, NameHit } from './names';
import { PLAIN_WORDS } from './plain-words';
import { STOP_WORDS } from './stop-words';
import { NOTHING, type Postings, type TermMatch, Unfinished, type WordIndex } from './word-index';

/**
 * A piece of a query that stands for something: a name, a title, a concept, a word. A query's meaning is the list of its units; a
 * paper's score is how many of them it accounts for, each by its weight.
 */
export interface Unit {
  kind: 'name' | 'title' | 'concept' | 'word';
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
  /** For an English word: MiniSearch's score of the best paper, of which `postings` are shares. */
  scale?: number;
  /** A name that is an ordinary word too. */
  ambiguous?: boolean;
  /** For a concept: content words of its name that the query has. */
  size?: number;
  /** For a concept: a language or place, which papers and everyday life have in common. */
  isPlace?: boolean;
  /** For a concept: a word of the glossary. */
  isGlossary?: boolean;
}

/** What a query was understood as. */
export interface Understood {
  /** The query as the reader wrote it, filters apart. */
  text: string;
  units: Unit[];
  language: string;
  /** For each word what it asks for: its weight, 0 for words without a subject. */
  asked: number[];
  /** For each word whether it is everyday English, which by itself is about anything. */
  everyday: boolean[];
  /** For each word whether it is the name of a language or place. */
  places: boolean[];
}

/** A name is worth this many of the rarest words: who writes a system's name means that paper. */
const NAME_WEIGHT = 2;
/** A word that neither the shelf nor a concept knows asks for this share of the rarest word. */
const UNKNOWN = 0.75;
/** A word of everyday life that no paper has speaks for another subject: "Chinese restaurant", "adapter for UK plugs". */
const UNKNOWN_EVERYDAY = 1.1;
/** In longer queries, which tell a story, it does not. */
export const FEW = 4;
/** A topic of elsewhere asks for more than what stands around it: "text simplification for reading comprehension". */
const OF_ELSEWHERE = 1.5;
/** The same for a letter of a script without spaces, of which two or three make a word. */
const UNKNOWN_LETTER = 0.16;
/** In other languages a word may be unknown for its ending alone. */
const UNKNOWN_FOREIGN = 0.45;

/** A word of any subject asks for this share of what one of the subject does that is as rare, or as unknown. */
const PLAIN = 0.5;
const isPlain = (word: string) => PLAIN_WORDS.has(word);
const isEveryday = (word: string) => isPlain(word) || COMMON_WORDS.has(word) || COMMON_WORDS.has(stemEnglish(word));

/** Takes a query apart into units and says what each word asks for. */
export function understand(
  text: string,
  words: readonly Word[],
  names: KnownNames,
  index: WordIndex,
  concepts: Concepts,
  typing: boolean,
): Understood {
  const units: Unit[] = [];
  const mere: NameHit[] = [];
  const rarest = Math.log(1 + index.size);
  for (const hit of names.find(words, typing)) {
    // Who has typed a common word to its end means that word: "multilingual" is not yet "Multilingual JobBERT".
    if (hit.likeness < 1 && words.every((word) => index.lookUp(word.text).postings.size >= COMMON)) continue;
    if (hit.ambiguous && isMereWord(hit, text, words, index)) {
      mere.push(hit);
      continue;
    }
    const weight = NAME_WEIGHT * rarest * (hit.kind === 'title' ? hit.to - hit.from : 1);
    const postings: Postings = new Map([[hit.paper, hit.likeness]]);
    units.push({
      kind: hit.kind,
      text: hit.text,
      from: hit.from,
      to: hit.to,
      weight,
      postings,
      terms: [],
      likeness: hit.likeness,
      ambiguous: hit.ambiguous ?? false,
    });
  }
  const isUnknown = words.map(
    ({ text: word }, i) => !index.lookUp(word).postings.size && !units.some((unit) => unit.from <= i && i < unit.to),
  );
  const lookForSlips = (from: number, to: number) => {
    const written = words.slice(from, to).map((word) => word.text);
    for (const { paper, text: name, likeness } of names.findSimilar(written.join(''))) {
      const postings = new Map([[paper, 1]]);
      const weight = NAME_WEIGHT * rarest * (to - from);
      units.push({ kind: 'name', text: name, from, to, weight, postings, terms: [], likeness });
    }
  };
  isUnknown.forEach((unknown, i) => {
    if (!unknown) return;
    lookForSlips(i, i + 1);
    // XOR-Rertieve: the name may be more than the word with the slip.
    const isJoined = (a: number) => /^[-_]$/.test(text.slice(words[a]!.end, words[a + 1]?.start ?? 0));
    if (i > 0 && isJoined(i - 1)) lookForSlips(i - 1, i + 1);
    else if (isJoined(i)) lookForSlips(i, i + 2);
  });
  // Words of two or three letters are words in every language.
  const isEnglish = (word: string) =>
    STOP_WORDS.has(word) || COMMON_WORDS.has(word) || (word.length > 3 && index.lookUp(word).postings.size > 0);
  const reading = concepts.read(text, words, isEnglish);
  units.push(...conceptUnits(reading, concepts, rarest));
  const english = reading.language === 'en';
  const content = words.map(
    (word, i) => !(english ? isEmptyInEnglish(word.text) : reading.empty.has(i) || COUNT.test(word.text)),
  );
  // Where no word carries a subject, a name is asked for all the same: VOR is a German preposition, too.
  const telling = content.includes(true)
    ? content
    : words.map((_, i) => units.some((unit) => isNameLike(unit) && unit.from <= i && i < unit.to));
  // What a concept is called is spelt as it should be.
  const isCovered = (i: number) => units.some((unit) => unit.kind === 'concept' && unit.from <= i && i < unit.to);
  words.forEach((_, i) => {
    if (!telling[i]) return;
    if (english) units.push(...wordUnits(words, i, index, typing && i === words.length - 1, !isCovered(i)));
    else units.push(...loanWord(text, reading.language, words, i, index, units));
  });
  if (english) {
    const spelt = words.map((word, i) => corrected(word, i, units));
    if (spelt.some((word, i) => word !== words[i])) {
      const hits = concepts
        .read(text, spelt, () => true)
        .hits.filter(({ from, to }) => spelt.some((word, i) => word !== words[i] && from <= i && i < to));
      units.push(
        ...conceptUnits(
          { ...reading, hits: hits.map((hit) => ({ ...hit, likeness: hit.likeness * MISSPELT })) },
          concepts,
          rarest,
        ),
      );
    }
  }
  dropInside(units);
  dropMere(units, mere);
  const best = new Float64Array(words.length);
  for (const unit of units) {
    // Only a topic of elsewhere is asked for where no paper has it.
    if (unit.kind !== 'concept' && (unit.kind !== 'word' || !unit.postings.size)) continue;
    // What a doubtful name of a concept stands for is not surely asked for.
    const asks =
      perWord(unit) * (unit.kind === 'concept' ? unit.likeness : 1) * (unit.postings.size ? 1 : OF_ELSEWHERE);
    for (let i = unit.from; i < unit.to; i++) best[i] = Math.max(best[i]!, asks);
  }
  const few = telling.filter(Boolean).length <= FEW;
  const asked = words.map((word, i) => {
    if (!telling[i]) return 0;
    const plain = english && isPlain(word.text) ? PLAIN : 1;
    const unknown = !english ? UNKNOWN_FOREIGN : few && COMMON_WORDS.has(word.text) ? UNKNOWN_EVERYDAY : UNKNOWN;
    return best[i] || plain * rarest * (isLetter(word) ? UNKNOWN_LETTER : unknown);
  });
  const everyday = words.map((word, i) => (english ? isEveryday(word.text) : standsForEveryday(units, i)));
  const places = words.map((_, i) => units.some(({ from, to, isPlace }) => isPlace && from <= i && i < to));
  return { text, units, language: reading.language, asked, everyday, places };
}

/** What stands inside the name of a topic of elsewhere is not what was asked for: there is news in "fake news detection". */
function dropInside(units: Unit[]): void {
  const elsewhere = units.filter((unit) => unit.kind === 'concept' && !unit.postings.size && unit.likeness === 1);
  for (const { from, to, size = 0 } of elsewhere) {
    for (let i = units.length - 1; i >= 0; i--) {
      const unit = units[i]!;
      const lesser = unit.kind === 'word' || (unit.kind === 'concept' && (unit.size ?? 0) < size);
      if (lesser && from <= unit.from && unit.to <= to) units.splice(i, 1);
    }
  }
}

/** Where a name is a mere word, its paper has that word for its name alone. */
function dropMere(units: readonly Unit[], mere: readonly NameHit[]): void {
  for (const unit of units) {
    const own = mere.filter((hit) => unit.kind === 'word' && hit.from <= unit.from && unit.to <= hit.to);
    if (!own.some((hit) => unit.postings.has(hit.paper))) continue;
    const postings = new Map<number, number>();
    unit.postings.forEach((strength, paper) => postings.set(paper, strength));
    for (const hit of own) postings.delete(hit.paper);
    unit.postings = postings;
  }
}

/** What people write beside a system's name. */
const BESIDE_NAME =
  /^(?:benchmark|corpus|dataset|framework|method|model|paper|resource|system|approach|language|lingual)/;

/**
 * Whether a name that is an ordinary word too is meant as that word: in small letters among other words, none of which people write
 * beside the names of systems: "a pinch of salt", "take care of yourself".
 */
function isMereWord(
  { from, to, text: name }: NameHit,
  text: string,
  words: readonly Word[],
  index: WordIndex,
): boolean {
  if (from === 0 && to === words.length) return false;
  const others = words.filter((word, i) => (i < from || i >= to) && !isEmptyInEnglish(word.text));
  const isAsWritten = text.slice(words[from]!.start, words[to - 1]!.end) === name;
  // A capital alone is no sign where nothing else is of the shelf: "Pisces horoscope".
  const isCapital = /^\p{Lu}\p{Ll}+$/u.test(name);
  const isAlone = others.length > 0 && others.every((word) => !index.lookUp(word.text).postings.size);
  if (isAsWritten && !(isCapital && isAlone)) return false;
  return !words.some((word, i) => (i < from || i >= to) && BESIDE_NAME.test(word.text));
}

const isNameLike = ({ kind, likeness }: Unit) => (kind === 'name' || kind === 'title') && likeness === 1;

/** Whether a word of another language is known only as the name of a concept that is everyday in English: price, book, hospital. */
function standsForEveryday(units: readonly Unit[], i: number): boolean {
  const over = units.filter(({ from, to }) => from <= i && i < to);
  return over.every(({ kind, text }) => kind === 'concept' && text.split(' ').every(isEveryday));
}

/** A word that so many papers have is common. */
const COMMON = 5;

/** A number of one or two digits counts something, or a figure. */
const COUNT = /^\d{1,2}$/;
const isEmptyInEnglish = (word: string) => STOP_WORDS.has(word) || COUNT.test(word) || /^[a-z]$/.test(word);

/** A unit's weight for each of the words it covers. */
export const perWord = (unit: Unit): number => unit.weight / (unit.to - unit.from);

const isLetter = ({ text }: Word) => text.charCodeAt(0) >= 0x2e80 && text.length <= 2 && [...text].length === 1;

function conceptUnits(reading: ConceptReading, concepts: Concepts, rarest: number): Unit[] {
  const units = reading.hits.flatMap((hit): Unit[] => {
    const postings = concepts.postings(hit.concept);
    const kind = concepts.file.kinds[hit.concept];
    if (!postings.size && kind !== ELSEWHERE) return [];
    const name = concepts.file.names[hit.concept]!;
    const idf = Math.min(rarest, Math.log(1 + Math.exp(rarest) / Math.max(1, postings.size)));
    return [
      {
        kind: 'concept',
        text: name,
        from: hit.from,
        to: hit.to,
        // A name of several words says more than one of a single word, and one of the glossary no more than a word.
        weight: kind === GLOSSARY ? idf * (isPlain(name) ? PLAIN : 1) : idf * (0.5 + 0.5 * Math.min(4, hit.size)),
        postings,
        terms: concepts.file.forms[hit.concept]!,
        likeness: hit.likeness,
        size: hit.size,
        isPlace: kind === 'languages' || kind === 'places',
        isGlossary: kind === GLOSSARY,
      },
    ];
  });
  // A rare topic inside the name of a common one is worth no more than that: a language model has little to do with dialects.
  for (const unit of units)
    for (const other of units)
      if (other.size! > unit.size! && other.likeness === 1 && other.from <= unit.from && unit.to <= other.to)
        unit.weight = Math.min(unit.weight, perWord(other) * (unit.to - unit.from));
  return units;
}

/** Shorter words are other words in every language. */
const LOAN_MIN = 4;

/** A match of the index as a unit; `text` is shown where the index has no word of its own for it. */
function wordUnit(index: WordIndex, match: TermMatch, text: string, from: number, to = from + 1): Unit {
  const { postings, terms, likeness, scale } = match;
  return {
    kind: 'word',
    text: terms[0] ?? text,
    from,
    to,
    weight: index.weight(match) * (isPlain(text) ? PLAIN : 1),
    postings,
    terms,
    likeness,
    scale,
  };
}

/** A loan word is spelt alike, but may mean something else. */
const LOAN_LIKENESS = 0.9;

/** A word of another language that the English index has too: Transformer, BERT, prompt. */
function loanWord(
  query: string,
  language: string,
  words: readonly Word[],
  i: number,
  index: WordIndex,
  units: readonly Unit[],
): Unit[] {
  const { text, start, end } = words[i]!;
  // Vietnamese lives on its marks: what it looks like without them is another word, or somebody's name.
  if (language === 'vi' && query.slice(start, end).toLowerCase() !== text) return [];
  const match = index.lookUp(text);
  if (!match.postings.size) return units.some((unit) => unit.from <= i && i < unit.to) ? [] : cognate(text, i, index);
  return text.length < LOAN_MIN ? [] : [wordUnit(index, { ...match, likeness: LOAN_LIKENESS }, text, i)];
}

/** Letters that a word and its English cousin have to begin with alike, and their share of the word. */
const COGNATE_MIN = 6;
const COGNATE_SHARE = 0.7;
const COGNATE_LIKENESS = 0.6;

/** A word that begins as an English one does: parametri, transferencia, multilingüe. */
function cognate(text: string, i: number, index: WordIndex): Unit[] {
  if (text.length < COGNATE_MIN + 1 || !/^[a-z]+$/.test(text)) return [];
  const match = index.lookUpPrefix(text.slice(0, Math.max(COGNATE_MIN, Math.floor(text.length * COGNATE_SHARE))));
  return match.postings.size ? [wordUnit(index, { ...match, likeness: COGNATE_LIKENESS }, text, i)] : [];
}

/** The finished word weighs more than what it may become. */
const UNFINISHED = 0.8;

/** After so many words a last one that is an everyday word is taken for that, though more may be typed. */
const FINISHED_AFTER = 2;

/** A word cut short: vocab. At least so many letters of it are there, and this share. */
const CLIPPED_MIN = 5;
const CLIPPED = 0.45;

/** Single letters side by side are no word: "i = 0; i < n; i++". */
const JOINED_MIN = 4;

/** A concept that was found by a word with letters changed. */
const MISSPELT = 0.9;

/** The word as the index spells it, where it had to be looked for with letters changed. */
function corrected(word: Word, i: number, units: readonly Unit[]): Word {
  const unit = units.find(
    ({ kind, from, to, likeness }) => kind === 'word' && from === i && to === i + 1 && likeness < 1,
  );
  const term = unit?.terms.find((one) => one[0] === word.text[0]);
  return term && unit!.postings.size ? { ...word, text: term } : word;
}

/** Slips that any other count takes for two: letters that changed places, and f for ph. */
function lookUpSwapped(text: string, index: WordIndex): TermMatch {
  const sounds = text.length >= SWAPPED_MIN && text.includes('f') ? index.lookUp(text.replaceAll('f', 'ph')) : NOTHING;
  if (sounds.postings.size) return { ...sounds, likeness: SWAPPED };
  // The wrong letter is doubled: parralel.
  const twice = /([a-z])\1/.exec(text)?.index;
  if (twice !== undefined && text.length >= DOUBLED_MIN) {
    const once = text.slice(0, twice) + text.slice(twice + 1);
    for (let at = 0; at < once.length; at++) {
      const match = at === twice ? NOTHING : index.lookUp(once.slice(0, at) + once[at] + once.slice(at));
      if (match.postings.size) return { ...match, likeness: SWAPPED };
    }
  }
  for (let at = 1; text.length >= SWAPPED_MIN && at < text.length - 1; at++) {
    const match = index.lookUp(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2));
    if (match.postings.size) return { ...match, likeness: SWAPPED };
  }
  return NOTHING;
}

const SWAPPED_MIN = 5;
const DOUBLED_MIN = 7;
const SWAPPED = 0.9;

/** One word: as it stands, as a beginning, in two, joined with its neighbour, or with letters changed, the first that the index knows. */
function wordUnits(
  words: readonly Word[],
  i: number,
  index: WordIndex,
  unfinished: boolean,
  mayBeMisspelt: boolean,
): Unit[] {
  const { text } = words[i]!;
  const unit = (match: TermMatch, from = i, to = i + 1) => wordUnit(index, match, text, from, to);
  const exact = index.lookUp(text);
  // "OCR scanner app" is not on its way to "approach".
  const isWhole = words.length > FINISHED_AFTER && COMMON_WORDS.has(text);
  if (unfinished && text.length >= 2 && !isWhole) {
    const begun = index.lookUpPrefix(text);
    if (begun.postings.size > exact.postings.size)
      return [unit({ ...begun, postings: new Unfinished(exact.postings, begun.postings, UNFINISHED) })];
  }
  if (exact.postings.size) return [unit(exact)];
  const both = (other: Word | undefined, joined: string) =>
    other && joined.length >= JOINED_MIN ? index.lookUp(joined) : undefined;
  const after = both(words[i + 1], text + words[i + 1]?.text);
  if (after?.postings.size) return [unit(after, i, i + 2)];
  const before = both(words[i - 1], words[i - 1]?.text + text);
  if (before?.postings.size) return [unit(before, i - 1, i + 1)];
  // A crossword is no word across.
  for (let at = 3; at <= text.length - 3 && !COMMON_WORDS.has(text); at++) {
    const [head, tail] = [index.lookUp(text.slice(0, at)), index.lookUp(text.slice(at))];
    // Two words that no paper has together are not the one that was asked for: handwriting is no writing by hand.
    const postings = new Map<number, number>();
    head.postings.forEach((strength, paper) => {
      const other = tail.postings.get(paper);
      if (other !== undefined) postings.set(paper, Math.min(strength, other));
    });
    if (postings.size) return [unit({ ...head, postings }), unit({ ...tail, postings })];
  }
  // A word that is spelt as an everyday one is none of the shelf's misspelt.
  if (!mayBeMisspelt || isEveryday(text)) return [unit(NOTHING)];
  const swapped = lookUpSwapped(text, index);
  if (swapped.postings.size) return [unit(swapped)];
  const clipped = text.length >= CLIPPED_MIN ? index.lookUpPrefix(text) : NOTHING;
  return [unit(clipped.likeness >= CLIPPED ? clipped : index.lookUpFuzzy(text))];
}
