import type { Paper } from '../papers/paper';
import { stemIn } from '../text/stem-any';
import { wordsOf } from '../text/words';

/** A title's mention says that the paper is about it; a mention in the abstract says so the more, the oftener it comes. In hundredths. */
const IN_TITLE = 100;
const IN_ABSTRACT = 45;
const AGAIN = 12;
const OFTEN = 90;

interface Pattern {
  concept: number;
  /** Stems. */
  words: readonly string[];
  /** Abbreviations are words in another case: RAG, MT, CLS. */
  cased: string | undefined;
}

/** Finds the concepts that papers are about, by the concepts' English names. One pass over a paper's words, however many concepts there are. */
export class ConceptFinder {
  private readonly byFirst = new Map<string, Pattern[]>();
  /** Stems of words that were met: the papers of a shelf share most of theirs. */
  private readonly known = new Map<string, string>();

  /** @param names the English names of each concept, in the order of their numbers */
  constructor(names: readonly (readonly string[])[]) {
    names.forEach((own, concept) => {
      for (const name of own) {
        const words = this.stems(wordsOf(name));
        if (!words.length) continue;
        const pattern = { concept, words, cased: /^[A-Z][A-Z0-9&-]+$/.test(name) ? name : undefined };
        const list = this.byFirst.get(words[0]!);
        if (list) list.push(pattern);
        else this.byFirst.set(words[0]!, [pattern]);
      }
    });
  }

  /**
   * The concepts of a paper, and how much it is about each, in hundredths.
   * @param words of its title and abstract, where somebody has them already
   */
  conceptsOf(
    { title, abstract }: Pick<Paper, 'title' | 'abstract'>,
    words: Words = { title: wordsOf(title), abstract: wordsOf(abstract) },
  ): Map<number, number> {
    const isWritten = ({ cased }: Pattern) => !cased || title.includes(cased) || abstract.includes(cased);
    const count = new Map<number, number>();
    for (const { concept } of this.occurrences(this.stems(words.abstract), isWritten))
      count.set(concept, (count.get(concept) ?? 0) + 1);
    const strength = new Map<number, number>();
    for (const [concept, times] of count) strength.set(concept, Math.min(OFTEN, IN_ABSTRACT + AGAIN * (times - 1)));
    for (const { concept } of this.occurrences(this.stems(words.title), isWritten)) strength.set(concept, IN_TITLE);
    return strength;
  }

  /** Every place where a name stands; one name's do not overlap. */
  private occurrences(words: readonly string[], counts: (pattern: Pattern) => boolean): Pattern[] {
    const found: Pattern[] = [];
    const next = new Map<Pattern, number>();
    words.forEach((word, at) => {
      const patterns = this.byFirst.get(word);
      if (!patterns) return;
      for (const pattern of patterns) {
        if (at < (next.get(pattern) ?? 0) || !pattern.words.every((one, i) => words[at + i] === one)) continue;
        next.set(pattern, at + pattern.words.length);
        if (counts(pattern)) found.push(pattern);
      }
    });
    return found;
  }

  private stems(words: readonly string[]): string[] {
    return words.map((word) => {
      let stem = this.known.get(word);
      if (stem === undefined) {
        stem = stemIn('en', word);
        if (this.known.size >= REMEMBERED) this.known.clear();
        this.known.set(word, stem);
      }
      return stem;
    });
  }
}

type Words = Record<'title' | 'abstract', readonly string[]>;

/** A hundred thousand papers have some two hundred thousand words, most of them once. */
const REMEMBERED = 50_000;
