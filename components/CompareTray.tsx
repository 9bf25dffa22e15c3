import type { PaperHead } from '../lib/papers/paper';
import { byline } from '../lib/papers/paper';
import { Icon } from './icons';
import { COMPARED } from './known';
import { count, t } from './strings';

interface Props {
  papers: readonly PaperHead[];
  onCompare: () => void;
  onRemove: (paper: PaperHead) => void;
  onClear: () => void;
}

/** The papers chosen for comparing, at the foot of the panel. */
export function CompareTray({ papers, onCompare, onRemove, onClear }: Props) {
  if (!papers.length) return null;
  const enough = papers.length >= COMPARED.least;
  return (
    <section class="tray" aria-label={t('compareTray')}>
      <ul class="chip-list">
        {papers.map((paper) => (
          <li key={paper.id}>
            <span class="chip tag" title={paper.title}>
              <bdi>{byline(paper) || paper.title}</bdi>
              <button
                type="button"
                class="tag-remove"
                aria-label={t('compareOut', paper.title)}
                onClick={() => onRemove(paper)}
              >
                <Icon name="close" />
              </button>
            </span>
          </li>
        ))}
      </ul>
      <div class="tray-actions">
        {enough ? (
          <button type="button" class="button button-main" onClick={onCompare}>
            <Icon name="compare" />
            {count('compareThese', papers.length)}
          </button>
        ) : (
          <p class="tray-hint">{t('compareMore')}</p>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={t('compareClear')}
          title={t('compareClear')}
          onClick={onClear}
        >
          <Icon name="close" />
        </button>
      </div>
      <output class="hidden" aria-live="polite">
        {count('compareChosen', papers.length)}
      </output>
    </section>
  );
}
