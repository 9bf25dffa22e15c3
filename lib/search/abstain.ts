import type { Ranked } from './search';

/**
 * When a paper answers a query: it accounts for this share of the query's information, or, as long descriptions hold much that no
 * abstract says, for a smaller share that is a good deal by itself. One rule for search and selection. The cases behind it, with the
 * share and the information (in nats) that the best paper accounts for:
 *
 *   "chess engines and self-play" 0.29 of 14, "transfer window deadline day" 0.42 of 12: nothing;
 *   "keep calm and carry on" 0.38 of 13: a name's word among strangers, nothing;
 *   "modified CPC features learned from untranscribed recordings …" 0.34 of 31: found;
 *   "which source language should I pick for transfer?" 0.56 of 8: found.
 */
const SHARE = 0.45;
const SHARE_OF_LONG = 0.27;
const INFORMATION_OF_LONG = 6.5;

/** Of a query that names a concept in two words or more: what is around it may be unknown for its endings alone. */
const SHARE_OF_NAMED = 0.28;

/**
 * Of a query in another language whose subject two words agree about, one of them a topic of the paper's title, and of one with three:
 * "Adapter sind nicht schneller als das vollständige Finetuning" has 0.42.
 */
const SHARE_OF_TWO = 0.36;
const SHARE_OF_THREE = 0.29;

/** No rule lets a paper through that accounts for less. */
export const LEAST_SHARE = Math.min(SHARE_OF_LONG, SHARE_OF_NAMED);

/** Beside a paper that answers a long description, one that accounts for less may be the one that was meant: it says much in other words. */
const SHARE_OF_FOLLOWER = 0.36;
const FOLLOWER_WORDS = 5;

/** Whether a paper may stand in an answer. */
export function enough(ranked: Ranked, english: boolean): boolean {
  const { score, telling } = ranked;
  return answers(ranked, english) || (english && telling >= FOLLOWER_WORDS && score >= SHARE_OF_FOLLOWER);
}

function answers({ score, information, named, about, matched, technical }: Ranked, english: boolean): boolean {
  if (!english && named && score >= SHARE_OF_NAMED) return true;
  if (!english && about === 'title' && technical && matched >= WORDS)
    if (score >= (matched > WORDS ? SHARE_OF_THREE : SHARE_OF_TWO)) return true;
  return score >= SHARE || (score >= SHARE_OF_LONG && score * information >= INFORMATION_OF_LONG);
}

/** Of a query in another language of which one word is known: "prices of flats in Peking", the price being one of training in the papers. */
const SHARE_OF_LONE = 0.51;

/** In nats. The technical words of an answer in English ask for this much: "body language in interviews" has "language", of 1.3. */
const TECHNICAL = 1.5;

/** Of an English query of which one word alone is known: "Forgot your password?" has 0.46, "document reranking" 0.65. */
const SHARE_OF_LONE_TITLE = 0.5;

/** One word of several is a coincidence, however rare: "music generation" is not about whatever else mentions music. */
const WORDS = 2;

/**
 * Whether a paper is more than a coincidence: it accounts for two of the query's words, or its title is about a concept of it. Words of
 * another language may be unknown for their endings alone: there a concept is enough. An answer needs one such paper; the others may
 * follow it.
 */
export function agrees(ranked: Ranked, english: boolean): boolean {
  if (!answers(ranked, english)) return false;
  const { named, about, telling, matched, score } = ranked;
  if (isEverydayTalk(ranked, english)) return false;
  if (named || matched >= Math.min(WORDS, telling)) return true;
  return english ? about === 'title' && score >= SHARE_OF_LONE_TITLE : about !== undefined && score >= SHARE_OF_LONE;
}

/** What a query and a paper share are words of everyday life, or beside them a word so common among papers that it tells nothing. */
function isEverydayTalk({ named, about, telling, technical }: Ranked, english: boolean): boolean {
  if (named || !telling) return false;
  if (telling < WORDS) return !technical && !about;
  return technical < (english ? TECHNICAL : Number.MIN_VALUE);
}
