import { slug } from '../papers/id';
import { familyName, type PaperHead } from '../papers/paper';

/** One BibTeX entry. Fields that are unknown are left out. The key is author, year and first title word, as in Google Scholar. */
export function toBibtex(paper: PaperHead): string {
  const type = paper.acl || paper.venue ? 'inproceedings' : 'misc';
  const author = paper.authors[0] ? slug(familyName(paper.authors[0])).replace(/-/g, '') : '';
  const words = slug(paper.title).split('-');
  // A title without Latin letters leaves the id.
  const key =
    (author ? `${author}${paper.year ?? ''}${words[0]}` : words.slice(0, 3).join('')) || slug(paper.id) || 'paper';
  const fields: [string, string | number | undefined][] = [
    ['title', `{${escapeLatex(paper.title)}}`],
    ['author', paper.authors.map(escapeLatex).join(' and ') || undefined],
    ['year', paper.year],
    ['booktitle', paper.venue && escapeLatex(paper.venue)],
    ['doi', paper.doi],
    ['eprint', paper.arxiv],
    ['archiveprefix', paper.arxiv && 'arXiv'],
    [
      'url',
      paper.acl ? `https://aclanthology.org/${paper.acl}/` : paper.arxiv && `https://arxiv.org/abs/${paper.arxiv}`,
    ],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@${type}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** Characters with a meaning in TeX, escaped (Knuth, The TeXbook, ch. 7). Accented letters stay Unicode, as biber reads them. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (c) =>
    c === '\\' ? '\\textbackslash{}' : c === '~' ? '\\textasciitilde{}' : c === '^' ? '\\textasciicircum{}' : `\\${c}`,
  );
}
