import { joinLookups } from '../saved/history';
import type { UserData } from './user-data';

/** What is kept when a restore or a wipe is taken back: what was there `before`, and what came since it had `written` its own. */
export function undone(before: UserData, written: UserData, now: UserData): UserData {
  const saved = [...now.saved].filter(([id]) => !written.saved.has(id));
  const seen = Object.entries(now.seen).filter(([id]) => !Object.hasOwn(written.seen, id));
  const asked = new Set(written.recent.map(({ query }) => query));
  return {
    settings: before.settings,
    saved: new Map([...saved, ...before.saved]),
    seen: { ...Object.fromEntries(seen), ...before.seen },
    recent: joinLookups(
      before.recent,
      now.recent.filter(({ query }) => !asked.has(query)),
    ),
  };
}
