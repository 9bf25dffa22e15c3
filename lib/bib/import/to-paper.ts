import { idOf } from '../../papers/id';
import type { Paper } from '../../papers/paper';
import { foldWords } from '../../text/fold';
import { cut } from '../../util/cut';
import { fingerprint } from '../../util/fingerprint';
import { kindOf } from '../kind';
import { givenFirst } from '../names';
import { cleanText } from './clean';
import type { Draft } from './fields';
import { identifiersOf, isAddress } from './identifiers';
import { matchBraces } from './latex';
import type { Limits } from './limits';
import { type Problem, problem } from './problem';

export interface Taken {
  paper: Paper;
  /** What was mended or left out in it. */
  notes: Problem[];
  licence?: string;
  source?: string;
}

/** A record as a paper: fields cleaned, identifiers recognised, unknown ones left out. Without a title there is none. */
export function toPaper(draft: Draft, limits: Limits): Taken | Problem {
  const { line, tex = false } = draft;
  const notes: Problem[] = [];
  const note = (code: Problem['code'], field: string, ...params: (string | number)[]) => {
    if (!notes.some((one) => one.code === code && one.field === field)) notes.push(problem(code, line, params, field));
  };
  /** Cleaned, and cut to `max` where it is longer. */
  const clean = (field: string, raw: string | undefined, max: number): string => {
    if (!raw) return '';
    // Markup and escapes can make a text several times as long as what it says.
    const { text, mended } = cleanText(cut(raw, max * 6), tex);
    if (mended) note('characters', field);
    if (text.length <= max) return text;
    note('shortened', field, max);
    return cut(text, max);
  };

  const title = clean('title', draft.title, limits.title * 2);
  if (!/[\p{L}\p{N}]/u.test(title)) return problem('title', line, [], 'title');
  if (title.length > limits.title) return problem('titlelong', line, [limits.title, title], 'title');
  const authors: string[] = [];
  const names = draft.authors ?? [];
  for (const name of names) {
    const text = clean('authors', name, limits.author);
    // Braces in BibTeX keep a name with "and" or commas whole: {Barnes and Noble, Inc.}
    const whole = tex && isBraced(name.trim());
    const plain = whole ? text : givenFirst(text);
    if (!plain || /^(?:et al\.?|others)$/i.test(plain)) continue;
    if (authors.length >= limits.authors) {
      note('authors', 'authors', names.length, limits.authors);
      break;
    }
    authors.push(plain);
  }

  const paper: Paper = { id: '', title, abstract: clean('abstract', draft.abstract, limits.abstract), authors };
  const year = yearOf(draft.year, limits);
  if (year) paper.year = year;
  else if (draft.year !== undefined && String(draft.year).trim()) note('year', 'year', draft.year);
  const ids = identifiersOf(textFields(draft, limits));
  let venue = clean('venue', draft.venue, limits.venue);
  const preprint =
    /^(?:arxiv(?:\.org)?(?:\s+(?:preprint|e-?prints?))?|corr)?[\s,:]*(?:abs\/|arxiv[:\s]*)?(\d{4}\.\d{4,5})?(?:v\d+)?(?:\s*\[[\w.-]+\])?$/i.exec(
      venue,
    );
  if (preprint && venue) {
    // "arXiv preprint arXiv:2109.06082" is no venue.
    if (preprint[1]) ids.arxiv ??= preprint[1];
    venue = '';
  }
  if (venue) paper.venue = venue;
  if (ids.arxiv) paper.arxiv = ids.arxiv;
  if (ids.acl) paper.acl = ids.acl;
  if (ids.doi) paper.doi = ids.doi;
  if (draft.code && isAddress(draft.code.trim()) && draft.code.length <= limits.url) paper.code = draft.code.trim();
  if (ids.url) paper.url = ids.url;
  else if (draft.urls?.length && !ids.arxiv && !ids.acl && !ids.doi) note('url', 'url', draft.urls[0]!);
  if (draft.orphan) note('crossref', 'venue', draft.orphan);
  // Only what the venue does not tell is kept. Preprints come as anything; so does what is said to stand in something that is not named.
  const { kind } = draft;
  const standsIn = kind === 'journal' || kind === 'conference' || kind === 'chapter';
  if (kind && (venue || !(standsIn || preprint?.[0])) && kind !== kindOf(paper)) paper.kind = kind;
  paper.id = importId(paper);
  const licence = clean('licence', draft.licence, 200);
  const source = clean('source', draft.source, 200);
  return { paper, notes, ...(licence && { licence }), ...(source && { source }) };
}

/**
 * The id of an imported paper: family name, year, three words of the title, and a tag of the whole title, all from the record itself. So it is the same
 * in every file and order, and importing again finds it.
 */
export function importId(paper: Pick<Paper, 'title' | 'authors' | 'year'>): string {
  const key = foldWords(paper.title).replaceAll(' ', '');
  return `${idOf({ ...paper, title: paper.title.slice(0, 120) }, 3).slice(0, 80)}-${fingerprint(key || paper.title)}`;
}

/** The first year in a date or number that a paper can be of. */
export function yearOf(value: string | number | undefined, { yearFrom, yearTo }: Pick<Limits, 'yearFrom' | 'yearTo'>) {
  for (const [digits] of String(value ?? '')
    .slice(0, 100)
    .matchAll(/(?<!\d)\d{4}(?!\d)/g)) {
    const year = Number(digits);
    if (year >= yearFrom && year <= yearTo) return year;
  }
  return undefined;
}

/** One pair of braces around all of it: not {\'A}lvarez, Jos{\'e}. */
const isBraced = (name: string) => name.startsWith('{') && matchBraces(name)[0] === name.length - 1;

/** Identifier fields as plain text, bounded: escapes of LaTeX and BibTeX's braces off. */
function textFields(draft: Draft, limits: Limits): Draft {
  const plain = (text: string) => {
    const bounded = text
      .slice(0, limits.url)
      .replace(/[\u0000-\u001F\u007F]/g, '')
      .trim();
    return draft.tex ? bounded.replace(/\\(?=[_%&#$~^{}])|[{}]|^\\url/g, '') : bounded;
  };
  const fields: Draft = { line: draft.line };
  if (draft.doi) fields.doi = plain(draft.doi);
  if (draft.arxiv) fields.arxiv = plain(draft.arxiv);
  if (draft.acl) fields.acl = plain(draft.acl);
  if (draft.urls) fields.urls = draft.urls.filter((url) => url.length <= limits.url).map(plain);
  return fields;
}
