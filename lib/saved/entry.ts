import * as v from 'valibot';
import { PAPER_KINDS, type PaperHead } from '../papers/paper';
import { cut } from '../util/cut';
import { fail, ok, type Result } from '../util/result';

/** Where a paper was met. */
export interface Met {
  /** The page's title and address. */
  title: string;
  url: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** A paper on the reading list, with everything the reader added to it. */
export interface SavedEntry {
  /** When it was saved, in milliseconds since 1970. */
  at: number;
  tags: string[];
  note: string;
  read: boolean;
  /** Absent where it was found by searching, or in a private window. */
  met?: Met;
  /** As its shelf had it: the list outlives the shelf. */
  paper: PaperHead;
}

/** The reading list by paper id. */
export type Entries = ReadonlyMap<string, SavedEntry>;

/** In characters, except `entries` and `tags`. */
export const LIMITS = { entries: 20_000, tags: 50, tag: 60, note: 10_000, title: 2000, url: 8000, id: 200 } as const;

/** The latest time a Date can hold, in milliseconds (ECMAScript, time values). */
const LATEST = 8.64e15;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const filled = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const time = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LATEST));

const paperHead = v.object({
  id: filled(LIMITS.id),
  title: filled(LIMITS.title),
  authors: v.pipe(v.array(text(500)), v.maxLength(5000)),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
  venue: v.optional(text(1000)),
  kind: v.optional(v.picklist(PAPER_KINDS)),
  arxiv: v.optional(text(100)),
  acl: v.optional(text(200)),
  doi: v.optional(text(500)),
  code: v.optional(text(2000)),
  url: v.optional(text(2000)),
});

/** The shape of an entry, as it is stored and as a backup holds it. Fields of other versions are dropped. */
export const ENTRY = v.object({
  at: time,
  tags: v.pipe(v.array(filled(LIMITS.tag)), v.maxLength(LIMITS.tags)),
  note: text(LIMITS.note),
  read: v.boolean(),
  met: v.optional(v.object({ title: text(LIMITS.title), url: text(LIMITS.url), at: time })),
  paper: paperHead,
});

/** An entry from whatever storage or a file holds; undefined where it is none. */
export function readEntry(stored: unknown): SavedEntry | undefined {
  const result = v.safeParse(ENTRY, stored);
  return result.success ? (result.output as SavedEntry) : undefined;
}

/** A new entry: unread, without tags and note. Texts that are too long are cut. */
export function newEntry(paper: PaperHead, at: number, met?: Met): SavedEntry {
  return {
    at,
    tags: [],
    note: '',
    read: false,
    ...(met && {
      met: { title: cut(met.title, LIMITS.title), url: cut(met.url, LIMITS.url), at: met.at },
    }),
    paper: headOf(paper),
  };
}

/** Whether another paper fits, as a failure that says so. */
export function roomFor(more: number, count: number): Result<null> {
  if (count + more <= LIMITS.entries) return ok(null);
  return fail({ code: 'list-full', message: `the list holds ${LIMITS.entries} papers at most` });
}

/** Without the abstract, which stays with the shelf, and with absent fields absent. */
function headOf(paper: PaperHead): PaperHead {
  const { id, title, authors, year, venue, kind, arxiv, acl, doi, code, url } = paper;
  const known = Object.entries({ year, venue, kind, arxiv, acl, doi, code, url }).filter(
    ([, value]) => value !== undefined,
  );
  return { id, title, authors: [...authors], ...Object.fromEntries(known) };
}
