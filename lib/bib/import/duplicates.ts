import { identifierKeys, TELLING_TITLE } from '../../match/title-table';
import { familyName, type Paper } from '../../papers/paper';
import { foldWords } from '../../text/fold';

type Known = Pick<Paper, 'title' | 'arxiv' | 'acl' | 'doi'> & Partial<Pick<Paper, 'authors'>>;

/** So many different papers of one title are looked at; what repeats more often is no paper's own title. */
const NAMESAKES = 64;

/** What two records of one paper share: any identifier, or the folded title. Shelves keep the same keys, so that a callback can ask them. */
export function duplicateKeys(paper: Known): string[] {
  const title = foldWords(paper.title).replaceAll(' ', '');
  return title.length >= TELLING_TITLE ? [...identifierKeys(paper), `title:${title}`] : identifierKeys(paper);
}

/**
 * Finds records that a file has twice, by the lines of both. An identifier proves it. A title does where nothing speaks against it: different papers
 * have one title too ("Machine Translation"), but not one DOI or first author. Keys are kept as 52-bit hashes, and what is compared as 32-bit
 * ones: a hundred thousand papers take 25 MB.
 */
export class Duplicates {
  readonly #lines = new Map<number, number>();
  /** By title, the last of its papers: a place in `#papers`. */
  readonly #titles = new Map<number, number>();
  /** Of each title's papers: the line, who else has the title, and the hashes of `featuresOf`. */
  #papers = new Int32Array(1024 * WIDTH);
  #count = 0;

  /** The line of an earlier record of the same paper, if there is one. */
  earlier(paper: Known, line: number, keys: readonly string[] = duplicateKeys(paper)): number | undefined {
    const ids: number[] = [];
    let title: number | undefined;
    let found: number | undefined;
    for (const key of keys) {
      const hash = hash52(key);
      if (key.startsWith('title:')) title = hash;
      else {
        ids.push(hash);
        found ??= this.#lines.get(hash);
      }
    }
    const about = title === undefined ? undefined : featuresOf(paper, keys);
    const namesake = about && this.#namesake(title!, about);
    found ??= namesake;
    for (const hash of ids) if (!this.#lines.has(hash)) this.#lines.set(hash, found ?? line);
    if (about && namesake === undefined) this.#add(title!, found ?? line, about);
    return found;
  }

  /** The line of a paper of the same title that may well be the same. */
  #namesake(title: number, about: readonly number[]): number | undefined {
    let at = this.#titles.get(title);
    for (let n = 0; at !== undefined && n < NAMESAKES; n++) {
      const known = this.#papers.subarray(at + 2, at + WIDTH);
      if (about.every((hash, i) => !hash || !known[i] || hash === known[i])) {
        // What is known of either record is known of the paper.
        about.forEach((hash, i) => {
          known[i] ||= hash;
        });
        return this.#papers[at]!;
      }
      // Places are kept one higher, so that 0 is none.
      const before = this.#papers[at + 1]!;
      at = before ? before - 1 : undefined;
    }
    return undefined;
  }

  #add(title: number, line: number, about: readonly number[]): void {
    const at = this.#count * WIDTH;
    if (at === this.#papers.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.#papers);
      this.#papers = larger;
    }
    const before = this.#titles.get(title);
    this.#papers.set([line, before === undefined ? 0 : before + 1, ...about], at);
    this.#titles.set(title, at);
    this.#count++;
  }
}

/** Line, place of the one before, three identifiers, first author. */
const WIDTH = 6;

/** What two papers of one title may differ in, as hashes; 0 for what is unknown. Of a family name the last word, as particles come and go. */
function featuresOf(paper: Known, keys: readonly string[]): number[] {
  const author = foldWords(familyName(paper.authors?.[0] ?? ''))
    .split(' ')
    .at(-1);
  const ids = ['arxiv:', 'acl:', 'doi:'].map((kind) => keys.find((key) => key.startsWith(kind)));
  return [...ids, author].map((text) => (text ? hash52(text) | 0 || 1 : 0));
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
