import { describe, expect, it } from 'vitest';
import { paperLinks, paperPage } from '../../../lib/papers/links';
import type { PaperHead } from '../../../lib/papers/paper';
import { papers } from '../shipped';

const BARE: PaperHead = { id: 'x', title: 'A & B: “What?” #1', authors: [] };
const hrefs = (more: Partial<PaperHead>) => paperLinks({ ...BARE, ...more }).map(({ href }) => href);

describe('paperLinks', () => {
  it.each([
    { more: { arxiv: '2109.06082' }, has: 'https://arxiv.org/abs/2109.06082' },
    { more: { arxiv: '2109.06082' }, has: 'https://huggingface.co/papers/2109.06082' },
    { more: { arxiv: '2109.06082' }, has: 'https://www.semanticscholar.org/arxiv/2109.06082' },
    { more: { acl: '2022.findings-acl.196' }, has: 'https://aclanthology.org/2022.findings-acl.196/' },
    { more: { doi: '10.1162/tacl_a_00581' }, has: 'https://doi.org/10.1162/tacl_a_00581' },
    { more: { url: 'https://example.org/p' }, has: 'https://example.org/p' },
    { more: { code: 'https://github.com/a/b' }, has: 'https://github.com/a/b' },
    { more: {}, has: 'https://scholar.google.com/scholar?q=A%20%26%20B%3A%20%E2%80%9CWhat%3F%E2%80%9D%20%231' },
    { more: {}, has: 'https://www.semanticscholar.org/search?q=A%20%26%20B%3A%20%E2%80%9CWhat%3F%E2%80%9D%20%231' },
  ])('of $more has $has', ({ more, has }) => {
    expect(hrefs(more)).toContain(has);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '//example.org',
    'example.org',
  ])('never leads to %s', (address) => {
    expect(hrefs({ url: address, code: address })).toEqual(hrefs({}));
  });

  it('leads to addresses of the web only, each with its own label', () => {
    for (const paper of papers) {
      const links = paperLinks(paper);
      expect(new Set(links.map(({ label }) => label)).size).toBe(links.length);
      for (const { href } of links) expect(new URL(href).protocol).toMatch(/^https?:$/);
    }
  });

  it('escapes what a title holds', () => {
    for (const href of hrefs({ title: '"><img src=x> \ud83c\udf89 ?a=b&c' })) expect(href).not.toMatch(/["<> ]/);
  });

  it('bears with half a character in a title', () => {
    expect(() => hrefs({ title: 'A \ud83d title' })).not.toThrow();
  });
});

describe('paperPage', () => {
  it.each([
    {
      more: { arxiv: '2109.06082', acl: '2022.findings-acl.196', doi: '10.1/x' },
      wants: 'https://arxiv.org/abs/2109.06082',
    },
    { more: { acl: '2022.findings-acl.196', doi: '10.1/x' }, wants: 'https://aclanthology.org/2022.findings-acl.196/' },
    { more: { doi: '10.1/x' }, wants: 'https://doi.org/10.1/x' },
    { more: { url: 'https://example.org/' }, wants: 'https://example.org/' },
  ])('of $more is $wants', ({ more, wants }) => {
    expect(paperPage({ ...BARE, ...more })).toBe(wants);
  });
});
