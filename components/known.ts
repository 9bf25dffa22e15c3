import { createContext } from 'preact';
import type { PaperHead } from '../lib/papers/paper';

/** What every list knows of a paper beside the paper itself. */
export interface Known {
  isSaved: (id: string) => boolean;
  /** The reader has opened it before. */
  isSeen: (id: string) => boolean;
  /** The papers chosen for comparing. */
  picked: readonly string[];
  /** Chooses a paper for comparing, or takes it out again. Where it is left out, lists offer no choosing. */
  pick?: (paper: PaperHead) => void;
}

export const NOTHING_KNOWN: Known = { isSaved: () => false, isSeen: () => false, picked: [] };
export const KnownPapers = createContext<Known>(NOTHING_KNOWN);

/** Fewer are nothing to compare, more do not fit side by side. */
export const COMPARED = { least: 2, most: 4 };
