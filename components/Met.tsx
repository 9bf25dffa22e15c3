import type { Met as MetPage } from '../lib/saved/entry';
import { date, t } from './strings';

/** Where and when a paper was met, with the way back there. */
export function Met({ met: { title, url, at } }: { met: MetPage }) {
  const isPage = /^(?:https?|file):/.test(url);
  return (
    <p class="met">
      <span>
        {date(at)}
        <span class="hidden">, {t('metOn')}</span>
      </span>
      {/* Its own direction: a title is cut off at its end, not at its beginning. */}
      {isPage ? (
        <a href={url} target="_blank" rel="noreferrer" title={url} dir="auto">
          {title || url}
        </a>
      ) : (
        <bdi>{title || url}</bdi>
      )}
    </p>
  );
}
