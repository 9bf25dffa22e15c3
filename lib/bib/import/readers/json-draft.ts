import { isPublished, kindOfType } from '../../kind';
import { type Draft, fieldOf, setField } from '../fields';

type Json = Record<string, unknown>;

/**
 * A record of JSON as a draft: plain fields, CSL-JSON, and what Crossref, Semantic Scholar, OpenAlex and reference managers write. Keys are only
 * read, never used to write, so that "__proto__" is a name like any other.
 */
export function draftOfJson(whole: unknown, line: number): Draft {
  const draft: Draft = { line };
  if (!isObject(whole)) return draft;
  // Crossref's answer about one work has it in a message.
  const message = Object.hasOwn(whole, 'message') && !Object.hasOwn(whole, 'title') && whole['message'];
  const value = isObject(message) ? message : whole;
  for (const [key, inner] of Object.entries(value)) {
    const field = fieldOf(key);
    if (field === undefined) {
      if (isIdentifiers(key, inner)) setIdentifiers(draft, inner);
      continue;
    }
    if (field === 'authors') {
      const authors = authorsOf(inner);
      if (authors.length) draft.authors ??= authors;
    } else if (field === 'year') {
      const year = dateOf(inner);
      if (year) draft.year ??= year;
    } else {
      const texts = Array.isArray(inner) ? inner.slice(0, 10) : [inner];
      for (const one of texts) {
        const text = textOf(one);
        if (!text) continue;
        setField(draft, field, text);
        if (field !== 'url') break;
      }
    }
  }
  const text = (key: string) => (Object.hasOwn(value, key) && typeof value[key] === 'string' ? value[key] : '');
  const kind = kindOfType(text('type') || text('itemType'));
  if (kind) draft.kind = kind;
  if (isPublished(kind) && text('publisher')) draft.venue ??= text('publisher');
  // CSL-JSON keeps arXiv's identifier in number or note.
  for (const key of ['number', 'note', 'archive_location', 'extra']) {
    const id = /arxiv:\s*([\w./-]{5,30})/i.exec(text(key).slice(0, 1000))?.[1];
    if (id) draft.arxiv ??= id;
  }
  return draft;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIdentifiers = (key: string, value: unknown): value is Json =>
  /^(?:externalids|ids|identifiers)$/i.test(key.replace(/_/g, '')) && isObject(value);

function setIdentifiers(draft: Draft, ids: Json): void {
  for (const [key, id] of Object.entries(ids)) {
    const field = fieldOf(key);
    if ((field === 'doi' || field === 'arxiv' || field === 'acl') && typeof id === 'string') draft[field] ??= id;
  }
}

/** A text, or the name in an object: {"name": "ACL"}. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (!isObject(value)) return '';
  for (const key of ['name', 'display_name', 'value', 'title', 'id', 'URL', 'url']) {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof inner === 'string') return inner;
  }
  return '';
}

function authorsOf(value: unknown): string[] {
  if (typeof value === 'string') return listOf(value);
  if (!Array.isArray(value)) return isObject(value) ? [authorOf(value)].filter(Boolean) : [];
  return value.map((one) => (typeof one === 'string' ? one : isObject(one) ? authorOf(one) : '')).filter(Boolean);
}

function authorOf(author: Json): string {
  const get = (...keys: string[]) => {
    for (const key of keys) {
      const text = Object.hasOwn(author, key) ? author[key] : undefined;
      if (typeof text === 'string' && text.trim()) return text.trim();
    }
    return '';
  };
  const family = get('family', 'lastName', 'last', 'last_name', 'familyName', 'surname');
  const given = get('given', 'firstName', 'first', 'first_name', 'givenName', 'forename');
  const particle = get('non-dropping-particle', 'dropping-particle');
  if (family) return [given, particle, family, get('suffix')].filter(Boolean).join(' ');
  const name = get('name', 'literal', 'display_name', 'fullName', 'full_name', 'author');
  if (name) return name;
  return Object.hasOwn(author, 'author') && isObject(author['author']) ? textOf(author['author']) : given;
}

const listOf = (text: string): string[] => {
  const draft: Draft = { line: 0 };
  setField(draft, 'authors', text);
  return draft.authors ?? [];
};

/** A year or date: 2021, "2021-05-03", {"date-parts": [[2021, 5]]}, {"raw": "May 2021"}. */
function dateOf(value: unknown): string | number | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  const parts = value['date-parts'];
  const first: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
  if (typeof first === 'number' || typeof first === 'string') return first;
  for (const key of ['raw', 'literal', 'year']) {
    const text = Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof text === 'string' || typeof text === 'number') return text;
  }
  return undefined;
}
