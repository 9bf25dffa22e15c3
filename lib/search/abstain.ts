import type { Ranked } from './search';

/**
 * The share of a query's information that a paper has to account for. One threshold for search and selection.
 * Cases behind it: "protein folding" (0: nothing), "the family crest above the fireplace" (a name's word among strangers),
 * "soft-prompt tunning" (a typo in every word must still pass).
 */
export const ENOUGH = 0.45;

export function enough(ranked: Ranked): boolean {
  return ranked.score >= ENOUGH;
}
