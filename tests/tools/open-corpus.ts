import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusFiles } from '../../lib/corpus/build';
import { LookupService } from '../../lib/lookup/service';
import { openShelf, type Shelf } from '../../lib/lookup/shelf';

const OUT = 'public/corpus';

/** The shipped shelf as the extension opens it, from public/corpus. */
export function readCorpus(): CorpusFiles {
  if (!existsSync(join(OUT, 'about.json'))) throw new Error(`${OUT} is not built: run "npm run corpus" first`);
  const read = (name: string) => JSON.parse(readFileSync(join(OUT, `${name}.json`), 'utf8'));
  const { buffer, byteOffset, byteLength } = readFileSync(join(OUT, 'keys.bin'));
  const keys = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return {
    papers: read('papers'),
    index: read('index'),
    lexicon: read('lexicon'),
    related: read('related'),
    concepts: read('concepts'),
    keys,
  };
}

export const openShippedShelf = (): Shelf => openShelf(readCorpus());
export const openLookup = (): LookupService => new LookupService([openShippedShelf()]);
