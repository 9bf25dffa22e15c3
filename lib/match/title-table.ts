import type { Names, PaperNames } from '../corpus/names';
import { familyName, type Paper } from '../papers/paper';
import { foldKey } from '../text/fold';
import { hashOf } from '../text/squeeze';
import { ByteWriter } from '../util/bytes';
import type { Steps } from '../util/in-steps';
import { fail, ok, type Result } from '../util/result';
import { type Layout, numbersIn, packSections, readSections } from '../util/sections';
import { type Form, paperForms } from './forms';
import { addHead, FIRST_SIZE, type FirstTable } from './heads';
import { compileForm } from './matcher';
import { bitsKey } from './shelf-bits';

/**
 * The titles and names of some thousand papers in one buffer, opened without parsing: what pickup and the search for names need of a
 * stored shelf. A paper's forms are made from its record when somebody looks at it; kept are only hashes that lead to the paper.
 *
 *   counts   papers, heads, keys, identifiers
 *   places   for each paper, where its record begins; one more for the end
 *   records  UTF-8: id, title, first author's family name, year, names, ambiguous names, a line each; names parted by tabs
 *   heads    hash of a form's first letters (see heads.ts) and paper, sorted by hash
 *   keys     hash of a form's folded key and paper, sorted by hash
 *   ids      hash of an identifier and paper, sorted by hash
 *   first    which head lengths follow three first letters (see heads.ts)
 *   bits     keys of all forms and identifiers for the content script's filter (shelf-bits.ts)
 *   order    paper * 8 + number of the form, sorted by the form's key: for beginnings
 */
const LAYOUT: Layout = { magic: 'SLTT', version: 1, rules: 1, sections: 9 };

/** Forms of one paper that beginnings are looked up in: the title, and some names. */
const ORDERED = 8;

/** What the table knows of a paper. */
export interface TitleRecord {
  id: string;
  title: string;
  author: string;
  year: number | undefined;
  names: PaperNames;
}

/** The same forms as for the shipped shelf (forms.ts); a subtitle alone is too weak a sign among a hundred thousand. */
export function formsOf({ id, title, names }: TitleRecord, target: number): Form[] {
  const given: Names = { lookalikes: [], papers: { [id]: names } };
  return paperForms({ id, title, abstract: '', authors: [] }, target, given).filter(({ kind }) => kind !== 'subtitle');
}

/**
 * Whether pages are looked through for a form. Among many thousand titles some are plain words ("Knowledge", "Reinforcement Learning"), and
 * so are most short parts before a colon: they are searched for, but say nothing where a page has them.
 */
export const isPickedUp = ({ kind, words }: Form) => kind === 'name' || words >= (kind === 'title' ? 3 : 5);

/** In folded letters: titles with fewer ("Introduction", "Table of Contents", "Acknowledgements") are those of many papers. */
export const TELLING_TITLE = 17;

/** Keys under which identifiers are found, as in the lexicon of the shipped shelf. */
export function identifierKeys({ arxiv, acl, doi }: Pick<Paper, 'arxiv' | 'acl' | 'doi'>): string[] {
  return [
    arxiv && `arxiv:${arxiv.replace(/v\d+$/, '')}`,
    acl && `acl:${acl.toLowerCase()}`,
    doi && `doi:${doi.toLowerCase()}`,
  ].filter((key) => !!key) as string[];
}

const line = (text: string) => text.replace(/[\n\t]+/g, ' ');

/** Packs the titles and names of some papers. Yields after each. */
export function* buildTitleTable(papers: readonly Paper[], namesOf: (paper: Paper) => PaperNames): Steps<ArrayBuffer> {
  const records = new ByteWriter(1 << 16);
  const places = [0];
  const heads: [number, number][] = [];
  const keys: [number, number][] = [];
  const ids: [number, number][] = [];
  const order: [string, number][] = [];
  const first = new Uint16Array(FIRST_SIZE);
  const bits = new Set<number>();
  for (const [number, paper] of papers.entries()) {
    const names = namesOf(paper);
    const record: TitleRecord = {
      id: line(paper.id),
      title: line(paper.title),
      author: familyName(line(paper.authors[0] ?? '')),
      year: paper.year,
      names,
    };
    records.put(
      encoder.encode(
        [
          record.id,
          record.title,
          record.author,
          record.year ?? '',
          (names.names ?? []).map(line).join('\t'),
          (names.ambiguous ?? []).map(line).join('\t'),
        ].join('\n'),
      ),
    );
    places.push(records.length);
    formsOf(record, number).forEach((form, i) => {
      const { letters } = compileForm(form).compiled;
      if (isPickedUp(form)) {
        heads.push([addHead(first, letters) >>> 0, number]);
        bits.add(bitsKey(letters));
      }
      const key = foldKey(form.text);
      keys.push([hashOf(key) >>> 0, number]);
      if (i < ORDERED && form.kind !== 'main') order.push([key, number * ORDERED + i]);
    });
    for (const key of identifierKeys(paper)) {
      ids.push([hashOf(key) >>> 0, number]);
      bits.add(hashOf(key));
    }
    yield;
  }
  order.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
  yield;
  return yield* packed({ papers: papers.length, places, records, heads, keys, ids, first, bits, order });
}

/** Joins tables into one, whose papers are numbered on from table to table: the same bytes as if all had been packed at once. */
export function* mergeTitleTables(tables: readonly TitleTable[]): Steps<ArrayBuffer> {
  const records = new ByteWriter(1 << 20);
  const places = [0];
  const first = new Uint16Array(FIRST_SIZE);
  const bits = new Set<number>();
  const lists = { heads: [] as [number, number][], keys: [] as [number, number][], ids: [] as [number, number][] };
  let order: [string, number][] = [];
  let start = 0;
  for (const table of tables) {
    for (let paper = 0; paper < table.papers; paper++) {
      records.put(table.recordBytes(paper));
      places.push(records.length);
    }
    for (let i = 0; i < FIRST_SIZE; i++) first[i]! |= table.first[i]!;
    for (const key of table.bits) bits.add(key);
    yield;
    for (const kind of ['heads', 'keys', 'ids'] as const) {
      for (const [hash, paper] of table[kind].all()) lists[kind].push([hash, start + paper]);
      yield;
    }
    const own: [string, number][] = [];
    for (const { key, entry } of table.inOrder()) {
      own.push([key, entry + start * ORDERED]);
      if (own.length % FORMS_A_STEP === 0) yield;
    }
    order = yield* merged(order, own);
    start += table.papers;
  }
  return yield* packed({ papers: start, places, records, ...lists, first, bits, order });
}

interface Parts {
  papers: number;
  places: readonly number[];
  records: ByteWriter;
  heads: readonly [number, number][];
  keys: readonly [number, number][];
  ids: readonly [number, number][];
  first: Uint16Array;
  bits: ReadonlySet<number>;
  order: readonly [string, number][];
}

function* packed({ papers, places, records, heads, keys, ids, first, bits, order }: Parts): Steps<ArrayBuffer> {
  const sorted: Uint32Array[] = [];
  for (const list of [heads, keys, ids]) {
    sorted.push(pairs(list));
    yield;
  }
  return packSections(LAYOUT, [
    Uint32Array.of(papers, heads.length, keys.length, ids.length, order.length),
    Uint32Array.from(places),
    records.written(),
    ...sorted,
    first,
    Int32Array.from(bits),
    Uint32Array.from(order, ([, entry]) => entry),
  ]);
}

/** Forms made between two places where merging may be interrupted. */
const FORMS_A_STEP = 200;

/** Two lists in the order of their keys as one; of equal keys those of the first come first. */
function* merged(a: readonly [string, number][], b: readonly [string, number][]): Steps<[string, number][]> {
  const all: [string, number][] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (j >= b.length || (i < a.length && a[i]![0] <= b[j]![0])) all.push(a[i++]!);
    else all.push(b[j++]!);
    if (all.length % 10_000 === 0) yield;
  }
  return all;
}

/** All hashes in order, then their papers. */
function pairs(list: readonly [number, number][]): Uint32Array {
  // Both in one number, which sorts many times as fast as pairs do: 32 bits and 20 are exact.
  const sorted = Float64Array.from(list, ([hash, paper]) => hash * PAPERS_MOST + paper).sort();
  const numbers = new Uint32Array(2 * list.length);
  sorted.forEach((both, i) => {
    numbers[i] = Math.floor(both / PAPERS_MOST);
    numbers[list.length + i] = both % PAPERS_MOST;
  });
  return numbers;
}

/** More papers than a part ever has. */
const PAPERS_MOST = 1 << 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Hashes in order, with the papers they lead to. */
class HashPairs {
  constructor(
    private readonly numbers: Uint32Array,
    private readonly length: number,
    private readonly papers: number,
  ) {}

  /** The papers under a hash. */
  at(hash: number): number[] {
    const wanted = hash >>> 0;
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.numbers[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; low < this.length && this.numbers[low] === wanted; low++) {
      const paper = this.numbers[this.length + low]!;
      if (paper < this.papers) found.push(paper);
    }
    return found;
  }

  /** All of them, in order. */
  *all(): Generator<[hash: number, paper: number]> {
    for (let i = 0; i < this.length; i++) {
      const paper = this.numbers[this.length + i]!;
      if (paper < this.papers) yield [this.numbers[i]!, paper];
    }
  }

  hashes(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }
}

export class TitleTable {
  private constructor(
    readonly papers: number,
    private readonly places: Uint32Array,
    private readonly bytes: Uint8Array,
    readonly heads: HashPairs,
    readonly keys: HashPairs,
    readonly ids: HashPairs,
    readonly first: FirstTable,
    /** What the filter in pages is made of. */
    readonly bits: Int32Array,
    private readonly order: Uint32Array,
  ) {}

  /** Opens a stored buffer, without reading it through (`areWhole`). One that is cut off or foreign is a failure: it has to be built anew from the papers. */
  static open(buffer: unknown): Result<TitleTable> {
    const read = readSections(LAYOUT, buffer);
    if (!read.ok) return read;
    const [counts, places, bytes, heads, keys, ids, first, bits, order] = read.value as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const [papers, ...sizes] = numbersIn(counts, 5) ?? [];
    const parts = [
      papers === undefined ? undefined : numbersIn(places, papers + 1),
      ...[heads, keys, ids].map((section, i) => numbersIn(section, 2 * sizes[i]!)),
      numbersIn(order, sizes[3]!),
    ];
    if (papers === undefined || parts.some((part) => !part) || first.byteLength !== 2 * FIRST_SIZE)
      return fail({ code: 'torn', message: 'damaged: its sections do not fit together' });
    const [placed, ...rest] = parts as Uint32Array[];
    const [byHead, byKey, byId] = rest.slice(0, 3).map((part, i) => new HashPairs(part, sizes[i]!, papers));
    const firstTable = new Uint16Array(first.buffer, first.byteOffset, FIRST_SIZE);
    const bitKeys = new Int32Array(bits.buffer, bits.byteOffset, bits.byteLength >> 2);
    return ok(new TitleTable(papers, placed!, bytes, byHead!, byKey!, byId!, firstTable, bitKeys, rest[3]!));
  }

  /** A paper's record as it is packed. */
  recordBytes(paper: number): Uint8Array {
    return this.bytes.subarray(this.places[paper], this.places[paper + 1]);
  }

  /** The forms that beginnings are looked up in, in the order of their keys; `entry` is as in the layout. */
  *inOrder(): Generator<{ key: string; entry: number }> {
    for (let at = 0; at < this.order.length; at++) {
      const one = this.ordered(at);
      if (one) yield { key: one.key, entry: this.order[at]! };
    }
  }

  /** What is known of a paper. */
  record(paper: number): TitleRecord {
    const text = decoder.decode(this.recordBytes(paper));
    const [id = '', title = '', author = '', year = '', names = '', ambiguous = ''] = text.split('\n');
    return {
      id,
      title,
      author,
      year: year ? Number(year) : undefined,
      names: {
        ...(names && { names: names.split('\t') }),
        ...(ambiguous && { ambiguous: ambiguous.split('\t') }),
      },
    };
  }

  forms(paper: number): Form[] {
    return formsOf(this.record(paper), paper);
  }

  /** Forms whose key begins so, in the order of their keys, `most` of them. */
  beginning(key: string, most: number): { form: Form; key: string }[] {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.ordered(middle);
      if (entry && entry.key < key) low = middle + 1;
      else high = middle;
    }
    const found: { form: Form; key: string }[] = [];
    for (; low < this.order.length && found.length < most; low++) {
      const entry = this.ordered(low);
      if (!entry?.key.startsWith(key)) break;
      found.push(entry);
    }
    return found;
  }

  private ordered(at: number): { form: Form; key: string } | undefined {
    const entry = this.order[at]!;
    const paper = Math.floor(entry / ORDERED);
    if (paper >= this.papers) return undefined;
    const form = this.forms(paper)[entry % ORDERED];
    return form && { form, key: foldKey(form.text) };
  }
}
