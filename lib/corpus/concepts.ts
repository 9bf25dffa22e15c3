import type { Paper } from '../papers/paper';
import {
  COMPOUND_MIN,
  COMPOUNDING,
  CONCEPT_LANGUAGES,
  compoundParts,
  directedNameKey,
  emptyKey,
  GLOSSARY,
  GUESSED,
  isUnspaced,
  keyOf,
  nameKey,
  scriptOf,
  TONELESS,
  UNSPACED,
  wordsIn,
} from '../search/concept-keys';
import { NUMBER_MAX, packSections, packTable } from '../search/key-table';
import { foldKey, foldWords } from '../text/fold';
import { guessTable } from '../text/guess';
import { stemEnglish } from '../text/stem';
import { stemIn } from '../text/stem-any';
import { ConceptFinder } from './concept-finder';
import type { SourceProblem } from './parse';

/** A concept as data/concepts has it: names by language, the first the usual one. */
export interface ConceptSource {
  id: string;
  kind: string;
  names: Record<string, string[]>;
  /** What people write instead in everyday English: looked for in queries, never in papers. */
  everyday?: string[];
}

/** Concepts as the extension uses them; the index in each list is the concept's number. */
export interface ConceptFile {
  ids: string[];
  kinds: string[];
  /** Usual English names. */
  names: string[];
  /** For each concept the papers that are about it: paper index, strength in hundredths. */
  papers: [number, number][][];
  /** Their English names as the papers have them, in the stems of the word index: what is marked where a concept was found. */
  forms: string[][];
}

/** Reads one language's file of names: "id: name; name". Lines that begin with "#" are comments, "## kind" begins a section. */
export function parseConceptNames(
  text: string,
  file: string,
): { lines: { id: string; kind: string; names: string[]; line: number }[]; problems: SourceProblem[] } {
  const lines: { id: string; kind: string; names: string[]; line: number }[] = [];
  const problems: SourceProblem[] = [];
  let kind = '';
  text.split('\n').forEach((raw, i) => {
    const line = i + 1;
    if (raw.startsWith('## ')) kind = raw.slice(3).trim();
    if (!raw.trim() || raw.startsWith('#')) return;
    const match = /^([a-z0-9][a-z0-9-]*): (.+)$/.exec(raw);
    if (!match) {
      problems.push({
        file,
        line,
        message: `not of the form “id: name; name”: “${raw.slice(0, 40)}”`,
        remedy: 'write the id, a colon, and the names',
      });
      return;
    }
    const names = match[2]!
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean);
    lines.push({ id: match[1]!, kind, names, line });
  });
  return { lines, problems };
}

/** The file of everyday English. */
export const EVERYDAY = 'everyday';

/** Joins the files of all languages. English decides which concepts there are; an id that it does not have is a problem. */
export function joinConcepts(files: Record<string, string>): { concepts: ConceptSource[]; problems: SourceProblem[] } {
  const problems: SourceProblem[] = [];
  const byId = new Map<string, ConceptSource>();
  for (const language of [...CONCEPT_LANGUAGES, EVERYDAY]) {
    const file = `data/concepts/${language}.txt`;
    const parsed = parseConceptNames(files[language] ?? '', file);
    problems.push(...parsed.problems);
    for (const { id, kind, names, line } of parsed.lines) {
      if (language === 'en') {
        if (byId.has(id))
          problems.push({ file, line, message: `the concept “${id}” stands twice`, remedy: 'join the two lines' });
        byId.set(id, { id, kind, names: { en: names } });
        continue;
      }
      const concept = byId.get(id);
      if (!concept)
        problems.push({
          file,
          line,
          message: `no concept “${id}” in en.txt`,
          remedy: 'correct the id, or add the concept there',
        });
      else if (language === EVERYDAY ? concept.everyday : concept.names[language])
        problems.push({ file, line, message: `“${id}” stands twice`, remedy: 'join the two lines' });
      else if (language === EVERYDAY) concept.everyday = names;
      else concept.names[language] = names;
    }
  }
  return { concepts: [...byId.values()], problems };
}

/**
 * Which papers are about a concept, computed from its English names in title and abstract.
 * @param corrections lines "+concept paper-id" and "-concept paper-id", where computing errs
 */
export function conceptPapers(
  concepts: readonly ConceptSource[],
  papers: readonly Paper[],
  corrections: ReadonlySet<string>,
): [number, number][][] {
  const finder = new ConceptFinder(Object.fromEntries(concepts.map(({ id, names }) => [id, names['en']!])));
  const found = papers.map((paper) => finder.conceptsOf(paper));
  return concepts.map(({ id }) =>
    papers.flatMap((paper, i): [number, number][] => {
      if (corrections.has(`-${id} ${paper.id}`)) return [];
      const computed = found[i]!.get(id) ?? 0;
      const strength = corrections.has(`+${id} ${paper.id}`) ? Math.max(computed, CORRECTED) : computed;
      return strength ? [[i, strength]] : [];
    }),
  );
}

/** The strength of a paper that was added by hand. */
const CORRECTED = 80;

/** For each concept the wordings of its English names that stand in the papers, as stems of the word index: "prefix tuned". */
export function conceptForms(concepts: readonly ConceptSource[], papers: readonly Paper[]): string[][] {
  const texts = papers.map(({ title, abstract }) => {
    const text = `${title} ${abstract}`;
    const words = wordsIn('en', text);
    const stems = words.map((word) => stemIn('en', word));
    const places = new Map<string, number[]>();
    stems.forEach((stem, i) => places.set(stem, [...(places.get(stem) ?? []), i]));
    return { text, words, stems, places };
  });
  return concepts.map(({ names }) => {
    const forms = new Set<string>();
    for (const name of names['en']!) {
      const wanted = wordsIn('en', name).map((word) => stemIn('en', word));
      const cased = ABBREVIATED.test(name);
      for (const { text, words, stems, places } of texts) {
        if (cased && !text.includes(name)) continue;
        for (const at of places.get(wanted[0] ?? '') ?? []) {
          if (wanted.every((stem, i) => stems[at + i] === stem))
            forms.add(
              words
                .slice(at, at + wanted.length)
                .map(stemEnglish)
                .join(' '),
            );
        }
      }
    }
    return [...forms];
  });
}

/** Abbreviations are words in another case: RAG, MT, CLS. */
const ABBREVIATED = /^[A-Z][A-Z0-9&-]+$/;

/** Names of one language at most this many a concept: the rest are rare variants, and the package stays small. */
const NAMES_MAX = 6;
const NAMES_MAX_ENGLISH = 40;
/** Languages that are asked in least: their sixth variants make room for what is asked most, descriptions in English. */
const NAMES_MAX_SELDOM = 5;
const SELDOM = new Set('ca da el eu fa he sw ur vi'.split(' '));
const namesMax = (language: string): number =>
  language === 'en' ? NAMES_MAX_ENGLISH : SELDOM.has(language) ? NAMES_MAX_SELDOM : NAMES_MAX;

/** Compounds among the names as their parts, where both are words of other names: Sprechererkennung is found from "Erkennung von Sprechern". */
function compoundKeys(language: string, concepts: readonly ConceptSource[]): [number, number][] {
  const vocabulary = new Set<string>();
  for (const concept of concepts)
    for (const name of concept.names[language] ?? [])
      for (const word of wordsIn(language, name)) vocabulary.add(stemIn(language, word));
  return concepts.flatMap((concept, number) =>
    (concept.names[language] ?? []).flatMap((name): [number, number][] => {
      const words = wordsIn(language, name);
      if (words.length !== 1 || words[0]!.length < COMPOUND_MIN) return [];
      for (const [head, tail] of compoundParts(language, words[0]!)) {
        if (vocabulary.has(head) && vocabulary.has(tail)) return [[keyOf(language, [head, tail]), number]];
      }
      return [];
    }),
  );
}

/**
 * What keeps a stranger's word from meeting a name: see `packTable`. Runs of letters are asked about much oftener than words, and a
 * query in Latin letters is read in several languages.
 */
const APART = 12;
const APART_LATIN = 13;
const APART_ENGLISH = 14;
const APART_UNSPACED = 16;

const apartIn = (table: string): number =>
  table === UNSPACED ? APART_UNSPACED : table === 'en' ? APART_ENGLISH : GUESSED.includes(table) ? APART_LATIN : APART;

/**
 * Names and function words of all languages, a table each, and the table by which a language is guessed. Where two concepts share a
 * key, it goes to the one whose usual name it is, else to the first of them in en.txt.
 */
export function conceptKeys(concepts: readonly ConceptSource[], empty: Record<string, readonly string[]>): Uint8Array {
  const tables = new Map<string, [number, number][]>();
  const entriesOf = (table: string) => {
    if (!tables.has(table)) tables.set(table, []);
    return tables.get(table)!;
  };
  for (const language of [...CONCEPT_LANGUAGES, TONELESS]) {
    const of = language === TONELESS ? 'vi' : language;
    const words = (empty[of] ?? []).map((word) => (language === TONELESS ? foldWords(word) : word));
    const entries = entriesOf(isUnspaced(language) ? UNSPACED : language);
    const isEmpty = new Set(words);
    for (const word of words) entries.push([emptyKey(language, word), NUMBER_MAX]);
    // What a topic is called goes before a word of the glossary with the same stem.
    const ranks = Array.from({ length: namesMax(of) }, (_, rank) => rank);
    for (const [isGlossary, rank] of [false, true].flatMap((one) => ranks.map((rank) => [one, rank] as const))) {
      concepts.forEach((concept, number) => {
        if ((concept.kind === GLOSSARY) !== isGlossary || (isGlossary && language === 'en')) return;
        const name = concept.names[of]?.[rank];
        const key = name && nameKey(language, name, (word) => isEmpty.has(word));
        // A name of an unspaced language in other letters is English to the reader of queries.
        const table = isUnspaced(language) && name && scriptOf(name) !== 'unspaced' ? 'en' : undefined;
        if (key !== undefined && key !== '') (table ? entriesOf(table) : entries).push([key, number]);
        const directed = language === 'en' && name ? directedNameKey(name) : undefined;
        if (directed !== undefined) entries.push([directed, number]);
      });
    }
    if (language === 'en') entries.push(...everydayKeys(concepts, isEmpty));
    if (COMPOUNDING.has(language)) entries.push(...compoundKeys(language, concepts));
  }
  const sections = new Map([...tables].map(([name, entries]) => [name, packTable(entries, apartIn(name))]));
  sections.set('guess', guessTable(GUESSED.map((language) => sampleOf(language, concepts, empty))));
  return packSections(sections);
}

/** A name of en.txt goes before one of everyday English with the same stems. */
function everydayKeys(concepts: readonly ConceptSource[], isEmpty: ReadonlySet<string>): [number, number][] {
  return concepts.flatMap(({ everyday = [] }, number) =>
    everyday.flatMap((name): [number, number][] => {
      const key = nameKey('en', name, (word) => isEmpty.has(word));
      return typeof key === 'number' ? [[key, number]] : [];
    }),
  );
}

/** Names of one language, and its function words so often that they weigh as they do in running text. */
function sampleOf(
  language: string,
  concepts: readonly ConceptSource[],
  empty: Record<string, readonly string[]>,
): string {
  const of = language === TONELESS ? 'vi' : language;
  const names = concepts.flatMap((concept) => concept.names[of] ?? []);
  const text = [...names, ...Array(FUNCTION_WORDS_TIMES).fill((empty[of] ?? []).join(' '))].join('\n');
  return language === TONELESS ? foldWords(text) : text;
}

const FUNCTION_WORDS_TIMES = 10;

/** What a native reader's file has to fulfil. */
export function checkConceptFile(language: string, text: string, file: string): SourceProblem[] {
  const { lines, problems } = parseConceptNames(text, file);
  const owner = new Map<string, string>();
  const script = SCRIPT_OF[language];
  for (const { id, kind, names, line } of lines) {
    for (const name of names) {
      const isLookedFor = language !== 'en' || kind !== GLOSSARY;
      const key = language === 'vi' ? name.toLowerCase() : foldKey(name);
      const other = owner.get(key);
      if (isLookedFor && other && other !== id)
        problems.push({
          file,
          line,
          message: `“${name}” names both ${other} and ${id}`,
          remedy: 'keep it with one, make the other more specific',
        });
      if (isLookedFor) owner.set(key, id);
      if (name !== name.normalize('NFC'))
        problems.push({ file, line, message: `“${name}” is not in normal form C`, remedy: 'save it composed' });
      if (/[,()/"]/.test(name))
        problems.push({
          file,
          line,
          message: `“${name}” has a comma, bracket, slash or quote`,
          remedy: 'write plain names',
        });
    }
    if (script && !names.some((name) => script.test(name))) {
      problems.push({ file, line, message: `no name of “${id}” is in the language's script`, remedy: 'add one' });
    }
  }
  return problems;
}

const SCRIPT_OF: Record<string, RegExp> = {
  ru: /\p{sc=Cyrillic}/u,
  uk: /\p{sc=Cyrillic}/u,
  ar: /\p{sc=Arabic}/u,
  fa: /\p{sc=Arabic}/u,
  ur: /\p{sc=Arabic}/u,
  he: /\p{sc=Hebrew}/u,
  hi: /\p{sc=Devanagari}/u,
  bn: /\p{sc=Bengali}/u,
  el: /\p{sc=Greek}/u,
  ko: /\p{sc=Hangul}/u,
  'zh-Hans': /\p{sc=Han}/u,
  'zh-Hant': /\p{sc=Han}/u,
  ja: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
};

/** Function words by language, folded as queries are. */
export function parseFunctionWords(text: string): Record<string, string[]> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#'))
      .map((line) => {
        const [language = '', words = ''] = line.split(/:\s*/, 2);
        const list = words
          .split(';')
          .flatMap((word) => (isUnspaced(language) ? [word.trim()] : wordsIn(language, word)));
        return [language, [...new Set(list.filter(Boolean))]];
      }),
  );
}
