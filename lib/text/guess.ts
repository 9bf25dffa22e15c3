import { hashOf } from './squeeze';

/**
 * A quick guess at the language of a text: which of several its letters look like, by groups of three (W. B. Cavnar and J. M. Trenkle,
 * N-gram-based text categorization, SDAIR 1994) and by its shortest words. The groups are hashed, so that a table of some kilobytes holds
 * all languages; it is made at build time from the names of data/concepts and the function words.
 */
const BUCKETS = 2048;
/** Whole words of this length or less count as well: most are function words. */
const SHORT = 5;
/** Steps of the quantised logarithm: 0 for a group that the language hardly has. */
const LEVELS = 5;
/** As many levels as go into a byte. */
const IN_BYTE = 3;

const GROUP = 3;
const isLetter = /[\p{L}\p{M}]+/gu;

/** Calls back with the bucket of each letter group and short word. */
function groups(text: string, visit: (bucket: number) => void): void {
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(isLetter)) {
    const framed = ` ${word} `;
    for (let i = 0; i + GROUP <= framed.length; i++) visit(hashOf(framed, i, i + GROUP) & (BUCKETS - 1));
    if (word.length <= SHORT) visit((hashOf(framed) ^ 0x5bd1) & (BUCKETS - 1));
  }
}

/** The table of some languages, each by a sample of it. */
export function guessTable(samples: readonly string[]): Uint8Array {
  const table = new Uint8Array(BUCKETS * samples.length);
  samples.forEach((sample, language) => {
    const counts = new Uint32Array(BUCKETS);
    let all = 0;
    groups(sample, (bucket) => {
      counts[bucket]!++;
      all++;
    });
    // Even odds are some 2^-12; a common group is a hundred times that.
    counts.forEach((count, bucket) => {
      const level = Math.round(Math.log2((count / Math.max(1, all)) * BUCKETS + 0.5) + 1);
      table[bucket * samples.length + language] = Math.max(0, Math.min(LEVELS, level));
    });
  });
  return packed(table);
}

function packed(levels: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(levels.length / IN_BYTE));
  levels.forEach((level, i) => {
    bytes[Math.floor(i / IN_BYTE)]! += level * (LEVELS + 1) ** (i % IN_BYTE);
  });
  return bytes;
}

/** The table as it was made: a level for each bucket and language. Done once a run, when a text has to be guessed at. */
export function openGuessTable(bytes: Uint8Array): Uint8Array {
  const levels = new Uint8Array(bytes.length * IN_BYTE);
  let at = 0;
  for (let byte of bytes)
    for (let k = 0; k < IN_BYTE; k++) {
      levels[at++] = byte % (LEVELS + 1);
      byte = Math.floor(byte / (LEVELS + 1));
    }
  return levels;
}

/** The languages of an opened table by how much a text looks like each, the likeliest first. */
export function guessLanguages(text: string, languages: readonly string[], table: Uint8Array): string[] {
  const scores = new Float64Array(languages.length);
  groups(text, (bucket) => {
    const row = bucket * languages.length;
    for (let i = 0; i < languages.length; i++) scores[i]! += table[row + i]!;
  });
  return languages
    .map((language, i) => ({ language, score: scores[i]! }))
    .sort((a, b) => b.score - a.score)
    .map(({ language }) => language);
}
