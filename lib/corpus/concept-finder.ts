import type { Paper } from '../papers/paper';
import { stemIn } from '../text/stem-any';
import { wordsOf } from '../text/words';

/** A title's mention says that the paper is about it; a mention in the abstract says so the more, the oftener it comes. In hundredths. */
const IN_TITLE = 100;
const IN_ABSTRACT = 45;
const AGAIN = 12;
const OFTEN = 90;

/** A stem that some name of a concept has, and the names that begin with it. Each stem is one object: equal stems are the same. */
interface Stem {
  first: Pattern[];
}

/** The English names of each concept, by its id: ids stay where the list of concepts grows, places in it do not. */
export type EnglishNames = Readonly<Record<string, readonly string[]>>;

interface Pattern {
  /** Its id. */
  concept: string;
  words: readonly Stem[];
  /** Abbreviations are words in another case: RAG, MT, CLS. */
  cased: string | undefined;
}

/** Finds the concepts that papers are about, by the concepts' English names. One pass over a paper's words, however many concepts there are. */
export class ConceptFinder {
  private readonly stems = new Map<string, Stem>();
  /** The stems of words that were met: the papers of a shelf share most of theirs. */
  private readonly known = new Map<string, Stem>();

  constructor(names: EnglishNames) {
    for (const [concept, own] of Object.entries(names)) {
      for (const name of own) {
        const words = wordsOf(name).map((word) => this.enter(stemIn('en', word)));
        if (!words.length) continue;
        const cased = /^[A-Z][A-Z0-9&-]+$/.test(name) ? name : undefined;
        words[0]!.first.push({ concept, words, cased });
      }
    }
  }

  /**
   * The concepts of a paper, and how much it is about each, in hundredths.
   * @param words of its title and abstract, where somebody has them already
   */
  conceptsOf(
    { title, abstract }: Pick<Paper, 'title' | 'abstract'>,
    words: Words = { title: wordsOf(title), abstract: wordsOf(abstract) },
  ): Map<string, number> {
    const isWritten = ({ cased }: Pattern) => !cased || title.includes(cased) || abstract.includes(cased);
    const count = new Map<string, number>();
    for (const { concept } of this.occurrences(words.abstract, isWritten))
      count.set(concept, (count.get(concept) ?? 0) + 1);
    const strength = new Map<string, number>();
    for (const [concept, times] of count) strength.set(concept, Math.min(OFTEN, IN_ABSTRACT + AGAIN * (times - 1)));
    for (const { concept } of this.occurrences(words.title, isWritten)) strength.set(concept, IN_TITLE);
    return strength;
  }

  /** Every place where a name stands; one name's do not overlap. */
  private occurrences(words: readonly string[], counts: (pattern: Pattern) => boolean): Pattern[] {
    const stems = words.map((word) => this.known.get(word) ?? this.meet(word));
    const found: Pattern[] = [];
    const next = new Map<Pattern, number>();
    stems.forEach((stem, at) => {
      for (const pattern of stem.first) {
        if (at < (next.get(pattern) ?? 0) || !pattern.words.every((one, i) => stems[at + i] === one)) continue;
        next.set(pattern, at + pattern.words.length);
        if (counts(pattern)) found.push(pattern);
      }
    });
    return found;
  }

  /** A word's first time. */
  private meet(word: string): Stem {
    const stem = this.stems.get(stemIn('en', word)) ?? OTHER;
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(word, stem);
    return stem;
  }

  private enter(text: string): Stem {
    const known = this.stems.get(text);
    if (known) return known;
    const stem: Stem = { first: [] };
    this.stems.set(text, stem);
    return stem;
  }
}

/** The stem of whatever stands in no name. */
const OTHER: Stem = { first: [] };

type Words = Record<'title' | 'abstract', readonly string[]>;

/** A hundred thousand papers have some two hundred thousand words, most of them once. */
const REMEMBERED = 50_000;
