import { CHOICES, type Settings } from '../lib/settings/schema';
import { t } from './strings';

/** Size of the reading text; each has its rule in views.css. */
export type TextSize = Settings['readingSize'];

/** Smaller and larger letters for reading. */
export function TextSizer({ size, onSize }: { size: TextSize; onSize: (size: TextSize) => void }) {
  const at = CHOICES.readingSize.indexOf(size);
  const step = (by: number, label: 'textSmaller' | 'textLarger') => {
    const next = CHOICES.readingSize[at + by];
    return (
      <button
        type="button"
        class="icon-button"
        aria-label={t(label)}
        title={t(label)}
        // Not disabled: a button that went dead under the reader's finger would lose the focus.
        aria-disabled={!next}
        onClick={() => next && onSize(next)}
      >
        <span class={by < 0 ? 'sizer sizer-less' : 'sizer'} aria-hidden="true">
          A
        </span>
      </button>
    );
  };
  return (
    <fieldset class="text-size" aria-label={t('textSize')}>
      {step(-1, 'textSmaller')}
      {step(1, 'textLarger')}
    </fieldset>
  );
}
