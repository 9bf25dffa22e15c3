import { api, askBackground } from '../../lib/browser/page-side';
import type { Filter } from '../../lib/match/filter';
import type { Block } from '../../lib/match/matcher';
import type { Found, PageState } from '../../lib/messages/protocol';
import { addressNames, isTitled, pageTitles } from '../../lib/page/about';
import { keepNodes, type Passage, passages, rangeOf, toBlock } from '../../lib/page/blocks';
import { Definitions } from '../../lib/page/definitions';
import { documentId, renewDocumentId } from '../../lib/page/document-id';
import type { Mark, Marks } from '../../lib/page/marks';
import { findReferences } from '../../lib/page/references';
import { idle, inSlices } from '../../lib/page/slices';
import { isInSkipped, isVisible } from '../../lib/page/visible-text';
import { watch } from '../../lib/page/watch';
import type { PaperHead } from '../../lib/papers/paper';
import { foldKey } from '../../lib/text/fold';

const PAPER_LINKS = ['arxiv.org/', 'aclanthology.org/', 'doi.org/', 'huggingface.co/papers/']
  .map((site) => `a[href*="${site}"]`)
  .join();
/** Past this many characters a page is read only when the reader asks for the rest. */
const BUDGET = 2_000_000;
/** Candidate passages are sent in batches of at most this many, and characters. */
const BATCH = 24;
const BATCH_CHARACTERS = 60_000;
/** How much of the neighbouring passages goes along as context, in characters. */
const CONTEXT = 300;
/** So many passages are remembered in case a later one defines an abbreviation in them. */
const ASKED = 300;
/** Reports to popup, panel and badge wait for this long without news, in milliseconds. */
const REPORT_AFTER = 200;

/** Places of one paper that are marked on a page; where it stands oftener, nobody reads them all. */
const MOST_PLACES = 500;

interface Candidate {
  passage: Passage;
  block: Block;
}

/** Gathers candidates, and sends them on when they are enough for a message. */
class Batch {
  private list: Candidate[] = [];
  private size = 0;

  constructor(private readonly onFull: (batch: Candidate[]) => void) {}

  get last(): Candidate | undefined {
    return this.list.at(-1);
  }

  add(candidate: Candidate): void {
    this.list.push(candidate);
    this.size += candidate.block.text.length;
    if (this.list.length >= BATCH || this.size >= BATCH_CHARACTERS) this.send();
  }

  send(): void {
    if (this.list.length) this.onFull(this.list);
    this.list = [];
    this.size = 0;
  }
}

/** Reads the page in slices, asks about the passages that may mention a paper, and keeps the marks up with the page's changes. */
export class Pickup {
  private readonly papers = new Map<string, PaperHead>();
  /** Their titles as letters only. */
  private readonly titleKeys = new Map<string, string>();
  private readonly terms = new Map<string, string>();
  private references: ReadonlySet<Element> | undefined;
  /** The body and the open shadow roots, with what ends watching each. */
  private readonly roots = new Map<Node, () => void>();
  /** Candidates that cannot be seen now, or not all of them, with what of them can be; looked at again after the reader has done something. */
  private hidden = new Map<Passage, readonly Text[]>();
  private readonly definitions = new Definitions();
  /** Passages asked about, to be asked about again where a later one defines an abbreviation in them. */
  private asked = new Set<Passage>();
  private started = false;
  private hasPaperLinks = false;
  /** How much was read, in characters, by what it was read below: what has gone or is read again counts no more. */
  private readonly read = new Map<Node, number>();
  private budget = BUDGET;
  private ms = 0;
  private progress: PageState['progress'] = 'scanning';
  private reported = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly marks: Marks,
    private readonly filter: Filter | undefined,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer);
      for (const leave of this.roots.values()) leave();
    });
  }

  start(): void {
    this.started = true;
    this.enter(document.body);
    // Some sites put another body in place of this one: nothing below the old one tells of it.
    const bodies = new MutationObserver(() => this.roots.has(document.body) || this.run(() => this.rescan(new Set())));
    bodies.observe(document.documentElement, { childList: true });
    this.signal.addEventListener('abort', () => bodies.disconnect());
    // A page that changes its address without loading keeps its marks, but what was known of the tab is forgotten.
    const onNavigated = (event: Event) => {
      if (!event.isTrusted) return;
      this.reported &&= 'stale';
      this.report();
    };
    (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', onNavigated, {
      signal: this.signal,
    });
    // The same of a page that the browser kept, and brings back.
    const onShown = (event: PageTransitionEvent) => {
      if (!event.isTrusted || !event.persisted) return;
      renewDocumentId();
      onNavigated(event);
    };
    addEventListener('pageshow', onShown, { signal: this.signal });
    const recheck = (event: Event) => event.isTrusted && this.hidden.size && this.run(() => this.recheckHidden());
    for (const event of ['click', 'keyup', 'toggle'] as const)
      document.addEventListener(event, recheck, { signal: this.signal, passive: true, capture: true });
  }

  /** Reads on past the budget, or reads a page where pickup only runs when asked. */
  scanAll(): void {
    this.budget = Number.POSITIVE_INFINITY;
    if (this.started) this.run(() => this.scan([...this.roots.keys()], true));
    else this.start();
  }

  private enter(root: Node): void {
    if (!root || this.roots.has(root)) return;
    this.run(() => this.scan([root], false));
    this.roots.set(
      root,
      watch(root, (changed) => this.run(() => this.rescan(changed))),
    );
  }

  /** One job after another: a rescan never overtakes the scan before it. */
  private run(job: () => Promise<void>): void {
    this.queue = this.queue.then(async () => {
      if (this.signal.aborted) return;
      try {
        await idle(this.signal);
        await job();
      } catch (error) {
        if (!this.signal.aborted) throw error;
      }
    });
  }

  private async rescan(changed: Set<Node>): Promise<void> {
    // What comes back is entered anew.
    for (const [root, leave] of this.roots) if (!root.isConnected && this.roots.delete(root)) leave();
    this.enter(document.body);
    // Upwards from the node: of two hundred changed blocks each would look for it in itself.
    const isInside = (node: Node) => {
      for (let at = node.parentNode; at; at = at.parentNode) if (changed.has(at)) return true;
      return false;
    };
    const went = this.marks.prune(({ range }) => isInside(range.startContainer));
    const isOld = ({ nodes }: Passage) => nodes.every((node) => !node.isConnected || isInside(node));
    for (const passage of this.hidden.keys()) if (isOld(passage)) this.hidden.delete(passage);
    for (const passage of this.asked) if (isOld(passage)) this.asked.delete(passage);
    for (const root of this.read.keys()) if (!root.isConnected) this.read.delete(root);
    if (changed.size) return this.scan(changed, went);
    // Something was removed, or an editor written in.
    this.references = undefined;
    if (went) this.report();
  }

  private async recheckHidden(): Promise<void> {
    const waiting = this.hidden;
    this.hidden = new Map();
    await this.askAnew(waiting);
  }

  /** Asks about passages that were read before, in slices and batches as well; not where the same can be seen of one as was then. */
  private async askAnew(waiting: Iterable<[Passage, before?: readonly Text[]]>): Promise<void> {
    const asked: Promise<void>[] = [];
    const batch = new Batch((full) => asked.push(this.ask(full)));
    const each = ([passage, before]: [Passage, before?: readonly Text[]]) => {
      const candidate = this.candidate(passage, before);
      if (candidate) batch.add(candidate);
      return true;
    };
    this.ms += await inSlices(waiting, each, this.signal);
    batch.send();
    await Promise.all(asked);
  }

  private async scan(roots: Iterable<Node>, again: boolean): Promise<void> {
    if (!this.filter) return;
    if (again) this.marks.prune(({ range }) => [...roots].some((root) => root.contains(range.startContainer)));
    const asked: Promise<void>[] = [];
    const batch = new Batch((full) => asked.push(this.ask(full)));
    const defined: [short: string, asked: number][] = [];
    let previous = '';
    this.progress = 'scanning';
    this.references = undefined;
    // Asked once a scan: most pages have no such link, and looking at every link of a page is dear.
    this.hasPaperLinks = document.querySelector(PAPER_LINKS) !== null;
    let characters = 0;
    for (const count of this.read.values()) characters += count;
    for (const root of roots) {
      // The body of an editor's frame is one, too.
      if (!root.isConnected || isInSkipped(root)) continue;
      const before = (characters -= this.read.get(root) ?? 0);
      const each = (passage: Passage) => {
        characters += passage.text.length;
        const candidate = this.candidate(passage);
        const { last } = batch;
        if (last && !last.block.after) last.block.after = passage.text.slice(0, CONTEXT);
        if (candidate) {
          candidate.block.before = previous.slice(-CONTEXT);
          for (const short of this.definitions.add(candidate.block.text)) defined.push([short, this.asked.size]);
          batch.add(candidate);
        }
        previous = passage.text;
        return characters < this.budget;
      };
      this.ms += await inSlices(
        passages(root, (shadow) => this.enter(shadow)),
        each,
        this.signal,
      );
      this.read.set(root, characters - before);
    }
    batch.send();
    const late = [...this.asked].filter(({ text }, i) =>
      defined.some(([short, before]) => i < before && text.includes(short)),
    );
    await this.askAnew(late.map((passage) => [passage]));
    await Promise.all(asked);
    this.progress = characters < this.budget ? 'done' : 'partial';
    this.report();
  }

  /** A passage that may mention a paper, with what can be seen of it. */
  private candidate(passage: Passage, before?: readonly Text[]): Candidate | undefined {
    if (!before && !this.isOfInterest(passage)) return undefined;
    const seen = keepNodes(passage, isVisible);
    if (seen !== passage) {
      this.hidden.set(passage, seen.nodes);
      const isAsBefore = before?.length === seen.nodes.length && before.every((node, i) => node === seen.nodes[i]);
      if (isAsBefore || !this.isOfInterest(seen)) return undefined;
    }
    return { passage: seen, block: toBlock(seen) };
  }

  /** Whether the text may mention a paper, or a link in it leads to one. */
  private isOfInterest(passage: Passage): boolean {
    const filter = this.filter!;
    if (filter.mayMatch(passage.text)) return true;
    return this.hasPaperLinks && !!toBlock(passage).links?.some(([, , address]) => filter.mayLead(address));
  }

  private async ask(batch: Candidate[]): Promise<void> {
    if (!batch.length) return;
    for (const { passage, block } of batch) {
      const defined = this.definitions.for(block.text);
      if (defined.length) block.defined = defined;
      if (this.asked.size < ASKED) this.asked.add(passage);
    }
    const reply = await askBackground('page.match', { blocks: batch.map(({ block }) => block) });
    if (!reply.ok || this.signal.aborted) return;
    for (const paper of reply.value.papers) {
      if (this.papers.has(paper.id)) continue;
      this.papers.set(paper.id, paper);
      this.titleKeys.set(paper.id, foldKey(paper.title));
    }
    this.marks.know(reply.value.saved, 'saved');
    this.marks.know(reply.value.seen, 'seen');
    for (const [id, name] of Object.entries(reply.value.terms)) this.terms.set(id, name);
    const marks: Mark[] = [];
    const places = new Map<string, number>();
    for (const { id } of this.marks.all) places.set(id, (places.get(id) ?? 0) + 1);
    const place = ([i, { mentions }]: [number, (typeof reply.value.blocks)[number]]) => {
      const { passage } = batch[i]!;
      for (const { start, end, kind, id } of mentions) {
        const before = places.get(id) ?? 0;
        if (before >= MOST_PLACES) continue;
        places.set(id, before + 1);
        const range = rangeOf(passage, start, end);
        // The page may have changed while the worker looked.
        if (range && sameText(range, passage, start, end)) marks.push({ range, kind, id, text: range.toString() });
      }
      return true;
    };
    this.ms += await inSlices(reply.value.blocks.entries(), place, this.signal);
    if (this.signal.aborted) return;
    // A term is marked at its first place only.
    const terms = new Set(this.marks.all.flatMap(({ kind, id }) => (kind === 'term' ? [id] : [])));
    const isFirst = ({ kind, id }: Mark) => kind !== 'term' || (!terms.has(id) && !!terms.add(id));
    this.references = undefined;
    this.marks.add(marks.filter((mark) => !this.marks.has(mark) && isFirst(mark)));
    if (marks.length) this.report();
  }

  /** Tells popup, panel and badge; silent as long as a page has nothing to tell. */
  private report(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const state = this.state();
      const key = JSON.stringify({ ...state, ms: 0 });
      if (key === this.reported || (!this.reported && !state.found.length && state.progress !== 'partial')) return;
      this.reported = key;
      void askBackground('page.report', { state });
    }, REPORT_AFTER);
  }

  /** Tells popup, panel and badge that nothing is marked any more; silent where nothing was told before. */
  takeBack(): void {
    if (!this.reported || !api.runtime.id) return;
    this.reported = '';
    void askBackground('page.report', { state: { ...this.state(), found: [], progress: 'done' } });
  }

  /** What has been found up to now. */
  state(): PageState {
    const found = new Map<string, Found>();
    const entries = this.entries();
    const cited = new Set<Element>();
    const entryOf = ({ range }: Mark) => {
      for (let at = range.startContainer.parentElement; at; at = at.parentElement) if (entries.has(at)) return at;
      return undefined;
    };
    this.marks.all.forEach((mark, index) => {
      const key = `${mark.kind} ${mark.id}`;
      const known = found.get(key);
      const entry = mark.kind === 'term' ? undefined : entryOf(mark);
      if (entry) cited.add(entry);
      if (known) {
        known.count++;
        known.marks.push(index);
        if (!entry) delete known.cited;
      } else {
        const title = this.papers.get(mark.id)?.title ?? this.terms.get(mark.id) ?? mark.text;
        const text = mark.text.slice(0, 500);
        found.set(key, {
          id: mark.id,
          kind: mark.kind,
          title,
          text,
          count: 1,
          marks: [index],
          ...(entry && { cited: true }),
        });
      }
    });
    return {
      document: documentId,
      url: location.href.slice(0, 8000),
      title: document.title.slice(0, 2000),
      found: [...found.values()].slice(0, 2000),
      progress: this.progress,
      ...(entries.size && { references: { entries: entries.size, known: cited.size } }),
      ...this.self(),
      ms: Math.round(this.ms * 10) / 10,
    };
  }

  /** The entries of the page's bibliographies. Looked for once after each change of the page or its marks: that takes the whole page. */
  private entries(): ReadonlySet<Element> {
    return (this.references ??= new Set(this.marks.all.length ? findReferences(document) : []));
  }

  /** The paper that this page is about, where it is one of ours. */
  private self(): { self?: string } {
    if (!this.papers.size) return {};
    const titles = pageTitles();
    for (const paper of this.papers.values()) {
      if (addressNames(location.href, paper) || isTitled(titles, this.titleKeys.get(paper.id)!))
        return { self: paper.id };
    }
    return {};
  }
}

/** Whether a range still reads as the passage did, line breaks between blocks apart. */
function sameText(range: Range, passage: Passage, start: number, end: number): boolean {
  return range.toString().replace(/\s/g, '') === passage.text.slice(start, end).replace(/\s/g, '');
}
