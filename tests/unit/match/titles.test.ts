import { describe, expect, it } from 'vitest';
import { none, see } from '../shipped';
import { inProse, inQuotes, titles, WHOLE } from './variants';

const bare = (text: string) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** What is wrong with a text in which one title, and nothing else as a title, has to be found. */
function missed(id: string, written: string, text: string): string | undefined {
  const found = see(text).filter(({ kind }) => kind === 'title');
  if (found.length === 1 && found[0]!.paper === id && bare(found[0]!.text) === bare(written)) return undefined;
  return `${text}\n    found: ${JSON.stringify(found)}`;
}

describe('a whole title is found, all of it, written', () => {
  it.each(WHOLE)('with $name', ({ write, around = inProse }) => {
    let tried = 0;
    const wrong = titles.flatMap(({ id, title }) => {
      const written = write(title);
      if (written === undefined) return [];
      tried++;
      return missed(id, written.replace(/^(?:\\emph\{|[„«"*{]+ ?)|(?:[“»"*}]| »)+$/g, ''), around(written)) ?? [];
    });
    expect(tried).toBeGreaterThan(0);
    none(wrong);
  });
});

describe('a part of a title is found', () => {
  /** Cut at a word's end, with two thirds of the words left. */
  const cut = (title: string) =>
    title
      .split(' ')
      .slice(0, Math.ceil((title.split(' ').length * 2) / 3))
      .join(' ');

  it.each([
    { end: '…', because: 'an ellipsis' },
    { end: '...', because: 'three points' },
    { end: ' …', because: 'a space before the ellipsis' },
    { end: ' ...', because: 'a space before three points' },
    { end: ' [...]', because: 'three points in brackets' },
  ])('cut off with $because', ({ end }) => {
    const wrong = titles.flatMap(({ id, title }) => {
      const part = cut(title).replace(/[:,]$/, '');
      // What is left must be enough to tell it from other titles.
      if (part.replace(/\P{L}/gu, '').length < 30) return [];
      return see(`Related: ${part}${end} and more`).some((found) => found.paper === id && found.kind === 'title')
        ? []
        : [part + end];
    });
    none(wrong);
  });

  it('cut off inside a word', () => {
    const wrong = titles.flatMap(({ id, title }) => {
      const part = title.slice(0, Math.max(40, Math.ceil(title.length * 0.7))).trimEnd();
      return part.length < title.length &&
        !see(`Related: ${part}… and more`).some((found) => found.paper === id && found.kind === 'title')
        ? [part]
        : [];
    });
    none(wrong);
  });

  // The part before the colon is a name of its own for many papers; those have their rows in names.test.ts.
  const mains = titles.flatMap(({ id, title }) => {
    const main = /^(.+?)(?:: | -- )/.exec(title)?.[1] ?? '';
    return main.split(/[\s-]+/).length >= 4 ? [{ id, main }] : [];
  });

  it('as its main part, in quotes', () => {
    expect(mains.length).toBeGreaterThan(10);
    const wrong = mains.filter(
      ({ id, main }) => !see(inQuotes(main)).some((found) => found.paper === id && found.text === main),
    );
    none(wrong);
  });

  it('as its main part, in capitals and at a sentence’s end', () => {
    const wrong = mains.filter(({ id, main }) => {
      const capitals = main.replace(/(?<=[\s-])\p{Ll}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase());
      return !see(`Yesterday we read ${capitals}.`).some((found) => found.paper === id && found.text === capitals);
    });
    none(wrong);
  });
});
