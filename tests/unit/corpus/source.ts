import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from '../../../lib/corpus/merge';
import type { Names } from '../../../lib/corpus/names';
import { type Draft, parseSource } from '../../../lib/corpus/parse';

const FOLDER = 'data/source';

/** The first text of data/source: the file's name, its bytes and its lines. */
export const FILE = join(
  FOLDER,
  readdirSync(FOLDER)
    .sort()
    .find((name) => name.endsWith('.txt'))!,
);
export const bytes = new Uint8Array(readFileSync(FILE));
export const text = new TextDecoder().decode(bytes);
export const lines = text.split('\n');

export const encode = (content: string | readonly string[]) =>
  new TextEncoder().encode(typeof content === 'string' ? content : content.join('\n'));

/** The papers of the real source. */
export function realDrafts(): Draft[] {
  const parsed = parseSource(bytes, FILE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export const realMetadata = (): Metadata[] => JSON.parse(readFileSync('data/metadata.json', 'utf8'));
export const realNames = (): Names => JSON.parse(readFileSync('data/names.json', 'utf8'));
