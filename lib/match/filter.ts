import { identifierOf, identifiersIn } from '../papers/identifiers';
import { hashOf, type Squeezed, squeeze } from '../text/squeeze';
import { FIRST_SIZE, type HeadBits, headBits, scanHeads } from './heads';
import type { Matcher } from './matcher';
import { packBits, ShelfBits } from './shelf-bits';
import { bareSpelling } from './spelling';
import type { StoredTitles } from './stored-titles';

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
  /** Identifiers. */
  ids?: number[];
  /** The reader's own shelves, all in one: see shelf-bits.ts. In base 64, as storage keeps no bytes. */
  shelves?: string;
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
  const ids = Object.keys(matcher.identifiers).map((key) => hashOf(key));
  return { version, first, heads: [...heads], casedHeads: [...casedHeads], cased: [...cased], ids };
}

/** The part of the filter for the reader's own shelves that are on; none where there are none. */
export function shelvesOf(shelves: readonly StoredTitles[]): string | undefined {
  const tables = shelves.flatMap(({ parts }) => parts.map(({ table }) => table));
  if (!tables.length) return undefined;
  const keys = new Set(tables.flatMap(({ bits }) => [...bits]));
  const packed = packBits(
    tables.map(({ first }) => first),
    [...keys],
  );
  let text = '';
  for (const byte of packed) text += String.fromCharCode(byte);
  return btoa(text);
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export class Filter {
  private readonly first = new Uint16Array(FIRST_SIZE);
  private readonly bits: HeadBits;
  private readonly heads: Set<number>;
  private readonly casedHeads: Set<number>;
  private readonly cased: Set<number>;
  private readonly ids: Set<number>;
  private readonly shelves: ShelfBits | undefined;

  constructor(data: FilterData) {
    for (let i = 0; i + 1 < data.first.length; i += 2) this.first[data.first[i]!] = data.first[i + 1]!;
    this.heads = new Set(data.heads);
    this.casedHeads = new Set(data.casedHeads);
    this.cased = new Set(data.cased);
    this.ids = new Set(data.ids);
    this.shelves = data.shelves ? new ShelfBits(bytesOf(data.shelves)) : undefined;
    this.bits = headBits(data.heads.length + data.casedHeads.length, [...data.heads, ...data.casedHeads]);
  }

  /** Whether the worker should look at this text. False positives cost a message; there are no false negatives. */
  mayMatch(text: string): boolean {
    if (text.length < 3) return false;
    const squeezed = squeeze(text);
    const isHead = (start: number, end: number, hash: number) =>
      this.heads.has(hash) || (this.casedHeads.has(hash) && this.isCased(text, squeezed, start, end));
    return (
      scanHeads(squeezed, this.first, this.bits, isHead) ||
      (this.shelves?.mayMatch(text, squeezed) ?? false) ||
      (squeezed.dotted && this.mayIdentify(text))
    );
  }

  /** Whether an address leads to a paper. */
  mayLead(address: string): boolean {
    const key = identifierOf(address);
    return key !== undefined && this.isKnown(key);
  }

  private isCased(text: string, { at }: Squeezed, start: number, end: number): boolean {
    return this.cased.has(hashOf(bareSpelling(text.slice(at[start], at[end - 1]! + 1))));
  }

  private mayIdentify(text: string): boolean {
    return identifiersIn(text).some(({ key }) => this.isKnown(key));
  }

  private isKnown(key: string): boolean {
    const hash = hashOf(key);
    return this.ids.has(hash) || (this.shelves?.has(hash) ?? false);
  }
}
