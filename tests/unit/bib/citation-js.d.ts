// The parts of Citation.js, which ships no types, that the tests use as a second reader.
declare module '@citation-js/core' {
  export interface CslData {
    type?: string;
    title?: string;
    author?: { family?: string; given?: string; literal?: string; 'non-dropping-particle'?: string; suffix?: string }[];
    issued?: { 'date-parts'?: number[][] };
    'container-title'?: string;
    'event-title'?: string;
    DOI?: string;
    URL?: string;
    abstract?: string;
    number?: string;
  }
  export class Cite {
    constructor(data: string, options?: { forceType: string });
    data: CslData[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
