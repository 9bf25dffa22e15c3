import { describe, expect, it } from 'vitest';
import { openLookup } from '../../tools/open-corpus';
import { names } from '../shipped';

const lookup = openLookup();
const firstOf = (query: string) => lookup.search(query, 5).hits[0]?.paper.id;

const called = Object.entries(names.papers).flatMap(([paper, { names: own = [], ambiguous = [], aliases = [] }]) =>
  [...own, ...ambiguous, ...aliases].map((name) => ({ name, paper })),
);

describe('a name or alias brings its paper first', () => {
  it.each(called)('$name: $paper', ({ name, paper }) => {
    for (const query of [name, name.toLowerCase(), ` ${name} `, `${name}?`])
      expect(`${query}: ${firstOf(query)}`).toBe(`${query}: ${paper}`);
  });

  it.each(called)('$name in quotes: $paper', ({ name, paper }) => {
    expect(firstOf(`"${name}"`)).toBe(paper);
  });

  it.each(called)('$name with its separators as spaces: $paper', ({ name, paper }) => {
    expect(firstOf(name.replaceAll('-', ' '))).toBe(paper);
  });

  it.each([
    { query: 'xgqa', wants: 'pfeiffer-2022-xgqa', because: 'no capitals' },
    { query: 'x-gqa', wants: 'pfeiffer-2022-xgqa', because: 'a hyphen too many' },
    { query: 'job bert v3', wants: 'decorte-2025-multilingual', because: 'spaces' },
    { query: 'jobbertv3', wants: 'decorte-2025-multilingual', because: 'no separators' },
    { query: 'XLS R', wants: 'babu-2021-xls-r', because: 'a space for the hyphen' },
    { query: 'xlsr', wants: 'babu-2021-xls-r', because: 'who types it here means it' },
    { query: 'masakhaner2', wants: 'adelani-2022-masakhaner', because: 'no space' },
    { query: 'masakhaner 2.0', wants: 'adelani-2022-masakhaner', because: 'as it is' },
    { query: 'sib200', wants: 'adelani-2024-sib-200', because: 'no hyphen' },
    { query: 'sonajaht', wants: 'dorkin-2024-sonajaht', because: 'no accent' },
    { query: 'so\u0303najaht', wants: 'dorkin-2024-sonajaht', because: 'a combining accent' },
    { query: 'xor‑qa', wants: 'asai-2021-xor', because: 'a hyphen that does not break' },
    { query: 'ＸＬＳ－Ｒ', wants: 'babu-2021-xls-r', because: 'full width' },
    { query: 'what is xGQA?', wants: 'pfeiffer-2022-xgqa', because: 'a question' },
    { query: 'americas nli', wants: 'ebrahimi-2022-americasnli', because: 'in two words' },
    { query: 'switch lingua', wants: 'xie-2025-switchlingua', because: 'in two words' },
    { query: 'xstance', wants: 'vamvas-2020-x-stance', because: 'another spelling' },
    { query: 'xG', wants: 'pfeiffer-2022-xgqa', because: 'while typing' },
    { query: 'masakh', wants: 'adelani-2022-masakhaner', because: 'while typing' },
    { query: 'bordir', wants: 'li-2024-bordirlines', because: 'while typing' },
    { query: 'sambaling', wants: 'csaki-2024-sambalingo', because: 'while typing' },
    { query: 'masakanher', wants: 'adelani-2022-masakhaner', because: 'a typo' },
    { query: 'sambalnigo', wants: 'csaki-2024-sambalingo', because: 'a typo' },
    { query: 'SwisGov', wants: 'wastl-2025-swissgov-rsd', because: 'a missing letter' },
    { query: 'AmericanNLI', wants: 'ebrahimi-2022-americasnli', because: 'a common mistake' },
  ])('$query: $wants ($because)', ({ query, wants }) => {
    expect(firstOf(query)).toBe(wants);
  });
});

describe('identifiers', () => {
  it.each([
    '2109.06082',
    'arXiv:2109.06082',
    'arXiv:2109.06082v2',
    'https://arxiv.org/abs/2109.06082',
    '10.18653/v1/2022.findings-acl.196',
    '2022.findings-acl.196',
  ])('%s brings its paper first', (query) => {
    expect(firstOf(query)).toBe('pfeiffer-2022-xgqa');
  });
});
