// Pickup with the reader's own shelves, for a process of its own (see child.ts).
import { Filter, filterOf, shelvesOf } from '../../lib/match/filter';
import { buildLexicon } from '../../lib/match/forms';
import { harvestNames } from '../../lib/match/harvest';
import { Matcher } from '../../lib/match/matcher';
import { PackedMatcher } from '../../lib/match/packed-matcher';
import { StoredTitles } from '../../lib/match/stored-titles';
import { buildTitleTable, TitleTable } from '../../lib/match/title-table';
import type { Paper } from '../../lib/papers/paper';
import { wordsOf } from '../../lib/text/words';
import { atOnce } from '../../lib/util/in-steps';
import { ratio, timeTogether } from './measure';
import { records } from './records';
import { paragraphs, shippedPapers } from './texts';

const MANY = 100_000;
const REAL = 47_697;
const PART = 8192;
const PAGE = 500_000;
/** Of so many papers one's abstract is asked of the filter. */
const ASKED = 11;
const LONG = 5;

function titlesOf(papers: readonly Paper[]): { titles: StoredTitles; bytes: number } {
  const parts = [];
  let bytes = 0;
  for (let i = 0; i < papers.length; i += PART) {
    const buffer = atOnce(buildTitleTable(papers.slice(i, i + PART), harvestNames));
    bytes += buffer.byteLength;
    const table = TitleTable.open(buffer);
    if (!table.ok) throw new Error(table.error.message);
    parts.push({ table: table.value });
  }
  return { titles: new StoredTitles(parts), bytes };
}

export interface PickupRow {
  /** Times the same with the 119 shipped titles. */
  filter: number;
  matcher: number;
  /** Bytes. */
  filterSize: number;
  tables: number;
  /** Shares of passages without a mention that the filter lets through: of everyday prose, of other papers' abstracts. */
  wronglyProse: number;
  wronglyAbstracts: number;
  /** Titles of other papers, of four words or fewer, found in all abstracts, a megabyte; and which. */
  accidental: number;
  short: string[];
  /** Those of five words or more: mentions, nearly all. */
  mentions: number;
  samples: string[];
}

export function measurePickup(): PickupRow {
  const papers = records(MANY);
  const { titles, bytes } = titlesOf(papers);
  const packed = shelvesOf([titles])!;
  const few = new Matcher(buildLexicon(shippedPapers, { lookalikes: [], papers: {} }, []));
  const small = filterOf(few, 'bench');
  const filters = { few: new Filter(small), many: new Filter({ ...small, shelves: packed }) };
  const many = new PackedMatcher(titles);
  const all = paragraphs(PAGE, (sentence) => !filters.few.mayMatch(` ${sentence} `));
  // A text that is let pass is read to its end: what either filter stops at is left out.
  const texts = all.filter((text) => !filters.few.mayMatch(text) && !filters.many.mayMatch(text));
  const times = timeTogether({
    few: () => texts.forEach((text) => filters.few.mayMatch(text)),
    many: () => texts.forEach((text) => filters.many.mayMatch(text)),
    matchFew: () => texts.forEach((text) => few.match({ text })),
    matchMany: () => texts.forEach((text) => many.match({ text })),
  });

  const real = papers.slice(0, REAL);
  const others = new PackedMatcher(titlesOf(real).titles);
  const short: string[] = [];
  let characters = 0;
  let quiet = 0;
  let wrongly = 0;
  const samples: string[] = [];
  const bare = new Filter({ version: 'bench', first: [], heads: [], casedHeads: [], cased: [], shelves: packed });
  for (const [i, { abstract }] of real.entries()) {
    characters += abstract.length;
    const matches = others.match({ text: abstract }).filter(({ target }) => target !== i);
    for (const { start, end } of matches.filter(({ kind }) => kind === 'title')) {
      const title = abstract.slice(start, end);
      (wordsOf(title).length < LONG ? short : samples).push(title);
    }
    if (i % ASKED || many.match({ text: abstract }).length) continue;
    quiet++;
    if (bare.mayMatch(abstract)) wrongly++;
  }
  return {
    filter: ratio(times, 'many', 'few'),
    matcher: ratio(times, 'matchMany', 'matchFew'),
    filterSize: atob(packed).length,
    tables: bytes,
    wronglyProse: all.filter((text) => bare.mayMatch(text) && !many.match({ text }).length).length / all.length,
    wronglyAbstracts: wrongly / quiet,
    accidental: short.length / (characters / 1e6),
    short: short.slice(0, 20),
    mentions: samples.length / (characters / 1e6),
    samples: samples.slice(0, 20),
  };
}
