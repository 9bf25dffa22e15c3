import type { CiteActs, CiteFormat } from '../../components/CiteBox';
import { CITE_STYLES } from '../../components/CiteBox';
import { CITATION_STYLES, cite } from '../../lib/bib/cite';
import { EXPORT_FORMATS } from '../../lib/bib/formats';
import type { PaperHead } from '../../lib/papers/paper';
import { copy } from './copy';

/** Citing and exporting in pages of ours. The citation styles are loaded with the first use of one. */
export const citing: CiteActs = {
  styles: CITE_STYLES.length > 0,
  text: write,
  copyText: copy,
  download(text, format) {
    const known = EXPORT_FORMATS.find(({ id }) => id === format);
    saveFile(`papers${known?.ending ?? '.txt'}`, text, known?.mime ?? 'text/plain');
  },
};

async function write(papers: readonly PaperHead[], format: CiteFormat): Promise<string> {
  const style = CITATION_STYLES.find(({ id }) => id === format);
  if (style) return `${(await cite(papers, style.id)).join('\n\n')}\n`;
  return EXPORT_FORMATS.find(({ id }) => id === format)!.write(papers);
}

/** Hands a text to the browser as a file; it asks the reader where to, or puts it with the downloads. */
function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have begun reading it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
