import { useRef, useState } from 'preact/hooks';
import type { RestoreHow } from '../../lib/settings/user-data';
import { count, t } from '../strings';
import { Row } from './controls';
import { Restore, type RestoreSide } from './Restore';

/** How much is kept, in numbers; `bytes` of storage.local. */
export interface DataSide {
  papers: number;
  seen: number;
  recent: number;
  bytes: number;
}

export interface DataActs {
  backup: () => void;
  chooseFile: (file: File) => void;
  restore: (how: RestoreHow) => void;
  cancelRestore: () => void;
  wipe: () => void;
}

export const inKilobytes = (bytes: number) =>
  new Intl.NumberFormat(document.documentElement.lang || 'en', {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: bytes < 10_000 ? 1 : 0,
  }).format(bytes / 1000);

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
  return (
    <>
      <Row title={t('optStored')} hint={data ? count('optStoredPapers', data.papers, data.seen, data.recent) : ''}>
        <span class="figure">{data && inKilobytes(data.bytes)}</span>
      </Row>
      <Row title={t('optBackup')} hint={t('optBackupHint')}>
        <button type="button" class="button" onClick={actions.backup}>
          {t('optBackupNow')}
        </button>
      </Row>
      <Row title={t('optRestore')} hint={t('optRestoreHint')}>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          class="hidden"
          tabIndex={-1}
          aria-label={t('optRestore')}
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
        <section class="box" aria-label={t('optWipe')}>
          <p class="opt-title">{count('optWipeAsk', data?.papers ?? 0)}</p>
          <p class="buttons">
            <button
              type="button"
              class="button button-danger"
              // The question has just come: the keyboard is where the answer is.
              ref={(button) => button?.focus()}
              onClick={() => {
                setAsking(false);
                actions.wipe();
                wipe.current?.focus();
              }}
            >
              {t('optWipeYes')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                setAsking(false);
                wipe.current?.focus();
              }}
            >
              {t('optCancel')}
            </button>
          </p>
        </section>
      )}
    </>
  );
}
