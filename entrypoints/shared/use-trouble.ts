import { useState } from 'preact/hooks';
import { t } from '../../components/strings';
import type { TroubleSide } from '../../components/Trouble';
import type { Result } from '../../lib/util/result';

/** What could not be stored, to be told on the surface where it was asked for. */
export function useTrouble() {
  const [text, setText] = useState('');
  const trouble: TroubleSide | undefined = text ? { text, dismiss: () => setText('') } : undefined;
  /** Follows something that is being stored. */
  const watch = (writing: Promise<Result<unknown>>): void =>
    void writing.then(
      // What was taken off the list meanwhile needs no room.
      (done) => setText(done.ok || done.error.code === 'not-saved' ? '' : t('storageFull')),
      () => setText(t('storageFull')),
    );
  return { trouble, watch };
}
