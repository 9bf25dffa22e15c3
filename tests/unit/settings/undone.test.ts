import { expect, it } from 'vitest';
import { undone } from '../../../lib/settings/undone';
import { NO_DATA, type UserData } from '../../../lib/settings/user-data';
import { entries, entry, han, mind, xgqa } from '../saved/samples';

const before: UserData = {
  settings: { theme: 'dark' },
  saved: entries(entry(xgqa, { note: 'mine' })),
  seen: { a: 1 },
  recent: [{ query: 'xgqa', at: 1 }],
};

it('a merge taken back leaves nothing that it brought', () => {
  const written: UserData = {
    settings: { theme: 'dark', marks: 'none' },
    saved: entries(entry(xgqa, { note: 'mine\n\ntheirs' }), entry(mind)),
    seen: { a: 1, b: 2 },
    recent: [{ query: 'mind', at: 2 }, ...before.recent],
  };
  expect(undone(before, written, written)).toEqual(before);
});

it('what came since stays', () => {
  const since: UserData = { ...NO_DATA, saved: entries(entry(han)), seen: { c: 3 }, recent: [{ query: 'han', at: 3 }] };
  expect(undone(before, NO_DATA, since)).toEqual({
    settings: before.settings,
    saved: new Map([...since.saved, ...before.saved]),
    seen: { a: 1, c: 3 },
    recent: [...since.recent, ...before.recent],
  });
});
