/** One record of a shelf. An unknown field is absent, never empty or invented. */
export interface Paper {
  /** Stable, readable, independent of order: `pfeiffer-2022-xgqa`. */
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  year?: number;
  venue?: string;
  arxiv?: string;
  acl?: string;
  doi?: string;
  code?: string;
  url?: string;
}

/** What a list row or a card needs: everything but the abstract. */
export type PaperHead = Omit<Paper, 'abstract'>;

/** "Pfeiffer et al. 2022": the short form that readers know from citations. */
export function byline(paper: PaperHead): string {
  const [first, second, ...rest] = paper.authors.map(familyName);
  const names = !first ? '' : !second ? first : rest.length ? `${first} et al.` : `${first} & ${second}`;
  return [names, paper.year].filter(Boolean).join(' ');
}

/** "Jan-Martin O. Steitz" -> "Steitz"; particles stay with the name ("Van Hautte"). */
export function familyName(author: string): string {
  const comma = author.indexOf(',');
  if (comma > 0) return author.slice(0, comma).trim();
  const words = author.trim().split(/\s+/);
  let start = words.length - 1;
  while (start > 1 && /^(van|von|de|del|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten)$/i.test(words[start - 1]!))
    start--;
  return words.slice(start).join(' ');
}
