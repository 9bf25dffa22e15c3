import { describe, expect, test } from 'vitest';
import { itemOfFound } from '../../components/items';
import { groupFound, joinPapers } from '../../components/page-groups';
import type { Found } from '../../lib/messages/protocol';

const found = (id: string, kind: Found['kind'], marks: number[], text = id, cited?: true): Found => ({
  id,
  kind,
  title: `The title of ${id}`,
  text,
  count: marks.length,
  marks,
  ...(cited && { cited }),
});

const joined: { because: string; of: Found[]; kind: Found['kind']; text: string; marks: number[]; cited?: true }[] = [
  { because: 'one stays as it is', of: [found('a', 'name', [3])], kind: 'name', text: 'a', marks: [3] },
  {
    because: 'the title tells most, the places are sorted',
    of: [found('a', 'id', [1, 9], '2109.06082'), found('a', 'name', [4], 'A'), found('a', 'title', [2], 'The title')],
    kind: 'title',
    text: 'The title',
    marks: [1, 2, 4, 9],
  },
  {
    because: 'a name tells more than an identifier',
    of: [found('a', 'id', [1], '2109.06082'), found('a', 'name', [10], 'A')],
    kind: 'name',
    text: 'A',
    marks: [1, 10],
  },
  {
    because: 'in the bibliography only where all of it is',
    of: [found('a', 'name', [1], 'A', true), found('a', 'title', [2], 'T', true)],
    kind: 'title',
    text: 'T',
    marks: [1, 2],
    cited: true,
  },
  {
    because: 'a title in the bibliography, a name in the text',
    of: [found('a', 'name', [1], 'A'), found('a', 'title', [2], 'T', true)],
    kind: 'title',
    text: 'T',
    marks: [1, 2],
  },
];
test.each(joined)('$because', ({ of, kind, text, marks, cited }) => {
  const title = 'The title of a';
  expect(joinPapers(of)).toEqual([{ id: 'a', kind, title, text, count: marks.length, marks, ...(cited && { cited }) }]);
});

describe('groups', () => {
  const all = [
    found('self', 'title', [0]),
    found('code-switching', 'term', [1]),
    found('b', 'id', [2]),
    found('a', 'name', [3]),
    found('c', 'title', [4], 'c', true),
    found('b', 'title', [5], 'b', true),
  ];
  test('each paper once, in page order', () => {
    const groups = groupFound(all, 'self');
    const ids = (list: readonly Found[]) => list.map(({ id }) => id);
    expect(groups.self?.id).toBe('self');
    expect(ids(groups.text)).toEqual(['b', 'a']);
    expect(ids(groups.references)).toEqual(['c']);
    expect(ids(groups.terms)).toEqual(['code-switching']);
  });
  test('a page that is about no paper', () => {
    const groups = groupFound(all);
    expect(groups.self).toBeUndefined();
    expect(groups.text[0]!.id).toBe('self');
  });
});

test.each([
  { kind: 'title', text: 'The title', writtenAs: undefined },
  { kind: 'name', text: 'A', writtenAs: 'A' },
  { kind: 'name', text: 'the title of A', writtenAs: undefined },
  { kind: 'id', text: '2109.06082', writtenAs: '2109.06082', byIdentifier: true },
] as const)('$kind “$text” is shown as $writtenAs', ({ kind, text, writtenAs, ...rest }) => {
  const item = itemOfFound(found('a', kind, [0], text), {});
  expect(item.writtenAs).toBe(writtenAs);
  expect(item.byIdentifier).toBe('byIdentifier' in rest ? true : undefined);
});
