import type { Paper } from '../../papers/paper';
import { foldWords } from '../../text/fold';

/** What two records of one paper share: any identifier, or the folded title. Shelves keep the same keys, so that a callback can ask them. */
export function duplicateKeys(paper: Pick<Paper, 'title' | 'arxiv' | 'acl' | 'doi'>): string[] {
  const title = foldWords(paper.title).replaceAll(' ', '');
  return [
    paper.arxiv && `arxiv:${paper.arxiv.toLowerCase()}`,
    paper.acl && `acl:${paper.acl.toLowerCase()}`,
    paper.doi && `doi:${paper.doi.toLowerCase()}`,
    // Short titles ("Introduction", "Preface") are those of many.
    title.length >= 12 && `title:${title}`,
  ].filter((key): key is string => !!key);
}

/** Finds records that a file has twice, by the lines of both. A key is kept as a 52-bit hash: a million papers stay under 100 MB. */
export class Duplicates {
  readonly #lines = new Map<number, number>();

  /** The line of an earlier record of the same paper, if there is one. */
  earlier(keys: readonly string[], line: number): number | undefined {
    let found: number | undefined;
    for (const key of keys) {
      const hash = hash52(key);
      const before = this.#lines.get(hash);
      if (before === undefined) this.#lines.set(hash, line);
      else found ??= before;
    }
    return found;
  }
}

/** Two FNV-1a hashes of 32 and 20 bits. */
function hash52(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1234567;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197) + i;
  }
  return (low >>> 0) + (high >>> 12) * 2 ** 32;
}
