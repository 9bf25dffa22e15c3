import type { CorpusFiles } from '../corpus/build';
import { type Block, type Match, Matcher } from '../match/matcher';
import type { BlockMentions, Mention, PageMatches } from '../messages/protocol';
import type { Paper, PaperHead } from '../papers/paper';
import { twinKeys } from './twins';

/** The part of a shelf that pages need: its papers and its lexicon. Search's larger files are not loaded for it. */
export interface PageShelf {
  readonly papers: readonly Paper[];
  readonly matcher: Matcher;
  match(block: Block): Match[];
  /** The concept that a term match leads to. */
  term(target: number): { id: string; title: string };
  /** Its own record of a paper that another shelf has. */
  twin(other: PaperHead): PaperHead | undefined;
}

export function openPageShelf({ papers, lexicon }: Pick<CorpusFiles, 'papers' | 'lexicon'>): PageShelf {
  const matcher = new Matcher(lexicon);
  // Only a shelf of the reader's own asks.
  let byKey: Map<string, Paper> | undefined;
  return {
    papers,
    matcher,
    match: (block) => matcher.match(block),
    term(target) {
      const [id, title] = lexicon.terms[target]!;
      return { id, title };
    },
    twin(other) {
      byKey ??= new Map(papers.flatMap((paper) => twinKeys(paper).map((key) => [key, paper])));
      const key = twinKeys(other).find((one) => byKey!.has(one));
      return key === undefined ? undefined : headOf(byKey.get(key)!);
    },
  };
}

/** Mentions in blocks of a page, and what they lead to. */
export function matchBlocks(shelves: readonly PageShelf[], blocks: readonly Block[]): PageMatches {
  const papers = new Map<string, PaperHead>();
  const terms: Record<string, string> = {};
  const mentionsIn = (shelf: PageShelf, block: Block) =>
    shelf.match(block).map(({ target, ...match }) => {
      if (match.kind === 'term') {
        const { id, title } = shelf.term(target);
        terms[id] = title;
        return { ...match, id };
      }
      const paper = shelf.papers[target]!;
      papers.set(paper.id, headOf(paper));
      return { ...match, id: paper.id };
    });
  const results = blocks.map(
    (block): BlockMentions => ({ mentions: onePerPlace(shelves.flatMap((shelf) => mentionsIn(shelf, block))) }),
  );
  return { blocks: results, papers: [...papers.values()], terms };
}

/** Where two shelves find the same paper in one place, it is one mention; of different ones the first shelf's stays. */
export function onePerPlace(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    if (!kept.some((other) => other.start < mention.end && mention.start < other.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

export function headOf(paper: Paper): PaperHead {
  const { abstract: _, ...head } = paper;
  return head;
}
