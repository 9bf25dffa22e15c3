import { libraryState } from '../../lib/browser/library-state';
import { ask } from '../../lib/browser/messaging';
import { dropImport, openImports, undropImport } from '../../lib/storage/imports';
import { openLibrary } from '../../lib/storage/open';
import type { LibraryDatabase } from '../../lib/storage/schema';
import { deleteShelf, purge, shelves, undeleteShelf } from '../../lib/storage/shelves';
import { ok, type Result } from '../../lib/util/result';

/** Held by a page that offers to take the deletion of all shelves back. */
const UNDOABLE = 'sidelight shelves undo';

/** Opens the library for one piece of work. */
export async function withLibrary<T>(work: (database: LibraryDatabase) => Promise<Result<T>>): Promise<Result<T>> {
  const opened = await openLibrary();
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}

/** Writes down how many shelves are on, and has the background open them anew. */
export async function tellAll(): Promise<void> {
  const read = await withLibrary(shelves);
  if (read.ok) {
    const count = read.value.filter(({ on }) => on).length;
    await libraryState.update((state) => ({ ...state, shelves: count }));
  }
  await ask('library.changed', {});
}

/** Frees what was deleted long enough ago, unless a page still offers it back. */
export const freeDeleted = (): Promise<unknown> =>
  navigator.locks.request(
    UNDOABLE,
    { ifAvailable: true },
    async (lock) => lock && withLibrary((database) => purge(database, Date.now())),
  );

/** How many shelves the reader has, and their size in bytes; none where the browser keeps no library. */
export async function readShelves(): Promise<{ count: number; bytes: number }> {
  const read = await withLibrary(shelves);
  const all = read.ok ? read.value : [];
  return { count: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/**
 * Deletes all of the reader's shelves, and what broken-off imports left. They leave the disk when a library is next opened after this page was closed.
 * @returns takes it back
 */
export async function deleteShelves(): Promise<() => Promise<void>> {
  let release = () => {};
  const held = new Promise<void>((end) => {
    release = end;
  });
  void navigator.locks.request(UNDOABLE, { mode: 'shared' }, () => held);
  // As if long ago: nothing but this page keeps them.
  const imports = await onEach(openImports, (database, id) => dropImport(database, id, 0));
  const deleted = await onEach(shelves, (database, id) => deleteShelf(database, id, 0));
  await tellAll();
  return async () => {
    await onEach(imports, undropImport);
    await onEach(deleted, undeleteShelf);
    await tellAll();
    release();
  };
}

/** Does something with each of those that are listed, or with those named. @returns which they were */
async function onEach(
  which: readonly string[] | ((database: LibraryDatabase) => Promise<Result<{ id: string }[]>>),
  work: (database: LibraryDatabase, id: string) => Promise<Result<unknown>>,
): Promise<readonly string[]> {
  const done = await withLibrary(async (database) => {
    const read = typeof which === 'function' ? await which(database) : ok(which.map((id) => ({ id })));
    if (!read.ok) return read;
    const meant = read.value.map(({ id }) => id);
    for (const id of meant) {
      const changed = await work(database, id);
      if (!changed.ok) return changed;
    }
    return ok(meant);
  });
  return done.ok ? done.value : [];
}
