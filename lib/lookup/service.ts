import type { ConceptNames } from '../corpus/concept-names';
import { definitionsIn } from '../match/abbreviations';
import type { PaperHead } from '../papers/paper';
import type { Ranked } from '../search/search';
import { type Answer, emptyAnswer, type Hit, type PaperView, type TermView } from './answer';
import { excerptOf } from './excerpt';
import { headOf } from './page-shelf';
import { conceptsOf } from './paper-concepts';
import type { Shelf } from './shelf';
import { termView } from './term-view';

const DEFAULT_LIMIT = 20;

/** What the extension answers from: all active shelves as one. */
export class LookupService {
  private readonly place = new Map<string, { shelf: Shelf; index: number }>();

  constructor(private readonly shelves: readonly Shelf[]) {
    for (const shelf of shelves) {
      // The first shelf that has a paper wins: the order is the reader's.
      shelf.papers.forEach((paper, index) => {
        if (!this.place.has(paper.id)) this.place.set(paper.id, { shelf, index });
      });
    }
  }

  /**
   * Papers for a query or selection.
   * @param context the sentence around a selection: it helps to order the papers. An abbreviation that it defines is looked up by what
   *   it stands for there, and by itself only where that finds nothing.
   * @param offLanguages languages whose names of concepts are not looked for
   */
  search(query: string, limit = DEFAULT_LIMIT, context?: string, offLanguages?: readonly string[]): Answer {
    const long = longFormOf(query, context);
    const spelt = long ? this.ask(long, limit, context, offLanguages) : undefined;
    return spelt && !spelt.abstained ? { ...spelt, query } : this.ask(query, limit, context, offLanguages);
  }

  /** The same for the query as it is written. */
  ask(query: string, limit: number, context?: string, offLanguages?: readonly string[]): Answer {
    const answer = emptyAnswer(query);
    const hits: Hit[] = [];
    const nearest: Hit[] = [];
    for (const shelf of this.shelves) {
      const { ranked, abstained } = shelf.search(query, limit, context, offLanguages);
      for (const one of ranked) (abstained ? nearest : hits).push(hitOf(shelf, one));
    }
    const byScore = (a: Hit, b: Hit) => b.score - a.score;
    if (this.shelves.length > 1) {
      hits.sort(byScore);
      nearest.sort(byScore);
    }
    answer.hits = onePerPaper(hits).slice(0, limit);
    answer.abstained = !hits.length;
    if (answer.abstained) answer.nearest = onePerPaper(nearest).slice(0, 5);
    return answer;
  }

  /** One paper with its abstract and its neighbours; null where no shelf has it. */
  get(id: string): PaperView | null {
    const place = this.place.get(id);
    if (!place) return null;
    const { shelf, index } = place;
    return {
      paper: shelf.papers[index]!,
      related: shelf.related(index).map((i) => headOf(shelf.papers[i]!)),
      concepts: conceptsOf(shelf.concepts, index),
    };
  }

  /** A concept with its papers in all shelves, its neighbours and its names; null where no shelf knows it. */
  term(id: string, names: ConceptNames): TermView | null {
    const shelf = this.shelves.find(({ concepts }) => concepts.ids.includes(id));
    return shelf ? termView(shelf, id, names) : null;
  }

  /** Papers like a page, by its words. */
  like(text: string, without: readonly string[]): PaperHead[] {
    return this.shelves
      .flatMap((shelf) => shelf.like(text).map((i) => headOf(shelf.papers[i]!)))
      .filter(({ id }) => !without.includes(id));
  }

  has(id: string): boolean {
    return this.place.has(id);
  }

  /** The record of a paper that another shelf has. */
  twin(other: PaperHead): PaperHead | undefined {
    for (const shelf of this.shelves) {
      const twin = shelf.twin(other);
      if (twin) return twin;
    }
    return undefined;
  }
}

/** What a selected abbreviation stands for, where the text around it says so: "retrieval-augmented generation (RAG)". */
export function longFormOf(selection: string, context = ''): string | undefined {
  const short = selection.trim().replace(/s$/, '');
  if (!short || short.includes(' ')) return undefined;
  return definitionsIn(context).find((one) => one.short.replace(/s$/, '') === short)?.long;
}

/** A paper that several shelves have is shown once: the first of its hits stays. */
export function onePerPaper(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ paper }) => !seen.has(paper.id) && seen.add(paper.id));
}

function hitOf(shelf: Shelf, { index, score, why, terms }: Ranked): Hit {
  const paper = shelf.papers[index]!;
  return { paper: headOf(paper), excerpt: excerptOf(paper.abstract, terms), score, why, terms };
}
