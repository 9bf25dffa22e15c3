import type { Found } from '../lib/messages/protocol';

/** What a page mentions, as it is listed. */
export interface PageGroups {
  /** The paper that the page is about, where it is among those found. */
  self: Found | undefined;
  /** Mentioned in the text or linked to. */
  text: readonly Found[];
  /** In the bibliography only. */
  references: readonly Found[];
  terms: readonly Found[];
}

export function groupFound(found: readonly Found[], self?: string): PageGroups {
  const papers = joinPapers(found);
  const others = papers.filter(({ id }) => id !== self);
  return {
    self: papers.find(({ id }) => id === self),
    text: others.filter(({ cited }) => !cited),
    references: others.filter(({ cited }) => cited),
    terms: found.filter(({ kind }) => kind === 'term'),
  };
}

/** From the kind that says most about a paper to the one that says least. */
const KINDS: readonly Found['kind'][] = ['title', 'name', 'id'];

/** A paper found by title, by name and by identifier is one paper: all its places together, called as the most telling of them. */
export function joinPapers(found: readonly Found[]): Found[] {
  const papers = new Map<string, Found>();
  for (const one of found) {
    if (one.kind === 'term') continue;
    const known = papers.get(one.id);
    papers.set(one.id, known ? join(known, one) : one);
  }
  return [...papers.values()];
}

function join(a: Found, b: Found): Found {
  const { cited: _, ...called } = KINDS.indexOf(b.kind) < KINDS.indexOf(a.kind) ? b : a;
  return {
    ...called,
    count: a.count + b.count,
    marks: [...a.marks, ...b.marks].sort((one, other) => one - other),
    ...(a.cited && b.cited && { cited: true }),
  };
}
