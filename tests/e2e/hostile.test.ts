// Pages that work against Sidelight: each folder of tests/hostile is one, with what must hold on it.
import { expect, test } from 'vitest';
import { cases, hostilePages } from '../hostile/cases';
import { shown, windows } from './card-window';
import { papersOn, savedIds, stateOf } from './in-worker';
import { hover } from './marks';
import { closingChecks, open } from './open';

const s = await open({ pages: hostilePages });

test.each(cases)('$name: $why', async ({ path, papers, progress, then, probe, windows: many = then ? 1 : 0 }) => {
  const page = await s.visit(`${path}?id=${s.id}`);
  await expect.poll(() => papersOn(s, page), { timeout: 25_000 }).toEqual(papers);
  const ends = progress === 'any' ? ['done', 'partial'] : [progress ?? 'done'];
  if (path !== '/hostile/endless-mutation.html')
    await expect.poll(async () => (await stateOf(s, page))?.progress, { timeout: 25_000 }).toBeOneOf(ends);
  if (then === 'hover') {
    await hover(page, 'xGQA');
    if (many) {
      await expect.poll(async () => (await shown(page))?.text).toContain('xGQA: Cross-Lingual');
      // It is what the pointer meets there: nothing of the page lies above it, or has moved or hidden it.
      const { box } = (await shown(page))!;
      const onTop = await page.evaluate(
        ({ left, top }) => document.elementFromPoint(left + 20, top + 20)?.parentNode === document.documentElement,
        box,
      );
      expect(onTop).toBe(true);
    } else await page.waitForTimeout(1500);
  } else await page.waitForTimeout(700);
  // -1: the debugging protocol cannot describe a page so deep or large.
  if (many >= 0) expect(await windows(page)).toHaveLength(many);
  expect(await savedIds(s)).toEqual([]);
  // What was found still stands: nothing of the page has ended us.
  expect(await papersOn(s, page)).toEqual(papers);
  if (probe) {
    expect(await page.evaluate(() => look())).toEqual([]);
    // Not even a file whose address is known can be reached.
    const reached = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        ),
      s.url('icon/16.png'),
    );
    expect(reached).toBe('refused');
  }
});

declare const look: () => string[];

closingChecks(s);
