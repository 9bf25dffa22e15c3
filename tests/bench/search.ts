import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { CorpusFiles } from '../../lib/corpus/build';
import { openPageShelf } from '../../lib/lookup/page-shelf';
import { LookupService } from '../../lib/lookup/service';
import { openShelf } from '../../lib/lookup/shelf';
import { Concepts } from '../../lib/search/concepts';
import { packSections } from '../../lib/search/key-table';
import { TermIndex } from '../../lib/search/term-index';
import { wordsOf } from '../../lib/text/words';
import { readCorpus } from '../tools/open-corpus';
import { ratio, timeTogether } from './measure';
import { type Section, times } from './report';

const LEXICON = ['keys.bin', 'concepts.json', 'concept-names.bin'];
/** Bytes that the lexicon may add to the package, which is a zip. */
const LEXICON_MAX = 400_000;

/** An English query that names a concept and says more. */
const FIRST = 'cross-lingual named entity recognition for African languages';

/** Search: what understanding a query costs beside a plain MiniSearch query of the same length. */
export async function search(): Promise<Section[]> {
  const files = readCorpus();
  const lookup = new LookupService([openShelf(files)]);
  const mini = new MiniSearch({ fields: ['title', 'abstract'] });
  mini.addAll(files.papers);
  const words = files.papers.flatMap(({ abstract }) => wordsOf(abstract));
  const costOf = (queries: readonly string[]): number => {
    // As many words as the query has, of the shelf's own, so that they find something.
    const plain = queries.map((query, i) =>
      words
        .slice((i * 97) % 15_000)
        .slice(0, Math.max(1, wordCount(query)))
        .join(' '),
    );
    const timed = timeTogether({
      ours: () => queries.map((query) => lookup.search(query, 20)),
      plain: () => plain.map((query) => mini.search(query)),
    });
    return ratio(timed, 'ours', 'plain');
  };
  const lines = ['queries_en', 'queries_ml'].map((set) => {
    const factor = costOf(read(set).map(({ q }) => q));
    return {
      what: set === 'queries_en' ? 'English queries' : 'queries in 33 languages',
      measured: times(factor),
      target: 'at most 2 x',
      good: factor <= 2,
    };
  });
  const languages = new Map<string, string[]>();
  for (const { q, lang = '' } of read('queries_ml')) languages.set(lang, [...(languages.get(lang) ?? []), q]);
  const costs = [...languages].map(([lang, queries]) => ({ lang, cost: costOf(queries) }));
  costs.sort((a, b) => b.cost - a.cost);
  const size = LEXICON.reduce((sum, name) => sum + gzipSync(readFileSync(`public/corpus/${name}`)).length, 0);
  const unpacked = LEXICON.reduce((sum, name) => sum + statSync(`public/corpus/${name}`).size, 0);
  // As the worker does it after a restart, from the bytes of the files, up to the first answer.
  const texts = ['papers', 'index', 'lexicon', 'related', 'concepts'].map(
    (name) => [name, readFileSync(`public/corpus/${name}.json`, 'utf8')] as const,
  );
  const parsed = (skip: string) =>
    Object.fromEntries(texts.flatMap(([name, text]) => (name === skip ? [] : [[name, JSON.parse(text)]])));
  const noConcepts = { ids: [], kinds: [], names: [], papers: [], forms: [] };
  const noKeys = packSections(new Map()).slice().buffer;
  const first = (corpus: unknown) => new LookupService([openShelf(corpus as CorpusFiles)]).search(FIRST, 20);
  const cold = timeTogether({
    lexicon: () => first({ ...parsed(''), keys: files.keys }),
    without: () => first({ ...parsed('concepts'), concepts: noConcepts, keys: noKeys }),
  });
  const slower = ratio(cold, 'lexicon', 'without');
  const opened = timeTogether({
    index: () => new TermIndex(files.papers, files.index),
    lexicon: () => new Concepts(files.concepts, files.keys),
    page: () => openPageShelf(files),
  });
  return [
    {
      title: 'Search: the cost of understanding',
      how: 'The development queries through the lookup service, against MiniSearch with its defaults on as many words of the shelf, warm, in turns.',
      lines: [
        ...lines,
        {
          what: 'each language by itself, the dearest first',
          measured: costs.map(({ lang, cost }) => `${lang} ${cost.toFixed(1)}`).join(', '),
        },
        {
          what: 'lexicon, packed',
          measured: `${Math.round(size / 1000)} kB (${Math.round(unpacked / 1000)} kB unpacked)`,
          target: 'at most 400 kB',
          good: size <= LEXICON_MAX,
        },
        {
          what: 'opening everything and answering a first English query, with the lexicon against without',
          measured: times(slower),
          target: 'at most 1.1 x',
          good: slower <= 1.1,
        },
        {
          what: 'opening the lexicon, against opening the index (first search only; pages load neither)',
          measured: times(ratio(opened, 'lexicon', 'index')),
        },
        {
          what: 'opening the lexicon, against opening what pages need',
          measured: times(ratio(opened, 'lexicon', 'page')),
        },
      ],
    },
  ];
}

/** Words of a query; Chinese and Japanese ones count too, though no space parts them. */
const wordCount = (query: string): number =>
  [...segmenter.segment(query)].filter((segment) => segment.isWordLike).length;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

const read = (set: string): { q: string; lang?: string }[] =>
  readFileSync(`tests/quality/${set}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
