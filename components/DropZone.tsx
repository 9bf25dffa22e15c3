import { useRef, useState } from 'preact/hooks';
import { IMPORT_FORMATS } from '../lib/bib/import/formats';
import { Icon } from './icons';
import { t } from './strings';

interface Props {
  title: string;
  hint: string;
  onFile: (file: File) => void;
  onCancel?: (() => void) | undefined;
}

const ENDINGS = [...IMPORT_FORMATS.flatMap(({ endings }) => endings), '.gz'].join();

/** Takes a file, by button or dropped. */
export function DropZone({ title, hint, onFile, onCancel }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
    // The same file chosen again must count as a choice.
    if (input.current) input.current.value = '';
  };
  return (
    <section
      class={over ? 'drop drop-over' : 'drop'}
      aria-label={title}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p class="drop-title">{title}</p>
      <p class="state-hint">{hint}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => input.current?.click()}>
          <Icon name="page" />
          {t('importChoose')}
        </button>
        {onCancel && (
          <button type="button" class="button button-quiet" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={ENDINGS}
        aria-label={t('importChoose')}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </section>
  );
}
