import type { PaperHead } from '../papers/paper';

/** What a paper counts as where a format asks for its kind. */
export type Kind = 'journal' | 'conference' | 'preprint' | 'other';

const JOURNAL =
  /\b(?:journal|transactions|letters|review|annals|magazine|quarterly|bulletin|nature|plos|TACL|JAIR|JMLR|TMLR|PNAS)\b|^(?:computational linguistics|artificial intelligence|machine learning|neural computation|neurocomputing)$/i;

/** The kind as far as venue and identifiers tell it: a journal by the words of its name, a preprint where arXiv alone is known. */
export function kindOf({ venue, acl, arxiv }: PaperHead): Kind {
  if (venue && !/\b(?:proceedings|workshop|conference|findings)\b/i.test(venue) && JOURNAL.test(venue))
    return 'journal';
  if (venue || acl) return 'conference';
  return arxiv ? 'preprint' : 'other';
}

/** Where the paper itself can be read, the most lasting address first; those that its identifiers give come before its own page. */
export function addressesOf({ acl, arxiv, url }: PaperHead): string[] {
  return [
    acl && `https://aclanthology.org/${acl}/`,
    arxiv && `https://arxiv.org/abs/${arxiv}`,
    url && /^https?:\/\//.test(url) && url,
  ].filter((address): address is string => !!address);
}
