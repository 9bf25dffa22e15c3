import { describe, expect, it } from 'vitest';
import { openLookup } from '../../tools/open-corpus';
import { names, none, papers } from '../shipped';

const lookup = openLookup();
const firstOf = (query: string) => lookup.search(query, 5).hits[0]?.paper.id;
/** What each title brings. */
const answers = papers.map((paper) => ({ paper, answer: lookup.search(paper.title, 7) }));

/** The titles for which a query does not bring their own paper first. */
const lost = (queryOf: (title: string) => string, some = papers) =>
  some.flatMap(({ id, title }) => {
    const query = queryOf(title);
    const first = firstOf(query);
    return first === id ? [] : [`${query} -> ${first}, not ${id}`];
  });

/** Swaps two letters in the middle of the longest word. */
function misspelt(title: string): string {
  const word = title.split(/[^\p{L}]+/u).reduce((longest, next) => (next.length > longest.length ? next : longest));
  const at = word.length >> 1;
  return title.replace(word, word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
}

describe('every title brings its own paper first', () => {
  it('as it is', () => {
    none(answers.flatMap(({ paper, answer }) => (answer.hits[0]?.paper.id === paper.id ? [] : [paper.title])));
  });

  // Searching takes its time: of these, each is tried with every sixth title.
  it.each(
    [
      { how: 'in lower case', queryOf: (title: string) => title.toLowerCase() },
      { how: 'in capitals', queryOf: (title: string) => title.toUpperCase() },
      { how: 'in curly quotes', queryOf: (title: string) => `“${title}”` },
      { how: 'with a full stop', queryOf: (title: string) => `${title}.` },
      { how: 'without punctuation', queryOf: (title: string) => title.replace(/[^\p{L}\p{N}]+/gu, ' ') },
      { how: 'with its hyphens dropped', queryOf: (title: string) => title.replaceAll('-', '') },
      {
        how: 'with line breaks, as copied from a PDF',
        queryOf: (title: string) => title.replace(/ /g, (space, at: number) => (at % 3 ? space : '\n')),
      },
      { how: 'with combining accents', queryOf: (title: string) => title.normalize('NFD') },
      { how: 'with a letter out of place', queryOf: misspelt },
      { how: 'without its last word', queryOf: (title: string) => title.replace(/\s\S+$/, '') },
      { how: 'broken off in its last word', queryOf: (title: string) => title.slice(0, -2) },
      { how: 'with words around it', queryOf: (title: string) => `the paper ${title}, please` },
      { how: 'in quotes', queryOf: (title: string) => `"${title}"` },
    ].map((row, number) => ({ ...row, number })),
  )('$how', ({ queryOf, number }) => {
    none(
      lost(
        queryOf,
        papers.filter((_, i) => i % 6 === number % 6),
      ),
    );
  });

  it('under its other titles', () => {
    none(
      Object.entries(names.papers).flatMap(([id, { titles = [] }]) => titles.filter((title) => firstOf(title) !== id)),
    );
  });

  it('and says that the title is why', () => {
    none(
      answers.flatMap(({ paper, answer }) =>
        answer.hits[0]?.why.some(({ kind }) => kind === 'title') ? [] : [paper.title],
      ),
    );
  });
});

describe('a title while it is typed', () => {
  it.each([
    { query: 'turning eng', wants: 'kew-2024-turning' },
    { query: 'turning english-centric llms into pol', wants: 'kew-2024-turning' },
    { query: 'unsupervised pretr', wants: 'riviere-2020-unsupervised' },
    { query: 'dialogs re-en', wants: 'ward-2022-dialogs' },
    { query: 'not all lang', wants: 'huang-2023-all' },
    { query: 'czech data', wants: 'priban-2022-czech' },
    { query: 'vocabulary exp', wants: 'yamaguchi-2024-vocabulary' },
    { query: 'one rul', wants: 'kim-2025-one' },
  ])('$query finds $wants', ({ query, wants }) => {
    expect(firstOf(query)).toBe(wants);
  });

  it('is never lost from its fourth letter on to its end, were there none but it', () => {
    const { id, title } = papers[44]!;
    const missing = [];
    for (let end = 4; end <= title.length; end++) {
      if (!lookup.search(title.slice(0, end), 20).hits.some(({ paper }) => paper.id === id))
        missing.push(title.slice(0, end));
    }
    none(missing);
  });
});

describe('the answer', () => {
  it('keeps its numbers in bounds', () => {
    for (const { paper: own, answer } of answers) {
      const { hits, abstained, complete, query } = answer;
      expect({ abstained, complete, query }).toEqual({ abstained: false, complete: true, query: own.title });
      expect(hits.length).toBeLessThanOrEqual(7);
      expect(new Set(hits.map(({ paper }) => paper.id)).size).toBe(hits.length);
      for (const { score, why, excerpt, paper } of hits) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(why.length).toBeGreaterThan(0);
        expect(excerpt.length).toBeGreaterThan(0);
        expect(excerpt.length).toBeLessThanOrEqual(530);
        expect(paper).not.toHaveProperty('abstract');
      }
    }
  });

  it('is the same for the same query', () => {
    for (const { title } of papers.slice(0, 20)) expect(lookup.search(title)).toEqual(lookup.search(title));
  });
});
