import browser from 'webextension-polyfill';

/** Everything that the manifest asks for. A site cannot be named: where the browser keeps us out, it does not tell where a tab is. */
const SITES = { origins: ['<all_urls>'] };

/** Whether the reader keeps Sidelight out of sites. Firefox and Chromium both let the access to them be taken back. */
export const isKeptOut = async (): Promise<boolean> => !(await browser.permissions.contains(SITES));

/** Asks for the access to sites. Call it straight from a click; the background brings the content script in once it is given. */
export const askToEnter = (): Promise<boolean> => browser.permissions.request(SITES);
