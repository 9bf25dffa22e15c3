import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Filter, filterOf } from '../../../lib/match/filter';
import { anyText } from '../any-text';
import { names, none, papers, shelf } from '../shipped';
import { inProse, titles, WHOLE } from './variants';

// As it reaches a content script: through storage.local.
const filter = new Filter(JSON.parse(JSON.stringify(filterOf(shelf.matcher, 'test'))));

/** The texts in which the matcher finds what the filter would have let pass by. */
const overlooked = (texts: readonly string[]) =>
  texts.filter((text) => !filter.mayMatch(text) && shelf.match({ text }).length > 0);

describe('the filter overlooks nothing', () => {
  it.each(WHOLE)('in titles with $name', ({ write, around = inProse }) => {
    none(
      overlooked(
        titles.flatMap(({ title }) => {
          const written = write(title);
          return written === undefined ? [] : [around(written), written];
        }),
      ),
    );
  });

  it('in abstracts', () => {
    none(overlooked(papers.map(({ abstract }) => abstract)));
  });

  it('in sentences with names', () => {
    const all = Object.entries(names.papers).flatMap(
      ([id, { names: own = [], ambiguous = [], spelt = [], cues = [] }]) =>
        [...own, ...ambiguous, ...spelt].flatMap((name) => [
          name,
          `We tried ${name}.`,
          `We tried ${name} (${id}).`,
          ...cues.map((cue) => `${cue}: ${name}`),
        ]),
    );
    none(overlooked(all));
  });

  it('in sentences with identifiers', () => {
    none(
      overlooked(
        papers.flatMap(
          ({ arxiv, acl, doi }) =>
            [arxiv && `See arXiv:${arxiv} there.`, acl && `See ${acl} there.`, doi && `doi:${doi}`].filter(
              (text) => !!text,
            ) as string[],
        ),
      ),
    );
  });

  it('in whatever is made of their pieces', () => {
    const words = fc.constantFrom(
      ...new Set(titles.flatMap(({ title }) => title.split(/(?<=[ -])/))),
      ...Object.values(names.papers).flatMap(({ names: own = [] }) => own),
    );
    const piece = fc.oneof(
      { weight: 4, arbitrary: words },
      fc.constantFrom(' ', '-', '\n', '“', '”', '\u00AD', ': '),
      anyText(5),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        none(overlooked([pieces.join('')]));
      }),
    );
  });
});

describe('the filter lets ordinary pages be', () => {
  it.each([
    'The bread was still warm when we left the bakery. Anna cut it on the wall by the river, and we ate it with the cheese from the market, watching the barges go by.',
    'Take good care of the boat, he said, and mind your head below deck. There is no cure for a bump like that, and nobody stays calm with salt water in his shoes.',
    'Xtreme weather and a care-free summer: the dial of the old radio was stuck, so the linguist next door lent us hers. The miners sang.',
    'Turn left at the second traffic light. The post office is opposite the school; it is open from nine to five, Mondays excepted. Bring your passport.',
    'In 2019 the company sold 45 % more bicycles than in the year before. Its shares rose by 3.2 points, and the board approved a dividend of 0.85 euros.',
    'Der Zug nach Lindau hatte wieder Verspätung. Wir tranken Kaffee am Bahnsteig und lasen die Zeitung von gestern, in der nichts stand.',
    'Le marché du samedi sent le thym et la lessive. On y achète des pommes, un balai, parfois un livre dont il manque la fin.',
    'Вчера мы гуляли у моря до самого вечера, а потом пили чай с вареньем и слушали дождь.',
    '昨日は雨が降っていたので、家で本を読んでいました。夕方になって、友だちが遊びに来ました。',
    'const total = items.map((item) => item.price * item.count).reduce((a, b) => a + b, 0); // sum',
    '',
    ' \n\t ',
    '…',
  ])('“%s”', (text) => {
    expect(filter.mayMatch(text)).toBe(false);
    expect(shelf.match({ text }).filter(({ kind }) => kind !== 'term')).toEqual([]);
  });
});
