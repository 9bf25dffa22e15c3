import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Paper } from '../../lib/papers/paper';
import { readCorpus } from '../tools/open-corpus';

/** Titles of real papers, kept outside the project; without them titles are made from the shipped ones. */
const MORE_TITLES = '../shared/corpora/ml-10k.ndjson.gz';

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const shippedPapers: readonly Paper[] = readCorpus().papers;

export const titlesFrom = existsSync(MORE_TITLES)
  ? 'real titles of machine-learning papers (ml-10k)'
  : 'words of the shipped titles, recombined';

/** The shipped papers and so many titles more that there are `count`. */
export function papersUpTo(count: number): Paper[] {
  const more = existsSync(MORE_TITLES) ? storedTitles() : madeTitles(count);
  const others = more.slice(0, count - shippedPapers.length);
  return [
    ...shippedPapers,
    ...others.map((title, i): Paper => ({ ...shippedPapers[0]!, id: `more-${i}`, title, abstract: '' })),
  ];
}

const storedTitles = (): string[] =>
  gunzipSync(readFileSync(MORE_TITLES))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { title: string }).title);

function madeTitles(count: number): string[] {
  const random = numbers(7);
  const words = shippedPapers.flatMap(({ title }) => title.split(' '));
  const made = new Set<string>();
  while (made.size < count) {
    const length = 5 + Math.floor(random() * 8);
    made.add(Array.from({ length }, () => words[Math.floor(random() * words.length)]!).join(' '));
  }
  return [...made];
}

const SUBJECTS =
  'the ferry|a neighbour|the town library|our bread|the old bridge|her bicycle|the orchestra|a letter from the council|the second chapter|this recipe|the night train|a heron|the museum’s roof|my brother’s workshop|the garden wall|the committee|a map of the valley|the winter timetable|the lighthouse keeper|an empty café'.split(
    '|',
  );
const VERBS =
  'was late again|needs three hours and some patience|turned out smaller than in the photograph|has been closed since October|costs 14 euros|smelt of rain and varnish|did not convince anyone|will be repaired before the summer|stood where nobody expected it|goes back to 1893|was painted green, then white|asked for a second opinion'.split(
    '|',
  );
const ENDS =
  '|, which surprised the children|, as far as we know|, or so the caretaker says|; nobody minded|, and the dog slept through all of it|, at least on weekdays|, although the sign says otherwise (see the notice by the door)|, with a view of the harbour|, but that is another story'.split(
    '|',
  );

/** Ordinary prose of the project's own: sentences without a word of research. */
export function filler(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  const sentence = `${pick(SUBJECTS)} ${pick(VERBS)}${pick(ENDS)}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const sentences = shippedPapers.flatMap(({ abstract }) => abstract.split(/(?<=[.!?]) (?=\p{Lu})/u));

/** Paragraphs as long as the content script's passages, half of them of abstracts and half ordinary prose, of `size` characters in all. */
export function paragraphs(size: number, keep: (sentence: string) => boolean = () => true): string[] {
  const random = numbers(42);
  const kept = sentences.filter(keep);
  const result: string[] = [];
  for (let all = 0; all < size; ) {
    const research = result.length % 2 === 0;
    let paragraph = '';
    while (paragraph.length < Math.min(3000, size - all)) {
      paragraph += ` ${research ? kept[Math.floor(random() * kept.length)] : filler(random)}`;
    }
    // A string joined of pieces is slower to read than the flat one that a page's text node is.
    result.push(JSON.parse(JSON.stringify(paragraph.slice(1))));
    all += paragraph.length;
  }
  return result;
}
