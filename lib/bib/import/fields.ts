import type { PaperKind } from '../../papers/paper';
import type { Problem } from './problem';

/** What a record of any format says of a paper, before it is cleaned. */
export interface Draft {
  /** Where the record begins, from 1. */
  line: number;
  title?: string;
  abstract?: string;
  authors?: string[];
  year?: string | number;
  venue?: string;
  /** The record's type, where it tells one. */
  kind?: PaperKind;
  doi?: string;
  arxiv?: string;
  acl?: string;
  /** Addresses: of the paper, or with its identifiers in them. */
  urls?: string[];
  code?: string;
  licence?: string;
  source?: string;
  /** The fields are LaTeX. */
  tex?: boolean;
  /** An entry that this one takes unknown fields from was not in the file. */
  orphan?: string;
}

/** A record that was read, or why it was not. */
export type Raw = { draft: Draft } | { problem: Problem };

export const FIELDS = [
  'title',
  'abstract',
  'authors',
  'year',
  'venue',
  'doi',
  'arxiv',
  'acl',
  'url',
  'code',
  'licence',
  'source',
] as const;
/** A field that a column or key can stand for. */
export type Field = (typeof FIELDS)[number];

const NAMES: Record<Field, string> = {
  title: 'title articletitle documenttitle papertitle ti displayname name',
  abstract: 'abstract abstractnote summary description ab annote',
  authors: 'authors author authorfullnames creators creator au authornames authorships writers',
  year: 'year publicationyear pubyear published date issued publicationdate py datepublished publisheddate releaseyear',
  venue:
    'venue journal journaltitle booktitle containertitle conference publicationtitle sourcetitle publication journalref publicationname proceedings  journalname conferencename',
  doi: 'doi',
  arxiv: 'arxiv arxivid eprint',
  acl: 'acl aclid anthologyid',
  url: 'url link urls links href pdf pdfurl landingpage uri paperurl urlpdf',
  code: 'code coderepository github githubrepo repository codeurl',
  licence: 'license licence rights copyright',
  source: 'source database provenance dataprovider librarycatalog origin',
};

const BY_NAME = new Map<string, Field>(
  FIELDS.flatMap((field) => NAMES[field].split(' ').map((name): [string, Field] => [name, field])),
);

/** The field that a column or key means: "Article Title", "article_title" and "articleTitle" are one name. */
export function fieldOf(name: string): Field | undefined {
  return name.length > 60 ? undefined : BY_NAME.get(name.toLowerCase().replace(/[^a-z]/g, ''));
}

/** Puts a text into its field; the first that says something stays, addresses are gathered. */
export function setField(draft: Draft, field: Field, value: string): void {
  if (!value) return;
  if (field === 'url')
    (draft.urls ??= []).push(
      ...value
        .slice(0, 8000)
        .split(/[\s;|](?=https?:)/)
        .slice(0, 10),
    );
  else if (field === 'authors') draft.authors ??= splitAuthors(value);
  else draft[field] ??= value;
}

/**
 * Authors from one text. Semicolons, "and" or line breaks part them; commas do where each piece is a whole name, else a comma parts family and given name.
 */
export function splitAuthors(list: string): string[] {
  const text = list.replace(/[^\S\n]+/g, ' ');
  const parts = (by: RegExp) =>
    text
      .split(by)
      .map((part) => part.trim())
      .filter(Boolean);
  if (/[;|\n]/.test(text)) return parts(/[;|\n]/);
  if (/ and /i.test(text)) {
    const names = parts(/,? and /i);
    // "Ann Lee, Bo Xu, and Cy Oz": the commas part names as well. In "García Márquez, Gabriel José and Vargas Llosa, Mario" each name has its own.
    return names.length === 2 && names[0]!.includes(',') && !names[1]!.includes(',') && wholeNames(names[0]!)
      ? [...names[0]!.split(','), names[1]!].map((name) => name.trim()).filter(Boolean)
      : names;
  }
  return text.includes(',') && wholeNames(text) ? parts(/,/) : parts(/$^/);
}

const wholeNames = (text: string) => text.split(',').every((name) => /\S\s+\S/.test(name.trim()));
