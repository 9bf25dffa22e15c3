import { useState } from 'preact/hooks';
import type { BadBackup } from '../../lib/settings/backup';
import { changesNothing, type Preview, type RestoreHow } from '../../lib/settings/user-data';
import { count, type MessageKey, t } from '../strings';
import { Radios } from './controls';

/** A file that was chosen: what it would do, or why it cannot. */
export type RestoreSide =
  | { kind: 'bad'; error: BadBackup }
  | { kind: 'good'; made: number; merge: Preview; replace: Preview };

interface Props {
  restore: RestoreSide;
  onRestore: (how: RestoreHow) => void;
  onCancel: () => void;
}

const BAD: Record<BadBackup['code'], MessageKey> = {
  'too-big': 'backupTooBig',
  'not-json': 'backupNotJson',
  'not-a-backup': 'backupNotOurs',
  newer: 'backupNewer',
  damaged: 'backupDamaged',
  'wrong-data': 'backupWrongData',
};

/** What a backup would change, before anything is changed. */
export function Restore({ restore, onRestore, onCancel }: Props) {
  const [how, setHow] = useState<RestoreHow>('merge');
  if (restore.kind === 'bad') {
    const { code, place } = restore.error;
    return (
      <div class="box" role="alert">
        <p class="opt-title">{t(BAD[code])}</p>
        <p class="opt-hint">{place ? t('backupPlace', place) : t('backupUntouched')}</p>
        <button type="button" class="button" onClick={onCancel}>
          {t('optClose')}
        </button>
      </div>
    );
  }
  const made = new Date(restore.made).toLocaleString(document.documentElement.lang || undefined, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return (
    <section class="box" aria-label={t('optRestore')}>
      <p class="opt-title">{t('backupOf', made)}</p>
      <Radios
        label={t('optRestore')}
        choices={['merge', 'replace'] as const}
        value={how}
        labelOf={(choice) => t(choice === 'merge' ? 'restoreMerge' : 'restoreReplace')}
        hintOf={(choice) => inWords(restore[choice])}
        onChange={setHow}
      />
      <p class="buttons">
        <button type="button" class="button button-main" onClick={() => onRestore(how)}>
          {t('optRestoreNow')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('optCancel')}
        </button>
      </p>
    </section>
  );
}

/** "3 papers added, 1 changed, 2 settings changed." */
function inWords(preview: Preview): string {
  if (changesNothing(preview)) return t('restoreNothing');
  const parts = [
    preview.added && count('restoreAdded', preview.added),
    preview.changed && count('restoreChanged', preview.changed),
    preview.removed && count('restoreRemoved', preview.removed),
    preview.settings.length && count('restoreSettings', preview.settings.length),
    (preview.seen || preview.recent) && t('restoreHistory'),
  ].filter((part): part is string => !!part);
  return new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'unit' }).format(parts);
}
