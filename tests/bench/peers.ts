// Sidelight beside libraries that others would take for the same, on the same texts, in one run of one process.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { create, insertMultiple, load, search as oramaSearch, save } from '@orama/orama';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import AhoCorasick from 'modern-ahocorasick';
import { LookupService } from '../../lib/lookup/service';
import { openShelf } from '../../lib/lookup/shelf';
import { buildLexicon } from '../../lib/match/forms';
import { Matcher } from '../../lib/match/matcher';
import type { Paper } from '../../lib/papers/paper';
import { SEARCH_OPTIONS } from '../../lib/search/options';
import { type Judged, mean, scoreOne } from '../quality/score';
import { readCorpus } from '../tools/open-corpus';
import type { Options } from './index';
import { median, timeTogether } from './measure';
import { ms, type Section, times } from './report';
import { paragraphs } from './texts';

const names = JSON.parse(readFileSync('data/names.json', 'utf8'));
const shipped = readCorpus();
const DEPTH = 20;

export async function peers({ corpora }: Options): Promise<Section[]> {
  const more = corpora && existsSync(corpora) ? papersIn(corpora) : [];
  const sections = [pickupPeers()];
  for (const count of [shipped.papers.length, 1000, 10_000]) {
    if (count > shipped.papers.length + more.length) {
      sections.push({
        title: `Search among ${count.toLocaleString('en')} papers`,
        how: 'Not run: more papers are needed than ship. Name a file of them: `npm run bench -- peers --corpora FILE.ndjson.gz`.',
        lines: [],
      });
    } else sections.push(await searchPeers([...shipped.papers, ...more.slice(0, count - shipped.papers.length)]));
  }
  return sections;
}

function papersIn(file: string): Paper[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Paper);
}

/** How pages write a title: as it is, over two lines, hyphenated, in small letters, with soft hyphens, in capitals. */
const WRITTEN: Record<string, (title: string) => string> = {
  'as it is': (title) => title,
  'over two lines': (title) => title.replace(/^(.{12,}?) /, '$1\n   '),
  'hyphenated at a line’s end': (title) => title.replace(/(\p{L}{4})(\p{L}{3,})/u, '$1-\n$2'),
  'in small letters': (title) => title.toLowerCase(),
  'with soft hyphens': (title) => title.replace(/(\p{L}{3})(\p{L}{3,})/gu, '$1\u00AD$2'),
  'with other dashes and quotes': (title) => title.replaceAll('-', '‑').replaceAll("'", '’'),
};

function pickupPeers(): Section {
  const titles = shipped.papers.map(({ title }) => title);
  const matcher = new Matcher(buildLexicon(shipped.papers, names, []));
  const aho = new AhoCorasick(titles.map((title) => title.toLowerCase()));
  const escaped = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const regex = new RegExp([...escaped].sort((a, b) => b.length - a.length).join('|'), 'gi');
  const engines: Record<string, (text: string) => number> = {
    Sidelight: (text) => matcher.match({ text }).filter(({ kind }) => kind === 'title').length,
    'modern-ahocorasick 3.3.0, small letters': (text) => aho.search(text.toLowerCase()).length,
    'one regular expression': (text) => text.match(regex)?.length ?? 0,
  };
  const written = Object.values(WRITTEN).flatMap((write) => titles.map((title) => `We read “${write(title)}”.`));
  const recall = (find: (text: string) => number) => written.filter((text) => find(text) > 0).length / written.length;
  const texts = paragraphs(500_000).map((text, i) => `${text} We read “${titles[i % titles.length]}”.`);
  const jobs = Object.fromEntries(
    Object.entries(engines).map(([name, find]) => [name, () => texts.forEach((text) => void find(text))]),
  );
  const timed = timeTogether(jobs);
  return {
    title: 'Pickup: titles in 500 KB of text, and ways of writing one',
    how: `Warm, in Node, without a DOM (part "pickup" measures mark.js and the page). Recall over ${written.length} sentences: every shipped title ${Object.keys(WRITTEN).join(', ')}.`,
    lines: Object.entries(engines).map(([name, find]) => ({
      what: name,
      measured: `${ms(median(timed[name]!))} (${times(median(timed[name]!) / median(timed['Sidelight']!))} ours), recall ${recall(find).toFixed(3)}`,
    })),
  };
}

interface Engine {
  /** Ranks the papers, numbered from 1. */
  ask(q: string): number[] | Promise<number[]>;
  /** Opens the index as it would be opened from a file; absent where it can only be built anew. */
  open?(): unknown;
}

async function searchPeers(papers: Paper[]): Promise<Section> {
  const engines = await enginesOver(papers);
  const queries: Judged[] = readFileSync('tests/quality/queries_en.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);
  const lines = [];
  const spent: Record<string, number> = {};
  for (const [name, engine] of Object.entries(engines)) {
    const scores = [];
    const each: number[] = [];
    for (const judged of queries) await engine.ask(judged.q);
    for (const judged of queries) {
      const began = performance.now();
      const ranked = await engine.ask(judged.q);
      each.push(performance.now() - began);
      scores.push(scoreOne(judged, ranked.slice(0, DEPTH)));
    }
    spent[name] = median(each);
    const { hit1 = 0, ndcg = 0 } = mean(scores);
    const opening = engine.open && bestOf(() => engine.open!());
    lines.push({
      what: name,
      measured: `hit@1 ${hit1.toFixed(3)}, nDCG@10 ${ndcg.toFixed(3)}, ${ms(spent[name]!)} a query (${times(spent[name]! / spent['Sidelight']!)} ours), ${opening === undefined ? 'is built anew' : `opens in ${ms(opening)}`}`,
    });
  }
  return {
    title: `Search among ${papers.length.toLocaleString('en')} papers`,
    how: 'The English development queries, whose answers are among the shipped papers. Each library as its first example has it, over title and abstract, words joined by OR where it has a choice. Warm, in Node; the middle of all queries. Opening: from the text of its own export.',
    lines,
  };
}

function bestOf(run: () => unknown): number {
  const all = Array.from({ length: 3 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return Math.min(...all);
}

async function enginesOver(papers: readonly Paper[]): Promise<Record<string, Engine>> {
  const docs = papers.map(({ title, abstract }, i) => ({ id: i + 1, title, abstract }));
  const number = new Map(papers.map(({ id }, i) => [id, i + 1]));

  const own = new MiniSearch<Paper>(SEARCH_OPTIONS);
  own.addAll(papers);
  const text = JSON.stringify({
    index: own,
    lexicon: { ...buildLexicon([...papers], names, []), aliases: shipped.lexicon.aliases },
  });
  const openOurs = () =>
    new LookupService([
      openShelf({
        ...shipped,
        papers: [...papers],
        ...(JSON.parse(text) as Pick<typeof shipped, 'index' | 'lexicon'>),
      }),
    ]);
  const lookup = openOurs();

  const fields = ['title', 'abstract'];
  const mini = new MiniSearch({ fields });
  mini.addAll(docs);
  const miniText = JSON.stringify(mini);

  const flex = new Document({ document: { id: 'id', index: fields }, tokenize: 'forward' });
  for (const doc of docs) flex.add(doc);

  const orama = create({ schema: { title: 'string', abstract: 'string' } as const });
  await insertMultiple(
    orama,
    docs.map(({ id, ...rest }) => ({ ...rest, id: String(id) })),
  );
  const oramaText = JSON.stringify(save(orama));

  const fuse = new Fuse(docs, { keys: fields, ignoreLocation: true });

  const lunrIndex = lunr(function () {
    this.ref('id');
    for (const field of fields) this.field(field);
    for (const doc of docs) this.add(doc);
  });
  const lunrText = JSON.stringify(lunrIndex);

  return {
    Sidelight: { ask: (q) => lookup.search(q, DEPTH).hits.map(({ paper }) => number.get(paper.id)!), open: openOurs },
    'MiniSearch 7.2.0': {
      ask: (q) => mini.search(q).map(({ id }) => id as number),
      open: () => MiniSearch.loadJSON(miniText, { fields }),
    },
    'FlexSearch 0.8.212': { ask: (q) => flexRank(flex.search(q, { limit: DEPTH, suggest: true })) },
    'Orama 3.1.18': {
      ask: async (q) => (await oramaSearch(orama, { term: q, limit: DEPTH })).hits.map(({ id }) => Number(id)),
      open: () => load(create({ schema: { title: 'string', abstract: 'string' } as const }), JSON.parse(oramaText)),
    },
    // Over thousands of abstracts a query takes it seconds.
    ...(papers.length <= 1000 && {
      'Fuse.js 7.5.0': { ask: (q: string) => fuse.search(q.slice(0, 32), { limit: DEPTH }).map(({ item }) => item.id) },
    }),
    'lunr 2.3.9': {
      // Its query language would read signs of a plain question as commands.
      ask: (q) => lunrIndex.search(q.replace(/[^\p{L}\p{N}\s]/gu, ' ')).map(({ ref }) => Number(ref)),
      open: () => lunr.Index.load(JSON.parse(lunrText)),
    },
  };
}

/** FlexSearch answers field by field; a paper stands where its best field does. */
function flexRank(fields: readonly { result: readonly unknown[] }[]): number[] {
  const place = new Map<number, number>();
  for (const { result } of fields)
    result.forEach((id, i) => place.set(Number(id), Math.min(place.get(Number(id)) ?? i, i)));
  return [...place].sort(([, a], [, b]) => a - b).map(([id]) => id);
}
