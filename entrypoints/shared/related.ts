import type { PaperView } from '../../lib/lookup/answer';
import type { PaperHead } from '../../lib/papers/paper';

/** Papers that stand near to several of these first, then in the order they come. Those at hand are left out. */
export function relatedTo(views: readonly PaperView[], limit: number): PaperHead[] {
  const here = new Set(views.map((view) => view.paper.id));
  const near = new Map<string, { paper: PaperHead; times: number }>();
  for (const paper of views.flatMap((view) => view.related)) {
    if (here.has(paper.id)) continue;
    const known = near.get(paper.id);
    if (known) known.times++;
    else near.set(paper.id, { paper, times: 1 });
  }
  return [...near.values()]
    .sort((a, b) => b.times - a.times)
    .slice(0, limit)
    .map((one) => one.paper);
}
