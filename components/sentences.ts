import { sentencesOf } from '../lib/lookup/excerpt';
import { stemEnglish } from '../lib/text/stem';
import { locateWords } from '../lib/text/words';

export interface Sentence {
  text: string;
  /** It answers the question: it says most of what was asked for. */
  answers: boolean;
}

/** More marked sentences than these would be a marked abstract. */
const MOST = 2;
/** An abstract of fewer sentences is read at a glance. */
const FEWEST = 3;
/** A sentence answers if it has this share of what the abstract says about the question. */
const SHARE = 0.5;

/**
 * An abstract in its sentences, white space kept, with those that answer. A term counts for the more the fewer sentences have it. Where
 * more sentences than `MOST` answer alike, the question is what the whole abstract is about, and none stands out.
 * @param terms folded stems, as a lookup returns them
 */
export function answeringSentences(text: string, terms: readonly string[]): Sentence[] {
  const sentences = cut(text);
  const plain = () => sentences.map((one) => ({ text: one, answers: false }));
  if (sentences.length < FEWEST || !terms.length) return plain();
  const has = sentences.map((one) => new Set(locateWords(one).flatMap((word) => [word.text, stemEnglish(word.text)])));
  const weights = new Map(
    [...new Set(terms)].map((term) => {
      const count = has.filter((words) => words.has(term)).length;
      return [term, count ? Math.log(1 + sentences.length / count) : 0];
    }),
  );
  const total = sum(weights.values());
  const scores = has.map((words) => sum([...weights].map(([term, weight]) => (words.has(term) ? weight : 0))));
  const good = scores.map((score) => total > 0 && score >= SHARE * total);
  const best = Math.max(...scores);
  if (good.filter(Boolean).length <= MOST) return sentences.map((one, i) => ({ text: one, answers: good[i]! }));
  const top = scores.map((score) => score === best);
  if (top.filter(Boolean).length > MOST) return plain();
  return sentences.map((one, i) => ({ text: one, answers: top[i]! }));
}

const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);

/** The sentences with the space after each, so that together they are the text. */
function cut(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  const sentences = sentencesOf(text);
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1];
    const at = text.indexOf(sentence, start);
    const end = next === undefined ? text.length : text.indexOf(next, at < 0 ? start : at + sentence.length);
    // Joined with another space than the text has: what cannot be told apart stays together.
    if (end < 0) return;
    parts.push(text.slice(start, end));
    start = end;
  });
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
