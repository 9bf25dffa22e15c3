import type { PaperNames } from '../corpus/names';
import type { Paper } from '../papers/paper';
import { definitionsIn } from './abbreviations';
import { titleParts } from './forms';

/** Names of more letters are phrases. */
const LONGEST = 24;

/**
 * The names that a paper gives its system or data, by its own title and abstract: the word before the title's colon ("xGQA: …"), and an
 * abbreviation that the title has and the abstract defines. What looks like nothing else (mixed case, or capitals with a digit
 * or hyphen) counts wherever it stands; a word in capitals or with one capital may be an ordinary word or somebody else's
 * abbreviation, so it counts only with the paper's own context near it.
 */
export function harvestNames({ title, abstract }: Pick<Paper, 'title' | 'abstract'>): PaperNames {
  const names = new Set<string>();
  const ambiguous = new Set<string>();
  const main = titleParts(title)?.main.replace(/^["“]|["”]$/g, '');
  if (main && isNameLike(main)) (isDistinctive(main) ? names : ambiguous).add(main);
  for (const { short } of definitionsIn(abstract)) {
    if (short !== main && isNameLike(short) && hasWord(title, short)) ambiguous.add(short);
  }
  return { ...(names.size && { names: [...names] }), ...(ambiguous.size && { ambiguous: [...ambiguous] }) };
}

/** One word with a capital, of three letters or more. */
const isNameLike = (text: string) =>
  text.length <= LONGEST &&
  /^[\p{L}\p{N}][\p{L}\p{N}+.-]+$/u.test(text) &&
  /\p{Lu}/u.test(text) &&
  /\p{L}.*\p{L}.*[\p{L}\p{N}]/u.test(text);

/** BiBERT, xGQA, MasakhaNER; SIB-200, XLS-R, T5X: at least two capitals, and a small letter, digit or hyphen that no ordinary word has there. */
function isDistinctive(name: string): boolean {
  const capitals = name.match(/\p{Lu}/gu)!.length;
  if (/^\p{Lu}\p{Ll}*(?:-\p{L}\p{Ll}*)*$/u.test(name)) return false; // Cross-lingual, Zero-Shot
  if (/^\p{Lu}+s?$/u.test(name)) return false;
  return capitals >= 2 && name.length >= 4 && (/\p{Ll}/u.test(name) || /[\p{N}-]/u.test(name));
}

const hasWord = (text: string, word: string) => text.split(/[^\p{L}\p{N}+.-]+/u).includes(word);
