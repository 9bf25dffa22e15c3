import type { Paper, PaperHead } from '../papers/paper';
import { addressesOf, isPublished, type Kind, kindOf } from './kind';
import { familyFirst, oneLine } from './names';

const TYPE: Record<Kind, string> = {
  journal: 'JOUR',
  conference: 'CPAPER',
  chapter: 'CHAP',
  book: 'BOOK',
  thesis: 'THES',
  report: 'RPRT',
  preprint: 'UNPB',
  other: 'GEN',
};

/**
 * One RIS record (Research Information Systems, "RIS format specifications"). A field is a line and ends with it; nothing needs escaping
 * but line breaks. Unknown fields are left out.
 */
export function toRis(paper: PaperHead & Partial<Pick<Paper, 'abstract'>>): string {
  const kind = kindOf(paper);
  const lines: [string, string | number | undefined][] = [
    ['TY', TYPE[kind]],
    ['TI', paper.title],
    ...paper.authors.map((author): [string, string] => ['AU', familyFirst(author)]),
    ['PY', paper.year],
    [isPublished(kind) ? 'PB' : 'T2', paper.venue],
    ['DO', paper.doi],
    ...addressesOf(paper).map((address): [string, string] => ['UR', address]),
    ['AB', paper.abstract],
  ];
  const fields = lines.flatMap(([tag, value]) => {
    const text = value === undefined ? '' : oneLine(String(value));
    return text ? [`${tag}  - ${text}`] : [];
  });
  return `${fields.join('\r\n')}\r\nER  - \r\n`;
}
