import type { Why } from '../lookup/answer';
import type { Word } from '../text/words';
import type { Ranked } from './search';
import { perWord, type Understood, type Unit } from './units';

/** Of a unit's worth this much is for holding it at all, the rest for how much the paper is about it. */
const PRESENCE = 0.55;
/** How much the fit of the whole text counts beside the units: descriptions say much that no single word shows. */
const FIT = 0.25;
/** A concept's whole name, its words side by side. */
const SURE = 0.95;
/** A word that both a concept and the text itself account for counts this much more. */
const BOTH = 0.3;

/**
 * Orders the papers by how much of the query they account for. Each word of the query is worth what the best unit over it is worth
 * in this paper (a name before a title, a concept of several words before its parts, rare words before common ones), and a little more
 * where concept and words agree. The score is that part of what the query asks for which the paper has.
 */
export function rank(query: Understood, words: readonly Word[]): Ranked[] {
  const byPaper = new Map<number, Unit[]>();
  for (const unit of query.units) {
    for (const paper of unit.postings.keys()) {
      const list = byPaper.get(paper);
      if (list) list.push(unit);
      else byPaper.set(paper, [unit]);
    }
  }
  const asked = query.asked.reduce((sum, weight) => sum + weight, 0) || 1;
  return [...byPaper]
    .map(([index, units]) => {
      const { worth, covered, used } = tally(index, units, query.asked);
      return {
        index,
        score: Math.min(1, covered / asked),
        information: asked,
        named: used.some((unit) => (unit.size ?? 0) >= 2 && unit.likeness >= SURE),
        worth: worth + FIT * asked * (query.fit.get(index) ?? 0),
        why: whyOf(used, words),
        terms: [...new Set(used.flatMap((unit) => unit.terms))],
      };
    })
    .sort((a, b) => b.worth - a.worth || a.index - b.index)
    .map(({ worth: _, ...ranked }) => ranked);
}

function tally(
  paper: number,
  units: readonly Unit[],
  asked: readonly number[],
): { worth: number; covered: number; used: Unit[] } {
  const used = new Set<Unit>();
  let worth = 0;
  let covered = 0;
  for (let i = 0; i < asked.length; i++) {
    let best = 0;
    let cover = 0;
    const byKind = { named: 0, concept: 0, word: 0 };
    let bestUnit: Unit | undefined;
    for (const unit of units) {
      if (unit.from > i || i >= unit.to) continue;
      const value = perWord(unit) * unit.likeness * (PRESENCE + (1 - PRESENCE) * unit.postings.get(paper)!);
      const kind = unit.kind === 'concept' || unit.kind === 'word' ? unit.kind : 'named';
      byKind[kind] = Math.max(byKind[kind], value);
      cover = Math.max(cover, Math.min(asked[i]!, kind === 'named' ? asked[i]! : perWord(unit) * unit.likeness));
      if (value > best) [best, bestUnit] = [value, unit];
      if (kind === 'word') used.add(unit);
    }
    if (bestUnit) used.add(bestUnit);
    worth += best + BOTH * Math.min(byKind.concept, byKind.word);
    covered += cover;
  }
  return { worth, covered, used: [...used] };
}

function whyOf(units: readonly Unit[], words: readonly Word[]): Why[] {
  const why: Why[] = [];
  const seen = new Set<string>();
  for (const unit of units) {
    if (unit.kind === 'word' || seen.has(`${unit.kind} ${unit.text}`)) continue;
    seen.add(`${unit.kind} ${unit.text}`);
    const from = words
      .slice(unit.from, unit.to)
      .map((word) => word.text)
      .join(/[\u2e80-\u9fff\uac00-\ud7af]/.test(words[unit.from]!.text) ? '' : ' ');
    why.push({ kind: unit.kind, text: unit.text, from, matched: unit.to - unit.from, of: words.length });
  }
  const single = units.filter((unit) => unit.kind === 'word');
  if (single.length && !why.some((reason) => reason.matched === words.length)) {
    const covered = new Set(single.flatMap((unit) => range(unit.from, unit.to)));
    why.push({
      kind: 'words',
      text: [...new Set(single.map((unit) => unit.text))].join(', '),
      matched: covered.size,
      of: words.length,
    });
  }
  return why;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
