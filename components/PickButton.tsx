import { useContext } from 'preact/hooks';
import type { PaperHead } from '../lib/papers/paper';
import { Icon } from './icons';
import { COMPARED, KnownPapers } from './known';
import { t } from './strings';
import { WordButton } from './WordButton';

interface Props {
  paper: PaperHead;
  /** With its word beside the sign; else the sign alone, shown with the row's pointer or focus. */
  labelled?: boolean;
}

/** Chooses a paper for comparing. Draws nothing where there is no comparing. */
export function PickButton({ paper, labelled }: Props) {
  const { picked, pick } = useContext(KnownPapers);
  if (!pick) return null;
  const on = picked.includes(paper.id);
  const full = !on && picked.length >= COMPARED.most;
  const title = full ? t('compareFull', COMPARED.most) : t('compareHint');
  if (labelled)
    return (
      <WordButton
        icon="compare"
        label={t('compare')}
        title={title}
        on={on}
        filled={on}
        pressed={on}
        unavailable={full}
        onClick={() => pick(paper)}
      />
    );
  return (
    <button
      type="button"
      class="icon-button row-tool"
      aria-label={t('compareNamed', paper.title)}
      aria-pressed={on}
      aria-disabled={full}
      title={title}
      onClick={() => !full && pick(paper)}
    >
      <Icon name="compare" filled={on} />
    </button>
  );
}
