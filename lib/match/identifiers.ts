import { identifierOf, identifiersIn } from '../papers/identifiers';
import type { Block, Match } from './matcher';

/** Mentions of the shelf's papers by identifier, in the text and behind its links. */
export function findIdentifiers(block: Block, known: (key: string) => number | undefined, inText: boolean): Match[] {
  const all = inText ? identifiersIn(block.text) : [];
  for (const [start, end, address] of block.links ?? []) {
    const key = identifierOf(address);
    if (key) all.push({ start, end, key });
  }
  return all.flatMap(({ start, end, key }): Match[] => {
    const target = known(key);
    // Links come with the text from a page's script, and may lie anywhere.
    const outside = end <= start || end > block.text.length;
    return target === undefined || outside ? [] : [{ start, end, kind: 'id', target, proof: 'identifier' }];
  });
}
