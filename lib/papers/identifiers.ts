/** What a pattern found, as the key of the shelf's identifiers. */
type Key = (id: string) => string;

const arxiv: Key = (id) => `arxiv:${id}`;
const acl: Key = (id) => `acl:${id.toLowerCase()}`;
const doi: Key = (id) => `doi:${id.toLowerCase().replace(/[.,;)\]]+$/, '')}`;

/** Identifiers as texts and addresses write them: arXiv (since 2007), ACL Anthology (since 2020, and the letter form before), DOI. */
const IN_ADDRESS: [RegExp, Key][] = [
  [
    /(?:arxiv\.org\/(?:abs|pdf|html|ps|format)|huggingface\.co\/papers|alphaxiv\.org\/abs|doi\.org\/10\.48550)\/(?:arxiv\.)?(\d{4}\.\d{4,5})(?!\d)/i,
    arxiv,
  ],
  [/aclanthology\.org\/(?:volumes\/)?(\d{4}\.[a-z0-9-]+\.\d+|[A-Z]\d{2}-\d{4})/i, acl],
  [/doi\.org\/(10\.\d{4,9}\/[^\s"<>?#]+)/i, doi],
];

const IN_TEXT: [RegExp, Key][] = [
  [/arxiv[:\s./]{0,3}(?:org\/(?:abs|pdf|html)\/|preprint[\s,]*(?:arxiv:)?)?\s?(\d{4}\.\d{4,5})(?!\d)/gi, arxiv],
  [/\b(20\d\d\.[a-z]+(?:-[a-z0-9]+)+\.\d+)\b/gi, acl],
  [/\b(10\.\d{4,9}\/[^\s"<>{}]+)/g, doi],
];

export interface Identifier {
  start: number;
  end: number;
  /** As in the shelf's table of identifiers. */
  key: string;
}

/** The identifiers that a text writes out, of whatever papers. */
export function identifiersIn(text: string): Identifier[] {
  // A cheap question first: most texts hold no identifier at all.
  if (!/arxiv|10\.\d{4}|20\d\d\./i.test(text)) return [];
  return IN_TEXT.flatMap(([pattern, key]) =>
    Array.from(text.matchAll(pattern), (match) => {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      return { start, end: start + match[1]!.length, key: key(match[1]!) };
    }),
  );
}

/** The paper that an address leads to, as in the shelf's table of identifiers. */
export function identifierOf(address: string): string | undefined {
  for (const [pattern, key] of IN_ADDRESS) {
    const id = pattern.exec(address)?.[1];
    if (id) return key(id);
  }
  return undefined;
}
