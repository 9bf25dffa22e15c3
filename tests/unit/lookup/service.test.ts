import { describe, expect, it } from 'vitest';
import { matchBlocks } from '../../../lib/lookup/page-shelf';
import { LookupService } from '../../../lib/lookup/service';
import { papers, shelf } from '../shipped';

const lookup = new LookupService([shelf]);

describe('get', () => {
  it('has every paper, with its abstract and neighbours', () => {
    for (const paper of papers) {
      const view = lookup.get(paper.id)!;
      expect(view.paper).toEqual(paper);
      expect(view.related.map(({ id }) => id)).not.toContain(paper.id);
      expect(new Set(view.related.map(({ id }) => id)).size).toBe(view.related.length);
      for (const related of view.related) expect(related).not.toHaveProperty('abstract');
    }
  });

  it.each(['', 'nobody-2020-nothing', '__proto__', 'constructor', '0'])('knows no “%s”', (id) => {
    expect(lookup.get(id)).toBeNull();
    expect(lookup.has(id)).toBe(false);
  });
});

describe('matchBlocks', () => {
  it('answers each block in its place, and names each paper once', () => {
    const { blocks, papers: found } = matchBlocks(
      [shelf],
      [{ text: 'xGQA' }, { text: 'nothing' }, { text: 'SIB-200 and xGQA' }],
    );
    expect(blocks.map(({ mentions }) => mentions.map(({ id, start, end }) => [id, start, end]))).toEqual([
      [['pfeiffer-2022-xgqa', 0, 4]],
      [],
      [
        ['adelani-2024-sib-200', 0, 7],
        ['pfeiffer-2022-xgqa', 12, 16],
      ],
    ]);
    expect(found.map(({ id }) => id)).toEqual(['pfeiffer-2022-xgqa', 'adelani-2024-sib-200']);
    for (const head of found) expect(head).not.toHaveProperty('abstract');
  });

  it('answers nothing with nothing', () => {
    expect(matchBlocks([shelf], [])).toMatchObject({ blocks: [], papers: [] });
  });
});

describe('two shelves that hold the same papers', () => {
  const both = new LookupService([shelf, shelf]);

  it('show each paper once', () => {
    const ids = both.search('voice conversion').hits.map(({ paper }) => paper.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('mention each paper once', () => {
    expect(matchBlocks([shelf, shelf], [{ text: 'We tried xGQA.' }]).blocks[0]!.mentions).toHaveLength(1);
  });
});

describe('without a shelf', () => {
  it('nothing is found, and nothing breaks', () => {
    const empty = new LookupService([]);
    expect(empty.search('xGQA')).toMatchObject({ hits: [], nearest: [], abstained: true });
    expect(empty.get('pfeiffer-2022-xgqa')).toBeNull();
    expect(matchBlocks([], [{ text: 'xGQA' }]).blocks).toHaveLength(1);
  });
});

describe('languages that are off', () => {
  it.each([
    { query: 'Kodewechsel', off: [], finds: true, because: 'all languages are read' },
    { query: 'Kodewechsel', off: ['fr', 'ja'], finds: true, because: 'others are off' },
    { query: 'Kodewechsel', off: ['de', 'nl', 'sv', 'da'], finds: false, because: 'it is German' },
    { query: '语码转换', off: ['zh-Hans'], finds: true, because: 'it may be read as Japanese or traditional Chinese' },
    { query: '语码转换', off: ['zh-Hans', 'zh-Hant', 'ja'], finds: false, because: 'nothing reads it' },
    { query: 'code-switching', off: ['en', 'de'], finds: true, because: 'English stays' },
  ])('“$query” without $off: $because', ({ query, off, finds }) => {
    expect(!lookup.search(query, 5, undefined, off).abstained).toBe(finds);
  });
});
