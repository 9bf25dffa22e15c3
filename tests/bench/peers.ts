// Sidelight beside libraries that others would take for the same, on the same texts, in one run.
import { readFileSync } from 'node:fs';
import { create, insertMultiple, load, search as oramaSearch, save } from '@orama/orama';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import AhoCorasick from 'modern-ahocorasick';
import { ConceptFinder, type EnglishNames } from '../../lib/corpus/concept-finder';
import { buildPart, PART, type PartBuffers } from '../../lib/corpus/shelf-part';
import { Library } from '../../lib/lookup/library';
import { PackedShelf } from '../../lib/lookup/packed-shelf';
import { LookupService } from '../../lib/lookup/service';
import { openShelf } from '../../lib/lookup/shelf';
import { buildLexicon } from '../../lib/match/forms';
import { Matcher } from '../../lib/match/matcher';
import type { Paper } from '../../lib/papers/paper';
import { atOnce } from '../../lib/util/in-steps';
import { type Judged, mean, scoreOne } from '../quality/score';
import { readCorpus } from '../tools/open-corpus';
import type { Options } from './index';
import { median, timeTogether } from './measure';
import { measurePage } from './peers-page';
import { haveRecords, made, records } from './records';
import { type Line, ms, type Section, times } from './report';
import { paragraphs } from './texts';

const names = JSON.parse(readFileSync('data/names.json', 'utf8'));
const english = JSON.parse(readFileSync('public/corpus/concept-english.json', 'utf8')) as EnglishNames;
const shipped = readCorpus();
const DEPTH = 20;
/** Papers to search among; the shipped ones are the first. */
const COUNTS = [shipped.papers.length, 1000, 10_000];
/** An engine that takes seconds for a query is asked so few. */
const FEW = 8;

export async function peers({ extension }: Options): Promise<Section[]> {
  const sections = [pickupPeers(), ...(await measurePage(extension, WRITTEN))];
  const more = Math.max(...COUNTS) - shipped.papers.length;
  const others = haveRecords() ? records(more) : made(more, shipped.papers, 11);
  for (const count of COUNTS)
    sections.push(await searchPeers([...shipped.papers, ...others.slice(0, count - shipped.papers.length)]));
  return sections;
}

/** How pages write a title: as it is, over two lines, hyphenated, in small letters, with soft hyphens, in capitals. */
export const WRITTEN: Record<string, (title: string) => string> = {
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
    title: 'Pickup: titles in 500 KB of text, without a page',
    how: `Warm, in Node. Recall over ${written.length} sentences: every shipped title ${Object.keys(WRITTEN).join(', ')}.`,
    lines: Object.entries(engines).map(([name, find]) => ({
      what: name,
      measured: `${ms(median(timed[name]!))} (${times(median(timed[name]!) / median(timed['Sidelight']!))} ours), recall ${recall(find).toFixed(3)}`,
    })),
  };
}

type Ask = (q: string) => number[] | Promise<number[]>;
interface Engine {
  /** Ranks the papers, numbered from 1. */
  ask: Ask;
  /** Opens the index from what it was stored as. */
  open: () => Ask | Promise<Ask>;
  /** Whether a query takes it seconds. */
  slow?: boolean;
}

async function searchPeers(papers: Paper[]): Promise<Section> {
  const engines = await enginesOver(papers);
  const queries: Judged[] = readFileSync('tests/quality/queries_en.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);
  const measured: { name: string; slow: boolean; query: number; opening: number; hit1: number; ndcg: number }[] = [];
  for (const [name, { ask, open, slow = false }] of Object.entries(engines)) {
    const asked = slow ? queries.slice(0, FEW) : queries;
    if (!slow) for (const judged of asked) await ask(judged.q);
    const scores = [];
    const each: number[] = [];
    for (const judged of asked) {
      const began = performance.now();
      const ranked = await ask(judged.q);
      each.push(performance.now() - began);
      scores.push(scoreOne(judged, ranked.slice(0, DEPTH)));
    }
    const { hit1 = 0, ndcg = 0 } = mean(scores);
    const opening = await quickest(async () => (await open())(queries[0]!.q), slow ? 1 : 3);
    measured.push({ name, slow, query: median(each), opening, hit1, ndcg });
  }
  const [ours, ...others] = measured;
  const judged = others.filter(({ slow }) => !slow);
  const lines = measured.map(({ name, slow, query, opening, hit1, ndcg }): Line => {
    const quality = slow ? `not judged on ${FEW} queries` : `hit@1 ${hit1.toFixed(3)}, nDCG@10 ${ndcg.toFixed(3)}`;
    return {
      what: name,
      measured: `${quality}; ${ms(query)} a query (${times(query / ours!.query)} ours); opens and answers in ${ms(opening)} (${times(opening / ours!.opening)} ours)`,
      ...(name === 'Sidelight' && {
        target: 'best nDCG@10, first to open',
        good: judged.every((one) => ours!.ndcg > one.ndcg) && others.every((one) => ours!.opening < one.opening),
      }),
    };
  });
  const others10k = haveRecords()
    ? 'real records (ml-47k)'
    : 'made of halves of two shipped papers each, so that quality means little';
  return {
    title: `Search among ${papers.length.toLocaleString('en')} papers`,
    how: `The English development queries, whose answers are among the shipped papers${papers.length > shipped.papers.length ? `; the other papers: ${others10k}` : ''}. Each library as its first example has it, over title and abstract, words joined by OR where it has a choice; ours: the shipped shelf, and the others as a shelf of the reader’s own. Warm, in Node; the middle of all queries. Opening: from its own export, in memory, to the first answer; the quickest of three.`,
    lines,
  };
}

async function quickest(run: () => Promise<unknown>, runs: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await run();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/** Sidelight with the shipped shelf and, beyond it, a stored one. */
function sidelight(papers: readonly Paper[], number: ReadonlyMap<string, number>): Engine {
  const { keys, ...files } = shipped;
  const text = JSON.stringify(files);
  const own = papers.slice(shipped.papers.length);
  const finder = new ConceptFinder(english);
  const parts: PartBuffers[] = [];
  for (let i = 0; i < own.length; i += PART) parts.push(atOnce(buildPart(own.slice(i, i + PART), finder)));
  const read = async (numbers: readonly number[]) => numbers.map((at) => own[at]);
  const open = (): Ask => {
    const opened = { ...(JSON.parse(text) as typeof files), keys };
    const service = new LookupService([openShelf(opened)]);
    if (!own.length) return (q) => service.search(q, DEPTH).hits.map(({ paper }) => number.get(paper.id)!);
    const shelf = PackedShelf.open('own', parts, { file: opened.concepts, keys }, read);
    if (!shelf.ok) throw new Error(shelf.error.message);
    const library = new Library(service, [{ shelf: shelf.value, read, numberOf: async () => undefined }]);
    return async (q) => (await library.search(q, DEPTH)).hits.map(({ paper }) => number.get(paper.id)!);
  };
  return { ask: open(), open };
}

async function enginesOver(papers: readonly Paper[]): Promise<Record<string, Engine>> {
  const docs = papers.map(({ title, abstract }, i) => ({ id: i + 1, title, abstract }));
  const fields = ['title', 'abstract'];

  const mini = new MiniSearch({ fields });
  mini.addAll(docs);
  const miniText = JSON.stringify(mini);
  const askMini =
    (index: MiniSearch): Ask =>
    (q) =>
      index.search(q).map(({ id }) => id as number);

  const newFlex = () => new Document({ document: { id: 'id', index: fields }, tokenize: 'forward' });
  const flex = newFlex();
  for (const doc of docs) flex.add(doc);
  const flexParts: [key: string, data: string][] = [];
  flex.export((key, data) => void flexParts.push([key, data]));
  const askFlex =
    (index: typeof flex): Ask =>
    (q) =>
      flexRank(index.search(q, { limit: DEPTH, suggest: true }));

  const newOrama = () => create({ schema: { title: 'string', abstract: 'string' } as const });
  const orama = newOrama();
  await insertMultiple(
    orama,
    docs.map(({ id, ...rest }) => ({ ...rest, id: String(id) })),
  );
  const oramaText = JSON.stringify(save(orama));
  const askOrama =
    (index: typeof orama): Ask =>
    async (q) =>
      (await oramaSearch(index, { term: q, limit: DEPTH })).hits.map(({ id }) => Number(id));

  const fuseOptions = { keys: fields, ignoreLocation: true };
  const fuseText = JSON.stringify(Fuse.createIndex(fields, docs));
  const openFuse = (): Ask => {
    const fuse = new Fuse(docs, fuseOptions, Fuse.parseIndex(JSON.parse(fuseText)));
    // It takes no longer patterns.
    return (q) => fuse.search(q.slice(0, 32), { limit: DEPTH }).map(({ item }) => item.id);
  };

  const lunrIndex = lunr(function () {
    this.ref('id');
    for (const field of fields) this.field(field);
    for (const doc of docs) this.add(doc);
  });
  const lunrText = JSON.stringify(lunrIndex);
  const askLunr =
    (index: lunr.Index): Ask =>
    // Its query language would read signs of a plain question as commands.
    (q) =>
      index.search(q.replace(/[^\p{L}\p{N}\s]/gu, ' ')).map(({ ref }) => Number(ref));

  return {
    Sidelight: sidelight(papers, new Map(papers.map(({ id }, i) => [id, i + 1]))),
    'MiniSearch 7.2.0': { ask: askMini(mini), open: () => askMini(MiniSearch.loadJSON(miniText, { fields })) },
    'FlexSearch 0.8.212': {
      ask: askFlex(flex),
      open() {
        const index = newFlex();
        for (const [key, data] of flexParts) index.import(key, data);
        return askFlex(index);
      },
    },
    'Orama 3.1.18': {
      ask: askOrama(orama),
      open() {
        const index = newOrama();
        load(index, JSON.parse(oramaText));
        return askOrama(index);
      },
    },
    'Fuse.js 7.5.0': { ask: openFuse(), open: openFuse, slow: papers.length > 1000 },
    'lunr 2.3.9': { ask: askLunr(lunrIndex), open: () => askLunr(lunr.Index.load(JSON.parse(lunrText))) },
  };
}

/** FlexSearch answers field by field; a paper stands where its best field does. */
function flexRank(fields: readonly { result: readonly unknown[] }[]): number[] {
  const place = new Map<number, number>();
  for (const { result } of fields)
    result.forEach((id, i) => place.set(Number(id), Math.min(place.get(Number(id)) ?? i, i)));
  return [...place].sort(([, a], [, b]) => a - b).map(([id]) => id);
}
