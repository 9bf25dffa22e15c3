import { useState } from 'preact/hooks';
import type { SavedSide } from '../../components/view-state';
import { metIn } from '../../lib/browser/met';
import { addSaved, putBackSaved, removeSaved, savedEntries } from '../../lib/browser/saved-store';
import { activeTab } from '../../lib/browser/tabs';
import type { PaperHead } from '../../lib/papers/paper';
import type { SavedEntry } from '../../lib/saved/entry';
import { findSaved } from '../../lib/saved/find';
import { useStored } from '../shared/use-stored';

/** The reading list, with the way to change it and to take the last removal back. */
export function useSaved() {
  const entries = useStored(savedEntries);
  const [removed, setRemoved] = useState<SavedEntry | null>(null);
  const take = (id: string) => void removeSaved([id]).then(([entry]) => setRemoved(entry ?? null));
  const side: SavedSide = {
    items: entries
      ? findSaved(entries).map(({ paper }) => ({ id: paper.id, kind: 'paper', title: paper.title, paper }))
      : null,
    // Saved again meanwhile, by another way: nothing to undo.
    removed: removed && !entries?.has(removed.paper.id) ? removed.paper : null,
  };
  return {
    side,
    isSaved: (id: string) => entries?.has(id) ?? false,
    save(paper: PaperHead, wanted: boolean) {
      setRemoved(null);
      if (wanted) void activeTab().then((tab) => addSaved(paper, metIn(tab)));
      else void removeSaved([paper.id]);
    },
    remove: take,
    /** Puts the paper back in its old place. */
    undo() {
      if (!removed) return;
      setRemoved(null);
      void putBackSaved([removed]);
    },
    forget: () => setRemoved(null),
  };
}
