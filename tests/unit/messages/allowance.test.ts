import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Allowance, costOf } from '../../../lib/messages/allowance';

const count = (allowance: Allowance, tab: number, times: number, now: number) =>
  Array.from({ length: times }, () => allowance.take(tab, 1, now)).filter(Boolean).length;

it('a flood from one tab is cut off, other tabs are not', () => {
  const allowance = new Allowance();
  expect(count(allowance, 1, 10_000, 0)).toBe(2000);
  expect(count(allowance, 2, 50, 0)).toBe(50);
});

it('comes back with time, up to where it began', () => {
  const allowance = new Allowance();
  count(allowance, 1, 10_000, 0);
  expect(count(allowance, 1, 10_000, 1000)).toBe(100);
  expect(count(allowance, 1, 10_000, 3_600_000)).toBe(2000);
});

it('a clock that is put back gives nothing and takes nothing', () => {
  const allowance = new Allowance();
  expect(count(allowance, 1, 1000, 5_000_000)).toBe(1000);
  expect(count(allowance, 1, 10_000, 0)).toBe(1000);
});

it('text counts by its length: five megabytes are one page, a hundred are a flood', () => {
  const blocks = Array.from({ length: 24 }, () => ({ text: 'x'.repeat(6000) }));
  const cost = costOf({ type: 'page.match', input: { blocks } });
  const batches = (megabytes: number) => Math.ceil((megabytes * 1_000_000) / (24 * 6000));
  expect(batches(5) * cost).toBeLessThan(2000);
  expect(batches(100) * cost).toBeGreaterThan(2000);
});

it('whatever comes in whatever order: never more than the burst and what the time gives', () => {
  const asked = fc.record({ tab: fc.nat(3), cost: fc.double({ min: 0, max: 500, noNaN: true }), wait: fc.nat(5000) });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 100 }), (all) => {
      const allowance = new Allowance();
      const used = new Map<number, number>();
      let now = 0;
      for (const { tab, cost, wait } of all) {
        now += wait;
        if (allowance.take(tab, cost, now)) used.set(tab, (used.get(tab) ?? 0) + cost);
        expect(used.get(tab) ?? 0).toBeLessThanOrEqual(2000 + now / 10 + 1e-6);
      }
    }),
  );
});
