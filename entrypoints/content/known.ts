import { followChanges } from '../../lib/browser/page-side';
import type { Marks } from '../../lib/page/marks';
import { idOfKey } from '../../lib/saved/keys';

/** Keeps the marks up with what the reader saves and reads, in whatever window. */
export function followKnown(marks: Marks, signal: AbortSignal): void {
  followChanges((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      const id = idOfKey(key);
      if (id !== undefined) marks.know([id], 'saved', newValue !== undefined);
      else if (key === 'seen') marks.knowAllSeen(Object.keys(newValue ?? {}));
    }
  }, signal);
}
