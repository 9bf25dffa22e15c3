import { stored } from './state';

/** What the background has to know of the reader's library without opening it: whether there is any. */
export interface LibraryState {
  /** Shelves of the reader's own that are on. */
  shelves: number;
  /** The shipped shelf is not looked in. */
  shippedOff: boolean;
}

const EMPTY: LibraryState = { shelves: 0, shippedOff: false };

/** Written by our own pages with every change of a shelf; a change also tells open pages of ours to look again. */
export const libraryState = stored<LibraryState>('local', 'library', (raw) => {
  if (typeof raw !== 'object' || raw === null) return EMPTY;
  const { shelves, shippedOff } = raw as Partial<LibraryState>;
  return { shelves: typeof shelves === 'number' && shelves > 0 ? shelves : 0, shippedOff: shippedOff === true };
});
