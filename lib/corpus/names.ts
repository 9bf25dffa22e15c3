import type { Paper } from '../papers/paper';
import type { SourceProblem } from './parse';

/** What data/names.json says of one paper; its "about" explains the fields. */
export interface PaperNames {
  names?: string[];
  /** The names may also stand in lower case. */
  inLowerCase?: boolean;
  /** The only spellings of the names, where separators tell them from another system's. */
  spelt?: string[];
  ambiguous?: string[];
  cues?: string[];
  /** Everyday words of the subject, that prove an ambiguous name together with another sign. */
  hints?: string[];
  /** Ambiguous names for which the paper's own words are not enough: only a cue, citation or expansion counts. */
  onlyCues?: string[];
  /** Ambiguous names that are no word or usual acronym elsewhere: less context will do. */
  rare?: string[];
  aliases?: string[];
  titles?: string[];
  needsCase?: boolean;
  macros?: Record<string, string>;
}

export interface Names {
  lookalikes: string[];
  papers: Record<string, PaperNames>;
}

/** Names of papers that do not exist, and names given to two papers. */
export function checkNames(names: Names, papers: readonly Paper[], file: string): SourceProblem[] {
  const ids = new Set(papers.map((paper) => paper.id));
  const owner = new Map<string, string>();
  const problems: SourceProblem[] = [];
  Object.entries(names.papers).forEach(([id, entry], i) => {
    if (!ids.has(id))
      problems.push({
        file,
        line: i + 1,
        message: `no paper has the id “${id}”`,
        remedy: 'correct or delete the entry',
      });
    for (const name of [...(entry.names ?? []), ...(entry.ambiguous ?? [])]) {
      const other = owner.get(name);
      if (other)
        problems.push({
          file,
          line: i + 1,
          message: `“${name}” is a name of ${other} and of ${id}`,
          remedy: 'keep one',
        });
      owner.set(name, id);
    }
  });
  return problems;
}
