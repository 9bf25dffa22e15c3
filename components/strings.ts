import { counting } from '../lib/util/counting';
import { type Direction, directionOf, isolated } from '../lib/util/direction';
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

type Translator = (key: MessageKey, substitutions?: string[]) => string;
let translate: Translator = (key) => key;
let interfaceLanguage = 'en';
let dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
let counted = counting((key) => key, 'en');
let languages = new Intl.DisplayNames('en', { type: 'language' });
let direction: Direction = 'ltr';

/** Gives the components their strings, and the language these are in. Entrypoints call it once, before they render. */
export function setStrings(translator: Translator, language: string): void {
  translate = translator;
  interfaceLanguage = language;
  dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  counted = counting((key, values) => translator(key as MessageKey, values), language);
  languages = new Intl.DisplayNames(language, { type: 'language' });
  direction = directionOf(language);
}

/** The language of the interface, for numbers and dates. */
export const language = () => interfaceLanguage;
const whole = <T extends string | number>(value: T) => (typeof value === 'string' ? isolated(value, direction) : value);

/** A string of public/_locales in the reader's language. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return translate(
    key,
    substitutions.map((value) => String(whole(value))),
  );
}

/** A string that counts: `papers` is looked up as `papers_one`, `papers_few`, `papers_other` … after CLDR's plural rules. */
export function count(key: string, n: number, ...substitutions: (string | number)[]): string {
  return counted(key, n, ...substitutions.map(whole));
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
