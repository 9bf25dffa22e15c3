import { toBibtex } from '../../lib/bib/bibtex';
import type { PaperHead } from '../../lib/papers/paper';

/** Puts a paper's BibTeX entry on the clipboard. @returns whether the browser allowed it */
export async function copyBibtex(paper: PaperHead): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(toBibtex(paper));
    return true;
  } catch {
    return false;
  }
}
