import { describe, expect, it } from 'vitest';
import { ConceptFinder } from '../../../lib/corpus/concept-finder';

const finder = new ConceptFinder({
  cs: ['code-switching', 'code mixing'],
  mt: ['machine translation', 'MT'],
  translation: ['translation'],
  low: ['low-resource languages', 'low-resource language'],
});
const found = (title: string, abstract = '') => Object.fromEntries(finder.conceptsOf({ title, abstract }));

describe('the concepts of a paper', () => {
  it.each([
    { title: 'Code-Switching in speech', wants: { cs: 100 }, because: 'a title’s name' },
    { title: 'Code switching in speech', wants: { cs: 100 }, because: 'without the hyphen' },
    { title: 'On decode-switching', wants: {}, because: 'a part of a word' },
    { title: 'x', abstract: 'We study code mixing.', wants: { cs: 45 }, because: 'another name, once in the abstract' },
    { title: 'x', abstract: 'Code mixing. Code mixing and code-switching.', wants: { cs: 69 }, because: 'three times' },
    { title: 'x', abstract: 'code mixing '.repeat(20), wants: { cs: 90 }, because: 'never as much as in a title' },
    { title: 'Machine translations', wants: { mt: 100, translation: 100 }, because: 'a name inside a longer one' },
    { title: 'x', abstract: 'MT is hard.', wants: { mt: 45 }, because: 'an abbreviation in its capitals' },
    { title: 'x', abstract: 'The mt command.', wants: {}, because: 'an abbreviation in small letters' },
    { title: 'A low-resource language', wants: { low: 100 }, because: 'two names of one concept' },
    { title: '', wants: {}, because: 'no words' },
  ])('$title $abstract: $wants ($because)', ({ title, abstract, wants }) => {
    expect(found(title, abstract)).toEqual(wants);
  });
});
