import { t } from './strings';

/** Sizes of the reading text; each has its rule in views.css. */
export const TEXT_SIZES = ['small', 'medium', 'large', 'huge'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Smaller and larger letters for reading. */
export function TextSizer({ size, onSize }: { size: TextSize; onSize: (size: TextSize) => void }) {
  const at = TEXT_SIZES.indexOf(size);
  const step = (by: number, label: 'textSmaller' | 'textLarger') => {
    const next = TEXT_SIZES[at + by];
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
