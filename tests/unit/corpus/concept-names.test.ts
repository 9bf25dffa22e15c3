import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ConceptNames, readNames, writeNames } from '../../../lib/corpus/concept-names';
import { CONCEPT_LANGUAGES } from '../../../lib/search/concept-keys';

const LISTED: ConceptNames = {
  ids: ['ner', 'speech'],
  names: Object.fromEntries(CONCEPT_LANGUAGES.map((language) => [language, [`ner in ${language}`, '']])),
};

describe('the names for term cards', () => {
  it('come back as they were written, those that are not told too', () => {
    expect(readNames(writeNames(LISTED))).toEqual(LISTED);
  });

  it('are shipped in every language, one for each id', () => {
    const { ids, names } = readNames(inflateRawSync(readFileSync('public/corpus/concept-names.bin')).toString());
    expect(Object.keys(names).sort()).toEqual([...CONCEPT_LANGUAGES].sort());
    for (const language of CONCEPT_LANGUAGES) expect(names[language], language).toHaveLength(ids.length);
    expect(names['de']![ids.indexOf('speech-recognition')]).toBe('Spracherkennung');
  });
});
