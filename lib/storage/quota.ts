/** What the browser lets us store, in bytes; undefined where it does not say. */
export interface Room {
  used: number | undefined;
  free: number | undefined;
  /** Whether the browser promised not to throw it away when the disk fills up. */
  persisted: boolean;
}

type Manager = Partial<Pick<StorageManager, 'estimate' | 'persisted' | 'persist'>>;

export async function roomLeft(storage: Manager | undefined): Promise<Room> {
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  const persisted = (await storage?.persisted?.().catch(() => false)) ?? false;
  return {
    used: usage,
    free: quota === undefined ? undefined : Math.max(0, quota - (usage ?? 0)),
    persisted,
  };
}

/** Asks the browser to keep what is stored; it may refuse. */
export const askToKeep = async (storage: Manager | undefined): Promise<boolean> =>
  (await storage?.persist?.().catch(() => false)) ?? false;

/** Papers and tables take about this many times the letters of title and abstract: text in UTF-16 at the worst, tables, the database's own. */
const BYTES_A_LETTER = 3;

/** Whether an import of so many letters fits, with some room left for others. */
export const fits = ({ free }: Room, letters: number): boolean =>
  free === undefined || letters * BYTES_A_LETTER <= 0.9 * free;
