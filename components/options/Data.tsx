import { useId, useRef, useState } from 'preact/hooks';
import type { RestoreHow } from '../../lib/settings/user-data';
import { sizeOf } from '../sizes';
import { count, t } from '../strings';
import { Row } from './controls';
import { Restore, type RestoreSide } from './Restore';

/** How much is kept, in numbers; `shelves` are the reader's own, `bytes` those of storage.local and of the shelves. */
export interface DataSide {
  papers: number;
  seen: number;
  recent: number;
  shelves: number;
  bytes: number;
}

export interface DataActs {
  backup: () => void;
  chooseFile: (file: File) => void;
  restore: (how: RestoreHow) => void;
  cancelRestore: () => void;
  wipe: (withShelves: boolean) => void;
}

/** The question has just come: the keyboard is at the answer that does no harm. The same function at every drawing, or each would take the focus again. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

const joined = (between: string, ...parts: (string | false)[]) => parts.filter(Boolean).join(between);

/** What is stored, and the ways to take it out, bring it back and delete it. */
export function DataRows({
  data,
  restore,
  actions,
}: {
  data: DataSide | null;
  restore: RestoreSide | null;
  actions: DataActs;
}) {
  const file = useRef<HTMLInputElement>(null);
  const wipe = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const [withShelves, setWithShelves] = useState(true);
  const question = useId();
  const shelves = data?.shelves ?? 0;
  const choose = useRef<HTMLButtonElement>(null);
  // What was pressed goes away; the focus returns to where it came from.
  const restoreNow = (how: RestoreHow) => {
    actions.restore(how);
    choose.current?.focus();
  };
  const cancel = () => {
    actions.cancelRestore();
    choose.current?.focus();
  };
  const closeWipe = () => {
    setAsking(false);
    wipe.current?.focus();
  };
  return (
    <>
      <Row
        title={t('optStored')}
        hint={
          data
            ? joined(
                ' · ',
                count('optStoredPapers', data.papers, data.seen, data.recent),
                shelves > 0 && t('optStoredShelves', shelves),
              )
            : ''
        }
      >
        <span class="figure">{data && sizeOf(data.bytes)}</span>
      </Row>
      <Row
        title={t('optBackup')}
        hint={joined(' ', t('optBackupHint'), shelves > 0 && t('optBackupShelves', t('shelfExport'), t('tabLibrary')))}
      >
        <button type="button" class="button" onClick={actions.backup}>
          {t('optBackupNow')}
        </button>
      </Row>
      <Row title={t('optRestore')} hint={t('optRestoreHint')}>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            // The same file may be chosen again.
            if (chosen) actions.chooseFile(chosen);
            event.currentTarget.value = '';
          }}
        />
        <button type="button" class="button" ref={choose} onClick={() => file.current?.click()}>
          {t('optRestoreChoose')}
        </button>
      </Row>
      {restore && <Restore restore={restore} onRestore={restoreNow} onCancel={cancel} />}
      <Row title={t('optWipe')} hint={t('optWipeHint')}>
        <button
          type="button"
          class="button button-danger"
          ref={wipe}
          aria-expanded={asking}
          onClick={() => setAsking(true)}
        >
          {t('optWipeNow')}
        </button>
      </Row>
      {asking && (
        <section
          class="box"
          aria-label={t('optWipe')}
          onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && closeWipe()}
        >
          <p class="opt-title" id={question}>
            {count('optWipeAsk', data?.papers ?? 0)}
          </p>
          {shelves > 0 && (
            <label class="check">
              <input
                type="checkbox"
                checked={withShelves}
                onChange={(event) => setWithShelves(event.currentTarget.checked)}
              />
              {t('optWipeShelves', shelves)}
            </label>
          )}
          <p class="buttons">
            <button
              type="button"
              class="button button-danger"
              onClick={() => {
                actions.wipe(shelves > 0 && withShelves);
                closeWipe();
              }}
            >
              {t('optWipeYes')}
            </button>
            <button type="button" class="button" ref={focusOnce} aria-describedby={question} onClick={closeWipe}>
              {t('optCancel')}
            </button>
          </p>
        </section>
      )}
    </>
  );
}
