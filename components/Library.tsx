import { useState } from 'preact/hooks';
import { DropZone } from './DropZone';
import { ImportFlow } from './ImportFlow';
import type { ImportView, LibraryActs, LibrarySide } from './library-state';
import { ShelfRow } from './ShelfRow';
import { Loading } from './States';
import { sizeOf } from './sizes';
import { t } from './strings';
import { Undo } from './Undo';

/** Why nothing can be changed. */
const READ_ONLY = { private: 'libraryPrivate', blocked: 'libraryBlocked', newer: 'libraryNewer' } as const;
/** What stands in the way of another import only until it is put aside. */
const OVER: readonly ImportView['step'][] = ['done', 'failed'];
const REMOVED = { shelf: 'shelfDeleted', import: 'importDropped' } as const;

/** The reader's shelves, and the way in for new ones. */
export function Library({ library, actions }: { library: LibrarySide; actions: LibraryActs }) {
  const { shelves, job, removed, room, readOnly } = library;
  // A shelf that was asked to be updated waits for its file.
  const [updating, setUpdating] = useState<string>();
  if (!shelves) return <Loading />;
  // The shipped shelf stays on top.
  const own = shelves.filter(({ shipped }) => !shipped);
  // It may have been deleted while it waited.
  const target = shelves.find(({ id }) => id === updating);
  const choose = (file: File) => {
    actions.choose(file, target?.id);
    setUpdating(undefined);
  };
  const isOver = OVER.includes(job.step);
  const update = (id: string) => {
    setUpdating(id);
    if (isOver) actions.dismiss();
  };
  return (
    <div class="library">
      <ul class="shelves">
        {shelves.map((shelf) => (
          <ShelfRow
            key={shelf.id}
            shelf={shelf}
            isFirst={shelf.shipped || shelf === own[0]}
            isLast={shelf.shipped || shelf === own.at(-1)}
            fixed={job.step === 'writing' || !!readOnly}
            importing={job.step !== 'idle' && !isOver}
            onUpdate={() => update(shelf.id)}
            actions={actions}
          />
        ))}
      </ul>
      {readOnly ? (
        <p class="note" role="status">
          {t(READ_ONLY[readOnly])}
        </p>
      ) : job.step === 'idle' ? (
        <DropZone
          title={target ? t('updateTitle', target.name) : t('importTitle')}
          hint={target ? t('updateHint') : t('importHint')}
          onFile={choose}
          onCancel={target && (() => setUpdating(undefined))}
        />
      ) : (
        <ImportFlow job={job} actions={actions} />
      )}
      {room && <p class="fine">{t('libraryRoom', sizeOf(room.used), sizeOf(room.quota))}</p>}
      {removed && <Undo key={removed.id} text={t(REMOVED[removed.what], removed.name)} onUndo={actions.undo} />}
    </div>
  );
}
