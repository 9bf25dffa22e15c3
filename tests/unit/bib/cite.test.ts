import { describe, expect, it } from 'vitest';
import { CITATION_STYLES, type CitationStyle, cite } from '../../../lib/bib/cite';
import type { PaperHead } from '../../../lib/papers/paper';
import { papers } from '../shipped';

const CONFERENCE: PaperHead = {
  id: 'x',
  title: 'xGQA: Cross-Lingual Visual Question Answering',
  authors: ['Jonas Pfeiffer', 'Gregor Geigle', 'Jan-Martin O. Steitz'],
  year: 2022,
  venue: 'Findings of ACL',
  doi: '10.18653/v1/2022.findings-acl.196',
};
const JOURNAL: PaperHead = {
  id: 'y',
  title: 'On <Tags> & "Quotes"',
  authors: ['Ann Lee'],
  year: 2020,
  venue: 'Journal of Tests',
};
const PREPRINT: PaperHead = { id: 'z', title: 'A Preprint', authors: ['OpenAI'], year: 2021, arxiv: '2109.06082' };
const BARE: PaperHead = { id: 'b', title: 'Only a Title', authors: [] };

const WANTS: Record<CitationStyle, string[]> = {
  apa: [
    'Pfeiffer, J., Geigle, G., & Steitz, J.-M. O. (2022). xGQA: Cross-Lingual Visual Question Answering. Findings of ACL. https://doi.org/10.18653/v1/2022.findings-acl.196',
    'Lee, A. (2020). On <Tags> & “Quotes.” Journal of Tests.',
    'OpenAI. (2021). A Preprint (arXiv:2109.06082). arXiv. https://arxiv.org/abs/2109.06082',
    'Only a Title. (n.d.).',
  ],
  mla: [
    'Pfeiffer, Jonas, et al. “xGQA: Cross-Lingual Visual Question Answering.” Findings of ACL, 2022, https://doi.org/10.18653/v1/2022.findings-acl.196.',
    'Lee, Ann. “On <Tags> & ‘Quotes.’” Journal of Tests, 2020.',
    'OpenAI. A Preprint. arXiv:2109.06082, arXiv, 2021, https://arxiv.org/abs/2109.06082.',
    'Only a Title.',
  ],
  chicago: [
    'Pfeiffer, Jonas, Gregor Geigle, and Jan-Martin O. Steitz. 2022. “xGQA: Cross-Lingual Visual Question Answering.” In Findings of ACL. https://doi.org/10.18653/v1/2022.findings-acl.196.',
    'Lee, Ann. 2020. “On <Tags> & ‘Quotes.’” Journal of Tests.',
    'OpenAI. 2021. “A Preprint.” arXiv. https://arxiv.org/abs/2109.06082.',
    '“Only a Title.” n.d.',
  ],
  ieee: [
    'J. Pfeiffer, G. Geigle, and J.-M. O. Steitz, “xGQA: Cross-Lingual Visual Question Answering,” in Findings of ACL, 2022. doi: 10.18653/v1/2022.findings-acl.196.',
    'A. Lee, “On <Tags> & ‘Quotes,’” Journal of Tests, 2020.',
    'OpenAI, “A Preprint,” 2021, arXiv: arXiv:2109.06082. [Online]. Available: https://arxiv.org/abs/2109.06082',
    '“Only a Title.”',
  ],
};

describe.each(CITATION_STYLES)('$id', ({ id }) => {
  it('cites what is known, in the papers’ order', async () => {
    expect(await cite([CONFERENCE, JOURNAL, PREPRINT, BARE], id)).toEqual(WANTS[id]);
  });

  it('cites every shipped paper on one line, with its title', { timeout: 30_000 }, async () => {
    const citations = await cite(papers, id);
    expect(citations.length).toBe(papers.length);
    const words = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    citations.forEach((citation, i) => {
      expect(citation).not.toMatch(/[\n\t]|undefined|\[object|<[/a-z]/);
      expect(words(citation)).toContain(words(papers[i]!.title));
      if (papers[i]!.year) expect(citation).toContain(String(papers[i]!.year));
    });
  });

  it('cites nothing as nothing', async () => expect(await cite([], id)).toEqual([]));
});

it('sets a suffix and a body’s name as the style does', async () => {
  const [citation] = await cite([{ ...JOURNAL, authors: ['Martin Luther King Jr.', 'Google, Inc.'] }], 'apa');
  expect(citation).toMatch(/^King, M\. L\., Jr\. & Google, Inc\. \(2020\)\./);
});

it('two papers of one author and year are not told apart by letters: each stands alone', async () => {
  const [one, two] = await cite([JOURNAL, { ...JOURNAL, title: 'Another' }], 'apa');
  expect(one).toContain('(2020)');
  expect(two).toContain('(2020)');
});
