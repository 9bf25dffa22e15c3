import type { Block } from '../match/matcher';
import { blockOf, isParted, isSkipped } from './visible-text';

/** A stretch of page text with the way back: segment i of `nodes` begins at `starts[i]`. */
export interface Passage {
  text: string;
  nodes: Text[];
  starts: number[];
}

/** A passage is closed at the end of the block in which it reaches this length, in characters. */
const PASSAGE = 3000;
/** A single text node longer than this is read in pieces: between them the page may be given its turn. */
const PIECE = 8000;
/** Pieces of one node overlap, so that no title falls between two. */
const OVERLAP = 400;

/**
 * The passages of a subtree in page order: text nodes with blocks parted by an empty line. Lazily, so that a caller can stop whenever its time is up.
 * @param onShadow is told of each open shadow root on the way; its text is not part of the walk
 */
export function* passages(root: Node, onShadow: (shadow: ShadowRoot) => void = () => {}): Generator<Passage> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    if (isSkipped(node as Element)) return NodeFilter.FILTER_REJECT;
    if ((node as Element).shadowRoot) onShadow((node as Element).shadowRoot!);
    return (node as Element).tagName === 'BR' ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  // The walk begins below it.
  if (root instanceof Element && root.shadowRoot) onShadow(root.shadowRoot);
  let made = new Gathered();
  let block: Element | undefined;
  let broken = false;
  for (
    let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode();
    node;
    node = walker.nextNode()
  ) {
    if (node.nodeType !== Node.TEXT_NODE) {
      broken = true;
      continue;
    }
    const text = node as Text;
    const data = text.data;
    if (!data || (data.length < 200 && !/\S/.test(data))) {
      if (data && made.length && !isSpace(made.last)) made.write(' ');
      continue;
    }
    const own = blockOf(text);
    if (own !== block) {
      if (made.length > PASSAGE) {
        yield made.passage();
        made = new Gathered();
      } else if (made.length) made.write('\n\n');
      block = own;
    } else {
      if (broken) made.write('\n');
      else if (isFootnote(text)) made.write(' ');
      else if (made.nodes.length && !isSpace(made.last) && !isSpace(data[0]!) && isParted(made.nodes.at(-1)!, text))
        made.write('\n');
      if (made.length > PIECE) {
        // One block without end: it goes on in another passage, which begins with the end of this one.
        yield made.passage();
        made = made.tail();
      }
    }
    broken = false;
    if (data.length > PIECE) {
      if (made.length) yield made.passage();
      yield* pieces(text);
      made = new Gathered();
      continue;
    }
    made.add(text);
  }
  if (made.nodes.length) yield made.passage();
}

/** A raised mark or number, written against a word that it is no part of. */
const isFootnote = ({ data, parentElement }: Text) =>
  data.length < 8 && (parentElement?.tagName === 'SUP' || parentElement?.parentElement?.tagName === 'SUP');

const isSpace = (letter: string) => /\s/.test(letter);

/** A passage in the making. Its text is joined once, at the end: of fifty thousand small nodes each would copy all before it. */
class Gathered {
  readonly nodes: Text[] = [];
  length = 0;
  /** The last letter; '' while there is none. */
  last = '';
  private readonly starts: number[] = [];
  private readonly parts: string[] = [];

  write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.last = text.at(-1)!;
  }

  add(node: Text): void {
    this.starts.push(this.length);
    this.nodes.push(node);
    this.write(node.data);
  }

  passage(): Passage {
    return { text: this.parts.join(''), nodes: this.nodes, starts: this.starts };
  }

  /** The beginning of the next passage: the last nodes again, so that no title falls between two. */
  tail(): Gathered {
    const tail = new Gathered();
    let from = this.nodes.length;
    while (from > 0 && this.length - this.starts[from - 1]! <= OVERLAP) from--;
    const text = this.parts.join('');
    for (let i = from; i < this.nodes.length; i++) {
      tail.add(this.nodes[i]!);
      // What stood between two nodes stands there again.
      const end = this.starts[i]! + this.nodes[i]!.length;
      const next = this.starts[i + 1] ?? this.length;
      if (next > end) tail.write(text.slice(end, next));
    }
    return tail;
  }
}

/** One very long text node, piece by piece. `starts` is negative where the piece begins inside the node. */
function* pieces(node: Text): Generator<Passage> {
  for (let at = 0; at < node.length; at += PIECE - OVERLAP) {
    yield { text: node.substringData(at, PIECE), nodes: [node], starts: [-at] };
    if (at + PIECE >= node.length) return;
  }
}

/** The text node and offset of a place in a passage; at a border, of the segment that ends there if `end`. */
function locate(passage: Passage, offset: number, end: boolean): [Text, number] {
  let i = passage.starts.length - 1;
  while (i > 0 && (end ? passage.starts[i]! >= offset : passage.starts[i]! > offset)) i--;
  const node = passage.nodes[i]!;
  // Not data.length: Firefox copies the whole text for it, which for thousands of places in megabytes takes minutes.
  return [node, Math.min(node.length, offset - passage.starts[i]!)];
}

/** The range of a span of a passage; undefined where the page has changed under it. */
export function rangeOf(passage: Passage, start: number, end: number): Range | undefined {
  const [startNode, startOffset] = locate(passage, start, false);
  const [endNode, endOffset] = locate(passage, end, true);
  if (!startNode.isConnected || !endNode.isConnected) return undefined;
  const range = document.createRange();
  range.setStart(startNode, startOffset);
  range.setEnd(endNode, endOffset);
  return range;
}

/** The same passage with only the text nodes that pass. */
export function keepNodes(passage: Passage, keep: (node: Text) => boolean): Passage {
  const kept = passage.nodes.map(keep);
  if (kept.every(Boolean)) return passage;
  const result: Passage = { text: '', nodes: [], starts: [] };
  passage.nodes.forEach((node, i) => {
    const next = passage.starts[i + 1] ?? passage.text.length;
    const text = passage.text.slice(Math.max(0, passage.starts[i]!), next);
    if (kept[i]) {
      result.starts.push(passage.starts[i]! < 0 ? passage.starts[i]! : result.text.length);
      result.nodes.push(node);
      result.text += text;
    } else result.text += '\n\n';
  });
  return result;
}

/** A passage as the matcher takes it: its text and the links in it. */
export function toBlock(passage: Passage): Block {
  const links: [number, number, string][] = [];
  passage.nodes.forEach((node, i) => {
    const anchor = node.parentElement?.closest('a[href]') as HTMLAnchorElement | null;
    if (!anchor) return;
    const start = Math.max(0, passage.starts[i]!);
    const end = Math.min(passage.text.length, passage.starts[i]! + node.length);
    const last = links.at(-1);
    if (last && last[2] === anchor.href && passage.text.slice(last[1], start).trim() === '') last[1] = end;
    else links.push([start, end, anchor.href.slice(0, 500)]);
  });
  return links.length ? { text: passage.text, links } : { text: passage.text };
}
