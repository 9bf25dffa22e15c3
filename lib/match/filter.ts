import { hashOf, squeeze } from '../text/squeeze';
import { FIRST_SIZE, scanHeads } from './heads';
import type { Matcher } from './matcher';
import { bareSpelling } from './spelling';

/**
 * What the content script knows of the shelves: hashes only, enough to tell a block that may hold a mention from one that does not, so
 * that a page without papers never wakes the worker. Plain JSON, to be kept in storage.local.
 */
export interface FilterData {
  version: string;
  /** Pairs of index and mask of the first-letters table. */
  first: number[];
  /** Heads that count in any case. */
  heads: number[];
  /** Heads of names that count in certain capitalisations only, and the hashes of those. */
  casedHeads: number[];
  cased: number[];
}

export function filterOf(matcher: Matcher, version: string): FilterData {
  const first: number[] = [];
  matcher.first.forEach((mask, i) => mask && first.push(i, mask));
  const heads = new Set<number>();
  const casedHeads = new Set<number>();
  const cased = new Set<number>();
  for (const [hash, forms] of matcher.heads) {
    if (forms.every((form) => form.spellings)) {
      casedHeads.add(hash);
      for (const form of forms) for (const spelling of form.spellings!) cased.add(hashOf(spelling));
    } else heads.add(hash);
  }
  return { version, first, heads: [...heads], casedHeads: [...casedHeads], cased: [...cased] };
}

export class Filter {
  private readonly first = new Uint16Array(FIRST_SIZE);
  private readonly heads: Set<number>;
  private readonly casedHeads: Set<number>;
  private readonly cased: Set<number>;

  constructor(data: FilterData) {
    for (let i = 0; i + 1 < data.first.length; i += 2) this.first[data.first[i]!] = data.first[i + 1]!;
    this.heads = new Set(data.heads);
    this.casedHeads = new Set(data.casedHeads);
    this.cased = new Set(data.cased);
  }

  /** Whether the worker should look at this text. False positives cost a message; there are no false negatives. */
  mayMatch(text: string): boolean {
    if (text.length < 3) return false;
    const squeezed = squeeze(text);
    let found = false;
    scanHeads(squeezed, this.first, (start, end, hash) => {
      if (found) return;
      if (this.heads.has(hash)) found = true;
      else if (this.casedHeads.has(hash)) {
        found = this.cased.has(hashOf(bareSpelling(text.slice(squeezed.at[start], squeezed.at[end - 1]! + 1))));
      }
    });
    return found;
  }
}
