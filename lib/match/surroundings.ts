import type { Block } from './matcher';

/** A place in a block's text. */
export interface Span {
  start: number;
  end: number;
}

const SMALL_WORDS =
  /^(?:a|an|the|of|for|in|on|to|and|or|with|from|by|at|as|is|are|be|via|vs|its|it|into|through|between|across|towards?|using|can|do|does|how|than|not|all|one|under|over|after|per)$/i;

/** Most of the longer words start with a capital or a digit, and not all letters of the span are capitals. */
export function hasTitleCapitals(text: string, span: Span): boolean {
  const raw = text.slice(span.start, span.end);
  const words = raw
    .split(/[\s\-‐-―]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word.length > 1 && !SMALL_WORDS.test(word));
  if (!words.length || !/\p{Ll}/u.test(raw)) return false;
  return (
    words.filter((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word) || /\p{Lu}/u.test(word)).length >= 0.7 * words.length
  );
}

const OPENING = /["'“‘«‹»”„‟「『《*_`´‚]\s?$|\\emph\{$|\{$/u;
const CLOSING = /^[.,?!]?\s?["'”’»«›“‘」』》*_`´]/u;

export function inQuotes(text: string, span: Span): boolean {
  return (
    OPENING.test(text.slice(Math.max(0, span.start - 6), span.start)) &&
    CLOSING.test(text.slice(span.end, span.end + 4))
  );
}

/** The span fills a link, or nearly. */
export function inLink(block: Block, span: Span): boolean {
  return (block.links ?? []).some(
    ([start, end]) =>
      start <= span.start + 2 && end >= span.end - 2 && end - start <= (span.end - span.start) * 1.5 + 12,
  );
}

/** The span is nearly all the block says: a heading, a list item, a table cell. Numbering and punctuation do not count. */
export function coversBlock(text: string, span: Span): boolean {
  if (span.end - span.start > text.length * 0.8) return true;
  const line = lineAround(text, span);
  // Far longer than the span: no share to count.
  if (line.end - line.start > 3 * (span.end - span.start) + 100) return false;
  const letters = (part: string) => part.replace(/[^\p{L}]/gu, '').length;
  return letters(text.slice(span.start, span.end)) >= 0.85 * letters(text.slice(line.start, line.end));
}

/** A line is looked at so far on either side, in characters: no title's is longer. */
const LINE_REACH = 2000;

function lineAround(text: string, span: Span): Span {
  const from = Math.max(0, span.start - LINE_REACH);
  const start = from + text.slice(from, span.start).lastIndexOf('\n') + 1;
  const end = text.slice(span.end, span.end + LINE_REACH).indexOf('\n');
  return { start, end: end < 0 ? Math.min(text.length, span.end + LINE_REACH) : span.end + end };
}

/** Signs of a bibliography entry; two of them near a span make it one. */
const REFERENCE_SIGNS = [
  /\b(?:19[89]\d|20[0-4]\d)[a-z]?\b/,
  /\bet al\b/i,
  /\b(?:proc(?:eedings|\.)|arxiv|preprint|findings|transactions|journal|conference|workshop|thesis|dissertation|doi|pp?\.|vol\.|booktitle|@\w+\{|author\s*=|url\s*=)/i,
  /\b(?:ACL|EMNLP|NAACL|EACL|AACL|COLING|LREC|CoNLL|TACL|ICLR|NeurIPS|ICML|AAAI|IJCAI|Interspeech|INTERSPEECH|ICASSP|SIGIR|ECIR|CIKM|WMT|SemEval|BUCC|MRL)\b/,
  /(?:^|[\s,;&])\p{Lu}\.(?:-?\p{Lu}\.)*(?=[\s,;&])/u,
  /\p{Lu}[\p{L}'’-]+,? \p{Lu}{1,3}(?=[,.;&\s])/u,
  /^\s*(?:\[\w{1,12}\]|\d{1,3}\.|\(\d{1,3}\))\s/,
  /\bIn:? \p{Lu}/u,
  /\p{Lu}\p{Ll}+ \p{Lu}[\p{L}.'’-]+(?:, (?:and )?\p{Lu}\p{Ll}+ \p{Lu}[\p{L}.'’-]+)+/u,
];

/** How far to look for them, in characters. */
const REFERENCE_REACH = 220;

export function looksLikeReference(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - REFERENCE_REACH), span.start);
  const after = text.slice(span.end, span.end + REFERENCE_REACH);
  // The entry, where entries stand under one another.
  const entry = `${before.slice(before.lastIndexOf('\n\n') + 1)} \u0001 ${after.split('\n\n')[0]}`;
  let signs = 0;
  for (const sign of REFERENCE_SIGNS) if (sign.test(entry) && ++signs >= 2) return true;
  return false;
}

/** The span begins with a small letter and follows a word of the same sentence: ordinary words, it seems. */
export function startsMidSentence(text: string, span: Span): boolean {
  if (!/\p{Ll}/u.test(text[span.start] ?? '')) return false;
  return /[\p{L}\p{N}],?[ \t\n]+$/u.test(text.slice(Math.max(0, span.start - 4), span.start));
}
