import browser from 'webextension-polyfill';
import { type FindPaper, migrate, SHAPE, SHAPE_KEY } from '../settings/migrations';
import { inTurn } from './in-turn';

const { local } = browser.storage;

/** Brings what an older Sidelight stored to today's shape. `shelves` is asked only where something is to do. */
export function migrateStorage(shelves: () => Promise<FindPaper>): Promise<void> {
  return inTurn('saved', async () => {
    const stored = await local.get(null);
    if (stored[SHAPE_KEY] === SHAPE) return;
    const isNew = !('saved' in stored);
    const changes = migrate(stored, isNew ? () => undefined : await shelves());
    if (!changes) return;
    await local.set(changes.set);
    await local.remove(changes.remove);
    await local.set({ [SHAPE_KEY]: SHAPE });
  });
}
