import { foldWords } from '../text/fold';
import { cut } from '../util/cut';

/** Papers that were read here before: paper id and the last time, in milliseconds since 1970. */
export type Seen = Readonly<Record<string, number>>;

/** A query that was asked, and when. */
export interface Lookup {
  query: string;
  at: number;
}

/** What is remembered beside the reading list, newest first where it is a list. The reader can switch off either; private windows add nothing. */
export interface History {
  seen: Seen;
  recent: readonly Lookup[];
}

/** Open pages hear of every change of it, whole: so not too many. */
const SEEN_MAX = 2000;
const RECENT_MAX = 50;
const QUERY_MAX = 200;
/** A query typed on within this time is one lookup, in milliseconds. */
const TYPING = 15_000;

/** With a paper seen; the longest unseen go where there are too many, never the paper itself: the clock may have been put back. */
export function withSeen(seen: Seen, id: string, at: number): Seen {
  const { [id]: _, ...others } = seen;
  return Object.fromEntries([...latest(Object.entries(others), SEEN_MAX - 1), [id, at]]);
}

/** The papers of two histories, each at its last time; the longest unseen go where there are too many. */
export function joinSeen(a: Seen, b: Seen): Seen {
  const times = new Map(Object.entries(a));
  for (const [id, at] of Object.entries(b)) times.set(id, Math.max(at, times.get(id) ?? 0));
  return Object.fromEntries(latest([...times], SEEN_MAX));
}

/** As they come, or the latest where there are too many: an object's order says nothing of when a paper was read. */
const latest = (times: [id: string, at: number][], most: number) =>
  times.length > most ? times.sort((a, b) => b[1] - a[1]).slice(0, most) : times;

/** With a query in front, whatever the clock says. The same query before goes, and so does the beginning it was typed on from. */
export function withLookup(recent: readonly Lookup[], query: string, at: number): readonly Lookup[] {
  const asked = cut(query.replace(/\s+/g, ' ').trim(), QUERY_MAX);
  if (!asked) return recent;
  const key = lookupKey(asked);
  const isBeginning = (one: Lookup, i: number) =>
    i === 0 && Math.abs(at - one.at) < TYPING && key.startsWith(lookupKey(one.query));
  const others = recent.filter((one, i) => lookupKey(one.query) !== key && !isBeginning(one, i));
  return [{ query: asked, at }, ...others].slice(0, RECENT_MAX);
}

/** The lookups of two lists, each once at its last time. What was typed on from what is not asked here: both lists have done that. */
export function joinLookups(a: readonly Lookup[], b: readonly Lookup[]): readonly Lookup[] {
  const last = new Map<string, Lookup>();
  for (const one of [...a, ...b].sort((one, other) => other.at - one.at)) {
    const key = lookupKey(one.query);
    if (!last.has(key)) last.set(key, one);
  }
  return [...last.values()].slice(0, RECENT_MAX);
}

export const withoutLookup = (recent: readonly Lookup[], query: string): readonly Lookup[] =>
  recent.filter((one) => one.query !== query);

/** With a query that was taken off in its place again: before those that were `older` than it. */
export function withLookupBack(recent: readonly Lookup[], gone: Lookup, older: readonly Lookup[]): readonly Lookup[] {
  const others = withoutLookup(recent, gone.query);
  const place = others.findIndex((one) => older.some(({ query, at }) => query === one.query && at === one.at));
  return others.toSpliced(place < 0 ? others.length : place, 0, gone);
}

const lookupKey = (query: string) => foldWords(query) || query;

/** What storage holds of it; what is damaged is left out. */
export function readSeen(stored: unknown): Seen {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    latest(
      Object.entries(stored).filter(([, at]) => isTime(at)),
      SEEN_MAX,
    ),
  );
}

export function readRecent(stored: unknown): readonly Lookup[] {
  if (!Array.isArray(stored)) return [];
  return stored
    .filter((one): one is Lookup => typeof one?.query === 'string' && one.query !== '' && isTime(one.at))
    .map(({ query, at }) => ({ query: cut(query, QUERY_MAX), at }))
    .slice(0, RECENT_MAX);
}

const isTime = (at: unknown): at is number => typeof at === 'number' && Number.isFinite(at) && at >= 0;
