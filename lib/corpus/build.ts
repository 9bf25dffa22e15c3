import MiniSearch from 'minisearch';
import { buildLexicon } from '../match/forms';
import type { Paper } from '../papers/paper';
import { OPTIONS_VERSION, SEARCH_OPTIONS } from '../search/options';
import { relatedPapers } from '../search/related';
import { type ConceptFile, type ConceptSource, conceptKeys, conceptPapers } from './concepts';
import type { Names } from './names';

/** What public/corpus holds, by file name: JSON, but for the packed `keys`. */
export interface CorpusFiles {
  papers: Paper[];
  index: unknown;
  lexicon: ReturnType<typeof buildLexicon> & { aliases: Record<number, string[]> };
  related: number[][];
  concepts: ConceptFile;
  /** Packed names of the concepts in all languages (lib/search/key-table). */
  keys: ArrayBuffer;
}

/** Counts and hashes of a built corpus; the proof page and the tests read it. */
export interface About {
  papers: number;
  withArxiv: number;
  authors: number;
  years: [number, number];
  names: number;
  terms: number;
  optionsVersion: number;
  cleaned: Record<string, number>;
  /** SHA-256 of each source and of each built file. */
  sha256: Record<string, string>;
}

/** Everything that can be computed ahead for a shelf of papers. Pure: the same papers and names give the same values. */
export function buildCorpus(
  papers: Paper[],
  names: Names,
  concepts: readonly ConceptSource[],
  empty: Record<string, string[]>,
  corrections: ReadonlySet<string>,
): CorpusFiles {
  const index = new MiniSearch<Paper>(SEARCH_OPTIONS);
  index.addAll(papers);
  const aliases: Record<number, string[]> = {};
  papers.forEach((paper, i) => {
    const own = names.papers[paper.id]?.aliases;
    if (own) aliases[i] = own;
  });
  const emptySets = Object.fromEntries(Object.entries(empty).map(([language, words]) => [language, new Set(words)]));
  const about = conceptPapers(concepts, papers, corrections);
  const terms = concepts.map(({ id, kind, names: own }, i) => ({
    id,
    kind,
    names: own['en']!,
    papers: about[i]!.length,
  }));
  return {
    papers,
    index: index.toJSON(),
    lexicon: { ...buildLexicon(papers, names, terms), aliases },
    related: relatedPapers(papers),
    concepts: {
      ids: concepts.map((concept) => concept.id),
      kinds: concepts.map((concept) => concept.kind),
      names: concepts.map((concept) => concept.names['en']![0]!),
      papers: about,
      empty,
    },
    keys: conceptKeys(concepts, emptySets).buffer as ArrayBuffer,
  };
}

export function aboutCorpus(
  files: CorpusFiles,
  cleaned: Record<string, number>,
  sha256: Record<string, string>,
): About {
  const years = files.papers.flatMap((paper) => paper.year ?? []);
  return {
    papers: files.papers.length,
    withArxiv: files.papers.filter((paper) => paper.arxiv).length,
    authors: new Set(files.papers.flatMap((paper) => paper.authors)).size,
    // Of a shelf without any year: 0.
    years: years.length ? [Math.min(...years), Math.max(...years)] : [0, 0],
    names: files.lexicon.forms.filter((form) => form.kind === 'name').length,
    terms: (files.index as { termCount: number }).termCount ?? 0,
    optionsVersion: OPTIONS_VERSION,
    cleaned,
    sha256,
  };
}
