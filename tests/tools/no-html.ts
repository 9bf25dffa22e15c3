/** Where Preact, in its pinned version, would set and compare HTML: the only places of the shipped code that could. */
const SET = /(\w+)\.innerHTML=(\w+)\.__html/g;
const COMPARED = /(\w+)\.__html==(\w+)\.innerHTML/g;

/** Preact's code in which what is given as HTML is set as text. Throws where the places are no longer as they were. */
export function withoutHtml(code: string): string {
  if (code.match(SET)?.length !== 1 || code.match(COMPARED)?.length !== 1)
    throw new Error('Preact sets HTML elsewhere than it did: see tests/tools/no-html.ts');
  return code.replace(SET, '$1.textContent=$2.__html').replace(COMPARED, '$1.__html==$2.textContent');
}

/** A plugin for Vite: nothing of the package can set HTML, whatever it is handed. */
export const noHtml = {
  name: 'sidelight:no-html',
  transform: (code: string, id: string) =>
    /\/node_modules\/preact\/dist\/preact\.\w+$/.test(id) ? { code: withoutHtml(code), map: null } : undefined,
};
