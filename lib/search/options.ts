import type { Options } from 'minisearch';
import type { Paper } from '../papers/paper';
import { stemEnglish } from '../text/stem';
import { wordsOf } from '../text/words';

/** Changes with anything that makes a stored index unreadable or wrong: fields, tokenizer, term processing. */
export const OPTIONS_VERSION = 1;

/** The one copy of MiniSearch's options, for build and runtime: a serialised index must be loaded with what it was built with. */
export const SEARCH_OPTIONS: Options<Paper> = {
  idField: 'id',
  fields: ['title', 'abstract', 'authors'],
  extractField: (paper, field) => {
    const value = paper[field as keyof Paper];
    return Array.isArray(value) ? value.join(' ') : String(value ?? '');
  },
  tokenize: wordsOf,
  processTerm: stemEnglish,
};

/** A title's word is worth this many of an abstract's: between 2 and 3 as ENGINES.md measured, above it ranking suffers. */
export const FIELD_BOOST = { title: 2.5, abstract: 1, authors: 1.5 };
