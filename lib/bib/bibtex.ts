import { slug } from '../papers/id';
import { familyName, isBody, type Paper, type PaperHead } from '../papers/paper';
import { addressesOf, type Kind, kindOf } from './kind';
import { nameParts, oneLine } from './names';

/** The type of an entry, and the field that its venue stands in. */
const TYPE: Record<Kind, [string, string]> = {
  journal: ['article', 'journal'],
  conference: ['inproceedings', 'booktitle'],
  chapter: ['incollection', 'booktitle'],
  book: ['book', 'howpublished'],
  thesis: ['phdthesis', 'school'],
  report: ['techreport', 'institution'],
  preprint: ['misc', 'howpublished'],
  other: ['misc', 'howpublished'],
};

/** One BibTeX entry. Fields that are unknown are left out. The key is author, year and first title word, as in Google Scholar. */
export function toBibtex(paper: PaperHead): string {
  return entry(paper, keyOf(paper));
}

/**
 * A file of entries, abstracts included. Papers whose keys would be equal get a letter or number after it.
 * @param used the keys of the file so far, where it is written in pieces
 */
export function toBibtexFile(
  papers: readonly (PaperHead & Partial<Pick<Paper, 'abstract'>>)[],
  used = new Set<string>(),
): string {
  return papers
    .map((paper) => {
      const plain = keyOf(paper);
      let key = plain;
      for (let n = 2; used.has(key); n++) key = n <= 26 ? plain + 'abcdefghijklmnopqrstuvwxyz'[n - 1] : `${plain}-${n}`;
      used.add(key);
      return entry(paper, key, paper.abstract);
    })
    .join('\n');
}

function keyOf(paper: PaperHead): string {
  const author = paper.authors[0] ? slug(familyName(paper.authors[0])).replace(/-/g, '') : '';
  const words = slug(paper.title).split('-');
  // A title without Latin letters leaves the id.
  return (author ? `${author}${paper.year ?? ''}${words[0]}` : words.slice(0, 3).join('')) || slug(paper.id) || 'paper';
}

function entry(paper: PaperHead, key: string, abstract?: string): string {
  const [type, venue] = TYPE[kindOf(paper)];
  const fields: [string, string | number | false | undefined][] = [
    ['title', `{${escapeLatex(paper.title)}}`],
    ['author', paper.authors.map(authorOf).filter(Boolean).join(' and ')],
    ['year', paper.year],
    [venue, paper.venue && escapeLatex(paper.venue)],
    // Whether for a doctor's or a master's degree is not known.
    ['type', type === 'phdthesis' && 'Thesis'],
    ['doi', paper.doi && plainValue(paper.doi)],
    ['eprint', paper.arxiv && plainValue(paper.arxiv)],
    ['archiveprefix', paper.arxiv && 'arXiv'],
    ['url', addressesOf(paper).map(plainAddress)[0]],
    ['abstract', abstract && escapeLatex(abstract)],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== false && value !== '')
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@${type}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** A name that BibTeX would take apart (a body's, an " and ", more commas than it knows) is kept whole by braces. */
function authorOf(name: string): string {
  const whole =
    isBody(name) ||
    /\sand\s/i.test(` ${name} `) ||
    name.split(',').length > 3 ||
    name.startsWith(',') ||
    name.trimEnd().endsWith(',');
  if (whole && name.trim()) return `{${escapeLatex(name)}}`;
  const { family, given, suffix } = nameParts(name);
  // A lower-case part (van, Hung-yi) would be taken for a particle, and a suffix for the family name: commas say what is which.
  const parted = suffix || /(?:^|[\s-])\p{Ll}/u.test(name);
  return escapeLatex(parted ? [family, suffix, given].filter(Boolean).join(', ') : name);
}

/** Fields that are read as they stand: no escapes, so braces and breaks are left out. */
const plainValue = (text: string) => oneLine(text).replace(/[{}\\]/g, '');
const plainAddress = (url: string) => oneLine(url).replace(/[\s{}\\]/g, encodeURIComponent);

/**
 * Characters with a meaning in TeX, escaped, on one line (Knuth, The TeXbook, ch. 7). Accented letters stay Unicode, as biber reads them. BibTeX
 * counts braces even where they are escaped, so those that do not pair off are written by name. An empty group parts what TeX
 * would join: two hyphens to a dash, two quotes to one.
 */
export function escapeLatex(text: string): string {
  const line = oneLine(text);
  const paired = bracesPair(line);
  return line
    .replace(/[\\{}%&#$_~^]/g, (c) => NAMED[c] ?? (!paired && BRACE[c] ? BRACE[c] : `\\${c}`))
    .replace(/-(?=-)|'(?=')|`(?=`)/g, '$&{}');
}

const NAMED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const BRACE: Record<string, string> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

function bracesPair(text: string): boolean {
  let open = 0;
  for (const c of text) {
    if (c === '{') open++;
    else if (c === '}' && --open < 0) return false;
  }
  return open === 0;
}
