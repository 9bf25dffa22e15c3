import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

type Translator = (key: MessageKey, substitutions?: string[]) => string;
let translate: Translator = (key) => key;
let plural = new Intl.PluralRules('en');

/** Gives the components the browser's translations. Entrypoints call it once, before they render. */
export function setStrings(translator: Translator, language: string): void {
  translate = translator;
  plural = new Intl.PluralRules(language);
}

/** A string of public/_locales in the reader's language. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return translate(key, substitutions.map(String));
}

/** A string that counts: `papers` is looked up as `papers_one`, `papers_few`, `papers_other` … after CLDR's plural rules. */
export function count(key: string, n: number): string {
  const text = translate(`${key}_${plural.select(n)}` as MessageKey, [String(n)]);
  return text || translate(`${key}_other` as MessageKey, [String(n)]);
}
