/**
 * A plugin for Vite: WXT's context of a content script is left out. It tells of each start by an event on the page's document, under a name made of
 * the extension's id: a page could listen for it, or send it and so end the script. Ours meet otherwise (entrypoints/content/start.ts).
 */
export const noHandshake = {
  name: 'sidelight:no-handshake',
  transform: (code: string, id: string) => {
    if (!id.endsWith('/wxt/dist/utils/content-script-context.mjs')) return undefined;
    if (!code.includes('stopOldScripts()'))
      throw new Error('WXT meets old scripts otherwise than it did: see tests/tools/no-handshake.ts');
    return { code: 'export class ContentScriptContext {}', map: null };
  },
};
