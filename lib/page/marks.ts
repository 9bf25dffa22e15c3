import type { MatchKind } from '../match/matcher';
import type { Settings } from '../settings/schema';

/** A mention painted on the page. */
export interface Mark {
  range: Range;
  kind: MatchKind;
  /** Paper or concept id. */
  id: string;
  /** As the page wrote it when it was found. */
  text: string;
}

/** One highlight a kind; the names are neutral, since the page can read the registry. */
const HIGHLIGHTS: Record<MatchKind, string> = { title: 'sl-1', id: 'sl-1', name: 'sl-2', term: 'sl-3' };
/** The same, paler, for papers that the reader knows. */
const KNOWN: Record<MatchKind, string> = { ...HIGHLIGHTS, title: 'sl-4', id: 'sl-4', name: 'sl-5' };
const NAMES = new Set([...Object.values(HIGHLIGHTS), ...Object.values(KNOWN)]);
const CURRENT = 'sl-0';
const PAINTED: Record<Settings['marks'], readonly MatchKind[]> = {
  none: [],
  titles: ['title', 'id'],
  names: ['title', 'id', 'name'],
  all: ['title', 'id', 'name', 'term'],
};

/** So many ranges are painted at most: after each change the browser goes through all of them before the next frame. */
const PAINTED_MOST = 1000;
/**
 * In a text node longer than this nothing is painted but the present mark, in characters: for the first range in it Chromium lays a map over all
 * of its text, a hundred milliseconds for five megabytes. What is found there is in the panel.
 */
const NODE_MOST = 1_000_000;
/** A page with more is painted anew where the reader has scrolled to, after this long without scrolling, in milliseconds. */
const AFTER_SCROLLING = 100;

/**
 * The marks of a page, painted with the CSS Custom Highlight API: no DOM is changed. A page can clear or spoil the registry; whatever
 * it does there changes nothing here but the paint, which comes back with the next mark.
 */
export class Marks {
  private list: Mark[] = [];
  /** The marks by the text nodes they begin and end in: only those can be the same place as another. */
  private byNode = new Map<Node, Mark[]>();
  /** The shadow roots with marks in them. */
  private shadowRoots = new Set<ShadowRoot>();
  private level: Settings['marks'] = 'all';
  private dim = false;
  private readonly saved = new Set<string>();
  private readonly seen = new Set<string>();
  private styled = false;

  /** @param style brings the rules that the marks are painted by; called with the first mark */
  constructor(private readonly style: () => void = () => {}) {}

  /** Which kinds are painted, and whether known papers paler; what is not painted is found all the same. */
  show(level: Settings['marks'], dim: boolean): void {
    if (this.level === level && this.dim === dim) return;
    this.level = level;
    this.dim = dim;
    this.paint();
  }

  /** What the reader has on the list, or has read; `saved` false takes it off. */
  know(ids: Iterable<string>, how: 'saved' | 'seen', on = true): void {
    for (const id of ids) this[how][on ? 'add' : 'delete'](id);
    if (this.dim && this.list.length) this.paint();
  }

  /** All that the reader has read; what was read before and is not among it counts no more. */
  knowAllSeen(ids: Iterable<string>): void {
    this.seen.clear();
    this.know(ids, 'seen');
  }

  /** Whether the same place is marked already. */
  has({ range }: Mark): boolean {
    const near = (node: Node) => this.byNode.get(node)?.some((mark) => overlap(mark.range, range));
    return !!near(range.startContainer) || !!near(range.endContainer);
  }

  get all(): readonly Mark[] {
    return this.list;
  }

  add(marks: readonly Mark[]): void {
    if (!marks.length) return;
    if (!this.styled) this.style();
    this.styled = true;
    // They come in page order, batch after batch: places are dear to compare, and sorting what is in order costs one comparison each.
    const added = [...marks].sort(inPageOrder);
    const last = this.list.at(-1);
    const isNext = !last || inPageOrder(last, added[0]!) <= 0;
    this.list.push(...added);
    if (!isNext) this.list.sort(inPageOrder);
    for (const mark of added) this.enter(mark);
    this.paint();
  }

  private enter(mark: Mark): void {
    for (const node of new Set([mark.range.startContainer, mark.range.endContainer])) {
      const list = this.byNode.get(node);
      if (list) list.push(mark);
      else this.byNode.set(node, [mark]);
    }
    const root = mark.range.startContainer.getRootNode();
    if (root instanceof ShadowRoot) this.shadowRoots.add(root);
  }

  private replace(list: Mark[]): void {
    this.list = list;
    this.byNode = new Map();
    this.shadowRoots = new Set();
    for (const mark of list) this.enter(mark);
  }

  /** Drops the marks whose text has gone or changed, and those that `drop` names. @returns whether any went */
  prune(drop: (mark: Mark) => boolean = () => false): boolean {
    const kept = this.list.filter((mark) => !drop(mark) && isWhole(mark));
    const changed = kept.length !== this.list.length;
    if (changed) {
      this.replace(kept);
      this.paint();
    }
    return changed;
  }

  clear(): void {
    this.replace([]);
    this.paint();
  }

  /** Shows one mark as the present one; undefined for none. */
  showCurrent(mark: Mark | undefined): void {
    registry((highlights) => {
      if (mark) highlights.set(CURRENT, new Highlight(mark.range));
      else highlights.delete(CURRENT);
    });
  }

  /** The mark under a point of the viewport. */
  at(x: number, y: number): Mark | undefined {
    // In other shadow roots than these it would be the host's parent.
    const place = document.caretPositionFromPoint?.(x, y, { shadowRoots: [...this.shadowRoots] });
    const node = place?.offsetNode;
    return this.list.find(({ range }) => {
      // A cheap question before the exact one: the caret's node touches the range.
      if (node && !range.intersectsNode(node)) return false;
      return [...range.getClientRects()].some(
        (box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1,
      );
    });
  }

  /** The marks to paint: of very many, those about the part of the page that is seen. */
  private paintable(): Mark[] {
    const all = this.list.filter(({ kind, range }) => PAINTED[this.level].includes(kind) && isLight(range));
    const isMany = all.length > PAINTED_MOST;
    document[isMany ? 'addEventListener' : 'removeEventListener']('scroll', this.onScroll, { capture: true });
    if (!isMany) return all;
    const from = Math.max(0, firstInView(all) - PAINTED_MOST / 2);
    return all.slice(from, from + PAINTED_MOST);
  }

  private readonly onScroll = (): void => {
    clearTimeout(this.scrolled);
    this.scrolled = setTimeout(() => this.list.length > PAINTED_MOST && this.paint(), AFTER_SCROLLING);
  };
  private scrolled: ReturnType<typeof setTimeout> | undefined;

  private paint(): void {
    registry((highlights) => {
      const ranges = new Map<string, Range[]>();
      for (const { kind, range, id } of this.paintable()) {
        const name = (this.dim && (this.saved.has(id) || this.seen.has(id)) ? KNOWN : HIGHLIGHTS)[kind];
        const list = ranges.get(name);
        if (list) list.push(range);
        else ranges.set(name, [range]);
      }
      for (const name of NAMES) {
        const list = ranges.get(name);
        if (list) highlights.set(name, new Highlight(...list));
        else highlights.delete(name);
      }
      if (!this.list.length) highlights.delete(CURRENT);
    });
  }
}

function registry(change: (highlights: HighlightRegistry) => void): void {
  // Before Chrome 105 and Firefox 140 there is none: the panel still lists what was found.
  if (typeof CSS !== 'undefined' && 'highlights' in CSS) change(CSS.highlights);
}

function isWhole({ range, text }: Mark): boolean {
  return range.startContainer.isConnected && !range.collapsed && range.toString() === text;
}

const isLight = ({ startContainer }: Range) => !((startContainer as Text).length > NODE_MOST);

/** The first of some marks in page order that is not above the viewport, found by halving: each look at a place costs. */
function firstInView(marks: readonly Mark[]): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.range.getBoundingClientRect().bottom < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const inPageOrder = (a: Mark, b: Mark) => pageOrder(a.range, b.range);

/**
 * Where two ranges stand to one another in the page; a shadow tree stands where its host does. Of two nodes it is asked, not of the
 * ranges: Chromium looks for a boundary point from the parent's first child on, for a node from the other one back.
 */
function pageOrder(a: Range, b: Range): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  if (a.startContainer.getRootNode() === b.startContainer.getRootNode())
    return a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  const [first, second] = [outermost(a.startContainer), outermost(b.startContainer)];
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function outermost(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}

function overlap(a: Range, b: Range): boolean {
  if (a.startContainer.getRootNode() !== b.startContainer.getRootNode()) return false;
  // END_TO_START compares the start of `a` with the end of `b`, START_TO_END the end of `a` with the start of `b` (DOM standard).
  return a.compareBoundaryPoints(Range.END_TO_START, b) < 0 && a.compareBoundaryPoints(Range.START_TO_END, b) > 0;
}
