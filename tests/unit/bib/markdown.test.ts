import { describe, expect, it } from 'vitest';
import { escapeMarkdown, pageToMarkdown, toMarkdown } from '../../../lib/bib/markdown';
import type { PaperHead } from '../../../lib/papers/paper';

const paper: PaperHead = { id: 'x', title: 'xGQA: Cross-Lingual', authors: [], arxiv: '2109.06082' };
const LINK = '[xGQA: Cross-Lingual](https://arxiv.org/abs/2109.06082)';

describe('a paper as an item', () => {
  const rows: [Partial<PaperHead>, string][] = [
    [{ authors: ['Ann Lee', 'Bo Xu'], year: 2022, venue: 'ACL' }, `- ${LINK} — Ann Lee, Bo Xu, 2022, ACL`],
    [{ authors: ['Ann Lee', 'B', 'C', 'D'], year: 2022 }, `- ${LINK} — Ann Lee et al., 2022`],
    [{ venue: 'EMNLP [Demo] *' }, `- ${LINK} — EMNLP \\[Demo\\] \\*`],
    [{}, `- ${LINK}`],
    [
      { title: 'On [B_E_R*T] (a|b) `c`' },
      '- [On \\[B\\_E\\_R\\*T\\] \\(a\\|b\\) \\`c\\`](https://arxiv.org/abs/2109.06082)',
    ],
    [{ title: 'Two\n lines' }, '- [Two lines](https://arxiv.org/abs/2109.06082)'],
    [
      { doi: '10.1000/(sici)1', arxiv: undefined as never },
      '- [xGQA: Cross-Lingual](https://doi.org/10.1000/%28sici%291)',
    ],
  ];
  it.each(rows)('%o', (fields, line) => {
    expect(toMarkdown({ ...paper, ...fields })).toBe(line);
  });
});

it.each([
  ['[ ] ( ) * _ ` |', '\\[ \\] \\( \\) \\* \\_ \\` \\|'],
  ['a \\ b', 'a \\\\ b'],
  ['<img src=x>', '\\<img src=x\\>'],
  ['跨语言 — “plain”, 100 %', '跨语言 — “plain”, 100 %'],
])('%s is escaped', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

describe('a page', () => {
  const page = { title: 'Notes | Group', url: 'https://en.wikipedia.org/wiki/A_(b)?q=c d' };
  const head = '# [Notes \\| Group](https://en.wikipedia.org/wiki/A_%28b%29?q=c%20d)\n';
  it('title and address, then the groups that have papers', () => {
    const groups = [
      { title: 'Text', papers: [paper, paper] },
      { title: 'Nothing', papers: [] },
      { title: 'References', papers: [paper] },
    ];
    expect(pageToMarkdown(page, groups)).toBe(
      `${head}\n## Text\n\n- ${LINK}\n- ${LINK}\n\n## References\n\n- ${LINK}\n`,
    );
  });
  it('without papers, and without a title', () => {
    expect(pageToMarkdown(page, [])).toBe(head);
    expect(pageToMarkdown({ title: '', url: 'https://a.org/' }, [])).toBe('# [https://a.org/](https://a.org/)\n');
  });
});
