import { STOP_WORDS } from '../lib/search/stop-words';
import { stemEnglish } from '../lib/text/stem';
import { wordsOf } from '../lib/text/words';

interface Compared {
  /** Folded stems that stand in every abstract. */
  shared: string[];
  /** For each abstract the stems that it says more than once and none of the others says. */
  own: string[][];
}

/** Words that abstracts of any subject share; comparing by them would say nothing. */
const OF_ABSTRACTS = new Set(
  (
    'propose present introduce investigate analyze analyse explore demonstrate achieve improve result experiment experimental performance ' +
    'perform task model data dataset datasets system evaluation evaluate existing novel different various including provide address ' +
    'state art significant significantly however finding compare compared based problem challenge recent recently available'
  )
    .split(' ')
    .map(stemEnglish),
);
const isTelling = (stem: string) => stem.length > 2 && !OF_ABSTRACTS.has(stem) && !/^\d+$/.test(stem);
/** More marks would be a marked text. */
const OWN = 8;

/** What abstracts have in common, and what each has alone. */
export function compareTexts(texts: readonly string[]): Compared {
  const counts = texts.map((text) => {
    const stems = new Map<string, number>();
    for (const word of wordsOf(text)) {
      const stem = stemEnglish(word);
      if (!STOP_WORDS.has(word) && isTelling(stem)) stems.set(stem, (stems.get(stem) ?? 0) + 1);
    }
    return stems;
  });
  const [first, ...others] = counts;
  const shared = first && others.length ? [...first.keys()].filter((stem) => others.every((one) => one.has(stem))) : [];
  const own = counts.map((stems, i) =>
    [...stems]
      .filter(([stem, n]) => n > 1 && counts.every((one, j) => j === i || !one.has(stem)))
      .sort((a, b) => b[1] - a[1])
      .slice(0, OWN)
      .map(([stem]) => stem),
  );
  return { shared, own };
}

/** What papers are about: concepts that at least two of them share, and those of each alone. */
export function compareConcepts<T extends { id: string }>(
  lists: readonly (readonly T[])[],
): { shared: T[]; own: T[][] } {
  const times = new Map<string, number>();
  for (const list of lists) for (const { id } of list) times.set(id, (times.get(id) ?? 0) + 1);
  const shared = new Map<string, T>();
  for (const list of lists) for (const one of list) if (times.get(one.id)! > 1) shared.set(one.id, one);
  return { shared: [...shared.values()], own: lists.map((list) => list.filter(({ id }) => times.get(id) === 1)) };
}
