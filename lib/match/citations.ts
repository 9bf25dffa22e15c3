import { foldWords } from '../text/fold';
import type { Context } from './forms';
import type { Span } from './surroundings';

const NAMED = String.raw`\p{Lu}[\p{L}\p{M}'’-]+`;
/** "Hu et al., 2020", "Bansal & Mishra (2025)", with what may stand before it in the bracket. */
const IN_BRACKETS = new RegExp(
  String.raw`^(?:['’]s)?,?\s?[([]((?:[\p{L}., ]{0,24})?${NAMED}[^()[\]]{0,120}?\b(?:19|20)\d\d[a-z]?(?:[;,][^()[\]]{0,120})?)[)\]]`,
  'u',
);
const BY = new RegExp(
  String.raw`^(?:['’]s)?,?\s(?:by|of|from|von|de|par)\s(${NAMED}(?:\s(?:et al\.?|and|&|und|et)(?:\s${NAMED})?)?,?\s[([]?(?:19|20)\d\d)`,
  'u',
);

/** The citation that says whose a name is: "CREST (Treviso et al., 2023)", "CARE by Guo et al. (2025)"; undefined where none stands right after it. */
export function attachedCitation(text: string, span: Span): string | undefined {
  const after = text.slice(span.end, span.end + 200);
  const cited = (IN_BRACKETS.exec(after) ?? BY.exec(after))?.[1];
  return cited && /et al|,|&| and | und | y | и |\p{L}+\s[([]?(?:19|20)\d\d/u.test(cited) ? cited : undefined;
}

/** How far the year may stand from the name, in characters. */
const AUTHOR_TO_YEAR = 40;

/** Whether a text cites the paper: its first author's name and soon after the year, one either way for preprints. */
export function isCited(text: string, { author, year }: Context): boolean {
  if (!author || !year) return false;
  const near = ` ${foldWords(text)} `;
  for (let at = near.indexOf(` ${author} `); at >= 0; at = near.indexOf(` ${author} `, at + 1)) {
    const years = near.slice(at, at + author.length + AUTHOR_TO_YEAR).match(/ (?:19|20)\d\d(?=[a-z]? )/g) ?? [];
    // The first year after the name is the citation's own.
    if (years[0] && Math.abs(Number(years[0]) - year) <= 1) return true;
  }
  return false;
}
