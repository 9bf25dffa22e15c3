import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addresses, CLEANING_RULES, cleanDrafts } from '../../../lib/corpus/clean';
import { realDrafts } from './source';

interface Rows {
  /** How many fields of the shipped source the rule changes. */
  recorded: number;
  changes: [text: string, wants: string][];
  /** Look-alikes that the rule must not touch. */
  leaves: string[];
}

const MACROS = { '\\method': 'DIAL' };

const ROWS: Record<string, Rows> = {
  'glued-button': {
    recorded: 1,
    changes: [['SubscribeBordIRlines: A Dataset', 'BordIRlines: A Dataset']],
    leaves: ['Subscribers of News: A Study', 'How Readers SubscribeToday', 'Subscribe: A Dataset'],
  },
  'latex-accent': {
    recorded: 2,
    changes: [
      ['S\\~onaveeb', 'Sõnaveeb'],
      ["\\'Erudit", 'Érudit'],
      ['na\\"{i}ve', 'naïve'],
      ['\\`a la carte', 'à la carte'],
    ],
    leaves: ['about ~100 languages', 'it is "our" method', "the model's own", 'a^2 + b^2'],
  },
  'latex-url': {
    recorded: 1,
    changes: [
      ['cross-lingual OIE\\url{https://github.com/a/b}.', 'cross-lingual OIE https://github.com/a/b.'],
      ['at \\url{https://a.org/}', 'at https://a.org/'],
    ],
    leaves: ['at https://a.org/{b}', 'a \\curl{https://a.org}', 'the url {here}'],
  },
  'latex-macro': {
    recorded: 1,
    changes: [
      ['We propose \\method, a framework. \\method is general', 'We propose DIAL, a framework. DIAL is general'],
    ],
    leaves: ['our method works', '\\methods', '\\other', 'a \\ method'],
  },
  'latex-escape': {
    recorded: 1,
    changes: [
      ['only takes up 10\\% of it', 'only takes up 10% of it'],
      ['R\\&D in \\#1', 'R&D in #1'],
      ['snake\\_case', 'snake_case'],
    ],
    leaves: ['10% of it', 'C:\\data', '\\emph{x}'],
  },
  'latex-arrow': {
    recorded: 1,
    changes: [['(accuracy: 0.621 rightarrow 0.661)', '(accuracy: 0.621 → 0.661)']],
    leaves: ['a rightarrow b', 'the word rightarrow itself', '0.6 rightarrows 0.7'],
  },
  'latex-citation-key': {
    recorded: 1,
    changes: [
      ['the Arrow routing algorithm ostapenko2024towards, we select', 'the Arrow routing algorithm, we select'],
    ],
    leaves: [
      'at SemEval2025 we',
      'the TED2025 corpus',
      'in 2024towards',
      'ACL2024findings,',
      'wav2vec and xlm2020,',
      'see data2021.',
    ],
  },
  'latex-dash': {
    recorded: 1,
    changes: [['contribute URDU---the first', 'contribute URDU—the first']],
    leaves: ['a -- b', 'Cross-Lingual', '-----'],
  },
  'latex-quotes': {
    recorded: 2,
    changes: [
      ["These are `generative' tasks", "These are 'generative' tasks"],
      ["verbalized as ''person entity.'' In", 'verbalized as "person entity." In'],
      ["``so''", '"so"'],
    ],
    leaves: ["today's models and the models' outputs", "the '90s", 'run `npm test`', '"plain" quotes'],
  },
  'markdown-emphasis': {
    recorded: 1,
    changes: [
      ['transfer to *any* language', 'transfer to any language'],
      ['a *very long way* off', 'a very long way off'],
    ],
    leaves: ['a * b * c', '2*3*4', '**', 'p* and q*', 'the * wildcard', 'x*y*z'],
  },
  'glued-address': {
    recorded: 1,
    changes: [['available at this URLhttps://a.org/b', 'available at this URL https://a.org/b']],
    leaves: ['at https://a.org', '(https://a.org)', 'at:https://a.org'],
  },
  'mirror-address': {
    recorded: 3,
    changes: [
      ['https://huggingface-proxy-6ci.pages.dev/spaces/cis-lmu/Mexa', 'https://huggingface.co/spaces/cis-lmu/Mexa'],
      ['https://huggingface-proxy-6ci.pages.dev/ datasets/a', 'https://huggingface.co/datasets/a'],
    ],
    leaves: ['https://huggingface.co/datasets/a', 'https://proxy.pages.dev/', 'https://a.huggingface-proxy-6ci.org/'],
  },
  'address-tail': {
    recorded: 1,
    changes: [
      ['at https://a.org/b}. More', 'at https://a.org/b. More'],
      ['at https://a.org/b/. More', 'at https://a.org/b. More'],
    ],
    leaves: ['at https://a.org/b. More', 'at https://a.org/b/c.html', 'the set {a} at https://a.org', 'and/or. More'],
  },
};

describe.each(CLEANING_RULES.map((rule) => ({ rule, name: rule.name })))('$name', ({ rule, name }) => {
  const rows = ROWS[name];

  it('has rows it changes and look-alikes it leaves', () => {
    expect(rows?.changes.length).toBeGreaterThan(0);
    expect(rows?.leaves.length).toBeGreaterThan(0);
    expect(rule.reason).not.toBe('');
  });

  it.each(rows?.changes ?? [])('changes %s', (text, wants) => {
    expect(rule.apply(text, MACROS)).toBe(wants);
  });

  it.each(rows?.changes ?? [])('has done all there was to do in %s', (text) => {
    const once = rule.apply(text, MACROS);
    expect(rule.apply(once, MACROS)).toBe(once);
  });

  it.each(rows?.leaves ?? [])('leaves %s', (text) => {
    expect(rule.apply(text, MACROS)).toBe(text);
  });
});

describe('the shipped source', () => {
  const macrosOf = (title: string): Record<string, string> => (title.includes('Domain Invariant') ? MACROS : {});
  const { drafts, counts } = cleanDrafts(realDrafts(), macrosOf);
  const counted = Object.fromEntries(counts.map(({ rule, changed }) => [rule, changed]));

  it('is changed by each rule as often as recorded', () => {
    expect(counted).toEqual(Object.fromEntries(Object.entries(ROWS).map(([name, { recorded }]) => [name, recorded])));
  });

  it('is changed as the built corpus says', () => {
    expect(JSON.parse(readFileSync('public/corpus/about.json', 'utf8')).cleaned).toEqual(counted);
  });

  it('is clean after one run', () => {
    const again = cleanDrafts(drafts, macrosOf);
    expect(again.drafts).toEqual(drafts);
    expect(again.counts.every(({ changed }) => changed === 0)).toBe(true);
  });

  it('keeps no trace of TeX, Markdown or the page', () => {
    for (const { title, abstract } of drafts) {
      expect(`${title} ${abstract}`).not.toMatch(/\\|``|''|---|\burl\{|pages\.dev|^Subscribe|\brightarrow\b| {2}/);
    }
  });

  it('keeps all the rest letter for letter', () => {
    const untouched = realDrafts().filter(
      (draft, i) => draft.title === drafts[i]!.title && draft.abstract === drafts[i]!.abstract,
    );
    expect(untouched.length).toBeGreaterThan(100);
  });

  it('has addresses that are whole', () => {
    const all = drafts.flatMap(({ abstract }) => addresses(abstract));
    expect(all.length).toBeGreaterThan(20);
    for (const address of all) expect(() => new URL(address)).not.toThrow();
    for (const address of all) expect(address).toMatch(/^https?:\/\/[^\s{}]+[\w/#-]$/);
  });
});

describe('addresses', () => {
  it.each([
    {
      text: 'Code (https://a.org/b).',
      wants: ['https://a.org/b'],
      because: 'bracket and point belong to the sentence',
    },
    { text: 'https://a.org/b, https://c.org/d/', wants: ['https://a.org/b', 'https://c.org/d/'], because: 'two' },
    { text: 'no address', wants: [], because: 'none' },
  ])('in $text: $because', ({ text, wants }) => {
    expect(addresses(text)).toEqual(wants);
  });
});
