import { papers } from '../shipped';

/** One way in which pages and PDFs write a title. */
export interface Variant {
  name: string;
  /** The title so written; undefined where this title cannot be. */
  write: (title: string) => string | undefined;
  /** What stands around it; plain prose where nothing is said. */
  around?: (written: string) => string;
}

export const inProse = (written: string) => `As others have seen before us, ${written} is worth another look today.`;
export const inQuotes = (written: string) => `As others have seen before us, “${written}” is worth another look today.`;

/** The title, where writing it so changes it. */
const changed = (write: (title: string) => string) => (title: string) => {
  const written = write(title);
  return written === title ? undefined : written;
};
const replace = (from: RegExp, to: string) => changed((title) => title.replace(from, to));
/** Changes one of several places: the one in the middle. */
const once = (from: RegExp, to: (part: string) => string) =>
  changed((title) => {
    const places = [...title.matchAll(from)];
    const place = places[places.length >> 1];
    return place ? title.slice(0, place.index) + to(place[0]) + title.slice(place.index + place[0].length) : title;
  });

const bold = (letter: string) =>
  String.fromCodePoint(letter.charCodeAt(0) + (letter < 'a' ? 0x1d400 - 65 : 0x1d41a - 97));
const wide = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0);

export const WHOLE: Variant[] = [
  { name: 'as it is', write: (title) => title },
  { name: 'upper case', write: (title) => title.toUpperCase() },
  { name: 'lower case in quotes', write: (title) => title.toLowerCase(), around: inQuotes },
  {
    name: 'each word with a capital',
    write: (title) => title.replace(/(?<=\s)\p{Ll}/gu, (letter) => letter.toUpperCase()),
  },
  { name: 'U+2010 hyphens', write: replace(/-/g, '‐') },
  { name: 'hyphens that do not break', write: replace(/-/g, '‑') },
  { name: 'en dashes', write: replace(/-/g, '–') },
  { name: 'em dash after the main part', write: replace(/: /, ' — ') },
  { name: 'minus signs', write: replace(/-/g, '−') },
  { name: 'hyphens dropped', write: replace(/(?<=\p{L})-(?=\p{L})/gu, '') },
  { name: 'hyphens as spaces', write: replace(/(?<=\p{L})-(?=\p{L})/gu, ' ') },
  { name: 'colon dropped', write: replace(/:/, '') },
  { name: 'full stop for the colon', write: replace(/:/, '.') },
  { name: 'colon as in French', write: replace(/:/, '\u00A0:') },
  { name: 'curly quotes', write: replace(/'/g, '’') },
  { name: 'ampersand spelt out', write: replace(/&/g, 'and') },
  { name: 'double spaces', write: replace(/ /g, '  ') },
  { name: 'spaces that do not break', write: replace(/ /g, '\u00A0') },
  { name: 'a line break', write: once(/ /g, () => '\n') },
  { name: 'a line break and indentation', write: once(/ /g, () => '\n      ') },
  { name: 'a Windows line break', write: once(/ /g, () => '\r\n') },
  { name: 'a line break after a hyphen', write: once(/-/g, () => '-\n') },
  { name: "a PDF's hyphenation", write: once(/\p{L}{6,}/gu, (word) => `${word.slice(0, 4)}-\n${word.slice(4)}`) },
  { name: 'soft hyphens', write: replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, '\u00AD') },
  { name: 'zero-width spaces', write: replace(/(?<=-)/g, '\u200B') },
  {
    name: 'ligatures',
    write: changed((title) => title.replace(/ffi/g, 'ﬃ').replace(/ff/g, 'ﬀ').replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ')),
  },
  { name: 'combining accents', write: changed((title) => title.normalize('NFD')) },
  { name: 'bold letters of mathematics', write: (title) => title.replace(/[A-Za-z]/g, bold) },
  { name: 'full-width letters', write: (title) => title.replace(/[A-Za-z]/g, wide) },
  {
    name: 'character references',
    write: changed((title) => title.replace(/&/g, '&amp;').replace(/-/g, '&#45;').replace(/'/g, '&rsquo;')),
  },
  { name: 'hexadecimal references', write: replace(/-/g, '&#x2010;') },
  { name: 'references that lost their “&#”', write: replace(/(?<=\p{L})-(?=\p{L})/gu, '45;') },
  { name: 'BibTeX braces', write: (title) => title.replace(/\p{Lu}+/gu, '{$&}') },
  { name: 'double braces', write: (title) => `{{${title}}}` },
  { name: 'a TeX command', write: (title) => `\\emph{${title}}` },
  { name: 'a TeX command inside', write: once(/\p{L}{4,}/gu, (word) => `\\textsc{${word}}`) },
  { name: 'Markdown', write: (title) => `**${title}**` },
  { name: 'typewriter quotes', write: (title) => `"${title}"` },
  { name: 'German quotes', write: (title) => `„${title}“` },
  { name: 'guillemets', write: (title) => `« ${title} »` },
  { name: 'a heading', write: (title) => title, around: (written) => written },
  { name: 'a line of its own', write: (title) => title, around: (written) => `Further reading\n${written}\nSee also` },
  {
    name: 'a reference',
    write: (title) => title.toLowerCase(),
    around: (written) =>
      `[12] A. Author, B. C. Writer, and D. Scribe. 2024. ${written}. In Proceedings of the Conference, pages 1–12.`,
  },
];

export const titles = papers.map(({ id, title }) => ({ id, title }));
