import type { Paper } from '../../papers/paper';
import { ByteWriter } from '../../util/bytes';
import type { Steps } from '../../util/in-steps';
import { Impacts, type PaperWords, paperWords } from './impact';
import { packSegment } from './segment';

/** Writes a segment term by term, in the order of their bytes. */
export class SegmentWriter {
  private readonly bytes = new ByteWriter(1 << 16);
  private readonly postings = new ByteWriter(1 << 18);
  private readonly places: number[] = [0];
  private readonly lists: number[] = [0];

  /** A term with its papers in ascending order and their impacts. */
  term(bytes: Uint8Array, papers: ArrayLike<number>, impacts: Uint8Array, length: number): void {
    this.bytes.put(bytes);
    this.places.push(this.bytes.length);
    const { postings } = this;
    postings.varint(length);
    let last = -1;
    for (let i = 0; i < length; i++) {
      postings.varint(papers[i]! - last);
      last = papers[i]!;
    }
    postings.put(impacts.subarray(0, length));
    this.lists.push(postings.length);
  }

  finish(papers: number): ArrayBuffer {
    return packSegment(
      papers,
      Uint32Array.from(this.places),
      this.bytes.written(),
      Uint32Array.from(this.lists),
      this.postings.written(),
    );
  }
}

/** Terms written between two places where the work may be interrupted. */
const TERMS_A_STEP = 1000;

/** Collects papers for one segment. */
export class SegmentBuilder {
  private readonly words = new Impacts();
  /** By term: how many papers. */
  private readonly frequency: number[] = [];
  /** The postings in the order of the papers: term and impact. */
  private terms = new Uint32Array(1 << 14);
  private impacts = new Uint8Array(1 << 14);
  private count = 0;
  /** Where each paper's postings end. */
  private readonly ends: number[] = [];

  get papers(): number {
    return this.ends.length;
  }

  /** Adds the next paper: less than a tenth of a millisecond of work for an ordinary abstract. */
  add(words: PaperWords): void {
    this.words.of(words, this.post);
    this.ends.push(this.count);
  }

  /** Adds the next paper as terms with impacts from 1 to 255, each term once. */
  addTerms(terms: Iterable<readonly [term: string, impact: number]>): void {
    for (const [term, impact] of terms) this.post(this.words.numberOf(term), impact);
    this.ends.push(this.count);
  }

  private readonly post = (term: number, impact: number): void => {
    this.frequency[term] = (this.frequency[term] ?? 0) + 1;
    if (this.count === this.terms.length) this.grow();
    this.terms[this.count] = term;
    this.impacts[this.count++] = impact;
  };

  /** Sorts and packs what was added. */
  *finish(): Steps<ArrayBuffer> {
    const sorted = yield* sortedTerms(this.words.numbers);
    // Postings by term: a counting sort, stable, so that papers stay in order.
    const next = new Uint32Array(this.frequency.length + 1);
    this.frequency.forEach((frequency, term) => {
      next[term + 1] = next[term]! + frequency;
    });
    const papers = new Uint32Array(this.count);
    const impacts = new Uint8Array(this.count);
    const begin = next.slice();
    let at = 0;
    for (let paper = 0; paper < this.ends.length; paper++) {
      for (; at < this.ends[paper]!; at++) {
        const place = next[this.terms[at]!]!++;
        papers[place] = paper;
        impacts[place] = this.impacts[at]!;
      }
      if (paper % TERMS_A_STEP === 0) yield;
    }
    const writer = new SegmentWriter();
    for (const [i, term] of sorted.entries()) {
      const number = this.words.numbers.get(term)!;
      const [from, to] = [begin[number]!, begin[number + 1]!];
      writer.term(encoder.encode(term), papers.subarray(from, to), impacts.subarray(from, to), to - from);
      if (i % TERMS_A_STEP === 0) yield;
    }
    return writer.finish(this.papers);
  }

  private grow(): void {
    const [terms, impacts] = [this.terms, this.impacts];
    this.terms = new Uint32Array(2 * terms.length);
    this.terms.set(terms);
    this.impacts = new Uint8Array(2 * impacts.length);
    this.impacts.set(impacts);
  }
}

const encoder = new TextEncoder();

/** One segment of some papers; yields after every paper. */
export function* buildSegment(papers: Iterable<Paper>): Steps<ArrayBuffer> {
  const builder = new SegmentBuilder();
  for (const paper of papers) {
    builder.add(paperWords(paper));
    yield;
  }
  return yield* builder.finish();
}

/** The terms in the order of their UTF-8 bytes, which is that of their code points. Sorted by first letters, to be interrupted in between. */
function* sortedTerms(terms: ReadonlyMap<string, number>): Steps<string[]> {
  const byStart = new Map<string, string[]>();
  for (const term of terms.keys()) {
    const start = term.slice(0, 2);
    const list = byStart.get(start);
    if (list) list.push(term);
    else byStart.set(start, [term]);
  }
  yield;
  const sorted: string[] = [];
  for (const start of [...byStart.keys()].sort(byCodePoints)) {
    for (const term of byStart.get(start)!.sort(byCodePoints)) sorted.push(term);
    yield;
  }
  return sorted;
}

/** JavaScript compares UTF-16 units, among which the halves of characters stand before the last eight thousand others. */
function byCodePoints(a: string, b: string): number {
  const both = Math.min(a.length, b.length);
  for (let i = 0; i < both; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const [halfX, halfY] = [(x & 0xf800) === 0xd800, (y & 0xf800) === 0xd800];
    return halfX === halfY ? x - y : halfX ? 1 : -1;
  }
  return a.length - b.length;
}
