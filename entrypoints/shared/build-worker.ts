// Builds the tables of imported papers, while the import worker reads and writes on: most of an import's work.
import { ConceptFinder, type EnglishNames } from '../../lib/corpus/concept-finder';
import { buildPart, type PartBuffers } from '../../lib/corpus/shelf-part';
import type { Paper } from '../../lib/papers/paper';
import { atOnce } from '../../lib/util/in-steps';

let finder: ConceptFinder | undefined;

/** First the English names of each concept, then one part after the other: what is sent is answered in turn. */
addEventListener('message', ({ data }: MessageEvent<{ names: EnglishNames } | { papers: Paper[] }>) => {
  if ('names' in data) {
    finder = new ConceptFinder(data.names);
    return;
  }
  const built: PartBuffers = atOnce(buildPart(data.papers, finder!));
  postMessage(built, { transfer: [built.words, built.concepts, built.titles] });
});
