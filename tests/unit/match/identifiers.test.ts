import { describe, expect, it } from 'vitest';
import { none, papers, see } from '../shipped';

const XGQA = { arxiv: '2109.06082', acl: '2022.findings-acl.196', doi: '10.18653/v1/2022.findings-acl.196' };
const ids = (text: string, links?: [number, number, string][]) =>
  see(links ? { text, links } : text).map(({ kind, paper, text: span }) => ({ kind, paper, span }));
const xgqa = (span: string) => [{ kind: 'id', paper: 'pfeiffer-2022-xgqa', span }];

describe('an identifier in a text', () => {
  it.each([
    { text: `See arXiv:${XGQA.arxiv} for it.`, wants: XGQA.arxiv, because: 'the usual form' },
    { text: `See arXiv:${XGQA.arxiv}v2 [cs.CL].`, wants: XGQA.arxiv, because: 'with a version' },
    { text: `See arXiv ${XGQA.arxiv}.`, wants: XGQA.arxiv, because: 'a space for the colon' },
    { text: `arXiv preprint arXiv:${XGQA.arxiv}, 2021`, wants: XGQA.arxiv, because: 'as BibTeX styles print it' },
    { text: `ARXIV: ${XGQA.arxiv}`, wants: XGQA.arxiv, because: 'capitals' },
    { text: `at https://arxiv.org/abs/${XGQA.arxiv}v1.`, wants: XGQA.arxiv, because: 'an address as text' },
    { text: `at arxiv.org/pdf/${XGQA.arxiv}.pdf`, wants: XGQA.arxiv, because: 'a PDF’s address as text' },
    { text: `doi:10.48550/arXiv.${XGQA.arxiv}`, wants: XGQA.arxiv, because: 'the DOI that arXiv gives' },
    { text: `Anthology ${XGQA.acl}.`, wants: XGQA.acl, because: 'ACL Anthology' },
    { text: `(${XGQA.acl.toUpperCase()})`, wants: XGQA.acl.toUpperCase(), because: 'ACL Anthology in capitals' },
  ])('$text: $because', ({ text, wants }) => {
    expect(ids(text)).toEqual(xgqa(wants));
  });

  it('reads a DOI, which holds an ACL id, once', () => {
    expect(see(`doi: ${XGQA.doi}.`).map(({ paper }) => paper)).toEqual(['pfeiffer-2022-xgqa']);
  });

  it.each([
    { text: 'See arXiv:2109.06083 for it.', because: 'another paper' },
    { text: `See arXiv:${XGQA.arxiv}7 for it.`, because: 'a digit more' },
    { text: `Order number ${XGQA.arxiv} was shipped.`, because: 'a number that is no arXiv id' },
    { text: `It cost ${XGQA.arxiv} in all.`, because: 'an amount' },
    { text: `${XGQA.acl}7`, because: 'another paper of the volume' },
    { text: `x${XGQA.acl}`, because: 'part of another word' },
    { text: `${XGQA.doi}7`, because: 'another DOI' },
    { text: 'arXiv:__proto__ arXiv:constructor', because: 'no id at all' },
  ])('$text: not for $because', ({ text }) => {
    expect(ids(text)).toEqual([]);
  });

  it('is known of every paper that has one', () => {
    none(
      papers.flatMap(({ id, arxiv, acl, doi }) =>
        [arxiv && `arXiv:${arxiv}`, acl && `(${acl})`, doi && `https://doi.org/${doi}`].filter(
          (text) => text && !see(text).some((found) => found.paper === id),
        ),
      ),
    );
  });
});

describe('an address behind a link', () => {
  const link = (address: string) => ids('Read it here now.', [[8, 12, address]]);

  it.each([
    `https://arxiv.org/abs/${XGQA.arxiv}`,
    `http://arxiv.org/abs/${XGQA.arxiv}v3`,
    `https://arxiv.org/pdf/${XGQA.arxiv}v3.pdf`,
    `https://arxiv.org/html/${XGQA.arxiv}`,
    `https://export.arxiv.org/abs/${XGQA.arxiv}`,
    `https://arxiv.org/abs/${XGQA.arxiv}?utm_source=x#page`,
    `https://huggingface.co/papers/${XGQA.arxiv}`,
    `https://www.alphaxiv.org/abs/${XGQA.arxiv}`,
    `https://aclanthology.org/${XGQA.acl}/`,
    `https://aclanthology.org/${XGQA.acl}.pdf`,
    `https://www.aclanthology.org/${XGQA.acl}`,
    `https://doi.org/${XGQA.doi}`,
    `https://dx.doi.org/${XGQA.doi}?x=1`,
    `https://doi.org/10.48550/arXiv.${XGQA.arxiv}`,
  ])('%s leads to the paper', (address) => {
    expect(link(address)).toEqual(xgqa('here'));
  });

  it.each([
    'https://arxiv.org/abs/2109.06083',
    `https://arxiv.org/abs/${XGQA.arxiv}7`,
    `https://arxiv.org/list/${XGQA.arxiv}`,
    `https://example.org/abs/${XGQA.arxiv}`,
    `https://aclanthology.org/${XGQA.acl}7`,
    'https://doi.org/10.18653/v1/2022.findings-acl.1',
    'https://arxiv.org/abs/',
    'javascript:alert(1)',
    '',
    'not an address',
  ])('%s leads nowhere', (address) => {
    expect(link(address)).toEqual([]);
  });

  it('gives way to the title written in it', () => {
    const { title } = papers[1]!;
    expect(
      see({ text: title, links: [[0, title.length, `https://arxiv.org/abs/${XGQA.arxiv}`]] }).map(({ kind }) => kind),
    ).toEqual(['title']);
  });
});
