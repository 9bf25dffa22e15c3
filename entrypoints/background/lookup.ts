import browser from 'webextension-polyfill';
import type { About, CorpusFiles } from '../../lib/corpus/build';
import { openShelf } from '../../lib/lookup/shelf';
import { LookupService } from '../../lib/lookup/service';
import { type FilterData, filterOf } from '../../lib/match/filter';

/** Everything that has to be loaded before a question can be answered. */
interface Loaded {
  service: LookupService;
  filter: FilterData;
}

let loaded: Promise<Loaded> | undefined;

/** The shelves, loaded on first need and shared; a failed load is tried anew by the next who asks. */
function load(): Promise<Loaded> {
  loaded ??= open().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

export const lookupService = async (): Promise<LookupService> => (await load()).service;

async function open(): Promise<Loaded> {
  const [papers, index, lexicon, related, about] = await Promise.all([
    packaged<CorpusFiles['papers']>('papers'),
    packaged<CorpusFiles['index']>('index'),
    packaged<CorpusFiles['lexicon']>('lexicon'),
    packaged<CorpusFiles['related']>('related'),
    packaged<About>('about'),
  ]);
  const shelf = openShelf({ papers, index, lexicon, related });
  return { service: new LookupService([shelf]), filter: filterOf(shelf.matcher, about.sha256['lexicon.json']!) };
}

async function packaged<T>(name: string): Promise<T> {
  const response = await fetch(browser.runtime.getURL(`corpus/${name}.json`));
  if (!response.ok) throw new Error(`corpus/${name}.json: ${response.status}`);
  return (await response.json()) as T;
}

/** Puts the filter where content scripts read it without waking the worker. */
export async function publishFilter(): Promise<FilterData> {
  const { filter } = await load();
  await browser.storage.local.set({ filter });
  return filter;
}
