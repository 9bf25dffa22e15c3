import type { PaperHead, PaperKind } from '../papers/paper';

/** What a paper counts as where a format asks for its kind. */
export type Kind = PaperKind | 'preprint' | 'other';

const JOURNAL =
  /\b(?:journal|transactions|letters|review|annals|magazine|quarterly|bulletin|nature|plos|TACL|JAIR|JMLR|TMLR|PNAS)\b|^(?:computational linguistics|artificial intelligence|machine learning|neural computation|neurocomputing)$/i;

/**
 * The kind that a paper was imported with, else as far as venue and identifiers tell it: a journal by the words of its name, a preprint where
 * arXiv alone is known.
 */
export function kindOf({ kind, venue, acl, arxiv }: Pick<PaperHead, 'kind' | 'venue' | 'acl' | 'arxiv'>): Kind {
  if (kind) return kind;
  if (venue && !/\b(?:proceedings|workshop|conference|findings)\b/i.test(venue) && JOURNAL.test(venue))
    return 'journal';
  if (venue || acl) return 'conference';
  return arxiv ? 'preprint' : 'other';
}

/** The venue is who let it appear: a university, an institute. */
export const isPublished = (kind: Kind | undefined): boolean => kind === 'thesis' || kind === 'report';

/** Names of entry types in the formats that are read, without separators: BibTeX and BibLaTeX, RIS, CSL, Crossref, Zotero. */
const TYPES: Record<PaperKind, string> = {
  journal: 'jour ejour mgzn journalarticle articlejournal articlemagazine magazinearticle',
  conference: 'inproceedings conference cpaper conf paperconference conferencepaper proceedingsarticle',
  chapter: 'incollection inbook suppbook chap echap chapter bookchapter booksection',
  book: 'book mvbook ebook monograph',
  thesis: 'phdthesis mastersthesis thesis thes dissertation',
  report: 'techreport report rprt',
};
const BY_TYPE = new Map<string, PaperKind>(
  Object.entries(TYPES).flatMap(([kind, names]) =>
    names.split(' ').map((name): [string, PaperKind] => [name, kind as PaperKind]),
  ),
);

/** The kind that an entry type names. "article" is a journal's in BibTeX alone: readers know. */
export const kindOfType = (type: string): PaperKind | undefined =>
  type.length > 40 ? undefined : BY_TYPE.get(type.toLowerCase().replace(/[^a-z]/g, ''));

/** Where the paper itself can be read, the most lasting address first; those that its identifiers give come before its own page. */
export function addressesOf({ acl, arxiv, url }: PaperHead): string[] {
  return [
    acl && `https://aclanthology.org/${acl}/`,
    arxiv && `https://arxiv.org/abs/${arxiv}`,
    url && /^https?:\/\//.test(url) && url,
  ].filter((address): address is string => !!address);
}
