import browser from 'webextension-polyfill';
import { counting } from '../util/counting';

/** A string of public/_locales; '' where the key is unknown. */
export const message = (key: string, substitutions?: string[]) => browser.i18n.getMessage(key, substitutions);

/** The language that the strings are in. It is not the browser's where that has no translation: then they are English. */
export const language = () => message('language');

/** A string that counts, for what the browser draws itself; components have their own. */
export const count = (key: string, n: number) => counting(message, language())(key, n);
