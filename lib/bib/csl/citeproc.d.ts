// citeproc ships no types; these are the parts that engine.ts uses (https://citeproc-js.readthedocs.io).
declare module 'citeproc' {
  import type { CslItem } from '../csl-json';

  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): CslItem;
  }
  class Engine {
    constructor(system: System, style: string, language: string, forceLanguage: boolean);
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [unknown, string[]] | false;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
