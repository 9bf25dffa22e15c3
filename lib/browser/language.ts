import browser from 'webextension-polyfill';

/** The language of the browser's interface, and the direction it is written in. */
export const uiLanguage = () => browser.i18n.getUILanguage();
export const uiDirection = () => (browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr');

/** A string of public/_locales; '' where the key is unknown. */
export const message = (key: string, substitutions?: string[]) => browser.i18n.getMessage(key, substitutions);
