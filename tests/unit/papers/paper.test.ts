import { describe, expect, it } from 'vitest';
import { byline, familyName } from '../../../lib/papers/paper';
import { papers } from '../shipped';

describe('familyName', () => {
  it.each([
    { author: 'Jonas Pfeiffer', wants: 'Pfeiffer', because: 'the last word' },
    { author: 'Jan-Martin O. Steitz', wants: 'Steitz', because: 'initials are no family name' },
    { author: 'Jeroen Van Hautte', wants: 'Van Hautte', because: 'a particle stays' },
    { author: 'Ludwig van Beethoven', wants: 'van Beethoven', because: 'a small particle stays' },
    { author: 'Maria de la Cruz', wants: 'de la Cruz', because: 'two particles stay' },
    { author: 'Iker García-Ferrero', wants: 'García-Ferrero', because: 'a hyphen' },
    { author: 'Hu, Junjie', wants: 'Hu', because: 'turned round by a comma' },
    { author: 'von Neumann, John', wants: 'von Neumann', because: 'turned round, with a particle' },
    { author: 'Plato', wants: 'Plato', because: 'one word' },
    { author: ' Ada  Lovelace ', wants: 'Lovelace', because: 'spaces around and between' },
    { author: 'Van Nguyen', wants: 'Nguyen', because: 'a given name that reads like a particle' },
    { author: 'Martin Luther King Jr.', wants: 'King', because: 'a suffix is no family name' },
    { author: 'King, Martin Luther, Jr.', wants: 'King', because: 'turned round, with a suffix' },
    { author: 'Martin Luther King, Jr.', wants: 'King', because: 'a comma before the suffix' },
    { author: 'Jan van der Berg III', wants: 'van der Berg', because: 'a particle and a suffix' },
    { author: 'Jr.', wants: 'Jr.', because: 'nothing but a suffix' },
    { author: 'World Health Organization', wants: 'World Health Organization', because: 'a body' },
    { author: 'Google, Inc.', wants: 'Google, Inc.', because: 'a body with a comma' },
    { author: 'University of Tartu', wants: 'University of Tartu', because: 'a body by a word before' },
    { author: 'Department for Education', wants: 'Department for Education', because: 'as well' },
    { author: 'Team', wants: 'Team', because: 'one word' },
    { author: 'Ann Teamer', wants: 'Teamer', because: 'only a beginning' },
    { author: '', wants: '', because: 'nothing' },
  ])('of “$author” is “$wants”: $because', ({ author, wants }) => {
    expect(familyName(author)).toBe(wants);
  });

  it('is known of every shipped author', () => {
    for (const author of papers.flatMap(({ authors }) => authors)) expect(familyName(author)).toMatch(/^\p{L}/u);
  });
});

describe('byline', () => {
  const line = (authors: string[], year?: number) =>
    byline({ id: 'x', title: 'X', authors, ...(year ? { year } : {}) });
  it.each([
    { authors: [], year: undefined, wants: '' },
    { authors: [], year: 2020, wants: '2020' },
    { authors: ['Ada Lovelace'], year: undefined, wants: 'Lovelace' },
    { authors: ['Ada Lovelace'], year: 1843, wants: 'Lovelace 1843' },
    { authors: ['Ada Lovelace', 'Charles Babbage'], year: 1843, wants: 'Lovelace & Babbage 1843' },
    { authors: ['Ada Lovelace', 'Charles Babbage', 'Luigi Menabrea'], year: 1843, wants: 'Lovelace et al. 1843' },
  ])('of $authors, $year is “$wants”', ({ authors, year, wants }) => {
    expect(line(authors, year)).toBe(wants);
  });
});
