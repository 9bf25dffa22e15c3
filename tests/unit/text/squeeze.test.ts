import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expansion, foldCharacter, foldCode, SEVERAL } from '../../../lib/text/fold';
import { AFTER_BREAK, hashOf, hashSlice, squeeze, WORD_START } from '../../../lib/text/squeeze';
import { anyText } from '../any-text';
import { leastTime } from '../processor-time';

/** The squeezed letters, with a bar where a word starts. */
function bars(text: string): string {
  const { length, codes, marks } = squeeze(text);
  let out = '';
  for (let i = 0; i < length; i++) out += (marks[i]! & WORD_START ? '|' : '') + String.fromCharCode(codes[i]!);
  return out;
}
const letters = (text: string) => bars(text).replaceAll('|', '');

describe('letters', () => {
  it.each([
    { text: 'Cross-Lingual', wants: 'crosslingual', because: 'hyphens are dropped' },
    { text: 'Cross‐Lingual', wants: 'crosslingual', because: 'U+2010' },
    { text: 'Cross‑Lingual', wants: 'crosslingual', because: 'U+2011' },
    { text: 'Cross–Lingual', wants: 'crosslingual', because: 'en dash' },
    { text: 'Cross−Lingual', wants: 'crosslingual', because: 'minus sign' },
    { text: 'multi-\nlingual', wants: 'multilingual', because: 'hyphenation of a PDF' },
    { text: 'multi\u00ADlingual', wants: 'multilingual', because: 'soft hyphen' },
    { text: 'Xﬁne', wants: 'xfine', because: 'ligature' },
    { text: 'So\u0303najaht', wants: 'sonajaht', because: 'combining accent' },
    { text: '𝐗𝐋𝐒-𝐑', wants: 'xlsr', because: 'letters beyond 16 bits' },
    { text: '{M}asakha{NER}', wants: 'masakhaner', because: 'BibTeX braces' },
    { text: '\\emph{xGQA}', wants: 'xgqa', because: 'TeX command' },
    { text: '\\textbf{\\textit{xGQA}}', wants: 'xgqa', because: 'TeX commands in one another' },
    { text: 'S\\~{o}najaht', wants: 'sonajaht', because: 'TeX accent in braces' },
    { text: "\\'Erudit", wants: 'erudit', because: 'TeX accent' },
    { text: 'Fran\\c{c}ais', wants: 'francais', because: 'TeX cedilla' },
    { text: 'CURE&amp;CARE', wants: 'curecare', because: 'character reference' },
    { text: 'Low&#45;resource', wants: 'lowresource', because: 'numeric reference' },
    { text: 'Low&#x2010;resource', wants: 'lowresource', because: 'hexadecimal reference' },
    { text: 'Low&ndash;resource', wants: 'lowresource', because: 'named dash' },
    { text: 'Low45;resource', wants: 'lowresource', because: 'reference that lost its “&#”' },
    { text: 'Task 45; resource', wants: 'task45resource', because: 'a number of the text before a semicolon' },
    { text: '"One\\nTwo"', wants: 'onetwo', because: 'line break of a JSON text' },
    { text: 'AT&T; more', wants: 'attmore', because: 'no reference' },
    { text: 'C:\\new', wants: 'cnew', because: 'a path is no line break' },
    { text: '한국어', wants: '한국어', because: 'Hangul stays whole' },
    { text: 'हिन्दी', wants: 'हिन्दी', because: 'vowel signs stay' },
    { text: '\ud83da', wants: 'a', because: 'half a character before a letter' },
    { text: '', wants: '', because: 'empty' },
  ])('of $text are $wants: $because', ({ text, wants }) => {
    expect(letters(text)).toBe(wants);
  });
});

describe('word starts', () => {
  it.each([
    { text: 'two words', wants: '|two|words', because: 'space' },
    { text: 'two-words', wants: '|two|words', because: 'hyphen' },
    { text: 'two\u00ADwords', wants: '|twowords', because: 'soft hyphens part nothing' },
    { text: 'JobBERT-V3', wants: '|jobbert|v3', because: 'digits go with Latin letters' },
    { text: '用xGQA测试', wants: '|用|xgqa|测|试', because: 'script changes; each Chinese character starts a word' },
    { text: 'на xGQA-задаче', wants: '|на|xgqa|задаче', because: 'Cyrillic next to Latin' },
    { text: 'xGQAは', wants: '|xgqa|は', because: 'Japanese particle' },
    { text: 'ภาษา', wants: '|ภ|า|ษ|า', because: 'Thai is written without spaces' },
    { text: 'mBERT를', wants: '|mbert|를', because: 'Korean particle' },
    { text: 'ﬁne', wants: '|fine', because: 'one start for a ligature' },
  ])('of $text are $wants: $because', ({ text, wants }) => {
    expect(bars(text)).toBe(wants);
  });

  it('remembers a line break', () => {
    const { length, marks } = squeeze('ab\ncd ef');
    expect(Array.from(marks.subarray(0, length), (mark) => mark & AFTER_BREAK)).toEqual([0, 0, AFTER_BREAK, 0, 0, 0]);
  });
});

/** What the character at an offset may contribute: its folded letters. */
function lettersAt(text: string, offset: number): string {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdfff) {
    const code = foldCode(unit);
    return code === SEVERAL ? expansion(unit) : code > SEVERAL ? String.fromCharCode(code) : '';
  }
  return foldCharacter(String.fromCodePoint(text.codePointAt(offset)!)) ?? '';
}

/** Every letter has to be found again at its offset in the text. */
function leadsBack(text: string): void {
  const { length, codes, at, marks, prefix } = squeeze(text);
  expect(length).toBeLessThanOrEqual(codes.length);
  expect(length).toBeLessThan(prefix.length);
  let last = 0;
  for (let i = 0; i < length; i++) {
    if (at[i]! < last || at[i]! >= text.length)
      throw new Error(`letter ${i}: offset ${at[i]} after ${last} in ${text.length}`);
    last = at[i]!;
    if (!lettersAt(text, last).includes(String.fromCharCode(codes[i]!))) {
      throw new Error(`letter ${i} is ${String.fromCharCode(codes[i]!)}, at offset ${last} stands ${text[last]}`);
    }
  }
  if (length) expect(marks[0]! & WORD_START).toBe(WORD_START);
}

describe('the way back', () => {
  const hostile = [
    { text: 'S\\~{o}najaht &#45; {M}asakha', because: 'TeX and references' },
    { text: 'ﬁ\u00ADﬂ ﬀ', because: 'ligatures' },
    { text: '𝐗𝐋𝐒 𝐑', because: 'pairs of surrogates' },
    { text: 'a\ud83db', because: 'a high surrogate alone, a letter after it' },
    { text: 'a\ude00b', because: 'a low surrogate alone' },
    { text: '\ud83d\n\\emph{x}', because: 'a high surrogate before a line break' },
    { text: '\ud83d한', because: 'a high surrogate before Hangul' },
    { text: 'ﷺ'.repeat(5000), because: 'letters that fold to eighteen' },
    { text: '🅎'.repeat(5000), because: 'pairs that fold to three letters each' },
    { text: 'ﬃ'.repeat(20_000), because: 'nothing but ligatures' },
    { text: '&#45;'.repeat(3000), because: 'nothing but references' },
  ];
  it.each(hostile)('leads from each letter to its place: $because', ({ text }) => leadsBack(text));

  const piece = fc.oneof(
    anyText(20),
    fc.constantFrom(
      '\\emph{',
      '\\~{o}',
      '\\n',
      '&#45;',
      '&amp;',
      'Low45;',
      '\ud83d',
      '\ude00',
      'ﬃ',
      'ﷺ',
      '🅎',
      '\u00AD',
      '\n',
      '한',
      '語',
      'ﾞ',
      'e\u0301',
    ),
  );
  it('holds for any text', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => leadsBack(pieces.join(''))));
  });
});

describe('hashes', () => {
  it('of a slice and of the string are one', () => {
    fc.assert(
      fc.property(anyText(60), fc.nat(), fc.nat(), (text, a, b) => {
        const { length, codes, prefix } = squeeze(text);
        const [from, to] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
        expect(hashSlice(prefix, from, to)).toBe(hashOf(String.fromCharCode(...codes.subarray(from, to))));
      }),
    );
  });
});

describe('time', () => {
  const best = (text: string) => leastTime(7, () => squeeze(text));
  it.each([
    { unit: 'The quick brown fox reads cross-lingual papers. ', because: 'prose' },
    { unit: '\\', because: 'backslashes' },
    { unit: '\\aaaaaaaaaaaaaaaaaaaaaaaaaaaa', because: 'long TeX commands' },
    { unit: '&', because: 'ampersands' },
    { unit: 'a45;', because: 'broken references' },
    { unit: '語', because: 'Chinese' },
    { unit: '\ud83d\ude00', because: 'emoji' },
    { unit: '-', because: 'separators' },
  ])('grows with the length and no faster: $because', ({ unit }) => {
    const text = unit.repeat(Math.ceil(12_000 / unit.length));
    squeeze(text.repeat(10)); // room and folding tables are made once
    const [short, long] = [best(text), best(text.repeat(10))];
    expect(long / Math.max(short, 0.05)).toBeLessThan(30);
  });
});
