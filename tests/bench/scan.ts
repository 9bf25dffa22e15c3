import { Filter, filterOf } from '../../lib/match/filter';
import { buildLexicon } from '../../lib/match/forms';
import { Matcher } from '../../lib/match/matcher';
import { foldCode, SEVERAL } from '../../lib/text/fold';
import { median, ratio, timeTogether } from './measure';
import { papersUpTo, paragraphs } from './texts';

const COUNTS = [119, 1000, 10_000];
const SIZES = { '50 KB': 50_000, '500 KB': 500_000, '5 MB': 5_000_000 };

export interface ScanRow {
  size: keyof typeof SIZES;
  titles: number;
  /** Milliseconds. */
  plain: number;
  /** Times the plain pass. */
  filter: number;
  match: number;
  /** Times the same with the fewest titles. */
  filterGrowth: number;
  matchGrowth: number;
}

/** What no scan can do without: every character is folded and hashed. */
export function plainPass(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    const code = foldCode(text.charCodeAt(i));
    if (code > SEVERAL) hash = (Math.imul(hash, 0x2c1b3c6d) + code) | 0;
  }
  return hash;
}

/** Time of the filter and of the matcher against a plain pass over the same text. */
export function measureScan(): ScanRow[] {
  const engines = COUNTS.map((count) => {
    const matcher = new Matcher(buildLexicon(papersUpTo(count), { lookalikes: [], papers: {} }, []));
    return { count, matcher, filter: new Filter(filterOf(matcher, 'bench')) };
  });
  // A text that is let pass is read to its end: what any of the filters stops at is left out.
  const isQuiet = (text: string) => engines.every(({ filter }) => !filter.mayMatch(` ${text} `));
  return Object.entries(SIZES).flatMap(([size, characters]) => {
    const texts = paragraphs(characters, isQuiet).filter(isQuiet);
    const jobs: Record<string, () => unknown> = { plain: () => texts.forEach(plainPass) };
    for (const { count, matcher, filter } of engines) {
      jobs[`filter ${count}`] = () => texts.forEach((text) => filter.mayMatch(text));
      jobs[`match ${count}`] = () => texts.forEach((text) => matcher.match({ text }));
    }
    const times = timeTogether(jobs);
    return engines.map(({ count }) => ({
      size: size as keyof typeof SIZES,
      titles: count,
      plain: median(times['plain']!),
      filter: ratio(times, `filter ${count}`, 'plain'),
      match: ratio(times, `match ${count}`, 'plain'),
      filterGrowth: ratio(times, `filter ${count}`, `filter ${COUNTS[0]}`),
      matchGrowth: ratio(times, `match ${count}`, `match ${COUNTS[0]}`),
    }));
  });
}
