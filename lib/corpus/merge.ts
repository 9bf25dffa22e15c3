import { assignIds } from '../papers/id';
import type { Paper } from '../papers/paper';
import { foldKey } from '../text/fold';
import { fail, ok, type Result } from '../util/result';
import type { Draft, SourceProblem } from './parse';

/** What data/metadata.json knows of a paper; an empty text is unknown. */
export interface Metadata {
  n: number;
  title: string;
  authors: string[];
  year: number;
  venue: string;
  arxiv: string;
  acl: string;
  doi: string;
  code: string;
}

/**
 * Joins the cleaned drafts with their metadata by title, and gives them ids. Both sides must match whole.
 * @param file the metadata's name, for messages
 */
export function mergeMetadata(
  drafts: readonly Draft[],
  metadata: readonly Metadata[],
  file: string,
): Result<Paper[], SourceProblem[]> {
  const byTitle = new Map<string, Metadata>();
  const problems: SourceProblem[] = [];
  for (const entry of metadata) {
    const key = foldKey(entry.title);
    if (byTitle.has(key))
      problems.push({ file, line: entry.n, message: `two entries for “${entry.title}”`, remedy: 'delete one' });
    byTitle.set(key, entry);
  }
  const papers = drafts.map((draft) => {
    const key = foldKey(draft.title);
    const entry = byTitle.get(key);
    byTitle.delete(key);
    if (!entry) {
      const remedy = `add an entry with this title to ${file}, or correct the title there`;
      problems.push({ file, line: draft.line, message: `no metadata for “${draft.title}”`, remedy });
    }
    const paper: Omit<Paper, 'id'> = { title: draft.title, abstract: draft.abstract, authors: entry?.authors ?? [] };
    if (entry?.year) paper.year = entry.year;
    for (const field of ['venue', 'arxiv', 'acl', 'doi', 'code'] as const)
      if (entry?.[field]) paper[field] = entry[field];
    return paper;
  });
  for (const entry of byTitle.values()) {
    const remedy = 'delete the entry, or correct its title';
    problems.push({
      file,
      line: entry.n,
      message: `metadata for a paper that is not in the source: “${entry.title}”`,
      remedy,
    });
  }
  return problems.length ? fail(problems) : ok(assignIds(papers));
}
