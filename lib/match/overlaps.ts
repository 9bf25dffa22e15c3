import type { Match, MatchKind } from './matcher';

const RANK: Record<MatchKind, number> = { title: 3, id: 2, name: 1, term: 0 };

/** Of overlapping matches the longer stays; of equally long ones the title before the identifier, the name and the term. In text order. */
export function keepBest(matches: readonly Match[]): Match[] {
  const byWorth = [...matches].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || RANK[b.kind] - RANK[a.kind] || a.start - b.start || a.target - b.target,
  );
  const kept: Match[] = [];
  // Long spans first, so a binary search over the kept, sorted spans finds any overlap.
  for (const match of byWorth) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]!.start < match.start) low = middle + 1;
      else high = middle;
    }
    if (kept[low - 1] && kept[low - 1]!.end > match.start) continue;
    if (kept[low] && kept[low]!.start < match.end) continue;
    kept.splice(low, 0, match);
  }
  return kept;
}
