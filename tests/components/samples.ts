import type { CiteActs } from '../../components/CiteBox';
import type { Item } from '../../components/items';
import type { PageSide, SearchSide } from '../../components/view-state';
import type { Answer, Hit } from '../../lib/lookup/answer';
import type { Found } from '../../lib/messages/protocol';
import type { PaperHead } from '../../lib/papers/paper';

export const xgqa: PaperHead = {
  id: 'pfeiffer-2022-xgqa',
  title: 'xGQA: Cross-Lingual Visual Question Answering',
  authors: ['Jonas Pfeiffer', 'Gregor Geigle', 'Aishwarya Kamath'],
  year: 2022,
  venue: 'Findings of the Association for Computational Linguistics: ACL 2022',
  arxiv: '2109.06082',
};
export const sib: PaperHead = {
  id: 'adelani-2024-sib',
  title: 'SIB-200: A Simple Dataset',
  authors: ['David Adelani'],
  year: 2024,
};
export const bare: PaperHead = { id: 'nobody', title: 'A Paper without Authors', authors: [] };

export const itemOf = (paper: PaperHead): Item => ({ id: paper.id, kind: 'paper', title: paper.title, paper });
export const items = [xgqa, sib, bare].map(itemOf);

export const hitOf = (paper: PaperHead): Hit => ({
  paper,
  excerpt: 'An excerpt.',
  score: 0.9,
  why: [{ kind: 'name', text: paper.title }],
  terms: [],
});

export function searchOf(query: string, answer: Partial<Answer> = {}): SearchSide {
  const whole = { query, hits: [], abstained: false, nearest: [], complete: true, ...answer };
  return { query, answered: query, answer: whole, error: null, nearest: false };
}
export const noSearch: SearchSide = { query: '', answered: null, answer: null, error: null, nearest: false };

export const foundOf = (paper: PaperHead, marks: number[], text = paper.title): Found => ({
  id: paper.id,
  kind: 'title',
  title: paper.title,
  text,
  count: marks.length,
  marks,
});
export const noPage: PageSide = { status: 'done', found: [], heads: {} };

/** Ways to cite that give the format's name. */
export const noCiting: CiteActs = {
  styles: true,
  text: async (papers, format) => `${format}: ${papers.map(({ title }) => title).join('; ')}`,
  copyText: async () => true,
  download: () => undefined,
};
