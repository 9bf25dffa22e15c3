import { useMemo } from 'preact/hooks';
import type { PaperView } from '../lib/lookup/answer';
import { Byline } from './Byline';
import { compareConcepts, compareTexts } from './compare-terms';
import { Icon } from './icons';
import { Marked } from './marked';
import { t } from './strings';
import { TermChips } from './TermChips';
import { useArrival } from './use-arrival';

interface Props {
  /** In the order they were chosen. */
  views: readonly PaperView[];
  onPaper: (id: string) => void;
  onTerm: (id: string) => void;
  onRemove: (id: string) => void;
}

/** Two to four abstracts side by side: what they share is marked, what one says alone is underlined. */
export function Compare({ views, onPaper, onTerm, onRemove }: Props) {
  const heading = useArrival('compare');
  const texts = useMemo(() => compareTexts(views.map(({ paper }) => paper.abstract)), [views]);
  const concepts = useMemo(() => compareConcepts(views.map((view) => view.concepts)), [views]);
  return (
    <article class="compare">
      <h1 class="compare-title" tabIndex={-1} ref={heading}>
        {t('compareTitle')}
      </h1>
      <p class="compare-key">
        <mark>{t('compareShared')}</mark> <span class="own-word">{t('compareOwn')}</span>
      </p>
      {concepts.shared.length > 0 && (
        <section class="compare-shared">
          <h2 class="section-title">{t('compareTopics')}</h2>
          <TermChips terms={concepts.shared} label={t('compareTopics')} onTerm={onTerm} />
        </section>
      )}
      <ul class="columns">
        {views.map(({ paper }, i) => (
          <li key={paper.id} class="column">
            <div class="column-head">
              <h2 class="row-title" dir="auto">
                <button type="button" class="title-button" data-id={paper.id} onClick={() => onPaper(paper.id)}>
                  {paper.title}
                </button>
              </h2>
              <button
                type="button"
                class="icon-button"
                aria-label={t('compareOut', paper.title)}
                title={t('compareRemove')}
                onClick={() => onRemove(paper.id)}
              >
                <Icon name="close" />
              </button>
            </div>
            <Byline paper={paper} />
            {concepts.own[i]!.length > 0 && (
              <div class="column-topics">
                <TermChips
                  terms={concepts.own[i]!.slice(0, 5)}
                  label={t('compareOwnTopics', paper.title)}
                  onTerm={onTerm}
                />
              </div>
            )}
            {paper.abstract.trim() ? (
              <p class="abstract" dir="auto">
                <Marked text={paper.abstract} terms={texts.shared} own={texts.own[i]} />
              </p>
            ) : (
              <p class="abstract abstract-none">{t('noAbstract')}</p>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}
