import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkConceptFile, EVERYDAY, joinConcepts, parseConceptNames } from '../../../lib/corpus/concepts';
import { CONCEPT_LANGUAGES, ELSEWHERE, GLOSSARY } from '../../../lib/search/concept-keys';

const read = (language: string) => readFileSync(`data/concepts/${language}.txt`, 'utf8');

describe('the names of the concepts', () => {
  it.each(CONCEPT_LANGUAGES)('in %s are in form', (language) => {
    expect(checkConceptFile(language, read(language), `data/concepts/${language}.txt`)).toEqual([]);
  });

  it('are given in every language, without an orphan or a double', () => {
    const { concepts, problems } = joinConcepts(Object.fromEntries(CONCEPT_LANGUAGES.map((one) => [one, read(one)])));
    expect(problems).toEqual([]);
    // Topics of elsewhere are only kept quiet about, and the glossary helps with descriptions: the languages most are asked for in will do.
    for (const { id, kind, names } of concepts)
      if (kind !== ELSEWHERE && kind !== GLOSSARY) expect(Object.keys(names).length, id).toBe(CONCEPT_LANGUAGES.length);
  });

  it('in everyday English are in form, of known concepts, and none that en.txt has', () => {
    const files = Object.fromEntries([...CONCEPT_LANGUAGES, EVERYDAY].map((one) => [one, read(one)]));
    expect(checkConceptFile(EVERYDAY, files[EVERYDAY]!, 'data/concepts/everyday.txt')).toEqual([]);
    expect(joinConcepts(files).problems).toEqual([]);
    const namesIn = (file: string) =>
      parseConceptNames(files[file]!, file).lines.flatMap(({ kind, names }) =>
        kind === GLOSSARY ? [] : names.map((name) => name.toLowerCase()),
      );
    const english = new Set(namesIn('en'));
    expect(namesIn(EVERYDAY).filter((name) => english.has(name))).toEqual([]);
  });

  it('are refused where a name stands with two concepts', () => {
    expect(checkConceptFile('de', 'a: Haus\nb: Haus\n', 'x')).toHaveLength(1);
  });
});
