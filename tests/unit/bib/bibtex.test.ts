import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLatex, toBibtex } from '../../../lib/bib/bibtex';
import type { PaperHead } from '../../../lib/papers/paper';
import { anyText } from '../any-text';
import { papers } from '../shipped';

const FULL: PaperHead = {
  id: 'x',
  title: 'xGQA: 100% of R&D',
  authors: ['Jonas Pfeiffer', 'Iryna Gurevych'],
  year: 2022,
  venue: 'Findings of ACL',
  arxiv: '2109.06082',
  acl: '2022.findings-acl.196',
  doi: '10.18653/v1/2022.findings-acl.196',
};

describe('toBibtex', () => {
  it('writes one entry with all that is known', () => {
    expect(toBibtex(FULL)).toBe(`@inproceedings{pfeiffer2022xgqa,
  title = {{xGQA: 100\\% of R\\&D}},
  author = {Jonas Pfeiffer and Iryna Gurevych},
  year = {2022},
  booktitle = {Findings of ACL},
  doi = {10.18653/v1/2022.findings-acl.196},
  eprint = {2109.06082},
  archiveprefix = {arXiv},
  url = {https://aclanthology.org/2022.findings-acl.196/}
}
`);
  });

  it.each([
    { field: 'year', entry: 'year' },
    { field: 'venue', entry: 'booktitle' },
    { field: 'doi', entry: 'doi' },
    { field: 'arxiv', entry: 'eprint' },
    { field: 'arxiv', entry: 'archiveprefix' },
  ] as const)('leaves out $entry where $field is unknown', ({ field, entry }) => {
    const { [field]: _, ...paper } = FULL;
    expect(toBibtex(FULL)).toMatch(new RegExp(`^  ${entry} = `, 'm'));
    expect(toBibtex(paper as PaperHead)).not.toMatch(new RegExp(`^  ${entry} = `, 'm'));
    expect(toBibtex(paper as PaperHead)).not.toContain('undefined');
  });

  it('writes as little as a title', () => {
    expect(toBibtex({ id: 'x', title: 'Some Notes', authors: [] })).toBe(
      '@misc{somenotes,\n  title = {{Some Notes}}\n}\n',
    );
  });

  it.each([
    { authors: ['Katharina Hämmerl'], wants: 'hammerl2022xgqa', because: 'no accents' },
    { authors: ['Iker García-Ferrero'], wants: 'garciaferrero2022xgqa', because: 'no hyphens' },
    { authors: ['Jeroen Van Hautte'], wants: 'vanhautte2022xgqa', because: 'no spaces' },
    { authors: ['Martin Luther King Jr.'], wants: 'king2022xgqa', because: 'a suffix is no family name' },
    { authors: ['Gemini Team'], wants: 'geminiteam2022xgqa', because: 'a body has no parts' },
    { authors: [], wants: 'xgqa', because: 'no author' },
  ])('has the key $wants: $because', ({ authors, wants }) => {
    expect(toBibtex({ ...FULL, authors })).toMatch(new RegExp(`^@\\w+\\{${wants}`));
  });

  it.each([
    { title: '跨语言数据集', authors: ['王伟'], because: 'no Latin letter' },
    { title: '跨语言数据集', authors: [], because: 'no author either' },
  ])('has a key even with $because', ({ title, authors }) => {
    expect(toBibtex({ id: 'x', title, authors })).toMatch(/^@misc\{[^\s,{}]+,\n/);
  });

  it.each([
    { author: 'Hung-yi Lee', wants: 'Lee, Hung-yi', because: 'a lower-case part would be taken for a particle' },
    { author: 'Jan van der Berg', wants: 'van der Berg, Jan', because: 'particles stay with the family name' },
    { author: 'Martin Luther King Jr.', wants: 'King, Jr., Martin Luther', because: 'a suffix stands in the middle' },
    { author: 'World Health Organization', wants: '{World Health Organization}', because: 'a body has no parts' },
    { author: 'Google, Inc.', wants: '{Google, Inc.}', because: 'its comma parts nothing' },
    { author: 'Barnes and Noble', wants: '{Barnes and Noble}', because: 'one name, though it has an "and"' },
  ])('writes $author as $wants: $because', ({ author, wants }) => {
    expect(toBibtex({ ...FULL, authors: [author] })).toContain(`author = {${wants}}`);
  });

  it.each([
    { paper: { venue: 'Journal of Tests' }, type: 'article', field: 'journal = {Journal of Tests}' },
    { paper: { venue: 'Proceedings of the Journal Workshop' }, type: 'inproceedings', field: 'booktitle' },
    { paper: { arxiv: '2109.06082' }, type: 'misc', field: 'eprint' },
    { paper: { url: 'https://a.org/{x}' }, type: 'misc', field: 'url = {https://a.org/%7Bx%7D}' },
  ])('is of type $type', ({ paper, type, field }) => {
    const entry = toBibtex({ id: 'x', title: 'T', authors: [], ...paper });
    expect(entry).toMatch(new RegExp(`^@${type}\\{`));
    expect(entry).toContain(field);
  });

  it('gives each shipped paper a key that BibTeX accepts, and braces that close', () => {
    for (const paper of papers) {
      const entry = toBibtex(paper);
      expect(entry).toMatch(/^@(?:article|inproceedings|misc)\{[a-z0-9]+,\n/);
      expect(entry.replace(/\\[{}]/g, '').match(/\{/g)?.length).toBe(entry.replace(/\\[{}]/g, '').match(/\}/g)?.length);
    }
  });
});

describe('escapeLatex', () => {
  it.each([
    { text: '100% & #1 _x_ $5', wants: '100\\% \\& \\#1 \\_x\\_ \\$5' },
    { text: 'a~b^c', wants: 'a\\textasciitilde{}b\\textasciicircum{}c' },
    { text: '{x}', wants: '\\{x\\}' },
    { text: 'a { b', wants: 'a \\textbraceleft{} b' },
    { text: '} {', wants: '\\textbraceright{} \\textbraceleft{}' },
    { text: "a -- b --- c ''d''", wants: "a -{}- b -{}-{}- c '{}'d'{}'" },
    { text: 'one\nline\u0000', wants: 'one line' },
    { text: '\\', wants: '\\textbackslash{}' },
    { text: 'Sõnajaht „x“ — 语言', wants: 'Sõnajaht „x“ — 语言' },
    { text: '', wants: '' },
  ])('of $text is $wants', ({ text, wants }) => {
    expect(escapeLatex(text)).toBe(wants);
  });

  it('leaves no character that TeX would take for its own', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        const rest = escapeLatex(text)
          .replace(/([-'`])\{\}(?=\1)/g, '$1')
          .replace(/\\(?:text(?:backslash|asciitilde|asciicircum|braceleft|braceright)\{\}|[{}%&#$_])/g, '');
        expect(rest).not.toMatch(/[\\{}%&#$_~^]/);
      }),
    );
  });
});
