import type { Answer, PaperView, TermView, Why } from '../lib/lookup/answer';
import type { Found, PageState } from '../lib/messages/protocol';
import { isOn, type Settings } from '../lib/settings/schema';
import type { Failure } from '../lib/util/result';
import type { Heads } from './items';

/** How it stands with the page in front. */
export type PageStatus = 'unknown' | 'restricted' | 'kept-out' | 'off' | 'asked' | PageState['progress'];

export interface PageSide {
  status: PageStatus;
  found: readonly Found[];
  /** The papers found, as far as they have been fetched. */
  heads: Heads;
  /** The paper that the page is about. */
  self?: string | undefined;
  references?: PageState['references'];
  /** Asks for the access that the reader has taken back, where the status is `kept-out`. */
  enter?: () => void;
}

export interface SearchSide {
  query: string;
  /** The query that `answer` or `error` belongs to; the one shown before stays until the next has come. */
  answered: string | null;
  answer: Answer | null;
  error: Failure | null;
  /** The reader asked for what came closest. */
  nearest: boolean;
}

/** What the reading view shows; `view` is undefined while it is fetched, null where no shelf has it. */
export type ReadingSide = PaperReading | TermReading | CompareReading;

interface PaperReading {
  kind: 'paper';
  id: string;
  terms: readonly string[];
  why: readonly Why[];
  view: PaperView | null | undefined;
  error: Failure | null;
}

interface TermReading {
  kind: 'term';
  id: string;
  view: TermView | null | undefined;
  error: Failure | null;
}

interface CompareReading {
  kind: 'compare';
  /** The papers' ids, joined. */
  id: string;
  ids: readonly string[];
  view: readonly PaperView[] | undefined;
  error: Failure | null;
}

/** `reachable` is whether a content script answered; undefined while nobody knows. */
export function pageStatus(
  state: PageState | null,
  reachable: boolean | undefined,
  settings: Settings,
  site: string,
): PageStatus {
  if (reachable === false) return 'restricted';
  if (!isOn(settings, site)) return 'off';
  if (state && (state.found.length || state.progress !== 'scanning')) return state.progress;
  if (settings.onlyWhenAsked) return 'asked';
  return state ? 'scanning' : 'unknown';
}

/** The last answer belongs to an older query than the one in the box. */
export const isStale = ({ query, answered }: SearchSide) => query.trim() !== '' && answered !== query.trim();
