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
