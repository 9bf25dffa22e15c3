import { describe, expect, it } from 'vitest';
import { ConceptFinder } from '../../../lib/corpus/concept-finder';

const finder = new ConceptFinder([
  ['code-switching', 'code mixing'],
  ['machine translation', 'MT'],
  ['translation'],
  ['low-resource languages', 'low-resource language'],
]);
const found = (title: string, abstract = '') => Object.fromEntries(finder.conceptsOf({ title, abstract }));

describe('the concepts of a paper', () => {
  it.each([
    { title: 'Code-Switching in speech', wants: { 0: 100 }, because: 'a title’s name' },
    { title: 'Code switching in speech', wants: { 0: 100 }, because: 'without the hyphen' },
    { title: 'On decode-switching', wants: {}, because: 'a part of a word' },
    { title: 'x', abstract: 'We study code mixing.', wants: { 0: 45 }, because: 'another name, once in the abstract' },
    { title: 'x', abstract: 'Code mixing. Code mixing and code-switching.', wants: { 0: 69 }, because: 'three times' },
    { title: 'x', abstract: 'code mixing '.repeat(20), wants: { 0: 90 }, because: 'never as much as in a title' },
    { title: 'Machine translations', wants: { 1: 100, 2: 100 }, because: 'a name inside a longer one' },
    { title: 'x', abstract: 'MT is hard.', wants: { 1: 45 }, because: 'an abbreviation in its capitals' },
    { title: 'x', abstract: 'The mt command.', wants: {}, because: 'an abbreviation in small letters' },
    { title: 'A low-resource language', wants: { 3: 100 }, because: 'two names of one concept' },
    { title: '', wants: {}, because: 'no words' },
  ])('$title $abstract: $wants ($because)', ({ title, abstract, wants }) => {
    expect(found(title, abstract)).toEqual(wants);
  });
});
