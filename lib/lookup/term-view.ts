import type { ConceptNames } from '../corpus/concepts';
import { ABBREVIATION } from '../search/concept-keys';
import { foldWords } from '../text/fold';
import type { TermView } from './answer';
import { sentencesOf } from './excerpt';
import { headOf } from './page-shelf';
import type { Shelf } from './shelf';

const PAPERS = 30;
const NEIGHBOURS = 8;
/** A neighbour shares at least this many papers with the concept. */
const SHARED = 2;

/** What a concept's card and page show. */
export function termView(shelf: Shelf, id: string, names: ConceptNames): TermView {
  const { concepts, papers } = shelf;
  const at = concepts.ids.indexOf(id);
  const own = [...concepts.papers[at]!].sort((a, b) => b[1] - a[1]).slice(0, PAPERS);
  const definition = definitionOf(
    shelf,
    concepts.names[at]!,
    own.map(([paper]) => paper),
  );
  return {
    id,
    name: concepts.names[at]!,
    kind: concepts.kinds[at]!,
    ...(definition && { definition }),
    papers: own.map(([paper]) => headOf(papers[paper]!)),
    neighbours: neighboursOf(shelf, at).map((i) => ({ id: concepts.ids[i]!, name: concepts.names[i]! })),
    names: namesOf(names, id),
  };
}

function namesOf({ ids, names }: ConceptNames, id: string): TermView['names'] {
  const at = ids.indexOf(id);
  return Object.entries(names).flatMap(([language, column]): TermView['names'] =>
    language !== 'en' && column[at] ? [[language, column[at]]] : [],
  );
}

/** "X is …", "X consists in …", "X, the …": the sentence in which an abstract says what the concept is. */
function definitionOf(shelf: Shelf, name: string, papers: readonly number[]): TermView['definition'] {
  const term = foldWords(name).replace(/ /g, '[ -]');
  const pattern = new RegExp(
    `(?:^|\\b)${term}(?: [a-z]+)? ?(?:\\([A-Za-z-]+\\) ?)?(?:is|are|refers to|consists in|consists of|aims to|means)\\b|(?:^|\\b)${term} ?(?:\\([A-Za-z-]+\\))?, (?:the|a|an|where|which) `,
    'i',
  );
  for (const paper of papers) {
    const sentence = sentencesOf(shelf.papers[paper]!.abstract).find((one) => pattern.test(one));
    if (sentence) return { text: sentence, paper: headOf(shelf.papers[paper]!) };
  }
  return undefined;
}

/** Concepts that go with this one: by shared papers, divided by how common they are. */
const COMMON = 40;

function neighboursOf({ concepts }: Shelf, at: number): number[] {
  const own = new Set(concepts.papers[at]!.map(([paper]) => paper));
  return concepts.papers
    .map((papers, i) => ({
      i,
      shared: i === at ? 0 : papers.filter(([paper]) => own.has(paper)).length,
      common: papers.length,
    }))
    .filter(({ i, shared, common }) => shared >= SHARED && common < COMMON && concepts.kinds[i] !== ABBREVIATION)
    .sort((a, b) => b.shared / Math.sqrt(b.common) - a.shared / Math.sqrt(a.common) || a.i - b.i)
    .slice(0, NEIGHBOURS)
    .map(({ i }) => i);
}
