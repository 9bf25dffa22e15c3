import { useEffect, useRef } from 'preact/hooks';
import { t } from './strings';

/** Says what went, with the way to take it back. */
export function Undo({ text, onUndo }: { text: string; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the focus goes to the one that takes it back.
  useEffect(() => undo.current?.focus(), []);
  return (
    <div class="toast">
      <output class="toast-text">
        <bdi>{text}</bdi>
      </output>
      <button type="button" class="button" ref={undo} onClick={onUndo}>
        {t('undo')}
      </button>
    </div>
  );
}
