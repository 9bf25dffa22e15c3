type Manager = Partial<Pick<StorageManager, 'estimate' | 'persist'>>;

/** How much more the browser lets us store, in bytes; undefined where it does not say. */
export async function roomLeft(storage: Manager | undefined): Promise<number | undefined> {
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined ? undefined : Math.max(0, quota - (usage ?? 0));
}

/** Asks the browser to keep what is stored; it may refuse. */
export const askToKeep = async (storage: Manager | undefined): Promise<boolean> =>
  (await storage?.persist?.().catch(() => false)) ?? false;

/** Papers and tables take about this many times the letters of title and abstract: text in UTF-16 at the worst, tables, the database's own. */
const BYTES_A_LETTER = 3;

/** Whether an import of so many letters fits, with some room left for others. */
export const fits = (free: number | undefined, letters: number): boolean =>
  free === undefined || letters * BYTES_A_LETTER <= 0.9 * free;
