/** How much an import takes in, so that no file can fill memory or hang the reader. Texts in UTF-16 units, files in bytes. */
export interface Limits {
  unpacked: number;
  ratio: number;
  ratioFrom: number;
  record: number;
  papers: number;
  title: number;
  abstract: number;
  authors: number;
  author: number;
  venue: number;
  url: number;
  depth: number;
  columns: number;
  strings: number;
  waiting: number;
  yearFrom: number;
  yearTo: number;
}

/** The one table of limits. */
export const LIMITS: Limits = {
  /** Bytes after unpacking: a million papers with long abstracts are half of it. */
  unpacked: 4e9,
  /** Unpacked bytes to packed ones. Bibliographies pack to a third or a tenth; a bomb is at a thousand. */
  ratio: 100,
  /** Unpacked bytes before the ratio counts: short files of alike lines pack well. */
  ratioFrom: 16e6,
  /** One record: an entry, a line, a row. Three thousand authors with affiliations are 300,000. */
  record: 2e6,
  papers: 1e6,
  /** The longest titles of DBLP have some 500 letters; what is longer is an abstract in the wrong field. */
  title: 1000,
  /** Ten pages. What is longer is cut. */
  abstract: 30_000,
  /** The largest collaborations have 5,000 authors; nobody reads a tenth of them. */
  authors: 500,
  author: 200,
  venue: 500,
  url: 2000,
  /** JSON inside JSON: the deepest reference manager's export has 8. */
  depth: 64,
  columns: 500,
  /** BibTeX @string definitions: all journals of the world's libraries are fewer. */
  strings: 50_000,
  /** BibTeX entries that wait for the one they refer to. */
  waiting: 20_000,
  /** Printed books begin near 1450. */
  yearFrom: 1400,
  yearTo: 2100,
};
