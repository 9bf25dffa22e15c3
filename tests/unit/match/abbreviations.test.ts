import { describe, expect, it } from 'vitest';
import { definitionsIn } from '../../../lib/match/abbreviations';
import { see } from '../shipped';

describe('definitionsIn', () => {
  it.each([
    {
      text: 'We use Cross-Lingual Back-Parsing (CBP), a method.',
      wants: { CBP: 'Cross-Lingual Back-Parsing' },
      because: 'the long form first',
    },
    {
      text: 'CREST (CRoss-lingual Efficient Safety Transfer) is small.',
      wants: { CREST: 'CRoss-lingual Efficient Safety Transfer' },
      because: 'the long form in the brackets',
    },
    { text: 'Lisbon (the largest city of Portugal) is old.', wants: {}, because: 'no abbreviation' },
    { text: 'CALM (see the appendix for more) is old.', wants: {}, because: 'no long form of it' },
    { text: 'We met on Monday (CBP).', wants: {}, because: 'nothing before it has its letters' },
  ])('$text: $because', ({ text, wants }) => {
    expect(Object.fromEntries(definitionsIn(text).map(({ short, long }) => [short, long]))).toEqual(wants);
  });
});

describe('what the page defines elsewhere', () => {
  const own = { short: 'COD', long: 'Cross-lingual Outline-based Dialogue' };
  const foreign = { short: 'COD', long: 'chemical oxygen demand' };

  it.each([
    { text: 'COD was larger then.', defined: [own], wants: ['COD'], because: 'it is ours on this page' },
    { text: 'COD was larger then.', defined: [], wants: [], because: 'nothing says so' },
    { text: 'The dialogue on COD went on.', defined: [], wants: ['COD'], because: 'a cue is near' },
    {
      text: 'The dialogue on COD went on.',
      defined: [foreign],
      wants: [],
      because: 'it is something else on this page',
    },
    {
      text: 'Chemical oxygen demand (COD) fell. COD was larger then.',
      defined: [own],
      wants: [],
      because: 'what the text itself says comes first',
    },
    {
      text: 'XLT was larger then.',
      defined: [{ short: 'XLT', long: 'cross-lingual transfer' }],
      wants: [],
      because: 'the long form is everybody’s',
    },
  ])('$text: $because', ({ text, defined, wants }) => {
    expect(see({ text, defined }).map((seen) => seen.text)).toEqual(wants);
  });
});
