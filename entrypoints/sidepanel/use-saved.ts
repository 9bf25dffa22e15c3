import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { NoteActs } from '../../components/Notes';
import type { Removal } from '../../components/Toasts';
import { addSaved, changeSaved, putBackSaved, removeSaved } from '../../lib/browser/saved-store';
import type { PaperHead } from '../../lib/papers/paper';
import { withNote, withoutTag, withRead, withTag } from '../../lib/saved/change';
import type { Met, SavedEntry } from '../../lib/saved/entry';

/** More removals than these cannot be taken back. */
const KEPT = 3;

interface Kept extends Removal {
  putBack: () => Promise<unknown>;
}

/** The ways to change the reading list, and to take removals back. */
export function useSaved() {
  const [removals, setRemovals] = useState<readonly Kept[]>([]);
  const next = useRef(1);
  const offer = useCallback(
    (title: string, count: number, putBack: Kept['putBack'], focusStays = false) =>
      setRemovals((now) => [...now, { key: next.current++, title, count, putBack, focusStays }].slice(-KEPT)),
    [],
  );
  const drop = (key: number) => setRemovals((now) => now.filter((one) => one.key !== key));

  const notes: NoteActs = useMemo(
    () => ({
      setRead: (ids, read) => each(ids, (entry) => withRead(entry, read)),
      addTag: (ids, tag) => each(ids, (entry) => withTag(entry, tag)),
      removeTag(id, tag) {
        each([id], (entry) => withoutTag(entry, tag));
        offer(tag, 1, () => changeSaved(id, (entry) => withTag(entry, tag)), true);
      },
      setNote: (id, note) => each([id], (entry) => withNote(entry, note)),
    }),
    [offer],
  );
  const remove = (ids: readonly string[]) =>
    void removeSaved(ids).then((removed) => {
      const [first] = removed;
      if (first) offer(first.paper.title, removed.length, () => putBackSaved(removed));
    });
  return {
    removals,
    notes,
    save(paper: PaperHead, wanted: boolean, met: Met | undefined) {
      if (wanted) void addSaved(paper, met);
      else remove([paper.id]);
    },
    remove,
    /** Offers to take something else back. */
    offer,
    undo(key: number) {
      void removals.find((one) => one.key === key)?.putBack();
      drop(key);
    },
    dismiss: drop,
  };
}

function each(ids: readonly string[], change: (entry: SavedEntry) => SavedEntry): void {
  for (const id of ids) void changeSaved(id, change);
}
