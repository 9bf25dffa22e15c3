import { sentencesOf } from '../../lib/lookup/excerpt';
import type { Paper } from '../../lib/papers/paper';
import { stemEnglish } from '../../lib/text/stem';
import { wordsOf } from '../../lib/text/words';
import { numbers } from './texts';

/** What somebody types who has one paper in mind. */
export const KINDS = [
  'title',
  'title with a typo',
  '3 rarest words',
  '3 middling words',
  'first sentence',
  'misspelt word',
  'cut word',
] as const;
export type Kind = (typeof KINDS)[number];

export interface KnownItem {
  paper: number;
  query: string;
}

/** Words in fewer papers than this share are no middling ones. */
const MIDDLING = 0.0005;

/** Queries of every kind for `count` of the papers, the same in every run. */
export function knownItems(papers: readonly Paper[], count: number): Record<Kind, KnownItem[]> {
  const random = numbers(11);
  const frequency = new Map<string, number>();
  for (const paper of papers)
    for (const term of new Set(wordsOf(`${paper.title} ${paper.abstract}`).map(stemEnglish)))
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const rare = (word: string) => frequency.get(stemEnglish(word)) ?? 0;
  const byRarity = (text: string) => [...new Set(wordsOf(text))].sort((a, b) => rare(a) - rare(b) || (a < b ? -1 : 1));
  const items = Object.fromEntries(KINDS.map((kind) => [kind, [] as KnownItem[]])) as Record<Kind, KnownItem[]>;
  for (let n = 0; n < count; n++) {
    const paper = Math.floor(random() * papers.length);
    const { title, abstract } = papers[paper]!;
    const add = (kind: Kind, query: string | undefined) => query && items[kind].push({ paper, query });
    const words = byRarity(abstract);
    const inTitle = byRarity(title).filter((word) => word.length >= 5 && /^[a-z]+$/.test(word));
    add('title', title);
    add('title with a typo', inTitle.length ? misspell(title, longest(inTitle), random) : undefined);
    add('3 rarest words', words.slice(0, 3).join(' '));
    add(
      '3 middling words',
      words
        .filter((word) => rare(word) >= MIDDLING * papers.length)
        .slice(0, 3)
        .join(' '),
    );
    add('first sentence', sentencesOf(abstract)[0]);
    if (inTitle.length < 3) continue;
    const [first, second, third] = inTitle as [string, string, string];
    add('misspelt word', `${first} ${second} ${misspell(third, third, random)}`);
    add('cut word', `${first} ${second} ${third.slice(0, 4)}`);
  }
  return items;
}

const longest = (words: readonly string[]) => words.reduce((one, word) => (word.length > one.length ? word : one));

/** A text in which one of its words has a slip: a letter left out, doubled, wrong, or swapped with the next. */
function misspell(text: string, word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  const slips = [
    before + next + after,
    before + letter + letter + next + after,
    before + String.fromCharCode(97 + Math.floor(random() * 26)) + next + after,
    before + next + letter + after,
  ];
  const place = text.toLowerCase().indexOf(word);
  const slip = slips[Math.floor(random() * slips.length)]!;
  return place < 0 ? text : text.slice(0, place) + slip + text.slice(place + word.length);
}
