/** Small words that few languages share, of the languages most abstracts are written in. */
const SMALL_WORDS: Record<string, string> = {
  en: 'the of and to we for with that are this from which',
  de: 'der die und das ist mit wird für werden nicht eine einer',
  fr: 'les des est une dans pour que sur nous par avec cette',
  es: 'los las una que para del con por como este se en',
  pt: 'uma para com não dos que por são como mais foi em',
  it: 'della che per una sono con nel dei questo gli alla degli',
  nl: 'het van een voor zijn met wordt niet deze ook aan',
  pl: 'jest się nie dla oraz przez które jako tym został',
  sv: 'och att som för med inte den av är till',
  tr: 've bir bu için ile olarak olan daha veya',
  id: 'yang dan untuk dengan dari pada ini dalam adalah',
  vi: 'của và các cho được trong một là với',
};
const WORDS = new Map<string, string[]>();
for (const [language, words] of Object.entries(SMALL_WORDS))
  for (const word of words.split(' ')) WORDS.set(word, [...(WORDS.get(word) ?? []), language]);

/** Scripts that say the language, or the most likely one. */
const SCRIPTS: [RegExp, string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Cyrillic}/gu, 'ru'],
  [/\p{sc=Arabic}/gu, 'ar'],
  [/\p{sc=Devanagari}/gu, 'hi'],
  [/\p{sc=Greek}/gu, 'el'],
  [/\p{sc=Hebrew}/gu, 'he'],
  [/\p{sc=Thai}/gu, 'th'],
];

/**
 * The language that a text is most likely in, as its code; undefined where too little tells. For counting what a collection holds, not for deciding
 * how a text is read.
 */
export function guessLanguage(text: string): string | undefined {
  const head = text.slice(0, 600);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (!letters) return undefined;
  // Most abstracts are in Latin letters.
  for (const [script, language] of /[^\u0000-\u024F\u2000-\u22FF]/.test(head) ? SCRIPTS : []) {
    const share = (head.match(script)?.length ?? 0) / letters;
    // Japanese mixes its syllables with Chinese characters.
    if (share > (language === 'ja' ? 0.1 : 0.4)) return language;
  }
  const counts = new Map<string, number>();
  for (const word of head.toLowerCase().match(/\p{L}+/gu) ?? [])
    for (const language of WORDS.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}
