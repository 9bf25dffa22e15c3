import { readFileSync } from 'node:fs';
import type { Names } from '../../lib/corpus/names';
import type { Block, Match } from '../../lib/match/matcher';
import type { Paper } from '../../lib/papers/paper';
import { openShippedShelf } from '../tools/open-corpus';

/** The shipped shelf, opened once for a test file. */
export const shelf = openShippedShelf();
export const papers: readonly Paper[] = shelf.papers;
export const names: Names = JSON.parse(readFileSync('data/names.json', 'utf8'));

export const indexOf = (id: string): number => papers.findIndex((paper) => paper.id === id);

/** A mention in words: what was found, as what, and where it leads. */
export interface Seen {
  kind: Match['kind'];
  paper: string;
  text: string;
}

/** The mentions of papers in a block; terms are left out. */
export function see(block: Block | string): Seen[] {
  const whole = typeof block === 'string' ? { text: block } : block;
  return shelf
    .match(whole)
    .filter(({ kind }) => kind !== 'term')
    .map(({ kind, target, start, end }) => ({ kind, paper: papers[target]!.id, text: whole.text.slice(start, end) }));
}

/** Passes where a list of failures is empty; else all of it is the message. */
export function none(failures: readonly unknown[]): void {
  if (!failures.length) return;
  const lines = failures.map((failure) => (typeof failure === 'string' ? failure : JSON.stringify(failure)));
  throw new Error(`${failures.length}:\n${lines.join('\n')}`);
}
