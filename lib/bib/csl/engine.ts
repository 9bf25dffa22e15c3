import CSL from 'citeproc';
import type { PaperHead } from '../../papers/paper';
import type { CitationStyle } from '../cite';
import { type CslItem, toCsl } from '../csl-json';
import { oneLine } from '../names';
import apa from './apa.csl?raw';
import chicago from './chicago.csl?raw';
import ieee from './ieee.csl?raw';
import english from './locale-en-US.xml?raw';
import mla from './mla.csl?raw';

const STYLES: Record<CitationStyle, string> = { apa, mla, chicago, ieee };

/** Reading a style takes some ten milliseconds, so each is read once. */
const engines = new Map<CitationStyle, InstanceType<typeof CSL.Engine>>();
let item: CslItem;

function engineOf(style: CitationStyle) {
  let engine = engines.get(style);
  if (!engine) {
    const system = { retrieveLocale: () => english, retrieveItem: () => item };
    engine = new CSL.Engine(system, STYLES[style], 'en-US', true);
    engine.setOutputFormat('text');
    engines.set(style, engine);
  }
  return engine;
}

/**
 * Citations as plain text. Each paper is set by itself: in a common list the style would sort them, and tell apart papers of one author and year.
 * Styles and locale are read by the library's own XML reader, so nothing needs a DOM.
 */
export function citations(papers: readonly PaperHead[], style: CitationStyle): string[] {
  const engine = engineOf(style);
  return papers.map((paper) => {
    item = citable(paper, `paper-${++count}`);
    engine.updateItems([item.id]);
    const [, [text = ''] = []] = engine.makeBibliography() || [];
    // IEEE numbers its list, and leaves a comma where a year would follow.
    return oneLine(text)
      .replace(/^\[\d+\]\s*/, '')
      .replace(/,$/, '.');
  });
}

/** The library remembers what it has seen by id, so each paper gets a new one. */
let count = 0;

function citable(paper: PaperHead, id: string): CslItem {
  const { note: _, ...item } = toCsl({ ...paper, title: oneLine(paper.title) });
  return { ...item, id };
}
