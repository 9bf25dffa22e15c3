import * as v from 'valibot';
import { ENTRY, LIMITS, type SavedEntry } from '../saved/entry';
import { readRecent, readSeen } from '../saved/history';
import { fail, ok, type Result } from '../util/result';
import { changesOf, readSettings } from './schema';
import type { UserData } from './user-data';

/** A backup is one JSON file that says what it is, how much is in it, and by a hash of `data` whether it is whole. */
export const BACKUP_VERSION = 1;
const FORMAT = 'sidelight-backup';
/** In characters: the longest list with the longest notes is shorter. */
export const BACKUP_MAX = 250_000_000;

/** Steps from one version of the file's data to the next, as in `migrations.ts`; each version has its sample in tests/fixtures/backups. */
const STEPS: readonly ((data: unknown) => unknown)[] = [];

const FILE = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  made: v.string(),
  papers: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.string(),
  // As it stands, whatever its fields' names: the hash is of all of it.
  data: v.custom<object>((data) => typeof data === 'object' && data !== null && !Array.isArray(data)),
});
const DATA = v.object({
  settings: v.record(v.string(), v.unknown()),
  saved: v.pipe(v.array(ENTRY), v.maxLength(LIMITS.entries)),
  seen: v.record(v.string(), v.number()),
  recent: v.array(v.object({ query: v.string(), at: v.number() })),
});

/** Why a file is none that can be restored; `place` says where in it, in the file's own words. */
export interface BadBackup {
  code: 'too-big' | 'not-json' | 'not-a-backup' | 'newer' | 'damaged' | 'wrong-data';
  message: string;
  place?: string;
}

export interface Backup {
  /** When it was made, in milliseconds since 1970. */
  made: number;
  data: UserData;
}

/** The file's text. @param now milliseconds since 1970 */
export async function writeBackup({ settings, saved, seen, recent }: UserData, now: number): Promise<string> {
  const data = { settings, saved: [...saved.values()], seen, recent };
  const file = {
    format: FORMAT,
    version: BACKUP_VERSION,
    made: new Date(now).toISOString(),
    papers: saved.size,
    sha256: await sha256(JSON.stringify(data)),
    data,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads a file whole before anything is done with it. */
export async function readBackup(text: string): Promise<Result<Backup, BadBackup>> {
  const bad = (code: BadBackup['code'], message: string, place?: string) =>
    fail<BadBackup>({ code, message, ...(place && { place }) });
  if (text.length > BACKUP_MAX) return bad('too-big', `longer than ${BACKUP_MAX} characters`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return bad('not-json', String(error));
  }
  const file = v.safeParse(FILE, parsed);
  if (!file.success) return bad('not-a-backup', file.issues[0].message, v.getDotPath(file.issues[0]) ?? undefined);
  const { version, made, papers, sha256: expected, data } = file.output;
  if (version > BACKUP_VERSION) return bad('newer', `version ${version}, this Sidelight reads up to ${BACKUP_VERSION}`);
  if ((await sha256(JSON.stringify(data))) !== expected) return bad('damaged', 'the hash is another');
  const checked = v.safeParse(
    DATA,
    STEPS.slice(version - 1).reduce((older, step) => step(older), data as unknown),
  );
  if (!checked.success)
    return bad('wrong-data', checked.issues[0].message, v.getDotPath(checked.issues[0]) ?? undefined);
  const { settings, saved, seen, recent } = checked.output;
  const entries = new Map((saved as SavedEntry[]).map((entry) => [entry.paper.id, entry]));
  if (entries.size !== papers || saved.length !== papers)
    return bad('wrong-data', `${entries.size} papers, not ${papers}`, 'saved');
  return ok({
    made: Date.parse(made) || 0,
    data: {
      settings: changesOf(readSettings(settings)),
      saved: entries,
      seen: readSeen(seen),
      recent: readRecent(recent),
    },
  });
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
