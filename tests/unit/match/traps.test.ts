import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { papers, see } from '../shipped';

interface Trap {
  text: string;
  expect: { n: number; span: string }[];
  type: string;
}

const traps = readFileSync('tests/quality/prose_traps.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): Trap => JSON.parse(line));

/** Mentions as "paper: text", without the quotes and points that may or may not belong to a span. */
const inWords = (paper: string, text: string) => `${paper}: ${text.replace(/^[\s“"'«„]+|[\s”"'»“.,…]+$/g, '')}`;

describe.each([...new Set(traps.map(({ type }) => type))])('prose: %s', (type) => {
  it.each(traps.filter((trap) => trap.type === type))('$text', ({ text, expect: expected }) => {
    const found = see(text).filter(({ kind }) => kind === 'title' || kind === 'name');
    expect(found.map((seen) => inWords(seen.paper, seen.text))).toEqual(
      expected.map(({ n, span }) => inWords(papers[n - 1]!.id, span)),
    );
  });
});
