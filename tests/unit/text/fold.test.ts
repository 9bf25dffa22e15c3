import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCharacter, foldKey, foldWords } from '../../../lib/text/fold';
import { anyText } from '../any-text';

/** Texts that readers take for the same word: both sides have to fold to one key. */
const SAME = [
  { text: 'XQuAD', same: 'xquad', because: 'case' },
  { text: 'Sõnajaht', same: 'Sonajaht', because: 'accent' },
  { text: 'So\u0303najaht', same: 'Sõnajaht', because: 'accent as a combining mark' },
  { text: 'Việt Nam', same: 'viet nam', because: 'two accents on one letter' },
  {
    text: 'eﬃcient ﬁne-tuning of ﬂow and oﬀer',
    same: 'efficient fine-tuning of flow and offer',
    because: 'ligatures of PDFs',
  },
  { text: 'ＸＬＳ－Ｒ', same: 'XLS-R', because: 'full width' },
  { text: '𝐗𝐋𝐒-𝐑', same: 'XLS-R', because: 'bold letters of mathematics' },
  { text: '𝒳𝔏𝕊', same: 'xls', because: 'script, Fraktur and double-struck letters' },
  { text: '𝟚𝟘𝟚𝟝', same: '2025', because: 'styled digits' },
  { text: 'ⓧⓛⓢ', same: 'xls', because: 'letters in circles' },
  { text: 'Iğdır', same: 'igdir', because: 'Turkish dotless i' },
  { text: 'İstanbul', same: 'istanbul', because: 'Turkish capital i with its dot' },
  { text: 'Straße', same: 'STRASSE', because: 'ß' },
  { text: 'STRAẞE', same: 'strasse', because: 'capital ẞ' },
  { text: 'Ærø', same: 'aero', because: 'æ and ø' },
  { text: 'Cœur', same: 'coeur', because: 'œ' },
  { text: 'Đorđe', same: 'dorde', because: 'đ' },
  { text: 'Łódź', same: 'lodz', because: 'ł' },
  { text: 'Þór', same: 'thor', because: 'þ' },
  { text: 'ſupport', same: 'support', because: 'long s' },
  { text: 'cross\u00ADlingual', same: 'crosslingual', because: 'soft hyphen' },
  { text: 'cross\u200Blingual', same: 'crosslingual', because: 'zero-width space' },
  { text: '\uFEFFxGQA', same: 'xGQA', because: 'byte order mark' },
  { text: 'مُتَعَدِّد', same: 'متعدد', because: 'Arabic vowel marks' },
  { text: 'لـــغة', same: 'لغة', because: 'Arabic letters drawn out' },
  { text: 'ل\uFE7Dغة', same: 'لغة', because: 'an old code point of a vowel mark on a tatweel' },
  { text: 'أَلْسِنة', same: 'ألسنة', because: 'Arabic hamza with and without vowels' },
  { text: 'שָׁלוֹם', same: 'שלום', because: 'Hebrew points' },
  { text: 'क़लम', same: 'कलम', because: 'Hindi nukta, written or not' },
  { text: 'Ёлка', same: 'елка', because: 'Russian ё' },
  { text: 'ΜΟΝΤΕΛΑ', same: 'μοντέλα', because: 'Greek capitals and accent' },
  { text: 'ΓΛΩΣΣΕΣ', same: 'γλώσσες', because: 'Greek final sigma is a small letter of Σ' },
  { text: '한국어'.normalize('NFD'), same: '한국어', because: 'Hangul syllables taken apart' },
];

/** Words that must stay apart. */
const DIFFERENT = [
  { text: 'कि', other: 'की', because: 'Hindi vowel signs are letters' },
  { text: 'भाषा', other: 'भष', because: 'Hindi vowel signs are not dropped' },
  { text: 'কথা', other: 'কথ', because: 'Bengali vowel signs are not dropped' },
  { text: 'ภาษา', other: 'ภษ', because: 'Thai vowels are not dropped' },
  { text: '한국어', other: '한국', because: 'each Hangul syllable counts' },
  { text: '언어', other: '안어', because: 'Hangul vowels count' },
  { text: '语言', other: '语', because: 'each Chinese character counts' },
  { text: 'XTREME', other: 'XTREME-R', because: 'another system' },
];

describe('foldKey', () => {
  it.each(SAME)('takes $text for $same: $because', ({ text, same }) => {
    expect(foldKey(text)).toBe(foldKey(same));
    expect(foldKey(text)).not.toBe('');
  });

  it.each(DIFFERENT)('keeps $text from $other: $because', ({ text, other }) => {
    expect(foldKey(text)).not.toBe(foldKey(other));
  });

  it('keeps a Hangul syllable whole', () => {
    expect(foldKey('한국어')).toBe('한국어');
  });

  it('has nothing for what is no letter', () => {
    for (const text of ['', ' ', '…—“”', '\u0000\u0007', '🎉', '\ud83d', '\ude00\ud83d'])
      expect(foldKey(text)).toBe('');
  });
});

describe('foldWords', () => {
  it.each([
    {
      text: '  Cross-Lingual:  “Visual” QA ',
      wants: 'cross lingual visual qa',
      because: 'one space for any separators',
    },
    { text: 'pre\u00ADtraining', wants: 'pretraining', because: 'a soft hyphen parts no word' },
    { text: 'S\\~onaveeb', wants: 's onaveeb', because: 'TeX is not read here' },
    { text: 'état-de-l’art', wants: 'etat de l art', because: 'apostrophes part words' },
    { text: '200+ languages', wants: '200 languages', because: 'digits are letters, + is not' },
    { text: 'a\ud83db', wants: 'a b', because: 'a lone surrogate is no letter' },
  ])('makes “$wants” of $text: $because', ({ text, wants }) => {
    expect(foldWords(text)).toBe(wants);
  });
});

describe('any text', () => {
  const anything = anyText(200);

  it('folds to letters and digits alone, and folding again changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const key = foldKey(text);
        expect(key).toMatch(/^[\p{L}\p{N}\p{M}]*$/u);
        expect(foldKey(key)).toBe(key);
      }),
    );
  });

  it.each(['\uFDFA', '\u3316', '\u1100 \u1161', '\uFFA1-\uFFC2'])('has in words what it has in the key: %j', (text) => {
    expect(foldWords(text).replaceAll(' ', '').normalize('NFC')).toBe(foldKey(text));
  });

  it('has in its words what it has in its key', () => {
    fc.assert(
      fc.property(anything, (text) => {
        // Half letters of a syllable that a space parts come together in the key.
        expect(foldWords(text).replaceAll(' ', '').normalize('NFC')).toBe(foldKey(text));
      }),
    );
  });

  it('is letters and digits of whichever unit', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      expect(foldCharacter(String.fromCharCode(unit)) ?? '').toMatch(/^[\p{L}\p{N}\p{M}]*$/u);
    }
  });
});
