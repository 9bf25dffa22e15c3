import type { PaperHead } from '../lib/papers/paper';
import { Icon } from './icons';
import { itemOfPaper } from './items';
import { PaperRow } from './PaperRow';
import { PickButton } from './PickButton';
import { Empty } from './States';
import { t } from './strings';

export interface RecentSide {
  /** Queries asked before, newest first. */
  lookups: readonly string[];
  /** Papers read before, newest first, as far as they have been fetched. */
  papers: readonly PaperHead[];
}

interface Props {
  recent: RecentSide;
  onLookup: (query: string) => void;
  onForget: (query: string) => void;
  onPaper: (id: string) => void;
  onClear: () => void;
}

/** What was looked up and read before: the way back to it, and the way to forget it. */
export function Recent({ recent: { lookups, papers }, onLookup, onForget, onPaper, onClear }: Props) {
  if (!lookups.length && !papers.length) return <Empty title={t('searchEmpty')} hint={t('searchEmptyHint')} />;
  return (
    <div class="scroll recent">
      {lookups.length > 0 && <RecentLookups lookups={lookups} onLookup={onLookup} onForget={onForget} />}
      {papers.length > 0 && (
        <section class={lookups.length ? 'section' : undefined}>
          <h2 class="section-title">{t('recentPapers')}</h2>
          <ul class="list" aria-label={t('recentPapers')}>
            {papers.map((paper) => (
              <li key={paper.id} class="list-row list-row-beside">
                <button type="button" class="row-button" data-id={paper.id} onClick={() => onPaper(paper.id)}>
                  <PaperRow item={itemOfPaper(paper)} />
                </button>
                <PickButton paper={paper} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="recent-foot">
        <button type="button" class="text-button" onClick={onClear}>
          {t('recentClear')}
        </button>
      </p>
    </div>
  );
}

/** Queries asked before; each asks again. */
export function RecentLookups({
  lookups,
  onLookup,
  onForget,
}: Pick<Props, 'onLookup'> & { lookups: readonly string[]; onForget?: (query: string) => void }) {
  return (
    <section class="recent-lookups">
      <h2 class="section-title">{t('recentLookups')}</h2>
      <ul class="chip-list" aria-label={t('recentLookups')}>
        {lookups.map((query) => (
          <li key={query}>
            <span class="chip tag">
              <button type="button" class="chip-main" onClick={() => onLookup(query)}>
                <bdi>{query}</bdi>
              </button>
              {onForget && (
                <button
                  type="button"
                  class="tag-remove"
                  aria-label={t('forget', query)}
                  title={t('forget', query)}
                  onClick={() => onForget(query)}
                >
                  <Icon name="close" />
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
