import type { PaperHead } from './paper';

export interface PaperLink {
  label: string;
  href: string;
}

/** A surrogate without its other half cannot be written in an address. */
const HALF_CHARACTER = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Where a paper can be read or found: by identifier where one is known, else by title. Ordinary links: only a click follows them. */
export function paperLinks(paper: PaperHead): PaperLink[] {
  const title = encodeURIComponent(paper.title.replace(HALF_CHARACTER, '\uFFFD'));
  const links: (PaperLink | false)[] = [
    !!paper.arxiv && { label: 'arXiv', href: `https://arxiv.org/abs/${paper.arxiv}` },
    !!paper.acl && { label: 'ACL Anthology', href: `https://aclanthology.org/${paper.acl}/` },
    !!paper.doi && { label: 'DOI', href: `https://doi.org/${paper.doi}` },
    !!paper.url && /^https?:\/\//.test(paper.url) && { label: 'Page', href: paper.url },
    !!paper.code && /^https?:\/\//.test(paper.code) && { label: 'Code', href: paper.code },
    !!paper.arxiv && { label: 'Hugging Face', href: `https://huggingface.co/papers/${paper.arxiv}` },
    {
      label: 'Semantic Scholar',
      href: paper.arxiv
        ? `https://www.semanticscholar.org/arxiv/${paper.arxiv}`
        : `https://www.semanticscholar.org/search?q=${title}`,
    },
    { label: 'Google Scholar', href: `https://scholar.google.com/scholar?q=${title}` },
  ];
  return links.filter((link) => !!link);
}

/** The page of the paper itself, for Alt+Enter. */
export function paperPage(paper: PaperHead): string {
  return paperLinks(paper)[0]!.href;
}
