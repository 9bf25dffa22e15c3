import browser from 'webextension-polyfill';
import type { About, CorpusFiles } from '../../lib/corpus/build';
import type { ConceptNames } from '../../lib/corpus/concepts';
import { openPageShelf } from '../../lib/lookup/page-shelf';
import { LookupService } from '../../lib/lookup/service';
import { openShelf } from '../../lib/lookup/shelf';
import { type FilterData, filterOf } from '../../lib/match/filter';

/** A promise that is made on first need and shared; where it fails, the next who asks tries anew. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** What pages need: papers and lexicon. Search's files are not loaded for it. */
const shipped = once(async () => {
  const [papers, lexicon] = await Promise.all([
    json<CorpusFiles['papers']>('papers'),
    json<CorpusFiles['lexicon']>('lexicon'),
  ]);
  return { papers, lexicon, page: openPageShelf({ papers, lexicon }) };
});

export const pageShelves = async () => [(await shipped()).page];

export const lookupService = once(async () => {
  const [{ papers, lexicon, page }, index, related, concepts, keys] = await Promise.all([
    shipped(),
    json<CorpusFiles['index']>('index'),
    json<CorpusFiles['related']>('related'),
    json<CorpusFiles['concepts']>('concepts'),
    file('keys.bin').then((response) => response.arrayBuffer()),
  ]);
  return new LookupService([openShelf({ papers, lexicon, index, related, concepts, keys }, page)]);
});

/** Names of the concepts in all languages; only term cards need them. */
export async function conceptNames(): Promise<ConceptNames> {
  const packed = (await file('concept-names.bin')).body!.pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(packed).json()) as ConceptNames;
}

/** Puts the filter where content scripts read it without waking the worker. */
export async function publishFilter(): Promise<FilterData> {
  const [{ page }, about] = await Promise.all([shipped(), json<About>('about')]);
  const filter = filterOf(page.matcher, about.sha256['lexicon.json']!);
  await browser.storage.local.set({ filter });
  return filter;
}

const json = async <T>(name: string): Promise<T> => (await file(`${name}.json`)).json() as Promise<T>;

async function file(name: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`corpus/${name}`));
  if (!response.ok) throw new Error(`corpus/${name}: ${response.status}`);
  return response;
}
