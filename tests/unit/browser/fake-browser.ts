// The browser's storage in memory, and its locks: enough for lib/browser to run without a browser.

type Values = Record<string, unknown>;
type Change = { oldValue?: unknown; newValue?: unknown };
type Listener = (changes: Record<string, Change>, area: string) => void;

const listeners = new Set<Listener>();
const copy = <T>(value: T): T => structuredClone(value);

class Area {
  values: Values = {};
  /** The next write is refused, as by a full disk. */
  full = false;
  writes: string[][] = [];

  constructor(readonly name: string) {}

  async get(keys: string | string[] | null): Promise<Values> {
    await tick();
    const wanted = keys === null ? Object.keys(this.values) : [keys].flat();
    return copy(Object.fromEntries(wanted.filter((key) => key in this.values).map((key) => [key, this.values[key]])));
  }

  async set(values: Values): Promise<void> {
    await tick();
    if (this.full) throw new Error('QUOTA_BYTES quota exceeded');
    this.writes.push(Object.keys(values));
    this.tell(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { newValue: copy(value) }])));
    Object.assign(this.values, copy(values));
  }

  async remove(keys: string | string[]): Promise<void> {
    await tick();
    const gone = [keys].flat().filter((key) => key in this.values);
    this.tell(Object.fromEntries(gone.map((key) => [key, { oldValue: this.values[key] }])));
    for (const key of gone) delete this.values[key];
  }

  private tell(changes: Record<string, Change>): void {
    if (Object.keys(changes).length) for (const listener of listeners) listener(changes, this.name);
  }
}

const tick = () => new Promise<void>((done) => setTimeout(done, 0));

export const local = new Area('local');
export const session = new Area('session');

/** The tabs that are open, and their content scripts: a test says which, and what a frame answers. */
export const tabs = {
  open: [] as number[],
  /** How often was asked which are open. */
  asked: 0,
  answer: (_tabId: number, _frameId: number): Promise<unknown> => Promise.reject(new Error('no receiver')),
};

/** Forgets everything. */
export function reset(): void {
  for (const area of [local, session]) Object.assign(area, { values: {}, full: false, writes: [] });
}

const queues = new Map<string, Promise<unknown>>();
/** As the Web Locks API grants them: one holder a name, in the order they were asked for. */
const locks = {
  request<T>(name: string, job: () => Promise<T>): Promise<T> {
    const next = (queues.get(name) ?? Promise.resolve()).then(job);
    queues.set(
      name,
      next.catch(() => undefined),
    );
    return next;
  },
};
Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });

export default {
  tabs: {
    query: async () => {
      tabs.asked++;
      return tabs.open.map((id) => ({ id }));
    },
    sendMessage: (tabId: number, _message: unknown, { frameId }: { frameId: number }) => tabs.answer(tabId, frameId),
  },
  storage: {
    local,
    session,
    onChanged: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  },
};
