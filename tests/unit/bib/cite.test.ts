import { describe, expect, it } from 'vitest';
import { CITATION_STYLES, cite } from '../../../lib/bib/cite';
import { papers } from '../shipped';

it('x', async () => {
  const rows = [
    papers[0]!,
    papers[1]!,
    {
      id: 'x',
      title: 'Attention <i>is</i> all & you',
      authors: ['Ashish Vaswani', 'Noam Shazeer'],
      year: 2017,
      venue: 'Journal of AI',
    },
    { id: 'x', title: 'Only a title', authors: [] },
    { id: 'x', title: 'Pre', authors: ['OpenAI'], arxiv: '2109.06082', year: 2020 },
    { id: 'x', title: 'No year', authors: ['A B'], venue: 'EMNLP' },
  ];
  for (const { id } of CITATION_STYLES) console.log(id, JSON.stringify(await cite(rows, id), null, 1));
});
