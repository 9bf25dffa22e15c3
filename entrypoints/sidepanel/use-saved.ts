import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { NoteActs } from '../../components/Notes';
import type { Removal } from '../../components/Toasts';
import { addSaved, changeSaved, putBackSaved, removeSaved } from '../../lib/browser/saved-store';
import type { PaperHead } from '../../lib/papers/paper';
import { withNote, withoutTag, withRead, withTag } from '../../lib/saved/change';
import type { Met, SavedEntry } from '../../lib/saved/entry';
import { ok, type Result } from '../../lib/util/result';
import { useTrouble } from '../shared/use-trouble';

/** More removals than these cannot be taken back. */
const KEPT = 3;

interface Kept extends Removal {
  putBack: () => Promise<Result<unknown>>;
}

/** The ways to change the reading list, and to take removals back. */
export function useSaved() {
  const { trouble, watch } = useTrouble();
  const stored = useRef(watch);
  stored.current = watch;
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
      setRead: (ids, read) => stored.current(each(ids, (entry) => withRead(entry, read))),
      addTag: (ids, tag) => stored.current(each(ids, (entry) => withTag(entry, tag))),
      removeTag(id, tag) {
        stored.current(each([id], (entry) => withoutTag(entry, tag)));
        offer(tag, 1, () => changeSaved(id, (entry) => withTag(entry, tag)), true);
      },
      setNote(id, note) {
        const writing = each([id], (entry) => withNote(entry, note));
        stored.current(writing);
        return writing.then(
          ({ ok }) => ok,
          () => false,
        );
      },
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
    trouble,
    notes,
    save(paper: PaperHead, wanted: boolean, met: Met | undefined) {
      if (wanted) watch(addSaved(paper, met));
      else remove([paper.id]);
    },
    remove,
    /** Offers to take something else back. */
    offer,
    undo(key: number) {
      const removal = removals.find((one) => one.key === key);
      if (removal) watch(removal.putBack());
      drop(key);
    },
    dismiss: drop,
  };
}

/** Changes entries one after another. @returns the first failure, where there is one */
async function each(
  ids: readonly string[],
  change: (entry: SavedEntry) => SavedEntry,
): Promise<Result<SavedEntry | null>> {
  const done = await Promise.all(ids.map((id) => changeSaved(id, change)));
  return done.find(({ ok }) => !ok) ?? ok(null);
}
