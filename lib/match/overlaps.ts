import type { Match, MatchKind } from './matcher';

const RANK: Record<MatchKind, number> = { title: 2, name: 1, term: 0, id: 0 };

/** Of overlapping matches the longer stays; of equally long ones the title before the name and the term; identifiers give way to all of them. In text order. */
export function keepBest(matches: readonly Match[]): Match[] {
  const byWorth = [...matches].sort(
    (a, b) =>
      // A link's whole text may stand for an identifier: what is written in it says more.
      Number(a.kind === 'id') - Number(b.kind === 'id') ||
      b.end - b.start - (a.end - a.start) ||
      RANK[b.kind] - RANK[a.kind] ||
      a.start - b.start ||
      a.target - b.target,
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
