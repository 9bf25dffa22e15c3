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

export function enough({ score, information }: Ranked): boolean {
  return score >= SHARE || (score >= SHARE_OF_LONG && score * information >= INFORMATION_OF_LONG);
}
