import { isPublished, kindOfType } from '../../kind';
import type { Draft, Raw } from '../fields';
import { setField } from '../fields';
import { problem } from '../problem';
import { type Line, Lines } from './lines';
import type { Reader, ReaderOptions } from './reader';

const TAG = /^\s{0,3}([A-Z][A-Z0-9]) {1,3}-(?: (.*))?$/;

/** RIS: a field a line, from TY to ER. Lines without a tag go on with the field before. */
export function risReader({ limits }: ReaderOptions): Reader {
  const lines = new Lines(limits.record);
  let record: { line: number; type: string; fields: [string, string][]; size: number; closed: boolean } | undefined;

  function* close(): Generator<Raw> {
    if (!record) return;
    const { line, type, fields, size, closed } = record;
    record = undefined;
    if (size > limits.record) yield { problem: problem('long', line, [limits.record]) };
    else if (fields.length || closed) yield { draft: draftOf(line, fields, type) };
  }

  function* take({ text, line, long }: Line): Generator<Raw> {
    const [, tag, value = ''] = TAG.exec(long ? text.slice(0, 200) : text) ?? [];
    if (tag === 'TY') {
      yield* close();
      record = { line, type: value.trim(), fields: [], size: 0, closed: false };
      return;
    }
    if (!record) {
      if (tag && tag !== 'ER') record = { line, type: '', fields: [], size: 0, closed: false };
      else return;
    }
    if (tag === 'ER') {
      record.closed = true;
      yield* close();
      return;
    }
    record.size += long ? limits.record + 1 : text.length + 8;
    if (record.size > limits.record) return;
    if (tag) record.fields.push([tag, value.trim()]);
    else if (text.trim() && record.fields.length) record.fields.at(-1)![1] += ` ${text.trim()}`;
  }

  return {
    *push(text) {
      for (const line of lines.push(text)) yield* take(line);
    },
    *end() {
      for (const line of lines.end()) yield* take(line);
      yield* close();
    },
  };
}

/** Venue by tag, the fullest name first. */
const VENUES = ['JF', 'T2', 'JO', 'BT', 'JA', 'J1', 'J2', 'C3', 'T3'];

function draftOf(line: number, fields: [string, string][], type: string): Draft {
  const draft: Draft = { line };
  const kind = kindOfType(type);
  if (kind) draft.kind = kind;
  const venue = new Map<string, string>();
  const authors: string[] = [];
  for (const [tag, value] of fields) {
    if (!value) continue;
    if (tag === 'TI' || tag === 'T1' || tag === 'CT') draft.title ??= value;
    else if (tag === 'AU' || tag === 'A1') authors.push(value);
    else if (tag === 'PY' || tag === 'Y1' || tag === 'DA') draft.year ??= value;
    else if (tag === 'AB' || tag === 'N2') draft.abstract ??= value;
    else if (tag === 'DO') draft.doi ??= value;
    else if (tag === 'UR' || tag === 'L1' || tag === 'L2' || tag === 'LK') setField(draft, 'url', value);
    else if (tag === 'DB' || tag === 'DP') draft.source ??= value;
    else if (tag === 'AN' || tag === 'N1' || tag === 'M1') {
      const id = /arxiv:\s*(\S{5,30})/i.exec(value.slice(0, 500))?.[1];
      if (id) draft.arxiv ??= id;
    } else if ((VENUES.includes(tag) || (tag === 'PB' && isPublished(kind))) && !venue.has(tag)) venue.set(tag, value);
  }
  // A book's or proceedings' own title can stand in BT alone.
  if (!draft.title && venue.has('BT')) {
    draft.title = venue.get('BT')!;
    venue.delete('BT');
  }
  const name = [...VENUES, 'PB'].find((tag) => venue.has(tag));
  if (name) draft.venue = venue.get(name)!;
  if (authors.length) draft.authors = authors;
  return draft;
}
