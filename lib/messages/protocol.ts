import type { Answer, PaperView, TermView } from '../lookup/answer';
import type { FilterData } from '../match/filter';
import type { Block, MatchKind, Proof } from '../match/matcher';
import type { PaperHead } from '../papers/paper';

/** A mention as the page shows it: where in the block, and what it leads to. */
export interface Mention {
  start: number;
  end: number;
  kind: MatchKind;
  /** Paper id; for a term, the concept's id. */
  id: string;
  proof: Proof;
}

/** Mentions of one block, in text order, and the papers they lead to. */
export interface BlockMentions {
  mentions: Mention[];
}

export interface PageMatches {
  blocks: BlockMentions[];
  papers: PaperHead[];
  /** Concept id -> its usual name. */
  terms: Record<string, string>;
}

/** Which of some papers the reader has on the list, or has read before. */
export interface Known {
  saved: string[];
  seen: string[];
}

/** One paper (or term) found on a page. */
export interface Found {
  /** Paper id; for a term, the concept's id. */
  id: string;
  kind: MatchKind;
  title: string;
  /** As the page writes it, at its first place. */
  text: string;
  count: number;
  /** Numbers of its occurrences among the marks of the tab, for jumping. */
  marks: number[];
  /** Every place it stands in is an entry of the bibliography. */
  cited?: boolean;
}

/** What is known of the page in a tab; kept in storage.session. */
export interface PageState {
  /** Which document this is: what another one in the same frame reported is out of date. */
  document: string;
  url: string;
  title: string;
  found: Found[];
  /** The page is being read, was read whole, or only its first part. */
  progress: 'scanning' | 'done' | 'partial';
  /** The bibliography: how many entries it has, and how many of them are in the library. */
  references?: { entries: number; known: number };
  /** The page is about this paper: its abstract page, its HTML, its repository. */
  self?: string;
  /** Milliseconds of work the page was asked for. */
  ms: number;
}

/** What the panel is to show; the last request wins. */
export type PanelRequest =
  | { view: 'page' }
  | { view: 'saved' }
  | { view: 'search'; query: string; context?: string }
  | { view: 'paper'; id: string; terms?: string[] }
  | { view: 'term'; id: string };

/** Every message to the background, with what it takes and what it returns. Replies cross as `Result`. */
export interface ToBackground {
  /** The filter of all active shelves; asked for only where storage.local has none. */
  'filter.get': (input: Record<string, never>) => FilterData;
  /** The mentions in blocks that passed the filter. */
  'page.match': (input: { blocks: Block[] }) => PageMatches & Known;
  /** What the content script of a tab has found so far: kept for popup and panel, counted on the badge. */
  'page.report': (input: { state: PageState }) => null;
  /** Papers for a query or a selection. `context` is the sentence around the selection. */
  'lookup.search': (input: { query: string; context?: string; limit?: number }) => Answer;
  /** One paper with its abstract and its neighbours; null where no shelf has it. */
  'paper.get': (input: { id: string }) => PaperView | null;
  /** Puts the rules for marks into the sender's frame; sent with its first mark. */
  'marks.style': (input: Record<string, never>) => null;
  /** Puts the card's script into the sender's frame. */
  'card.load': (input: Record<string, never>) => null;
  /** A concept: what it is, its papers, its neighbours, its names; null where no shelf has it. */
  'term.get': (input: { id: string }) => TermView | null;
  /** Papers like a page, by its words; none where the likeness is only of the field. */
  'page.related': (input: { text: string; without: string[] }) => PaperHead[];
  /** Opens the panel of the sender's window. Must be sent from a click. Firefox opens none from a page: then these are the keys that do. */
  'panel.open': (input: { request: PanelRequest }) => { opened: boolean; keys: string };
  /**
   * Saves a paper of a shelf, or takes it off the list: what the card's button does. The page it was met on is the sender's tab.
   * `stored` is false where the browser has no room for it.
   */
  'card.save': (input: { id: string; saved: boolean }) => { stored: boolean };
  /** The reader's shelves have changed; from our own pages only. */
  'library.changed': (input: Record<string, never>) => null;
  /** The card has shown a paper of a shelf long enough to be read. */
  'card.seen': (input: { id: string }) => null;
}

/** Messages to the content script of a tab. */
export interface ToContent {
  /** What has been found up to now; null where pickup does not run. */
  'page.state': (input: Record<string, never>) => PageState | null;
  /** The beginning of what can be read on the page, for comparing it with the library. */
  'page.text': (input: Record<string, never>) => string;
  /** The reader's selection, the text around it, and the document that it is in. */
  'selection.get': (input: Record<string, never>) => { text: string; context: string; document: string };
  /** Scrolls to a mark and shows where it is. */
  'mark.show': (input: { index: number }) => null;
  /** Steps to the next (1) or previous (-1) mark and opens its card. */
  'mark.step': (input: { by: 1 | -1 }) => null;
  /** Opens the card for the present selection. Goes to all frames: the one that the reader is in takes it. */
  'selection.lookUp': (input: Record<string, never>) => null;
  /** Reads the rest of a page that was only read in part. Goes to all frames. */
  'page.scanAll': (input: Record<string, never>) => null;
}

export type Message<T> = {
  [K in keyof T]: { type: K; input: T[K] extends (input: infer I) => unknown ? I : never };
}[keyof T];
export type Input<T, K extends keyof T> = T[K] extends (input: infer I) => unknown ? I : never;
export type Output<T, K extends keyof T> = T[K] extends (input: never) => infer O ? O : never;
