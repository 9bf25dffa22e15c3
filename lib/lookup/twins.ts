import { identifierKeys, TELLING_TITLE } from '../match/title-table';
import type { PaperHead } from '../papers/paper';
import { foldKey } from '../text/fold';

/** What makes records of different shelves one paper, whatever their ids: an identifier, or title and year where both have them. */
export function twinKeys(paper: PaperHead): string[] {
  const keys = identifierKeys(paper);
  const title = foldKey(paper.title);
  return paper.year && title.length >= TELLING_TITLE ? [...keys, `title:${title} ${paper.year}`] : keys;
}
