import { describe, expect, it } from 'vitest';
import { buildLexicon } from '../../../lib/match/forms';
import { type Block, Matcher } from '../../../lib/match/matcher';
import { PackedMatcher } from '../../../lib/match/packed-matcher';
import { StoredTitles } from '../../../lib/match/stored-titles';
import { buildTitleTable, TitleTable } from '../../../lib/match/title-table';
import type { Paper } from '../../../lib/papers/paper';
import { atOnce } from '../../../lib/util/in-steps';

const papers = ['Long Short-Term Memory', 'Markov Logic Networks', 'Learning without Forgetting'].map(
  (title, i): Paper => ({ id: `short-${i}`, title, abstract: '', authors: [] }),
);
const table = TitleTable.open(atOnce(buildTitleTable(papers, () => ({}))));
if (!table.ok) throw new Error(table.error.message);

// The rules are the same for the shipped shelf and for the reader's own.
describe.each([
  { shelf: 'shipped', matcher: new Matcher(buildLexicon(papers, { lookalikes: [], papers: {} }, [])) },
  { shelf: 'own', matcher: new PackedMatcher(new StoredTitles([{ table: table.value }])) },
])('a title of few words, on a shelf that is $shelf', ({ matcher }) => {
  const link = (text: string, of: string): Block => ({
    text,
    links: [[text.indexOf(of), text.indexOf(of) + of.length, 'https://example.org/']],
  });

  it.each([
    { block: { text: 'In “Markov Logic Networks”, weights are learnt.' }, because: 'quotation marks' },
    { block: link('We read Long Short-Term Memory last.', 'Long Short-Term Memory'), because: 'a link' },
    { block: { text: 'Today:\n\nMarkov Logic Networks\n\nTomorrow nothing.' }, because: 'a line of its own' },
    {
      block: { text: '[3] Hochreiter, S., Schmidhuber, J.: Long short-term memory. Neural Computation 9(8), 1997.' },
      because: 'set apart in a reference',
    },
  ])('is found: $because', ({ block }) => expect(matcher.match(block)).toHaveLength(1));

  it.each([
    { text: 'We compare Markov Logic Networks and trees.', because: 'capitals alone' },
    { text: 'Markov Logic Networks (MLNs) were shown (Domingos et al., 2007).', because: 'a term is introduced' },
    { text: 'The “learning without forgetting” of old age.', because: 'a quoted term' },
    { text: 'Use (1) trees and (2) long short-term memory. In 2019, Li, K. et al. did.', because: 'small letters' },
    { text: 'After 1993 (Moore, A. et al.) and Markov Logic Networks [Moore, 1991].', because: 'not set apart' },
  ])('is not found in “$text”: $because', ({ text }) => expect(matcher.match({ text })).toEqual([]));
});
