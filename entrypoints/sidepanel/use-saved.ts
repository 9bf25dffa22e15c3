import { useState } from 'preact/hooks';
import type { SavedSide } from '../../components/view-state';
import { type Saved, saved } from '../../lib/browser/state';
import { usePapers } from '../shared/use-papers';
import { useStored } from '../shared/use-stored';

interface Removed {
  id: string;
  title: string;
  at: number;
}

const newestFirst = (list: Saved) => Object.keys(list).sort((a, b) => list[b]! - list[a]!);

const without = (list: Saved, id: string): Saved =>
  Object.fromEntries(Object.entries(list).filter(([key]) => key !== id));

/** The reading list, with the way to change it and to take the last removal back. */
export function useSaved() {
  const list = useStored(saved);
  const views = usePapers(list && newestFirst(list));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const titleOf = (id: string) => views?.get(id)?.paper.title ?? id;
  const side: SavedSide = {
    items:
      list && views
        ? newestFirst(list).map((id) => ({ id, kind: 'paper', title: titleOf(id), paper: views.get(id)?.paper }))
        : null,
    // Saved again meanwhile, by another way: nothing to undo.
    removed: removed && !list?.[removed.id] ? removed : null,
  };
  return {
    side,
    isSaved: (id: string) => list?.[id] !== undefined,
    save(id: string, wanted: boolean) {
      setRemoved(null);
      void saved.update((now) => (wanted ? { ...now, [id]: now[id] ?? Date.now() } : without(now, id)));
    },
    remove(id: string) {
      setRemoved({ id, title: titleOf(id), at: list?.[id] ?? Date.now() });
      void saved.update((now) => without(now, id));
    },
    /** Puts the paper back in its old place. */
    undo() {
      if (!removed) return;
      setRemoved(null);
      void saved.update((now) => ({ ...now, [removed.id]: removed.at }));
    },
    forget: () => setRemoved(null),
  };
}
