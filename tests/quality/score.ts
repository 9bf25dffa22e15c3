/** A query of the development sets with its judgments; papers are numbered from 1 in the order of the source. */
export interface Judged {
  q: string;
  kind?: string;
  type?: string;
  lang?: string;
  rel?: number[];
  best?: number | null;
  ok?: number[];
}

/** Means over a group of queries; a figure that no query of the group has is absent. */
export interface Figures {
  n: number;
  hit1?: number;
  mrr?: number;
  ndcg?: number;
  recall?: number;
  none?: number;
}

const DEPTH = 10;

/**
 * Scores ranked paper numbers: hit@1 and MRR@10 where one paper is best, nDCG@10 (Järvelin and Kekäläinen 2002, binary gains) and
 * recall@10 over the relevant ones. Papers judged borderline are left out of the ranking: neither right nor wrong.
 */
export function scoreOne(judged: Judged, ranked: readonly number[]): Omit<Figures, 'n'> {
  if (!judged.rel) return { none: ranked.length ? 0 : 1 };
  const relevant = new Set([...judged.rel, ...(judged.best ? [judged.best] : [])]);
  const borderline = new Set(judged.ok ?? []);
  const top = ranked.filter((n) => !borderline.has(n)).slice(0, DEPTH);
  const gain = (i: number) => 1 / Math.log2(i + 2);
  const most = Math.min(DEPTH, relevant.size);
  const ideal = Array.from({ length: most }, (_, i) => gain(i)).reduce((a, b) => a + b, 0);
  const figures: Omit<Figures, 'n'> = {
    ndcg: top.reduce((sum, n, i) => sum + (relevant.has(n) ? gain(i) : 0), 0) / ideal,
    recall: top.filter((n) => relevant.has(n)).length / most,
  };
  if (judged.best) {
    const at = top.indexOf(judged.best);
    figures.hit1 = at === 0 ? 1 : 0;
    figures.mrr = at < 0 ? 0 : 1 / (at + 1);
  }
  return figures;
}

export function mean(scores: readonly Omit<Figures, 'n'>[]): Figures {
  const figures: Figures = { n: scores.length };
  for (const key of ['hit1', 'mrr', 'ndcg', 'recall', 'none'] as const) {
    const values = scores.flatMap((score) => score[key] ?? []);
    if (values.length) figures[key] = Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 1000) / 1000;
  }
  return figures;
}
