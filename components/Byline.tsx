import { byline, type PaperHead } from '../lib/papers/paper';
import { shortVenue } from './venue';

/** "Pfeiffer et al. 2022 · ACL": authors and year as readers cite them, then the venue. */
export function Byline({ paper }: { paper: PaperHead }) {
  const names = byline(paper);
  if (!names && !paper.venue) return null;
  return (
    <span class="byline">
      {names && <bdi class="byline-names">{names}</bdi>}
      {paper.venue && <bdi class="byline-venue">{shortVenue(paper.venue)}</bdi>}
    </span>
  );
}
