import browser from 'webextension-polyfill';
import type { About, CorpusFiles } from '../../lib/corpus/build';
import { LookupService } from '../../lib/lookup/service';
import { openShelf } from '../../lib/lookup/shelf';
import { type FilterData, filterOf } from '../../lib/match/filter';

/** Everything that has to be loaded before a question can be answered. */
interface Loaded {
  service: LookupService;
  filter: FilterData;
}

let loaded: Promise<Loaded> | undefined;

/** The shelves, loaded on first need and shared; a failed load is tried anew by the next who asks. */
function load(): Promise<Loaded> {
  loaded ??= openShelves().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

export const lookupService = async (): Promise<LookupService> => (await load()).service;

async function openShelves(): Promise<Loaded> {
  const [papers, index, lexicon, related, concepts, keys, about] = await Promise.all([
    packaged<CorpusFiles['papers']>('papers'),
    packaged<CorpusFiles['index']>('index'),
    packaged<CorpusFiles['lexicon']>('lexicon'),
    packaged<CorpusFiles['related']>('related'),
    packaged<CorpusFiles['concepts']>('concepts'),
    packagedBytes('keys.bin'),
    packaged<About>('about'),
  ]);
  const shelf = openShelf({ papers, index, lexicon, related, concepts, keys });
  return { service: new LookupService([shelf]), filter: filterOf(shelf.matcher, about.sha256['lexicon.json']!) };
}

const packaged = async <T>(name: string): Promise<T> => (await open(`${name}.json`)).json() as Promise<T>;
const packagedBytes = async (name: string): Promise<ArrayBuffer> => (await open(name)).arrayBuffer();

async function open(name: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`corpus/${name}`));
  if (!response.ok) throw new Error(`corpus/${name}: ${response.status}`);
  return response;
}

/** Puts the filter where content scripts read it without waking the worker. */
export async function publishFilter(): Promise<FilterData> {
  const { filter } = await load();
  await browser.storage.local.set({ filter });
  return filter;
}
