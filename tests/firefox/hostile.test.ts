// The pages of tests/hostile in a real Firefox.
import { expect, test } from 'vitest';
import { cases, hostilePages } from '../hostile/cases';
import { papersOn, savedIds } from './browser';
import { rest, shown } from './card-window';
import { closingChecks, ID, openFirefox } from './open';

const fox = await openFirefox(hostilePages);

test.each(cases)(
  '$name: $why',
  async ({ path, papersInFirefox, papers: usual, then, probe, windows = then ? 1 : 0 }) => {
    const papers = papersInFirefox ?? usual;
    const address = `${path}?id=${ID}`;
    const tab = await fox.visit(address);
    await expect.poll(() => papersOn(fox, fox.origin + address), { timeout: 25_000 }).toEqual(papers);
    if (then === 'hover') {
      await rest(tab, 'xGQA');
      if (windows > 0) await expect.poll(async () => (await shown(fox, tab))?.text).toContain('xGQA: Cross-Lingual');
      else await tab.waitForTimeout(1500);
    } else await tab.waitForTimeout(700);
    expect((await shown(fox, tab)) ? 1 : 0).toBe(Math.max(0, windows));
    expect(await savedIds(fox)).toEqual([]);
    expect(await papersOn(fox, fox.origin + address)).toEqual(papers);
    if (probe) expect(await tab.evaluate(() => look())).toEqual([]);
  },
);

declare const look: () => string[];

closingChecks(fox);
