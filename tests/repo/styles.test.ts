import { expect, it } from 'vitest';
import { filesIn, read } from './files';

/** The card is in a page and has a sheet for itself. */
const sheets = filesIn('components/styles').filter((file) => file.endsWith('.css') && !file.endsWith('/card.css'));

it('a kind of button looks alike in all our pages: it has its colours in one sheet', () => {
  const places = sheets.flatMap((file) => {
    const plain = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
    const kinds = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) =>
      /(?:^|\s)(?:background|color)\s*:/.test(body!)
        ? selectors!
            .split(',')
            .flatMap((selector) => /^\s*\.(button-[a-z]+)(?::[a-z-]+)?\s*$/.exec(selector)?.[1] ?? [])
        : [],
    );
    return [...new Set(kinds)];
  });
  expect(places.filter((kind, i) => places.indexOf(kind) !== i)).toEqual([]);
});
