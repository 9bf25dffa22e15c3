// What is found on pages of many kinds: each folder of tests/fixtures/pages holds a page and what a careful reader would find on it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import type { MatchKind } from '../../lib/match/matcher';
import { settled } from '../tools/pickup';
import { read } from './in-worker';
import { closingChecks, open } from './open';
import { papers } from './pages';

const FOLDER = 'tests/fixtures/pages';

interface Expected {
  why: string;
  found: { id: string; kind: MatchKind; count?: number }[];
  /** Whether anything else that is found is an error. Terms count only where they are listed. */
  nothingElse: boolean;
}

const names = readdirSync(FOLDER);
const pages = Object.fromEntries(
  names.map((name) => [`/${name}.html`, readFileSync(join(FOLDER, name, 'page.html'), 'utf8')]),
);
const s = await open({ pages });

// The filter comes a moment after installing.
await vi.waitUntil(() => read(s, 'local', 'filter'), { timeout: 10_000 });

/** What was found in all frames of a page, once it no longer changes. */
async function foundOn(page: Page): Promise<Expected['found']> {
  const { found } = await settled(await s.currentWorker(), page.url());
  return found.map(({ id, kind, count }) => ({ id, kind, count }));
}

const inWords = ({ id, kind, count }: Expected['found'][number]) =>
  `${kind} ${id}${count === undefined ? '' : ` x ${count}`}`;

/** Pages that are open at once: most of the time goes into waiting for nothing more to come. */
const TOGETHER = 4;
const founds = new Map<string, Expected['found']>();
for (let i = 0; i < names.length; i += TOGETHER) {
  const together = names.slice(i, i + TOGETHER).map(async (name) => {
    const page = await s.visit(`/${name}.html`);
    founds.set(name, await foundOn(page));
    await page.close();
  });
  await Promise.all(together);
}

test.for(names)('%s', async (name) => {
  const expected: Expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8'));
  for (const { id, kind } of expected.found) if (kind !== 'term') expect(papers.map((paper) => paper.id)).toContain(id);
  const found = founds.get(name)!;
  const listed = (one: Expected['found'][number]) =>
    expected.found.find(({ id, kind }) => id === one.id && kind === one.kind);
  // A count that nobody fixed is not compared.
  const seen = found
    .filter((one) => listed(one) || (expected.nothingElse && one.kind !== 'term'))
    .map((one) => inWords(listed(one)?.count === undefined ? { id: one.id, kind: one.kind } : one));
  expect(seen.sort(), expected.why).toEqual(expected.found.map(inWords).sort());
});

closingChecks(s);
