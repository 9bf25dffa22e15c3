import { ByteReader } from '../../util/bytes';
import { fail, ok, type Result } from '../../util/result';
import { type Layout, numbersIn, packSections, readSections } from '../../util/sections';
import { PACKED_RULES } from './impact';

/**
 * A packed word index of some thousand papers in one buffer, opened without parsing (the layout of `compact2` in ENGINES.md).
 *
 *   counts     papers, terms
 *   places     for each term, where its bytes begin; one more for the end
 *   bytes      the terms in UTF-8, sorted by their bytes
 *   lists      for each term, where its postings begin; one more for the end
 *   postings   for each term: how many papers, the difference of each from the one before (varints), then their impacts, a byte each
 *
 * No positions: words are marked from the stored text of the few papers that are shown.
 */
const LAYOUT: Layout = { magic: 'SLIX', version: 1, rules: PACKED_RULES, sections: 5 };

/** A segment that speaks of more papers is forged: room is made for each paper of an index, so that nobody may claim billions. */
export const PAPERS_MOST = 1 << 20;

export const packSegment = (
  papers: number,
  places: Uint32Array,
  bytes: Uint8Array,
  lists: Uint32Array,
  postings: Uint8Array,
): ArrayBuffer => packSections(LAYOUT, [Uint32Array.of(papers, places.length - 1), places, bytes, lists, postings]);

/** The papers of one term: the first `length` of `papers` and `impacts`. Views of shared space, valid until the next call. */
export interface TermPostings {
  length: number;
  papers: Uint32Array;
  impacts: Uint8Array;
}

let scratch = new Uint32Array(1024);

export class Segment {
  private constructor(
    readonly buffer: ArrayBuffer,
    readonly papers: number,
    /** Number of terms. A term is known by its place in their order. */
    readonly terms: number,
    private readonly places: Uint32Array,
    private readonly bytes: Uint8Array,
    private readonly lists: Uint32Array,
    private readonly packed: Uint8Array,
  ) {}

  /** Opens a stored buffer, without reading it through (`areWhole`). One that is cut off or foreign is a failure: it has to be built anew from the papers. */
  static open(buffer: unknown): Result<Segment> {
    const read = readSections(LAYOUT, buffer);
    if (!read.ok) return read;
    const [counts, placed, bytes, listed, packed] = read.value as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const [papers, terms] = numbersIn(counts, 2) ?? [];
    const places = terms === undefined ? undefined : numbersIn(placed, terms + 1);
    const lists = terms === undefined ? undefined : numbersIn(listed, terms + 1);
    if (papers === undefined || terms === undefined || !places || !lists || papers > PAPERS_MOST)
      return fail({ code: 'torn', message: 'damaged: its sections do not fit together' });
    return ok(new Segment(buffer as ArrayBuffer, papers, terms, places, bytes, lists, packed));
  }

  /** The bytes of a term. */
  bytesOf(term: number): Uint8Array {
    return this.bytes.subarray(this.places[term], this.places[term + 1]);
  }

  textOf(term: number): string {
    return decoder.decode(this.bytesOf(term));
  }

  /** How many bytes a term has. */
  sizeOf(term: number): number {
    return this.places[term + 1]! - this.places[term]!;
  }

  /** The term with these bytes; -1 where there is none. */
  find(word: Uint8Array): number {
    const at = this.lowerBound(word);
    return at < this.terms && this.compare(at, word, false) === 0 ? at : -1;
  }

  /** The terms that begin with these bytes: the first, and the one after the last. */
  range(prefix: Uint8Array): [from: number, to: number] {
    const from = this.lowerBound(prefix);
    let low = from;
    let high = this.terms;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(middle, prefix, true) === 0) low = middle + 1;
      else high = middle;
    }
    return [from, low];
  }

  /** How many papers have a term. */
  frequency(term: number): number {
    return this.bounded(this.readerAt(term).varint(), term);
  }

  postings(term: number): TermPostings {
    const reader = this.readerAt(term);
    const length = this.bounded(reader.varint(), term);
    if (scratch.length < length) scratch = new Uint32Array(2 * length);
    const papers = scratch;
    const { packed } = this;
    let at = reader.at;
    let paper = -1;
    let kept = length;
    for (let i = 0; i < length; i++) {
      let step = packed[at++]!;
      if (step > 127) {
        step &= 127;
        for (let shift = 7; shift < 35; shift += 7) {
          const byte = packed[at++]!;
          step |= (byte & 127) << shift;
          if (!(byte & 128)) break;
        }
      }
      paper += step;
      // Only a forged buffer leads here: what it says of papers that are not there is left out.
      if (paper >= this.papers || step <= 0) {
        kept = i;
        break;
      }
      papers[i] = paper;
    }
    return { length: kept, papers, impacts: packed.subarray(at, at + kept) };
  }

  private readerAt(term: number): ByteReader {
    return new ByteReader(this.packed, this.lists[term]!, Math.min(this.lists[term + 1]!, this.packed.length));
  }

  private bounded(frequency: number, term: number): number {
    return Math.max(0, Math.min(frequency, this.papers, (this.lists[term + 1]! - this.lists[term]!) >> 1));
  }

  private lowerBound(word: Uint8Array): number {
    let low = 0;
    let high = this.terms;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(middle, word, false) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Order of a term and a word by their bytes; with `begin`, 0 also where the term only begins with the word. */
  private compare(term: number, word: Uint8Array, begin: boolean): number {
    const from = this.places[term]!;
    const size = this.places[term + 1]! - from;
    const both = Math.min(size, word.length);
    for (let i = 0; i < both; i++) {
      const difference = this.bytes[from + i]! - word[i]!;
      if (difference) return difference;
    }
    return size < word.length ? -1 : begin ? 0 : size - word.length;
  }
}

const decoder = new TextDecoder();
