import { type Item, itemsOfHits } from './items';
import { Loading, NoMatch, Trouble } from './States';
import { t } from './strings';
import { isStale, type SearchSide } from './view-state';

/** The rows that a search has to show: its hits, or the nearest where the reader asked for them. */
export function searchItems({ answer, nearest, error }: SearchSide): Item[] {
  if (!answer || error) return [];
  if (!answer.abstained) return itemsOfHits(answer.hits);
  return nearest ? itemsOfHits(answer.nearest) : [];
}

interface Props {
  search: SearchSide;
  onNearest: () => void;
  onRetry: () => void;
}

/** What stands above, or in place of, the rows of a search. */
export function SearchStates({ search, onNearest, onRetry }: Props) {
  const { answer, error, nearest } = search;
  if (error) return <Trouble error={error} onRetry={onRetry} />;
  if (!answer) return isStale(search) ? <Loading /> : null;
  if (answer.abstained && nearest) return <h2 class="list-title">{t('nearestTitle')}</h2>;
  if (!answer.hits.length)
    return <NoMatch query={answer.query} hasNearest={answer.nearest.length > 0} onNearest={onNearest} />;
  return answer.complete ? null : <p class="notice">{t('incomplete')}</p>;
}
