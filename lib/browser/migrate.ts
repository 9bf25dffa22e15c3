import browser from 'webextension-polyfill';
import { type FindPaper, migrate, SHAPE, SHAPE_KEY } from '../settings/migrations';
import { inTurn } from './in-turn';

const { local } = browser.storage;

/** Brings what an older Sidelight stored to today's shape. `shelves` is asked only where something is to do. @returns whether Sidelight was never here before */
export function migrateStorage(shelves: () => Promise<FindPaper>): Promise<boolean> {
  return inTurn('saved', async () => {
    const stored = await local.get(null);
    if (stored[SHAPE_KEY] === SHAPE) return false;
    const isNew = !('saved' in stored);
    const changes = migrate(stored, isNew ? () => undefined : await shelves());
    if (!changes) return false;
    await local.set(changes.set);
    await local.remove(changes.remove);
    await local.set({ [SHAPE_KEY]: SHAPE });
    return isNew && !('settings' in stored) && !(SHAPE_KEY in stored);
  });
}
