import { stemEnglish } from '../lib/text/stem';
import { locateWords } from '../lib/text/words';

export interface Part {
  text: string;
  marked: boolean;
}

/** Words of scripts written without spaces: a run of them is one word to `locateWords`, so terms are looked for inside it. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Cuts a text into marked and plain parts. `terms` are folded stems, as a lookup returns them; several words are a phrase. */
export function markParts(text: string, terms: readonly string[]): Part[] {
  const spans = joinNeighbours(text, findSpans(text, new Set(terms)));
  const parts: Part[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

type Span = [start: number, end: number];

function findSpans(text: string, terms: ReadonlySet<string>): Span[] {
  if (!terms.size) return [];
  const unspaced = [...terms].filter((term) => UNSPACED.test(term));
  const spans: Span[] = [];
  const words = locateWords(text);
  const phrases = [...terms].filter((term) => term.includes(' ')).map((term) => term.split(' '));
  words.forEach((word, i) => {
    for (const phrase of phrases) {
      const last = words[i + phrase.length - 1];
      if (last && phrase.every((stem, k) => stemEnglish(words[i + k]!.text) === stem))
        spans.push([word.start, last.end]);
    }
    if (terms.has(word.text) || terms.has(stemEnglish(word.text))) spans.push([word.start, word.end]);
    // Inside a run places can be told only where folding kept one letter for one.
    else if (unspaced.length && word.text.length === word.end - word.start)
      spans.push(...inRun(word.text, word.start, unspaced));
  });
  return spans;
}

function inRun(run: string, start: number, terms: readonly string[]): Span[] {
  const found: Span[] = [];
  for (const term of terms) {
    for (let at = run.indexOf(term); at >= 0; at = run.indexOf(term, at + term.length))
      found.push([start + at, start + at + term.length]);
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** "code-switching" is one mark, not two with a hyphen between; overlaps become one. */
function joinNeighbours(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && (start <= last[1] || /^[\s\-\u2010-\u2013]$/.test(text.slice(last[1], start))))
      last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** A text with the words of the question marked. Text nodes only: nothing in it is ever read as HTML. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] | undefined }) {
  if (!terms?.length) return <>{text}</>;
  return <>{markParts(text, terms).map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}</>;
}
