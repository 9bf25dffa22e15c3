import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latexToText } from '../../../lib/bib/import/latex';
import { anyText } from '../any-text';
import { leastTime } from '../processor-time';

describe('LaTeX as text', () => {
  it.each([
    {
      tex: "{\\'E}cole \\'ecole \\'{e}cole {\\'{e}}",
      wants: 'École école école é',
      because: 'all ways to write an accent',
    },
    {
      tex: 'Erd{\\H{o}}s \\v{C}ech \\c c Swi\\k{a}tek na{\\"\\i}ve',
      wants: 'Erdős Čech ç Swiątek naïve',
      because: 'accents by letter',
    },
    { tex: "Nystr{\\''o}m", wants: 'Nyström', because: 'two primes are written for the double dot' },
    {
      tex: '{\\ss}{\\o}{\\L} \\ae ther \\AA',
      wants: 'ßøŁ æther Å',
      because: 'letters; a command takes the space after it',
    },
    { tex: '{BERT}: {A {Nested} Title}', wants: 'BERT: A Nested Title', because: 'braces keep case' },
    { tex: '10\\% \\& \\$5 \\_ \\# \\{x\\}', wants: '10% & $5 _ # {x}', because: 'escapes' },
    { tex: "a--b---c ``q'' `s' d~e", wants: "a–b—c “q” ‘s' d e", because: 'dashes, quotes, ties' },
    {
      tex: '\\emph{very \\textbf{deep}} \\url{https://a.org/b_c}',
      wants: 'very deep https://a.org/b_c',
      because: 'looks',
    },
    { tex: 'see \\cite{x,y} and \\footnote{no}', wants: 'see  and ', because: 'commands that go with their argument' },
    {
      tex: '\\method beats \\unknown{all}',
      wants: 'method beats all',
      because: 'an unknown command leaves its name or argument',
    },
    { tex: '$\\alpha$-divergence', wants: 'α-divergence', because: 'a formula' },
    { tex: '$\\mathcal{H}\\_2$ and $\\mathcal{H}_\\infty$', wants: 'H₂ and H∞', because: 'scripts, also escaped ones' },
    {
      tex: '$x^{2} + y_{ij}^{-1} \\leq \\frac{1}{2\\pi}$',
      wants: 'x² + yᵢⱼ⁻¹ ≤ 1/2π',
      because: 'scripts and fractions',
    },
    { tex: '$O(n \\log n)$, $\\sqrt{T}$, $\\mathbb{R}^d$', wants: 'O(n log n), √T, ℝᵈ', because: 'operators and sets' },
    { tex: 'no $ alone', wants: 'no $ alone', because: 'a dollar without another' },
    { tex: 'open { brace } } close', wants: 'open  brace   close', because: 'braces that do not pair' },
  ])('$tex: $because', ({ tex, wants }) => {
    expect(latexToText(tex, true)).toBe(wants);
  });

  it.each([
    { text: 'from $5 to $10, $5-$10', wants: 'from $5 to $10, $5-$10', because: 'prices' },
    {
      text: 'the set {a, b} -- as is',
      wants: 'the set {a, b} -- as is',
      because: 'braces and dashes are the text’s own',
    },
    { text: 'C:\\temp and \\\\server', wants: 'C:\\temp and \\\\server', because: 'paths' },
    { text: 'Strict \\\\ Rank', wants: 'Strict   Rank', because: 'a line break' },
    {
      text: 'the $\\ell_1$ norm, $k$-means, \\textbf{bold}, \\"uber',
      wants: 'the ℓ₁ norm, k-means, bold, über',
      because: 'what is known',
    },
    { text: 'A $$\\ell $$ ℓ', wants: 'A ℓ  ℓ', because: 'two dollars may have spaces inside' },
    {
      text: 'set U\\documentclass[12pt]{minimal} \\usepackage{amsmath} \\setlength{\\oddsidemargin}{-69pt} is',
      wants: 'set U is',
      because: 'a publisher’s preamble around a formula',
    },
    { text: "``quoted'' but 5''", wants: '“quoted” but 5”', because: 'TeX’s quotes' },
    { text: "5'' wide", wants: "5'' wide", because: 'inches' },
  ])('in plain text, $text: $because', ({ text, wants }) => {
    expect(latexToText(text, false)).toBe(wants);
  });

  it('leaves no command and no brace of any text', () => {
    const tex = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\\',
          '{',
          '}',
          '$',
          '^',
          '_',
          '~',
          ' ',
          '\\alpha',
          '\\frac',
          "\\'",
          '\\mathbb{',
          '\\(',
          '\\)',
          'x',
          '1',
        ),
        anyText(3),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(tex, (pieces) => {
        const text = latexToText(pieces.join(''), true);
        // What is left of braces was escaped: \{ is a brace.
        if (!/\\(?:[{}]|l?r?brace|\\)/.test(pieces.join(''))) expect(text).not.toMatch(/[{}]/);
        expect(text).not.toMatch(/\\(?:alpha|frac|mathbb)/);
      }),
    );
  });

  it.each([
    ['{', '}'],
    ['\\frac{', '}{x}'],
    ['$', ''],
    ["\\'", ''],
    ['x^{', '}'],
    ['{', ''],
  ])('takes time in proportion to the text: %s … %s', (open, close) => {
    const time = (n: number) => {
      const text = open.repeat(n) + 'x' + close.repeat(n);
      return leastTime(3, () => latexToText(text, true));
    };
    time(500);
    const short = Math.max(time(1000), 2);
    expect(time(8000)).toBeLessThan(short * 80);
  });
});
