import type { ConceptFile } from '../corpus/concepts';
import { GLOSSARY } from '../search/concept-keys';

/** As many as are taken in at a glance. */
const SHOWN = 10;

/** The concepts that a paper is most about, most telling first: by how much it says of them, divided by how common they are. */
export function conceptsOf({ ids, kinds, names, papers }: ConceptFile, paper: number): { id: string; name: string }[] {
  return papers
    .flatMap((about, at) => {
      const weight = kinds[at] !== GLOSSARY && about.find(([index]) => index === paper)?.[1];
      return weight ? [{ at, score: weight / Math.sqrt(about.length) }] : [];
    })
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, SHOWN)
    .map(({ at }) => ({ id: ids[at]!, name: names[at]! }));
}
