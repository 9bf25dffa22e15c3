import { describe, expect, it } from 'vitest';
import { filesIn, read } from './files';

/** Properties and values that name a side of the screen, where the line's beginning and end are meant. */
const PHYSICAL = [
  { what: 'a side', pattern: /(?<![\w-])(?:left|right)\s*:/ },
  { what: 'the side of a box', pattern: /(?<![\w-])(?:scroll-)?(?:margin|padding|border)-(?:left|right)\b/ },
  { what: 'a corner', pattern: /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\b/ },
  {
    what: 'aligned to a side',
    pattern: /(?<![\w-])(?:text-align|text-align-last|float|clear|caption-side)\s*:\s*(?:left|right)\b/,
  },
  { what: 'a gradient to a side', pattern: /\bto\s+(?:(?:top|bottom)\s+)?(?:left|right)\b/ },
  // Top, right, bottom, left: the second and the fourth differ.
  {
    what: 'a box whose sides differ',
    pattern:
      /(?<![\w-])(?:scroll-)?(?:margin|padding|inset|border-width|border-style|border-color)\s*:(?:\s+(?:[^\s;()]|\((?:[^()]|\([^()]*\))*\))+){4}\s*;/,
    unless: sidesAgree,
  },
];

/** Where a side of the screen is meant. */
const RIGHT = [
  {
    file: 'components/styles/card.css',
    text: 'left: 0;',
    because: 'JavaScript moves the card from the top left corner of the window',
  },
];

function sidesAgree(declaration: string): boolean {
  const values = declaration.slice(declaration.indexOf(':') + 1, -1).match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g)!;
  return values[1] === values[3];
}

/** What a style sheet says about left and right. */
function physical(css: string): { what: string; text: string }[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return PHYSICAL.flatMap(({ what, pattern, unless }) =>
    [...plain.matchAll(new RegExp(pattern, 'g'))]
      .filter(([declaration]) => !unless?.(declaration))
      .map(({ 0: found, index }) => ({
        what,
        text: plain.slice(index, plain.indexOf(';', index + found.length - 1) + 1),
      })),
  );
}

const sheets = ['components', 'entrypoints']
  .flatMap((folder) => filesIn(folder))
  .filter((path) => path.endsWith('.css'));

describe('the style sheets', () => {
  it('are read', () => expect(sheets.length).toBeGreaterThan(5));

  it('name no side of the screen but where one is meant', () => {
    const found = sheets.flatMap((file) => physical(read(file)).map(({ text }) => ({ file, text })));
    expect(found).toEqual(RIGHT.map(({ file, text }) => ({ file, text })));
  });
});

describe('a style sheet', () => {
  it.each([
    { css: '.a { left: 0; }', what: 'a side' },
    { css: '.a { inset-inline-start: 0; }', what: undefined },
    { css: '.a { margin-left: 1px; }', what: 'the side of a box' },
    { css: '.a { padding-inline: 1px 2px; }', what: undefined },
    { css: '.a { border-right: 1px solid; }', what: 'the side of a box' },
    { css: '.a { border-top-left-radius: 2px; }', what: 'a corner' },
    { css: '.a { text-align: right; }', what: 'aligned to a side' },
    { css: '.a { text-align: start; float: inline-end; }', what: undefined },
    { css: '.a { background: linear-gradient(to right, red, blue); }', what: 'a gradient to a side' },
    { css: '.a { padding: 1px 2px 3px 4px; }', what: 'a box whose sides differ' },
    { css: '.a { padding: 1px var(--a) 3px calc(var(--a) * 2); }', what: 'a box whose sides differ' },
    { css: '.a { padding: 1px 2px 3px 2px; }', what: undefined },
    { css: '.a { margin: var(--a) calc(var(--b) * -1) 0; }', what: undefined },
    { css: '/* left: 0; */ .right { --left: 1px; }', what: undefined },
  ])('says $what in “$css”', ({ css, what }) => {
    expect(physical(css).map((one) => one.what)).toEqual(what ? [what] : []);
  });
});
