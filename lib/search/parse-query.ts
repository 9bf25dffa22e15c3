import { foldWords } from '../text/fold';
import { locateWords, type Word } from '../text/words';

/** Longer queries are cut here: a highlighted page is no question. */
export const QUERY_MAX = 1000;

/** A query taken apart: its words, and what the reader demanded of the papers. */
export interface ParsedQuery {
  /** The text without the filters, in normal form. `words` have their places in it. */
  text: string;
  words: Word[];
  /** Folded phrases that must stand in the paper: "…". */
  phrases: string[];
  /** Folded words that must stand in the title: title:word. */
  inTitle: string[];
  /** year:2021, year:2019-2022, year:2020-, year:-2018. */
  years?: [number, number];
  /** Folded words that must not stand in the paper: -word. */
  without: string[];
  /** The query was longer than QUERY_MAX and was cut. */
  cut: boolean;
}

const FILTER =
  /(?<=^|\s)(?:(title):("[^"]*"|\S+)|(year):(\d{4})?(-)?(\d{4})?(?=\s|$)|-(\p{L}[\p{L}\p{N}]*)(?=\s|$))/giu;

/** Reads a query as typed. Anything is a query: what is no filter is words. */
export function parseQuery(raw: string): ParsedQuery {
  const clean = raw.normalize('NFC').replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+/g, ' ');
  const cut = clean.length > QUERY_MAX;
  const query: ParsedQuery = { text: '', words: [], phrases: [], inTitle: [], without: [], cut };
  let text = cut ? clean.slice(0, QUERY_MAX) : clean;
  text = text.replace(FILTER, (whole, title, value: string, year, from, dash, to, without: string) => {
    if (title) query.inTitle.push(...foldWords(value).split(' ').filter(Boolean));
    else if (year && (from || to))
      query.years = [from ? Number(from) : 0, to ? Number(to) : dash || !from ? 9999 : Number(from)];
    else if (without) query.without.push(foldWords(without));
    else return whole;
    // A title's word is looked for as well as demanded.
    return title ? ` ${value.replace(/"/g, '')} ` : ' ';
  });
  for (const [, phrase] of text.matchAll(/"([^"]{2,})"/g)) {
    const folded = foldWords(phrase!);
    // A phrase is only a demand where it has two words or more: quotes around a title or a word are just quotes.
    if (folded.includes(' ')) query.phrases.push(folded);
  }
  query.text = text.replace(/\s+/g, ' ').trim();
  query.words = locateWords(query.text);
  return query;
}

/** Phrases are looked for in every candidate: the folded text is made once a paper. */
const folded = new WeakMap<object, string>();
function foldedOf(paper: { title: string; abstract: string }): string {
  let text = folded.get(paper);
  if (text === undefined) folded.set(paper, (text = ` ${foldWords(`${paper.title} ${paper.abstract}`)} `));
  return text;
}

/** Whether a paper fulfils the demands of a query. */
export function admits(query: ParsedQuery, paper: { title: string; abstract: string; year?: number }): boolean {
  if (query.years && !(paper.year && paper.year >= query.years[0] && paper.year <= query.years[1])) return false;
  if (query.inTitle.length) {
    const title = ` ${foldWords(paper.title)}`;
    if (!query.inTitle.every((word) => title.includes(` ${word}`))) return false;
  }
  if (query.phrases.length || query.without.length) {
    const text = foldedOf(paper);
    if (!query.phrases.every((phrase) => text.includes(` ${phrase}`))) return false;
    if (query.without.some((word) => text.includes(` ${word} `))) return false;
  }
  return true;
}
