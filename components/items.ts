import type { Hit, Why } from '../lib/lookup/answer';
import type { Found } from '../lib/messages/protocol';
import type { PaperHead } from '../lib/papers/paper';

/** A row of a list: a paper, or a topic that a page speaks of. */
export interface Item {
  id: string;
  kind: 'paper' | 'topic';
  title: string;
  /** Absent until it has been fetched. */
  paper?: PaperHead | undefined;
  why?: readonly Why[];
  /** Folded stems to be marked. */
  terms?: readonly string[];
  excerpt?: string;
  /** How often the page mentions it. */
  count?: number;
  /** What the page writes, where that is not the title. */
  writtenAs?: string;
  /** That is an identifier, or a link to one. */
  byIdentifier?: boolean;
}

export type Heads = Readonly<Record<string, PaperHead>>;

export function itemsOfHits(hits: readonly Hit[]): Item[] {
  return hits.map(({ paper, why, terms, excerpt }) => ({
    id: paper.id,
    kind: 'paper',
    title: paper.title,
    paper,
    why,
    terms,
    excerpt,
  }));
}

export function itemOfFound(found: Found, heads: Heads): Item {
  const topic = found.kind === 'term';
  return {
    id: found.id,
    kind: topic ? 'topic' : 'paper',
    title: found.title,
    paper: topic ? undefined : heads[found.id],
    count: found.count,
    ...(found.kind !== 'title' && !sameText(found.text, found.title) && { writtenAs: found.text }),
    ...(found.kind === 'id' && { byIdentifier: true }),
  };
}

export const itemOfPaper = (paper: PaperHead): Item => ({ id: paper.id, kind: 'paper', title: paper.title, paper });

/** A page's spelling of the whole title says nothing new. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim()
      .toLowerCase();
  return plain(a) === plain(b);
}
