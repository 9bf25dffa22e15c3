import { describe, expect, it } from 'vitest';
import { none, see } from '../shipped';
import { inProse, inQuotes, titles } from './variants';

const REPLACEMENT = 'Kangaroo';

/** A title with one of its longer words replaced, for each of them. */
function decoys(title: string): string[] {
  return [...title.matchAll(/\p{L}{5,}/gu)].map(
    ({ 0: word, index }) => title.slice(0, index) + REPLACEMENT + title.slice(index + word.length),
  );
}

describe('a title with another word in it', () => {
  it.each([
    { around: inProse, where: 'in prose' },
    { around: inQuotes, where: 'in quotes' },
    { around: (title: string) => `[3] Q. Nobody. 2031. ${title}. In Proceedings of Nothing.`, where: 'in a reference' },
    { around: (title: string) => title, where: 'as a heading' },
  ])('is not taken for ours $where', ({ around }) => {
    const taken = titles.flatMap(({ title }) =>
      decoys(title).flatMap((decoy) => see(around(decoy)).filter(({ kind }) => kind === 'title')),
    );
    none(taken);
  });
});

describe('ordinary words are no title', () => {
  it.each([
    {
      text: 'We had soft prompt tuning for cross-lingual transfer in mind all along.',
      because: 'no capitals, in the middle of a sentence',
    },
    { text: 'They worked on event extraction in Basque and on other things.', because: 'only a main part' },
    { text: 'It is about the impact of cross-lingual adjustment on people.', because: 'a title’s first words' },
    {
      text: 'I know what makes multilingual BERT multilingual since last week, more or less.',
      because: 'five small words of a sentence',
    },
    { text: 'A comparative study was made.', because: 'a subtitle that many have' },
    { text: 'Universal Language: A Multilingual Dataset for Cross-lingual News Reading', because: 'another subtitle' },
    {
      text: 'AfriQA: Cross-lingual Open-Retrieval Question Answering for African Languages',
      because: 'our words under another name',
    },
    { text: 'Mind your language, please: a multilingual crowd is listening.', because: 'an ordinary phrase' },
  ])('in “$text”: $because', ({ text }) => {
    expect(see(text).filter(({ kind }) => kind === 'title')).toEqual([]);
  });
});

/** One wrong, missing or surplus letter at a place in the letters of a title. */
const TYPOS = [
  { what: 'a wrong letter', change: (letter: string) => (letter === 'q' ? 'z' : 'q') },
  { what: 'a missing letter', change: () => '' },
  { what: 'a letter twice', change: (letter: string) => letter + letter },
] as const;
const PLACES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Typos inside a word, so that a human reader would still know the title. */
function typosOf(title: string): string[] {
  const inner = [...title.matchAll(/(?<=\p{Ll})\p{Ll}(?=\p{Ll})/gu)].map(({ index }) => index);
  return TYPOS.flatMap(({ change }) =>
    PLACES.map((place) => {
      const at = inner[Math.floor(place * inner.length)]!;
      return title.slice(0, at) + change(title[at]!) + title.slice(at + 1);
    }),
  );
}

describe('a title with a typo', () => {
  const long = titles.filter(({ title }) => title.replace(/\P{L}/gu, '').length >= 25);

  it('is found in a reference', () => {
    const wrong = long.flatMap(({ id, title }) =>
      typosOf(title).filter((typo) => {
        const text = `[7] A. Author and B. Writer. 2024. ${typo}. In Proceedings of the Conference, pages 1–12.`;
        return !see(text).some(
          (found) => found.kind === 'title' && found.paper === id && found.text.startsWith(typo.slice(0, -1)),
        );
      }),
    );
    none(wrong);
  });

  it('is not found in prose', () => {
    const taken = long.flatMap(({ title }) =>
      typosOf(title).flatMap((typo) =>
        see(
          `We talked for an hour about what to read next, and some of them found ${typo.toLowerCase()} hard to follow, while others said that it ` +
            'was the best thing they had read in a long time and would read it again.',
        ).filter(({ kind }) => kind === 'title'),
      ),
    );
    none(taken);
  });
});
