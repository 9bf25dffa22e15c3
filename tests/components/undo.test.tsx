// @vitest-environment happy-dom
// What can be taken back, and what is told when it cannot.
import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useNotice } from '../../entrypoints/options/use-notice';
import { useSaved } from '../../entrypoints/sidepanel/use-saved';
import { fail, ok, type Result } from '../../lib/util/result';
import { mind } from '../unit/saved/samples';
import { inEnglish } from './english';

const { addSaved, removeSaved, putBackSaved } = vi.hoisted(() => ({
  addSaved: vi.fn(),
  removeSaved: vi.fn(),
  putBackSaved: vi.fn(),
}));
vi.mock('../../lib/browser/saved-store', () => ({ addSaved, removeSaved, putBackSaved, changeSaved: vi.fn() }));

inEnglish();
beforeEach(() => void vi.clearAllMocks());
const NO_ROOM = 'The browser has no room for that. Nothing was changed.';

test.each(['list-full', 'storage-full'])('a removal that cannot be undone is said to be so: %s', async (code) => {
  const entry = { at: 1, tags: [], note: '', read: false, paper: mind };
  removeSaved.mockResolvedValue([entry]);
  putBackSaved.mockResolvedValue(fail({ code, message: '' }));
  const { result } = renderHook(() => useSaved());
  result.current.remove([mind.id]);
  await vi.waitFor(() => expect(result.current.removals).toHaveLength(1));
  result.current.undo(result.current.removals[0]!.key);
  await vi.waitFor(() => expect(result.current.trouble?.text).toBe(NO_ROOM));
  expect(putBackSaved).toHaveBeenCalledExactlyOnceWith([entry]);
});

describe('settings', () => {
  const done = (): Promise<Result<null>> => Promise.resolve(ok(null));
  const told = () => {
    const { result } = renderHook(() => useNotice());
    return {
      now: () => result.current,
      tells: (...texts: (string | undefined)[]) =>
        vi.waitFor(() => expect([result.current.notice?.text, result.current.offer?.text]).toEqual(texts)),
    };
  };

  test('a plain word leaves the offer, and the way back it stands for', async () => {
    const { now, tells } = told();
    const takeBack = vi.fn(done);
    now().offerBack('Deleted', takeBack);
    await tells(undefined, 'Deleted');
    now().say('Saved');
    await tells('Saved', 'Deleted');
    now().undo();
    await tells('Undone', undefined);
    expect(takeBack).toHaveBeenCalledOnce();
  });

  test('one press of two takes it back', async () => {
    const { now, tells } = told();
    const takeBack = vi.fn(done);
    now().offerBack('Deleted', takeBack);
    await tells(undefined, 'Deleted');
    const { undo } = now();
    undo();
    undo();
    await tells('Undone', undefined);
    expect(takeBack).toHaveBeenCalledOnce();
  });

  test('what was offered before is offered again', async () => {
    const { now, tells } = told();
    now().offerBack('Deleted', done);
    now().offerBack('Removed: a.org', done);
    await tells(undefined, 'Removed: a.org');
    now().undo();
    await tells('Undone', 'Deleted');
  });

  test.each([
    { how: 'told', takeBack: () => Promise.resolve(fail({ code: 'storage-full', message: '' })) },
    { how: 'thrown', takeBack: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) },
  ])('what cannot be taken back can be tried again: $how', async ({ takeBack }) => {
    const { now, tells } = told();
    now().offerBack('Deleted', takeBack);
    now().undo();
    await tells(NO_ROOM, 'Deleted');
  });
});
