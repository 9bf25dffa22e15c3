// A tab in which nothing changes costs nothing: no timer, no message, no observer, no script at all.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from '../tools/pickup';
import { noteMessages } from './in-worker';
import { marked } from './marks';
import { closingChecks, open } from './open';
import { html, PLAIN_BODY } from './pages';

const s = await open({ pages: { '/plain.html': html(PLAIN_BODY), '/other.html': html(PLAIN_BODY) } });

/** Seconds that scripts of a tab have run, the content script's among them: a timer, a message or an observer would show. */
async function scriptSeconds(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  };
}

const IDLE = 5000;

test.each([
  { path: '/plain.html', what: 'a page without papers' },
  { path: '/demo.html', what: 'a page with marks' },
])('$what, left alone: no script runs in it and nothing is said to the worker', async ({ path }) => {
  const page = await s.visit(path);
  await settled(await s.currentWorker(), page.url());
  const seconds = await scriptSeconds(page);
  // Having loaded is a change; after it the page comes to rest.
  let before = -1;
  const rests = async () => {
    const last = before;
    before = await seconds();
    return before === last;
  };
  await expect.poll(rests, { interval: 1500, timeout: 20_000 }).toBe(true);
  const messages = await noteMessages(s);
  await page.waitForTimeout(IDLE);
  expect(await seconds()).toBe(before);
  expect(await messages()).toEqual([]);
  // The measure sees a script of the content script's kind: a change wakes its observer.
  await page.evaluate(() => document.body.append('The roses are in bloom.'));
  await expect.poll(seconds).toBeGreaterThan(before);
});

test('many visits and many changes of address without loading leave nothing behind in the worker’s memory', async () => {
  const page = await s.visit('/demo.html');
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(10);
  const stored = async () =>
    (await s.currentWorker()).evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)).length);
  const visit = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await page.goto(`${s.origin}/demo.html?${i % 7}`);
      await page.evaluate((i) => history.pushState(null, '', `?place=${i}`), i);
    }
    await page.goto(`${s.origin}/demo.html`);
    await settled(await s.currentWorker(), page.url());
    await page.waitForTimeout(500);
  };
  await visit(3);
  const after = await stored();
  await visit(30);
  expect((await stored()) / after).toBeLessThan(1.2);
});

declare const chrome: { storage: { session: { get(key: null): Promise<object> } } };

closingChecks(s);
