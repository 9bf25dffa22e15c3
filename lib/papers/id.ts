import { fingerprint } from '../util/fingerprint';
import { familyName, type Paper } from './paper';

const EMPTY_WORDS = new Set(['a', 'an', 'the', 'on', 'in', 'of', 'to', 'for', 'and', 'with', 'from', 'what', 'not']);

/**
 * Readable ids from a paper's own fields (family name, year, first telling words of the title), so that order plays no part.
 * Papers whose ids would be equal get further title words, each of them alike.
 */
export function assignIds<T extends Pick<Paper, 'title' | 'authors' | 'year'>>(
  papers: readonly T[],
): (T & { id: string })[] {
  const ids = papers.map((paper) => idOf(paper, 1));
  for (let words = 2; words <= 12; words++) {
    const count = new Map<string, number>();
    for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
    let clash = false;
    ids.forEach((id, i) => {
      if (count.get(id)! < 2) return;
      clash = true;
      ids[i] = idOf(papers[i]!, words);
    });
    if (!clash) break;
  }
  // Titles alike in their telling words, or without Latin letters, are told apart by a tag of the whole title.
  const count = new Map<string, number>();
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  ids.forEach((id, i) => {
    if (count.get(id)! > 1) ids[i] = [id, fingerprint(papers[i]!.title)].filter(Boolean).join('-');
  });
  return papers.map((paper, i) => ({ ...paper, id: ids[i]! }));
}

/** The beginning of a paper's id with so many of its title's telling words; a tag of the title where it has no Latin letters. */
export function idOf(paper: Pick<Paper, 'title' | 'authors' | 'year'>, words: number): string {
  const author = paper.authors[0] ? slug(familyName(paper.authors[0])) : '';
  const title = paper.title
    .split(/[\s:]+/)
    .map(slug)
    .filter((word) => word && !EMPTY_WORDS.has(word));
  const id = [author, paper.year, ...title.slice(0, words)].filter(Boolean).join('-');
  return title.length ? id : [id, fingerprint(paper.title)].filter(Boolean).join('-');
}

/** Lower-case ASCII letters, digits and hyphens. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
