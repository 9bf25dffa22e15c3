import type { Why } from '../lookup/answer';
import type { Word } from '../text/words';
import type { Ranked } from './search';
import type { Unit } from './units';

/** Of a unit's worth this much is for holding it at all, the rest for how much the paper is about it. */
const PRESENCE = 0.6;

interface Tally {
  /** Worth of the units found, presence and strength together. */
  worth: number;
  /** Weight of the units found: what the paper accounts for. */
  covered: number;
  units: Unit[];
}

/**
 * Orders the papers by how much of the query they account for: each unit by its weight (a name before words, rare words before common
 * ones), present first, then how much the paper is about it. A unit inside a longer one that the same paper has counts once.
 */
export function rank(units: readonly Unit[], words: readonly Word[], papers: number): Ranked[] {
  const tallies = new Map<number, Tally>();
  for (const unit of [...units].sort((a, b) => b.to - b.from - (a.to - a.from) || b.weight - a.weight)) {
    for (const [paper, strength] of unit.postings) {
      const tally = tallies.get(paper) ?? { worth: 0, covered: 0, units: [] };
      tallies.set(paper, tally);
      const inside = tally.units.some((other) => other.kind !== 'word' && other.from <= unit.from && unit.to <= other.to);
      if (inside) continue;
      tally.worth += unit.weight * unit.likeness * (PRESENCE + (1 - PRESENCE) * strength);
      tally.covered += unit.weight * unit.likeness;
      tally.units.push(unit);
    }
  }
  const asked = askedWeight(units, Math.log(1 + papers));
  return [...tallies]
    .map(([index, tally]) => ({
      index,
      score: Math.min(1, tally.covered / asked),
      worth: tally.worth,
      why: whyOf(tally.units, words),
      terms: [...new Set(tally.units.flatMap((unit) => unit.terms))],
    }))
    .sort((a, b) => b.worth - a.worth || a.index - b.index)
    .map(({ worth: _, ...ranked }) => ranked);
}

/** The weight of the whole query, each word once; names do not make a query ask for more. */
function askedWeight(units: readonly Unit[], rarest: number): number {
  const words = units.filter((unit) => unit.kind === 'word').reduce((sum, unit) => sum + unit.weight, 0);
  return Math.max(words, rarest / 2);
}

function whyOf(units: readonly Unit[], words: readonly Word[]): Why[] {
  const why: Why[] = [];
  for (const unit of units) {
    if (unit.kind === 'word') continue;
    const from = words.slice(unit.from, unit.to).map((word) => word.text).join(' ');
    why.push({ kind: unit.kind, text: unit.text, from, matched: unit.to - unit.from, of: words.length });
  }
  const single = units.filter((unit) => unit.kind === 'word');
  if (single.length && !why.some((reason) => reason.matched === words.length)) {
    const covered = new Set(single.flatMap((unit) => range(unit.from, unit.to)));
    why.push({ kind: 'words', text: [...new Set(single.map((unit) => unit.text))].join(', '), matched: covered.size, of: words.length });
  }
  return why;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
