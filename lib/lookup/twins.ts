import { identifierKeys } from '../match/title-table';
import type { PaperHead } from '../papers/paper';
import { foldKey } from '../text/fold';

/** Titles with fewer letters ("Introduction", "Letter to the Editor") are those of many papers, in one year too. */
const TELLING = 18;

/** What makes records of different shelves one paper, whatever their ids: an identifier, or title and year where both have them. */
export function twinKeys(paper: PaperHead): string[] {
  const keys = identifierKeys(paper);
  const title = foldKey(paper.title);
  return paper.year && title.length >= TELLING ? [...keys, `title:${title} ${paper.year}`] : keys;
}
