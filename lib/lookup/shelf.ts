import type { CorpusFiles } from '../corpus/build';
import type { Lexicon } from '../match/forms';
import { type Block, type Match, Matcher } from '../match/matcher';
import type { Paper, PaperHead } from '../papers/paper';
import { type Ranked, Searcher } from '../search/search';

/** Papers, index and lexicon behind one interface. The shipped corpus is one; so will be each of the reader's imports. */
export interface Shelf {
  readonly papers: readonly Paper[];
  search(query: string, limit: number, context?: string): { ranked: Ranked[]; abstained: boolean };
  match(block: Block): Match[];
  readonly matcher: Matcher;
  related(index: number): readonly number[];
}

/** Opens the shipped shelf from the files of public/corpus. */
export function openShelf(files: CorpusFiles): Shelf {
  const matcher = new Matcher(files.lexicon as Lexicon);
  const searcher = new Searcher(files);
  return {
    papers: files.papers,
    matcher,
    search: (query, limit) => searcher.search(query, limit),
    match: (block) => matcher.match(block),
    related: (index) => files.related[index] ?? [],
  };
}

export function headOf(paper: Paper): PaperHead {
  const { abstract: _, ...head } = paper;
  return head;
}
