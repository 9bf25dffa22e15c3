import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

type Translator = (key: MessageKey, substitutions?: string[]) => string;
let translate: Translator = (key) => key;
let plural = new Intl.PluralRules('en');
let interfaceLanguage = 'en';
let dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
let languages = new Intl.DisplayNames('en', { type: 'language' });

/** Gives the components the browser's translations. Entrypoints call it once, before they render. */
export function setStrings(translator: Translator, language: string): void {
  translate = translator;
  interfaceLanguage = language;
  plural = new Intl.PluralRules(language);
  dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  languages = new Intl.DisplayNames(language, { type: 'language' });
}

/** The language of the interface, for numbers and dates. */
export const language = () => interfaceLanguage;

/** A string of public/_locales in the reader's language. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return translate(key, substitutions.map(String));
}

/** A string that counts: `papers` is looked up as `papers_one`, `papers_few`, `papers_other` … after CLDR's plural rules. */
export function count(key: string, n: number, ...substitutions: (string | number)[]): string {
  const values = [n, ...substitutions].map(String);
  const text = translate(`${key}_${plural.select(n)}` as MessageKey, values);
  return text || translate(`${key}_other` as MessageKey, values);
}

/** A language by its name in the reader's language: "Swahili" for "sw". */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** A day as the reader writes it: "28 Nov 2026". `at` is in milliseconds since 1970. */
export const date = (at: number): string => dates.format(at);
