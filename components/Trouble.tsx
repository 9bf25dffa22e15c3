import { Icon } from './icons';
import { t } from './strings';

/** Something that could not be done. */
export interface TroubleSide {
  text: string;
  dismiss: () => void;
}

/** Tells at once, also to who only listens, and stays until it is put aside. */
export function Trouble({ text, dismiss }: TroubleSide) {
  return (
    <div class="toasts">
      <div class="toast">
        <span class="toast-text" role="alert">
          {text}
        </span>
        <button type="button" class="icon-button" aria-label={t('close')} title={t('close')} onClick={dismiss}>
          <Icon name="close" />
        </button>
      </div>
    </div>
  );
}
