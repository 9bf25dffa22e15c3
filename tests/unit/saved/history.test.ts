import { describe, expect, it } from 'vitest';
import {
  joinSeen,
  type Lookup,
  readRecent,
  readSeen,
  withLookup,
  withoutLookup,
  withSeen,
} from '../../../lib/saved/history';

describe('seen papers', () => {
  it('keep the last time', () => {
    expect(withSeen({ a: 1, b: 2 }, 'a', 3)).toEqual({ a: 3, b: 2 });
  });

  it('forget the longest unseen where there are too many', () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`p${i}`, i]));
    const after = withSeen(many, 'new', 9000);
    expect(Object.keys(after)).toHaveLength(2000);
    expect('p0' in after).toBe(false);
    expect(after['new']).toBe(9000);
  });

  const numbered = (name: string, count: number, from: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, from + i]));
  const old = numbered('old', 2000, 1);
  const late = numbered('late', 500, 9000);
  it.each([
    { what: 'joined', seen: joinSeen(late, old) },
    { what: 'joined the other way', seen: joinSeen(old, late) },
    { what: 'stored with the latest first', seen: readSeen({ ...late, ...old }) },
    { what: 'stored with the latest last', seen: readSeen({ ...old, ...late }) },
  ])('are the 2000 read last: $what', ({ seen }) => {
    expect(seen).toEqual({ ...late, ...Object.fromEntries(Object.entries(old).slice(500)) });
  });

  it('of two histories have their last times', () => {
    expect(joinSeen({ a: 1, b: 5 }, { a: 2, b: 3, c: 4 })).toEqual({ a: 2, b: 5, c: 4 });
  });

  it.each([
    { stored: undefined, wants: {} },
    { stored: [1, 2], wants: {} },
    { stored: { a: 1, b: 'x', c: null, d: -1 }, wants: { a: 1 } },
  ])('of $stored are $wants', ({ stored, wants }) => expect(readSeen(stored)).toEqual(wants));
});

describe('recent lookups', () => {
  const at = 1_000_000;
  const old: Lookup[] = [{ query: 'xgqa', at: 1 }];
  const queries = (all: readonly Lookup[]) => all.map(({ query }) => query);

  it.each([
    { recent: old, query: 'mind', wants: ['mind', 'xgqa'], because: 'the newest first' },
    { recent: old, query: ' XGQA ', wants: ['XGQA'], because: 'the same words once, as written last' },
    { recent: old, query: '  ', wants: ['xgqa'], because: 'nothing asked' },
    { recent: old, query: 'xgqa results', wants: ['xgqa results', 'xgqa'], because: 'asked long after' },
    { recent: [{ query: 'xg', at }], query: 'xgqa', wants: ['xgqa'], because: 'typed on' },
    {
      recent: [{ query: 'xg', at: at + 60_000 }],
      query: 'xgqa',
      wants: ['xgqa', 'xg'],
      because: 'asked before the clock was put back',
    },
    { recent: [{ query: 'xgqa', at }], query: 'xg', wants: ['xg', 'xgqa'], because: 'shorter is another' },
    { recent: [{ query: '迁移', at: 1 }], query: '🎉', wants: ['🎉', '迁移'], because: 'without a letter' },
  ])('“$query”: $because', ({ recent, query, wants }) => {
    expect(queries(withLookup(recent, query, at))).toEqual(wants);
  });

  it('are 50 at most, each cut', () => {
    let all: readonly Lookup[] = [];
    for (let i = 0; i < 80; i++) all = withLookup(all, `${i} ${'x'.repeat(500)}`, at * (i + 1));
    expect(all).toHaveLength(50);
    expect(all[0]!.query).toHaveLength(200);
  });

  it('lose one that is taken off', () => {
    expect(withoutLookup(old, 'xgqa')).toEqual([]);
  });

  it.each([
    { stored: undefined, wants: [] },
    { stored: 'x', wants: [] },
    { stored: [null, 5, { query: 'a' }, { query: '', at: 1 }, { query: 'b', at: 2 }], wants: [{ query: 'b', at: 2 }] },
  ])('of $stored are $wants', ({ stored, wants }) => expect(readRecent(stored)).toEqual(wants));
});
