import type { Paper, PaperHead } from '../papers/paper';
import { toBibtexFile } from './bibtex';
import { toCsl } from './csl-json';
import { toMarkdown } from './markdown';
import { toRis } from './ris';

/** A paper to be written out; the abstract goes along where it is at hand. */
export type Writable = PaperHead & Partial<Pick<Paper, 'abstract'>>;

/** A format that papers are copied and downloaded in. */
export interface ExportFormat {
  id: 'bibtex' | 'ris' | 'csl' | 'markdown';
  /** Key of its name in public/_locales. */
  label: 'formatBibtex' | 'formatRis' | 'formatCsl' | 'formatMarkdown';
  /** Ending of a file, with the dot. */
  ending: string;
  mime: string;
  /** A whole file of one paper or many. One written in pieces has its keys in `used`, so that none comes twice. */
  write: (papers: readonly Writable[], used?: Set<string>) => string;
}

/** Every export format, in the order of a menu. A new one is a file with its writer, a row here, a string, and a fixture. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { id: 'bibtex', label: 'formatBibtex', ending: '.bib', mime: 'application/x-bibtex', write: toBibtexFile },
  {
    id: 'ris',
    label: 'formatRis',
    ending: '.ris',
    mime: 'application/x-research-info-systems',
    write: (papers) => papers.map(toRis).join('\r\n'),
  },
  {
    id: 'csl',
    label: 'formatCsl',
    ending: '.json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: (papers) => `${JSON.stringify(papers.map(toCsl), null, 2)}\n`,
  },
  {
    id: 'markdown',
    label: 'formatMarkdown',
    ending: '.md',
    mime: 'text/markdown',
    write: (papers) => papers.map((paper) => `${toMarkdown(paper)}\n`).join(''),
  },
];
