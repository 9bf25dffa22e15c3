import type { CiteActs } from '../../components/CiteBox';
import type { PaperView } from '../../lib/lookup/answer';
import type { Found } from '../../lib/messages/protocol';
import type { PaperHead } from '../../lib/papers/paper';
import { type Entries, newEntry, type SavedEntry } from '../../lib/saved/entry';

const ABSTRACT =
  'Recent advances in multimodal vision and language modeling have predominantly focused on the English language, mostly due to the lack of multilingual multimodal datasets to steer modeling efforts. In this work, we address this gap and provide xGQA, a new multilingual evaluation benchmark for the visual question answering task. We extend the established English GQA dataset to 7 typologically diverse languages, enabling us to detect and explore crucial challenges in cross-lingual visual question answering. We further propose new adapter-based approaches to adapt multimodal transformer-based models to become multilingual, and vice versa, multilingual models to become multimodal. Our results suggest that simple cross-lingual transfer of multimodal models yields latent multilingual multimodal misalignment, calling for more sophisticated methods for vision and multilingual language modeling.';

export const xgqa: PaperHead & { abstract: string } = {
  id: 'pfeiffer-2022-xgqa',
  title: 'xGQA: Cross-Lingual Visual Question Answering',
  authors: [
    'Jonas Pfeiffer',
    'Gregor Geigle',
    'Aishwarya Kamath',
    'Jan-Martin O. Steitz',
    'Stefan Roth',
    'Iryna Gurevych',
  ],
  year: 2022,
  venue: 'Findings of the Association for Computational Linguistics: ACL 2022',
  arxiv: '2109.06082',
  abstract: ABSTRACT,
};
export const xtreme: PaperHead & { abstract: string } = {
  id: 'hu-2020-xtreme',
  title: 'XTREME: A Massively Multilingual Multi-task Benchmark for Evaluating Cross-lingual Generalization',
  authors: ['Junjie Hu', 'Sebastian Ruder', 'Aditya Siddhant'],
  year: 2020,
  venue: 'ICML',
  arxiv: '2003.11080',
  abstract:
    'Much recent progress in applications of machine learning models to NLP has been driven by benchmarks that evaluate models across a wide variety of tasks. However, these broad-coverage benchmarks have been mostly limited to English, and despite an increasing interest in multilingual models, a benchmark that enables the comprehensive evaluation of such methods on a diverse range of languages and tasks is still missing. To this end, we introduce a benchmark for evaluating the cross-lingual generalization capabilities of multilingual representations across 40 languages and 9 tasks.',
};
export const sib: PaperHead & { abstract: string } = {
  id: 'adelani-2024-sib-200',
  title:
    'SIB-200: A Simple, Inclusive, and Big Evaluation Dataset for Topic Classification in 200+ Languages and Dialects',
  authors: ['David Ifeoluwa Adelani'],
  year: 2024,
  abstract:
    'Despite the progress recorded in multilingual natural language processing, evaluation is limited to a small set of languages. We created SIB-200, a benchmark for topic classification in 200 languages and dialects. Our evaluation shows a large gap between high-resource and low-resource languages.',
};
/** Hard cases: nothing known, everything long, written from the right. */
export const bare: PaperHead & { abstract: string } = {
  id: 'bare',
  title: 'A Paper of Which Little Is Known',
  authors: [],
  abstract: '',
};
export const huge: PaperHead & { abstract: string } = {
  id: 'huge',
  title: `On the ${'Unreasonable and Frankly Rather Tiresome '.repeat(5)}Length of Titles, with Pneumonoultramicroscopicsilicovolcanoconiosis-Aware-Tokenization-for-Everything-Everywhere`,
  authors: Array.from({ length: 42 }, (_, i) => `Firstname${i + 1} van der Lastname-Hyphenated`),
  year: 2025,
  venue:
    'Proceedings of the 63rd Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)',
  abstract: ABSTRACT.repeat(3),
};
export const arabic: PaperHead & { abstract: string } = {
  id: 'arabic',
  title: 'نموذج لغوي متعدد اللغات للإجابة عن الأسئلة باللغة العربية (ArabicQA)',
  authors: ['نورة الأحمد', 'سامي حداد'],
  year: 2023,
  venue: 'مؤتمر اللغويات الحاسوبية',
  abstract:
    'نقدم في هذا العمل مجموعة بيانات جديدة للإجابة عن الأسئلة. نقيس أداء نماذج متعددة اللغات مثل XLM-R عليها. تظهر النتائج فجوة كبيرة.',
};

export const viewOf = (paper: PaperHead & { abstract: string }, related: PaperHead[] = [xtreme, sib]): PaperView => ({
  paper,
  related,
  concepts: [
    { id: 'vqa', name: 'visual question answering' },
    { id: 'adapter', name: 'adapter' },
    { id: 'transfer', name: 'cross-lingual transfer' },
  ],
});

export const foundOf = (paper: PaperHead, marks: number[], more: Partial<Found> = {}): Found => ({
  id: paper.id,
  kind: 'title',
  title: paper.title,
  text: paper.title,
  count: marks.length,
  marks,
  ...more,
});

const SAVED_AT = Date.UTC(2026, 4, 7);
export const entryOf = (paper: PaperHead, more: Partial<SavedEntry> = {}): SavedEntry => ({
  ...newEntry(paper, SAVED_AT, {
    title: 'A survey of cross-lingual methods',
    url: 'https://example.org/survey',
    at: SAVED_AT,
  }),
  ...more,
});
export const entriesOf = (...entries: SavedEntry[]): Entries =>
  new Map(entries.map((entry) => [entry.paper.id, entry]));

export const citing: CiteActs = {
  styles: true,
  text: async (papers, format) =>
    format === 'bibtex'
      ? '@inproceedings{pfeiffer2022xgqa,\n  title = {{xGQA: Cross-Lingual Visual Question Answering}},\n  year = {2022}\n}'
      : papers.map(({ title, year }) => `Pfeiffer, J., et al. (${year}). ${title}.`).join('\n\n'),
  copyText: async () => true,
  download: () => undefined,
};
