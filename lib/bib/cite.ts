import type { PaperHead } from '../papers/paper';

/** The citation styles, with the keys of their names in public/_locales. Each is a file in lib/bib/csl. */
export const CITATION_STYLES = [
  { id: 'apa', label: 'citeApa' },
  { id: 'mla', label: 'citeMla' },
  { id: 'chicago', label: 'citeChicago' },
  { id: 'ieee', label: 'citeIeee' },
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number]['id'];

/**
 * Plain citations, one for each paper and in their order, as the style's list of references has them. The citation library and its styles are
 * some 600 kB (130 kB packed), so they are loaded with the first call. For extension pages only: a Chromium service worker refuses `import()`.
 */
export async function cite(papers: readonly PaperHead[], style: CitationStyle): Promise<string[]> {
  const { citations } = await import('./csl/engine');
  return citations(papers, style);
}
