import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { papers, see } from '../shipped';

interface Trap {
  text: string;
  expect: { n: number; span: string }[];
}

const read = (file: string): Trap[] =>
  readFileSync(`tests/quality/${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The papers found and expected in a text that the other has not. */
function wrong({ text, expect: expected }: Trap) {
  const found = new Set(see(text).map(({ paper }) => paper));
  const wanted = new Set(expected.map(({ n }) => papers[n - 1]!.id));
  return {
    hits: [...found].filter((id) => wanted.has(id)).length,
    extra: [...found].filter((id) => !wanted.has(id)),
    missed: [...wanted].filter((id) => !found.has(id)),
  };
}

// Each written before the rules were looked at once more; a few rows are beyond them, so these are rates, as issue 3 asks for them.
// At first sight, precision / recall: 1st 0.961 / 0.914, 2nd 0.963 / 0.867, 3rd 0.977 / 0.929, 4th 0.950 / 0.934 and 0.957 / 0.815
// (two sets kept together), 5th 0.986 / 0.901, 6th 0.987 / 0.886, 7th 0.987 / 0.918,
// 8th 0.970 / 0.890 and, after the rules learnt from these, 0.967 / 0.967 (54 more, kept together).
const FILES = ['', '_2', '_3', '_4', '_5', '_6', '_7', '_8'].map((number) => `traps_held_out${number}.jsonl`);
describe.each(FILES)('the texts of %s', (file) => {
  const rows = read(file).map((trap) => ({ trap, ...wrong(trap) }));
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const hits = sum((row) => row.hits);
  const lines = rows.map(
    ({ trap, extra, missed }) =>
      `${trap.text}: ${[...extra.map((id) => `+${id}`), ...missed.map((id) => `-${id}`)].join(' ')}`,
  );

  it('are read with a precision of 0.97 or better', () => {
    const extra = sum((row) => row.extra.length);
    expect(hits / (hits + extra), lines.filter((line) => line.includes(': +')).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('are read with a recall of 0.97 or better', () => {
    const missed = sum((row) => row.missed.length);
    expect(hits / (hits + missed), lines.filter((line) => line.includes('-')).join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});
