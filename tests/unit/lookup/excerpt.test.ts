import { describe, expect, it } from 'vitest';
import { excerptOf, sentencesOf } from '../../../lib/lookup/excerpt';
import { papers } from '../shipped';

describe('sentencesOf', () => {
  it.each([
    { text: 'One. Two! Three?', wants: ['One.', 'Two!', 'Three?'], because: 'three sentences' },
    {
      text: 'We use e.g. Finnish. It works.',
      wants: ['We use e.g. Finnish.', 'It works.'],
      because: 'an abbreviation ends none',
    },
    { text: 'Hu et al. 2020 did. We too.', wants: ['Hu et al. 2020 did.', 'We too.'], because: 'et al. ends none' },
    {
      text: 'It gains 3.5 points. Good.',
      wants: ['It gains 3.5 points.', 'Good.'],
      because: 'a decimal point ends none',
    },
    { text: 'no end', wants: ['no end'], because: 'no point' },
    { text: '', wants: [''], because: 'nothing' },
  ])('of “$text”: $because', ({ text, wants }) => {
    expect(sentencesOf(text)).toEqual(wants);
  });

  it('lose nothing', () => {
    for (const { abstract } of papers) expect(sentencesOf(abstract).join(' ')).toBe(abstract.replace(/\s+/g, ' '));
  });
});

describe('excerptOf', () => {
  const early = 'First we say this. ';
  const filling = 'Then comes a sentence of no account at all. '.repeat(15);
  const late = 'At last adapters are compared with prompts.';

  it('begins at the beginning where the first lines hold the terms', () => {
    expect(excerptOf(early + filling + late, ['first'])).toMatch(/^First we say this\./);
  });

  it('begins at the sentence that says most, where the first lines do not show it', () => {
    expect(excerptOf(early + filling + late, ['adapter', 'prompt'])).toBe(`… ${late}`);
  });

  it('shows the first lines where no sentence says anything', () => {
    expect(excerptOf(early + filling + late, ['kangaroo'])).toMatch(/^First we say this\./);
    expect(excerptOf(early + filling + late, [])).toMatch(/^First we say this\./);
  });

  it('keeps to the length of a card, at a word’s end', () => {
    for (const { abstract, title } of papers) {
      const excerpt = excerptOf(abstract, title.toLowerCase().split(/\W+/));
      expect(excerpt.length).toBeLessThanOrEqual(530);
      expect(abstract.replace(/\s+/g, ' ')).toContain(excerpt.replace(/^… | …$/g, ''));
    }
  });

  it.each(['', 'x', 'x'.repeat(5000), '🎉'.repeat(2000)])('bears with an abstract that is none (%#)', (abstract) => {
    expect(excerptOf(abstract, ['x']).length).toBeLessThanOrEqual(530);
  });
});
