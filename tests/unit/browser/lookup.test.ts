// What the background loads once, and what it tries anew.
import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { conceptNames, matchPage } from '../../../entrypoints/background/lookup';
import { libraryState } from '../../../lib/browser/library-state';
import { openLibrary } from '../../../lib/storage/open';
import { shelves } from '../../../lib/storage/shelves';
import { fail, ok } from '../../../lib/util/result';
import { local } from './fake-browser';

vi.mock('webextension-polyfill', async () => {
  const { default: browser } = await import('./fake-browser');
  return { default: { ...browser, runtime: { getURL: (path: string) => path } } };
});
vi.mock('../../../lib/storage/open', () => ({ DATABASE: 'library', openLibrary: vi.fn() }));
vi.mock('../../../lib/storage/shelves', () => ({ shelves: vi.fn() }));

const loaded: string[] = [];
vi.stubGlobal('fetch', async (path: string) => {
  loaded.push(path);
  return new Response(await readFile(`public/${path}`));
});

it('the names of concepts are loaded once', async () => {
  const [one, other] = [await conceptNames(), await conceptNames()];
  expect(one.ids.length).toBeGreaterThan(0);
  expect(other).toBe(one);
  expect(loaded).toEqual(['corpus/concept-names.bin']);
});

it('a database that could not be read is tried anew by whoever asks next, and pages get the filter with it', async () => {
  await libraryState.set({ shelves: 1, shippedOff: false });
  const no = fail({ code: 'blocked', message: '' });
  const page = () => matchPage([{ text: 'We use xGQA.' }]);
  const opened = vi
    .mocked(openLibrary)
    .mockResolvedValueOnce(no)
    .mockResolvedValue(ok({} as never));
  const read = vi.mocked(shelves).mockResolvedValueOnce(no).mockResolvedValue(ok([]));
  expect((await page()).papers.map(({ id }) => id)).toEqual(['pfeiffer-2022-xgqa']);
  await page();
  expect(local.values).not.toHaveProperty('filter');
  await page();
  await page();
  await expect.poll(() => local.values).toHaveProperty('filter');
  // Not to be opened, not to be read, and then there.
  expect(opened).toHaveBeenCalledTimes(2);
  expect(read).toHaveBeenCalledTimes(2);
});
