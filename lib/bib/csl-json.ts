import type { Paper, PaperHead } from '../papers/paper';
import { addressesOf, isPublished, type Kind, kindOf } from './kind';
import { nameParts } from './names';

/** A record of CSL-JSON (Citation Style Language 1.0.2, appendix IV), with the fields that a paper can fill. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: ({ family: string; given: string; suffix?: string } | { literal: string })[];
  issued?: { 'date-parts': [[number]] };
  'container-title'?: string;
  publisher?: string;
  number?: string;
  DOI?: string;
  URL?: string;
  note?: string;
  abstract?: string;
}

const TYPE: Record<Kind, string> = {
  journal: 'article-journal',
  conference: 'paper-conference',
  chapter: 'chapter',
  book: 'book',
  thesis: 'thesis',
  report: 'report',
  preprint: 'article',
  other: 'article',
};

/** A paper as CSL-JSON. Unknown fields are left out. */
export function toCsl(paper: PaperHead & Partial<Pick<Paper, 'abstract'>>): CslItem {
  const kind = kindOf(paper);
  const item: CslItem = { id: paper.id, type: TYPE[kind], title: paper.title };
  if (paper.authors.length)
    item.author = paper.authors.map((author) => {
      const { family, given, suffix } = nameParts(author);
      if (!given) return { literal: [family, suffix].filter(Boolean).join(' ') };
      return { family, given, ...(suffix && { suffix }) };
    });
  if (paper.year !== undefined) item.issued = { 'date-parts': [[paper.year]] };
  if (paper.venue) item[isPublished(kind) ? 'publisher' : 'container-title'] = paper.venue;
  if (kind === 'preprint') {
    item.publisher = 'arXiv';
    item.number = `arXiv:${paper.arxiv}`;
  } else if (paper.arxiv) item.note = `arXiv:${paper.arxiv}`;
  if (paper.doi) item.DOI = paper.doi;
  const [address] = addressesOf(paper);
  if (address) item.URL = address;
  if (paper.abstract) item.abstract = paper.abstract;
  return item;
}
