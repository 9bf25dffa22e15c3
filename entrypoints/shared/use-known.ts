import { seen } from '../../lib/browser/history-store';
import { savedEntries } from '../../lib/browser/saved-store';
import { useStored } from './use-stored';

/** What the reader saved and what was read before, with their changes. */
export function useKnown() {
  const entries = useStored(savedEntries);
  const read = useStored(seen);
  return {
    entries: entries ?? null,
    seen: read,
    isSaved: (id: string) => !!entries?.has(id),
    isSeen: (id: string) => read?.[id] !== undefined,
  };
}
