import browser from 'webextension-polyfill';
import type { About } from '../corpus/build';

/** The extension as it was packed: its version, policy and permissions, and the files of its shelf. */
export const version = (): string => browser.runtime.getManifest().version;
export const ownPage = (page: 'options' | 'welcome' | 'proof'): string => browser.runtime.getURL(`${page}.html`);

/** The policy of the extension's pages, as the browser has it in the manifest. */
export function policy(): string {
  const { content_security_policy: all } = browser.runtime.getManifest() as { content_security_policy?: unknown };
  return (all as { extension_pages?: string } | undefined)?.extension_pages ?? '';
}

export function permissions(): string[] {
  const { permissions: named = [], host_permissions: hosts = [] } = browser.runtime.getManifest() as {
    permissions?: string[];
    host_permissions?: string[];
  };
  return [...named, ...hosts];
}

/** A file of the shelf, by its name in public/corpus. */
export async function corpusFile(name: string): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(`corpus/${name}`));
  if (!response.ok) throw new Error(`corpus/${name}: ${response.status}`);
  return response.arrayBuffer();
}

export const readAbout = async (): Promise<About> =>
  JSON.parse(new TextDecoder().decode(await corpusFile('about.json'))) as About;

/** Whether this page is in a private window. */
export const isPrivate = (): boolean => browser.extension.inIncognitoContext === true;
