import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../lib/bib/import/read';
import { gzip, readAll } from './read-file';

const FOLDER = 'tests/fixtures/bib';

/** What a reader chooses by hand. */
const OPTIONS: Record<string, ReadOptions> = {
  'csv/chosen-columns.csv': { columns: { title: 'naslov', abstract: 1, year: 'leto' } },
};

// Each input stands beside the JSON it becomes: tests/fixtures/bib/<format>/<name>.<ending> and <name>.<ending>.expected.json.
const files = readdirSync(FOLDER).flatMap((format) =>
  readdirSync(join(FOLDER, format))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => `${format}/${name}`),
);

describe('a file becomes its papers', () => {
  it('for every format', () => expect(files.length).toBeGreaterThan(15));

  it.each(files)('%s', async (file) => {
    const bytes = readFileSync(join(FOLDER, file));
    const expected = join(FOLDER, `${file}.expected.json`);
    const options = { name: file, ...OPTIONS[file] };
    const events = await readAll(bytes, options);
    // A new fixture: run once with NEW_FIXTURES=1, then read what was written.
    if (process.env['NEW_FIXTURES'] && !existsSync(expected))
      writeFileSync(expected, `${JSON.stringify(events, null, 2)}\n`);
    expect(events).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    for (const piece of [1, 7]) expect(await readAll(bytes, options, piece), `in pieces of ${piece}`).toEqual(events);
    if (!file.endsWith('.gz'))
      expect(await readAll(await gzip(bytes), { ...options, name: `${file}.gz` })).toEqual(events);
  });
});
