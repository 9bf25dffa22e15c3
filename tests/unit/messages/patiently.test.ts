import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendPatiently } from '../../../lib/messages/patiently';
import { ok } from '../../../lib/util/result';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Sends with a background that is stopped some times before it answers. @returns the answer, and how often was asked */
async function sendTo(stopped: number, isGone?: () => boolean) {
  let asked = 0;
  const send = async () => {
    if (++asked > stopped) return ok('found');
    if (asked % 2) throw new Error('the background has stopped');
    return undefined;
  };
  const reply = sendPatiently(send, isGone);
  await vi.runAllTimersAsync();
  return { reply: await reply, asked };
}

test('an answer is taken at once', async () => {
  expect(await sendTo(0)).toEqual({ reply: ok('found'), asked: 1 });
  expect(vi.getTimerCount()).toBe(0);
});

test('a background that is stopped up to four times is asked again', async () => {
  for (const stopped of [1, 2, 3, 4]) expect(await sendTo(stopped)).toEqual({ reply: ok('found'), asked: stopped + 1 });
});

test('one that never answers is given up, with its last error', async () => {
  const { reply, asked } = await sendTo(100);
  expect(asked).toBe(5);
  expect(reply).toEqual({ ok: false, error: { code: 'unreachable', message: 'Error: the background has stopped' } });
});

test('where the extension has gone nothing is sent, and between two attempts no more', async () => {
  expect(await sendTo(0, () => true)).toMatchObject({ reply: { error: { code: 'gone' } }, asked: 0 });
  let rounds = 0;
  expect(await sendTo(100, () => ++rounds > 2)).toMatchObject({ reply: { error: { code: 'gone' } }, asked: 2 });
});
