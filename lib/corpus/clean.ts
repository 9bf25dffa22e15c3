import type { Draft } from './parse';

/** A named repair of the source text. `apply` returns the text unchanged where the rule has nothing to do. */
export interface CleaningRule {
  name: string;
  reason: string;
  fields: readonly ('title' | 'abstract')[];
  apply: (text: string, macros: Record<string, string>) => string;
}

const ACCENTS: Record<string, string> = { '~': '\u0303', "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308' };
const BOTH = ['title', 'abstract'] as const;

/** In the order they run. What no rule names stays as the source has it. */
export const CLEANING_RULES: readonly CleaningRule[] = [
  {
    name: 'glued-button',
    reason: 'the word of a button stood against the first title',
    fields: ['title'],
    apply: (text) => text.replace(/^Subscribe(?=\p{Lu})/u, ''),
  },
  {
    name: 'latex-accent',
    reason: "accents written as TeX commands: S\\~onaveeb, \\'Erudit",
    fields: BOTH,
    apply: (text) =>
      text.replace(/\\([~'`^"])\{?(\p{L})\}?/gu, (_, accent: string, letter: string) =>
        (letter + ACCENTS[accent]).normalize('NFC'),
      ),
  },
  {
    name: 'latex-url',
    reason: 'addresses wrapped in \\url{…}',
    fields: ['abstract'],
    apply: (text) => text.replace(/\s*\\url\{([^{}\s]*)\}/g, ' $1'),
  },
  {
    name: 'latex-macro',
    reason: "an author's macro for the system's name (\\method), spelt out after data/names.json",
    fields: BOTH,
    apply: (text, macros) => text.replace(/\\[a-zA-Z]+/g, (macro) => macros[macro] ?? macro),
  },
  {
    name: 'latex-escape',
    reason: 'characters escaped for TeX: 10\\%',
    fields: BOTH,
    apply: (text) => text.replace(/\\([%&#_$])/g, '$1'),
  },
  {
    name: 'latex-arrow',
    reason: 'the name of an arrow whose backslash was lost: 0.621 rightarrow 0.661',
    fields: ['abstract'],
    apply: (text) => text.replace(/(?<=\d )rightarrow(?= \d)/g, '→'),
  },
  {
    name: 'latex-citation-key',
    reason: 'a citation key left behind by a \\cite: ostapenko2024towards',
    fields: ['abstract'],
    apply: (text) => text.replace(/ [a-z]{3,}(?:19|20)\d\d[a-z]{3,}(?=[,.;) ])/g, ''),
  },
  {
    name: 'latex-dash',
    reason: "TeX's long dash: URDU---the",
    fields: BOTH,
    apply: (text) => text.replace(/(?<!-)---(?!-)/g, '—'),
  },
  {
    name: 'latex-quotes',
    reason: "TeX's quotes: `generative', ''person entity.''",
    fields: BOTH,
    apply: (text) => text.replace(/``|''/g, '"').replace(/`([^`'\n]{1,80})'/g, "'$1'"),
  },
  {
    name: 'markdown-emphasis',
    reason: 'emphasis written as Markdown: *any*',
    fields: BOTH,
    apply: (text) => text.replace(/(?<![\w*])\*([^\s*](?:[^*\n]{0,60}[^\s*])?)\*(?![\w*])/g, '$1'),
  },
  {
    name: 'glued-address',
    reason: 'words written against an address: URLhttps://…',
    fields: ['abstract'],
    apply: (text) => text.replace(/(?<=\p{L})(?=https?:\/\/)/gu, ' '),
  },
  {
    name: 'mirror-address',
    reason: 'addresses of a proxy mirror, one of them broken by a space, brought back to the site they mirror',
    fields: ['abstract'],
    apply: (text) => text.replace(/https:\/\/huggingface-proxy-[a-z0-9]+\.pages\.dev\/ ?/g, 'https://huggingface.co/'),
  },
  {
    name: 'address-tail',
    reason: 'a closing brace, or a full stop after a closing slash or brace, caught in an address',
    fields: ['abstract'],
    apply: (text) =>
      text.replace(/(https?:\/\/[^\s{}]+)[{}]+/g, '$1').replace(/(https?:\/\/[^\s]+)\/([.,;])(?=\s|$)/g, '$1$2'),
  },
];

export interface Cleaned {
  drafts: Draft[];
  /** How many fields each rule changed, in the order of the rules. */
  counts: { rule: string; reason: string; changed: number }[];
}

/**
 * Runs every rule over every draft.
 * @param macrosOf the macros of a paper by its cleaned title: `{"\\method": "DIAL"}`
 */
export function cleanDrafts(
  drafts: readonly Draft[],
  macrosOf: (title: string) => Record<string, string> = () => ({}),
): Cleaned {
  const changed = new Map<string, number>(CLEANING_RULES.map((rule) => [rule.name, 0]));
  const run = (text: string, field: 'title' | 'abstract', macros: Record<string, string>) => {
    for (const rule of CLEANING_RULES) {
      if (!rule.fields.includes(field)) continue;
      const next = rule.apply(text, macros);
      if (next !== text) changed.set(rule.name, changed.get(rule.name)! + 1);
      text = next;
    }
    return text.replace(/[ \t]+/g, ' ').trim();
  };
  const cleaned = drafts.map((draft) => {
    const title = run(draft.title, 'title', {});
    return { line: draft.line, title, abstract: run(draft.abstract, 'abstract', macrosOf(title)) };
  });
  return {
    drafts: cleaned,
    counts: CLEANING_RULES.map(({ name, reason }) => ({ rule: name, reason, changed: changed.get(name)! })),
  };
}

/** The addresses in a text, without the punctuation that ends the sentence around them. */
export function addresses(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"{}]+/g)].map(([address]) => address.replace(/[.,;:!?)\]}'"]+$/, ''));
}
