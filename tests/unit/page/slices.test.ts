// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { idle } from '../../../lib/page/slices';

it('a slice leaves nothing behind on a signal that lives as long as the page', async () => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await idle(signal);
  expect(added).toHaveBeenCalledOnce();
  expect(removed.mock.calls).toEqual([added.mock.calls[0]!.slice(0, 2)]);
});

it('a signal that ends breaks off a wait', async () => {
  vi.stubGlobal('requestIdleCallback', () => 7);
  const cancel = vi.fn();
  vi.stubGlobal('cancelIdleCallback', cancel);
  const ended = new AbortController();
  const waiting = idle(ended.signal);
  ended.abort(new Error('ended'));
  await expect(waiting).rejects.toThrow('ended');
  expect(cancel).toHaveBeenCalledWith(7);
  await expect(idle(ended.signal)).rejects.toThrow('ended');
});
