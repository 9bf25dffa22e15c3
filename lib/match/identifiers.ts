import type { Block, Match } from './matcher';

/** Identifiers as texts and addresses write them: arXiv (since 2007), ACL Anthology (since 2020, and the letter form before), DOI. */
const IN_ADDRESS: [RegExp, (id: string) => string][] = [
  [
    /(?:arxiv\.org\/(?:abs|pdf|html|ps|format)|huggingface\.co\/papers|alphaxiv\.org\/abs)\/(\d{4}\.\d{4,5})/i,
    (id) => `arxiv:${id}`,
  ],
  [/aclanthology\.org\/(?:volumes\/)?(\d{4}\.[a-z0-9-]+\.\d+|[A-Z]\d{2}-\d{4})/i, (id) => `acl:${id.toLowerCase()}`],
  [/(?:doi\.org\/)(10\.\d{4,9}\/[^\s"<>?#]+)/i, (id) => `doi:${id.toLowerCase().replace(/[.,;)\]]+$/, '')}`],
];

const IN_TEXT: [RegExp, (id: string) => string][] = [
  [
    /arxiv[:\s./]{0,3}(?:org\/(?:abs|pdf|html)\/|preprint[\s,]*(?:arxiv:)?)?\s?(\d{4}\.\d{4,5})/gi,
    (id) => `arxiv:${id}`,
  ],
  [/\b(20\d\d\.[a-z]+(?:-[a-z0-9]+)+\.\d+)\b/gi, (id) => `acl:${id.toLowerCase()}`],
  [/\b(10\.\d{4,9}\/[^\s"<>{}]+)/g, (id) => `doi:${id.toLowerCase().replace(/[.,;)\]]+$/, '')}`],
];

/** Mentions of the shelf's papers by identifier, in the text and behind its links. */
export function findIdentifiers(block: Block, known: Record<string, number>): Match[] {
  const found: Match[] = [];
  const add = (start: number, end: number, key: string) => {
    const target = Object.hasOwn(known, key) ? known[key] : undefined;
    if (target !== undefined && end > start) found.push({ start, end, kind: 'id', target, proof: 'identifier' });
  };
  for (const [start, end, address] of block.links ?? []) {
    for (const [pattern, key] of IN_ADDRESS) {
      const id = pattern.exec(address)?.[1];
      if (id) add(start, end, key(id));
    }
  }
  // A cheap question first: most blocks hold no identifier at all.
  if (!/arxiv|10\.\d{4}|20\d\d\./i.test(block.text)) return found;
  for (const [pattern, key] of IN_TEXT) {
    for (const match of block.text.matchAll(pattern)) {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      add(start, start + match[1]!.length, key(match[1]!));
    }
  }
  return found;
}
