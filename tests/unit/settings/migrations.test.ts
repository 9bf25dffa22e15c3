import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate, SHAPE, SHAPE_KEY, type Stored } from '../../../lib/settings/migrations';
import { entry, xgqa } from '../saved/samples';

const sample = (shape: number): Stored =>
  JSON.parse(readFileSync(`tests/fixtures/storage/${shape}.json`, 'utf8')) as Stored;
const find = (id: string) => (id === xgqa.id ? xgqa : undefined);

/** As the browser does it: write, remove, and then the number. */
function bringUpToDate(stored: Stored): Stored {
  const changes = migrate(stored, find);
  if (!changes) return stored;
  const after = Object.entries({ ...stored, ...changes.set, [SHAPE_KEY]: SHAPE });
  return Object.fromEntries(after.filter(([key]) => !changes.remove.includes(key)));
}

describe('storage of every shape', () => {
  it.each(Array.from({ length: SHAPE }, (_, i) => i + 1))('%i walks up to today', (shape) => {
    expect(bringUpToDate(sample(shape))).toEqual(sample(SHAPE));
  });

  it('is left alone where it is of today, or of a later Sidelight', () => {
    expect(migrate(sample(SHAPE), find)).toBeUndefined();
    expect(migrate({ [SHAPE_KEY]: SHAPE + 1, saved: { a: 1 } }, find)).toBeUndefined();
  });
});

describe('1 -> 2', () => {
  it('killed half-way, it goes on where it was', () => {
    const changes = migrate(sample(1), find)!;
    expect(bringUpToDate({ ...sample(1), ...changes.set })).toEqual(sample(SHAPE));
  });

  it('leaves what was saved in the new way meanwhile', () => {
    const noted = entry(xgqa, { note: 'mine' });
    const after = bringUpToDate({ saved: { [xgqa.id]: 5 }, [`saved:${xgqa.id}`]: noted });
    expect(after).toEqual({ [`saved:${xgqa.id}`]: noted, [SHAPE_KEY]: SHAPE });
  });

  it.each([{ saved: undefined }, { saved: null }, { saved: 'x' }, { saved: { a: 'x', b: null, c: -1 } }, {}])(
    'makes nothing of %j',
    (stored) => expect(bringUpToDate(stored)).toEqual({ [SHAPE_KEY]: SHAPE }),
  );
});

describe('3 -> 4', () => {
  const three = { [SHAPE_KEY]: 3 };
  it.each<{ stored: Stored; settings: unknown }>([
    { stored: { readingSize: 'large' }, settings: { readingSize: 'large' } },
    {
      stored: { readingSize: 'huge', settings: { theme: 'dark' } },
      settings: { theme: 'dark', readingSize: 'huge' },
    },
    // Killed half-way, and changed since.
    { stored: { readingSize: 'huge', settings: { readingSize: 'small' } }, settings: { readingSize: 'small' } },
    { stored: { readingSize: 'medium', settings: { theme: 'dark' } }, settings: { theme: 'dark' } },
    { stored: { readingSize: 7 }, settings: undefined },
  ])('of $stored the settings become $settings', ({ stored, settings }) => {
    expect(bringUpToDate({ ...three, ...stored })).toEqual({ ...(settings ? { settings } : {}), [SHAPE_KEY]: SHAPE });
  });
});
