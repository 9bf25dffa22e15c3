/** What a paper can be said to be. */
export const PAPER_KINDS = ['journal', 'conference', 'chapter', 'book', 'thesis', 'report'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** One record of a shelf. An unknown field is absent, never empty or invented. */
export interface Paper {
  /** Stable, readable, independent of order: `pfeiffer-2022-xgqa`. */
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  year?: number;
  venue?: string;
  /** As the record was typed, where its venue says otherwise (lib/bib/kind.ts). */
  kind?: PaperKind;
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

/** "Jan-Martin O. Steitz" -> "Steitz"; particles stay with the name ("Van Hautte"), suffixes do not. Of a body it is the whole name. */
export function familyName(author: string): string {
  if (isBody(author)) return author.trim();
  const { name } = splitSuffix(author);
  const comma = name.indexOf(',');
  if (comma > 0) return name.slice(0, comma).trim();
  const words = name.split(/\s+/);
  let start = words.length - 1;
  while (start > 1 && /^(van|von|de|del|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten)$/i.test(words[start - 1]!))
    start--;
  return words.slice(start).join(' ');
}

/** "Martin Luther King Jr." -> "Martin Luther King" and "Jr." Spaces become single. */
export function splitSuffix(author: string): { name: string; suffix: string } {
  const words = author.trim().split(/\s+/);
  let end = words.length;
  while (end > 1 && isSuffix(words[end - 1]!)) end--;
  const name = words.slice(0, end).join(' ');
  return { name: end < words.length ? name.replace(/,$/, '') : name, suffix: words.slice(end).join(' ') };
}

export const isSuffix = (word: string): boolean => /^(?:jr|sr|ii|iii|iv)\.?$/i.test(word);

/** The last word of a body's name, or the one before "of" or "for". */
const BODY =
  /\s(?:organi[sz]ation|team|group|collaboration|consortium|institut(?:e|ion)|university|association|foundation|committee|council|agency|ministry|department|project|community|society|academy|initiative|inc|ltd|llc|gmbh|corp(?:oration)?|labs?)\.?(?:$|\s(?:of|for)\s)/i;

/** An organisation or group, whose name has no parts: "World Health Organization", "Google, Inc.", "University of Tartu". */
export const isBody = (author: string): boolean => BODY.test(` ${author.trim()}`) && /\S\s+\S/.test(author);
