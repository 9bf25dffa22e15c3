import type { CiteActs, CiteFormat } from '../../components/CiteBox';
import { CITE_STYLES } from '../../components/CiteBox';
import { CITATION_STYLES, cite } from '../../lib/bib/cite';
import { EXPORT_FORMATS } from '../../lib/bib/formats';
import type { PaperHead } from '../../lib/papers/paper';
import { copy } from './copy';
import { download } from './download';

/** Citing and exporting in pages of ours. The citation styles are loaded with the first use of one. */
export const citing: CiteActs = {
  styles: CITE_STYLES.length > 0,
  text: write,
  copyText: copy,
  download(text, format) {
    const known = EXPORT_FORMATS.find(({ id }) => id === format);
    const type = `${known?.mime ?? 'text/plain'};charset=utf-8`;
    download(new Blob([text], { type }), `papers${known?.ending ?? '.txt'}`);
  },
};

async function write(papers: readonly PaperHead[], format: CiteFormat): Promise<string> {
  const style = CITATION_STYLES.find(({ id }) => id === format);
  if (style) return `${(await cite(papers, style.id)).join('\n\n')}\n`;
  return EXPORT_FORMATS.find(({ id }) => id === format)!.write(papers);
}
