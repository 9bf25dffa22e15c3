import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDrafts } from '../../../lib/corpus/clean';
import { type Metadata, mergeMetadata } from '../../../lib/corpus/merge';
import { realDrafts, realMetadata } from './source';

const FILE = 'data/metadata.json';
const drafts = cleanDrafts(realDrafts()).drafts;
const metadata = realMetadata();

function merged(entries: readonly Metadata[] = metadata, papers = drafts) {
  const result = mergeMetadata(papers, entries, FILE);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
  return result.value;
}

function problems(entries: readonly Metadata[], papers = drafts) {
  const result = mergeMetadata(papers, entries, FILE);
  return result.ok ? [] : result.error;
}

const change = (at: number, fields: Partial<Metadata>) =>
  metadata.map((entry, i) => (i === at ? { ...entry, ...fields } : entry));

describe('mergeMetadata', () => {
  it('joins each paper with its entry', () => {
    const papers = merged();
    expect(papers).toHaveLength(119);
    expect(papers.map(({ title }) => title)).toEqual(drafts.map(({ title }) => title));
    for (const { authors, year } of papers) {
      expect(authors.length).toBeGreaterThan(0);
      expect(year).toBeGreaterThan(2010);
    }
  });

  it('leaves out what is unknown', () => {
    const [paper] = merged(change(0, { year: 0, venue: '', arxiv: '', acl: '', doi: '', code: '' }));
    expect(Object.keys(paper!).sort()).toEqual(['abstract', 'authors', 'id', 'title']);
  });

  it('finds the entry of a title in other capitals and dashes', () => {
    expect(problems(change(1, { title: metadata[1]!.title.toUpperCase().replaceAll('-', '‐') }))).toEqual([]);
  });

  it('does not mind the order of the entries', () => {
    expect(merged([...metadata].reverse())).toEqual(merged());
  });

  it('names a paper without an entry, with its line in the source', () => {
    const [problem, ...more] = problems(metadata.slice(1));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: FILE, line: drafts[0]!.line });
    expect(problem!.message).toContain(drafts[0]!.title);
    expect(problem!.remedy).toContain(FILE);
  });

  it('names an entry without a paper', () => {
    const [problem, ...more] = problems(metadata, drafts.slice(1));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: FILE });
    expect(problem!.message).toContain(metadata[0]!.title);
    expect(problem!.remedy).not.toBe('');
  });

  it('names an entry that stands twice', () => {
    const found = problems([...metadata, metadata[3]!]);
    expect(found).toHaveLength(1);
    expect(found[0]!.message).toContain(metadata[3]!.title);
  });

  it('names both sides of a wrong title', () => {
    expect(problems(change(5, { title: 'Another Title' }))).toHaveLength(2);
  });
});

describe('the ids of the shipped papers', () => {
  const ids = new Map(merged().map(({ id, title }) => [title, id]));

  it('are readable and each their own', () => {
    expect(new Set(ids.values()).size).toBe(119);
    for (const id of ids.values()) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('do not rest on the order of the papers', () => {
    const some = fc.shuffledSubarray(drafts, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(some, (shuffled) => {
        const entries = metadata.filter(({ title }) => shuffled.some((draft) => draft.title === title));
        const inOrder = drafts.filter((draft) => shuffled.includes(draft));
        const byTitle = (papers: typeof drafts) => new Map(merged(entries, papers).map(({ title, id }) => [title, id]));
        expect(byTitle(shuffled)).toEqual(byTitle(inOrder));
      }),
    );
    for (const { id, title } of merged(metadata, drafts.toReversed())) expect(id).toBe(ids.get(title));
  });
});
