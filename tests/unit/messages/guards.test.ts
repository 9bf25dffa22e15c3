import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../lib/messages/guards';
import type { Input, ToBackground } from '../../../lib/messages/protocol';

const found = { id: 'pfeiffer-2022-xgqa', kind: 'name', title: 'xGQA', text: 'xGQA', count: 2, marks: [0, 3] } as const;
const state = {
  document: 'a',
  url: 'https://example.org/',
  title: 'A page',
  found: [{ ...found, marks: [0, 3], cited: true }],
  progress: 'done',
  references: { entries: 40, known: 3 },
  self: 'pfeiffer-2022-xgqa',
  ms: 12.5,
} as const;
const block = {
  text: 'Results on xGQA',
  links: [[11, 15, 'https://arxiv.org/abs/2109.06082']] as [number, number, string][],
  before: 'a',
  after: 'b',
};

/** Good inputs of every message: the compiler asks for a row where the protocol grows. */
const GOOD: { [K in keyof ToBackground]: Input<ToBackground, K>[] } = {
  'filter.get': [{}],
  'page.match': [
    { blocks: [] },
    { blocks: [block] },
    { blocks: [{ text: 'x' }, { text: 'y', links: [] }] },
    { blocks: [{ text: 'We use CS.', defined: [{ short: 'CS', long: 'code-switching' }] }] },
  ],
  'page.report': [{ state: { ...state, found: [{ ...found, marks: [0, 3], cited: true }] } }],
  'lookup.search': [{ query: '' }, { query: 'Kodewechsel', context: 'Ein Satz.', limit: 5 }],
  'paper.get': [{ id: 'pfeiffer-2022-xgqa' }],
  'term.get': [{ id: 'code-switching' }],
  'page.related': [
    { text: '', without: [] },
    { text: 'A page about transfer.', without: ['x', 'y'] },
  ],
  'marks.style': [{}],
  'card.load': [{}],
  'panel.open': [
    { request: { view: 'page' } },
    { request: { view: 'saved' } },
    { request: { view: 'search', query: 'x', context: 'y' } },
    { request: { view: 'paper', id: 'x', terms: ['a'] } },
    { request: { view: 'term', id: 'code-switching' } },
  ],
  'card.save': [{ id: 'x', saved: true }],
  'library.changed': [{}],
  'card.seen': [{ id: 'x' }],
};

const good = Object.entries(GOOD).flatMap(([type, inputs]) => inputs.map((input) => ({ type, input })));
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Fields that may be missing. */
const OPTIONAL = new Set([
  'links',
  'before',
  'after',
  'context',
  'limit',
  'terms',
  'cited',
  'references',
  'self',
  'defined',
]);
const WRONG = {
  string: [5, null, {}, [], true],
  number: ['5', Number.NaN, Number.POSITIVE_INFINITY, -1, null, {}],
  boolean: ['true', 1, null],
  object: [5, 'x', null],
};

/** As JSON, with the numbers that JSON lacks. */
const inWords = (wrong: unknown) =>
  JSON.stringify(wrong, (_, value: unknown) => (typeof value === 'number' ? `number ${value}` : value));

type Place = Record<string | number, unknown>;

/** Everything that can be wrong with an input, one thing at a time. */
function spoilt(input: unknown): { what: string; input: unknown }[] {
  const results: { what: string; input: unknown }[] = [];
  const walk = (at: unknown, path: (string | number)[]) => {
    const spoil = (what: string, change: (parent: Place, key: string | number) => void) => {
      const root = { input: copy(input) };
      let parent: Place = root;
      for (const key of ['input', ...path].slice(0, -1)) parent = parent[key] as Place;
      change(parent, ['input', ...path].at(-1)!);
      results.push({ what: `${what} ${path.join('.') || 'the input'}`, input: root.input });
    };
    for (const wrong of WRONG[typeof at as keyof typeof WRONG])
      spoil(`${inWords(wrong)} for`, (parent, key) => (parent[key] = wrong));
    if (typeof at === 'object' && at !== null) {
      if (!Array.isArray(at)) {
        spoil('a field too many in', (parent, key) => ((parent[key] as Place)['extra'] = 1));
        if (Object.keys(at).length) spoil('a list for', (parent, key) => (parent[key] = []));
      }
      for (const [key, value] of Object.entries(at)) {
        if (!Array.isArray(at) && !OPTIONAL.has(key))
          spoil(`no ${key} in`, (parent, own) => delete (parent[own] as Place)[key]);
        walk(value, [...path, Array.isArray(at) ? Number(key) : key]);
      }
    } else if (typeof at === 'string') spoil('a flood for', (parent, key) => (parent[key] = 'x'.repeat(80_001)));
    else if (typeof at === 'number')
      spoil('a huge number for', (parent, key) => (parent[key] = path.at(-1) === 'ms' ? '1' : 1e300));
  };
  walk(input, []);
  return results;
}

describe('a good message passes', () => {
  it.each(good)('$type $input', ({ type, input }) => {
    expect(checkMessage(copy({ type, input }))).toEqual({ type, input });
  });

  it('with text in any script, and half characters', () => {
    for (const query of ['跨语言', '🎉', '\ud83d', '\u0000', '\u202E', 'x'.repeat(1000)]) {
      expect(checkMessage({ type: 'lookup.search', input: { query } })).toBeDefined();
    }
  });
});

describe('a spoilt message is refused', () => {
  it.each(good.flatMap(({ type, input }) => spoilt(input).map((row) => ({ type, ...row }))))(
    '$type: $what',
    ({ type, input }) => {
      expect(checkMessage({ type, input })).toBeUndefined();
    },
  );

  it.each([
    ...[
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      'valueOf',
      '',
      'filter',
      'filter.get ',
      'FILTER.GET',
      'saved.clear',
      'page.state',
    ].map((type) => ({ type })),
    { type: undefined },
    { type: null },
    { type: 0 },
    { type: ['filter.get'] },
    { type: { toString: () => 'filter.get' } },
  ])('of the type $type', ({ type }) => {
    expect(checkMessage({ type, input: {} })).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    0,
    5,
    true,
    '',
    'filter.get',
    [],
    ['filter.get', {}],
    {},
    { type: 'filter.get' },
    { input: {} },
    { type: 'filter.get', input: null },
  ])('where it is %j', (message) => {
    expect(checkMessage(message)).toBeUndefined();
  });

  it('where it is a function or a symbol', () => {
    for (const message of [() => ({ type: 'filter.get', input: {} }), Symbol('x'), 5n])
      expect(checkMessage(message)).toBeUndefined();
  });

  it.each(['constructor', 'toString', '__proto__'])('with a field “%s” too many', (field) => {
    const input: unknown = JSON.parse(`{"id": "x", "saved": true, "${field}": 1}`);
    expect(checkMessage({ type: 'card.save', input })).toBeUndefined();
  });

  it.each([
    { type: 'page.match', input: { blocks: Array.from({ length: 1000 }, () => ({ text: 'x' })) }, what: 'blocks' },
    {
      type: 'page.match',
      input: { blocks: [{ text: 'x', links: Array.from({ length: 10_000 }, () => [0, 1, 'x']) }] },
      what: 'links',
    },
    {
      type: 'page.report',
      input: { state: { ...state, found: Array.from({ length: 10_000 }, () => found) } },
      what: 'papers',
    },
    {
      type: 'page.report',
      input: { state: { ...state, found: [{ ...found, marks: Array.from({ length: 100_000 }, () => 1) }] } },
      what: 'marks',
    },
    {
      type: 'panel.open',
      input: { request: { view: 'paper', id: 'x', terms: Array.from({ length: 10_000 }, () => 'x') } },
      what: 'terms',
    },
  ])('with too many $what', ({ type, input }) => {
    expect(checkMessage({ type, input })).toBeUndefined();
  });

  it.each([
    { type: 'lookup.search', input: { query: 'x', limit: 0 } },
    { type: 'lookup.search', input: { query: 'x', limit: 1.5 } },
    { type: 'lookup.search', input: { query: 'x', limit: 1_000_000 } },
    { type: 'page.match', input: { blocks: [{ text: 'x', links: [[0.5, 1, 'x']] }] } },
    { type: 'page.match', input: { blocks: [{ text: 'x', links: [[0, 1]] }] } },
    { type: 'page.match', input: { blocks: [{ text: 'x', links: [[0, 1, 'x', 2]] }] } },
    { type: 'panel.open', input: { request: { view: 'page', query: 'x' } } },
    { type: 'panel.open', input: { request: { view: 'library' } } },
    { type: 'panel.open', input: { request: { view: 'search' } } },
    { type: 'page.report', input: { state: { ...state, progress: 'stuck' } } },
  ])('$type $input', ({ type, input }) => {
    expect(checkMessage({ type, input })).toBeUndefined();
  });
});
