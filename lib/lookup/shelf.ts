import type { CorpusFiles } from '../corpus/build';
import type { ConceptFile } from '../corpus/concepts';
import { likePapers, paperVectors, type TfIdf } from '../search/related';
import { type Ranked, Searcher } from '../search/search';
import { openPageShelf, type PageShelf } from './page-shelf';

/** Papers, index and lexicon behind one interface. The shipped corpus is one; so will be each of the reader's imports. */
export interface Shelf extends PageShelf {
  search(
    query: string,
    limit: number,
    context?: string,
    offLanguages?: readonly string[],
  ): { ranked: Ranked[]; abstained: boolean };
  related(index: number): readonly number[];
  readonly concepts: ConceptFile;
  /** The papers most like a text, most alike first; none where they only share the field's words. */
  like(text: string): number[];
}

/** Opens the shipped shelf from the files of public/corpus. */
export function openShelf(files: CorpusFiles, page: PageShelf = openPageShelf(files)): Shelf {
  const searcher = new Searcher(files);
  // Only the panel asks for likeness: the vectors are made then.
  let vectors: TfIdf | undefined;
  return {
    ...page,
    search: (query, limit, context, offLanguages) => searcher.search(query, limit, context, offLanguages),
    related: (index) => files.related[index] ?? [],
    concepts: files.concepts,
    like: (text) => likePapers((vectors ??= paperVectors(files.papers)), text),
  };
}
