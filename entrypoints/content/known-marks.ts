import { api } from '../../lib/browser/page-side';
import type { Marks } from '../../lib/page/marks';
import { idOfKey, savedKey } from '../../lib/saved/keys';

/** The key of the papers read before, in storage.local. */
const SEEN = 'seen';

/** Dims the marks of papers that the reader has saved or read. It reads storage only, so that the worker need not wake, and only where marks are. */
export class KnownMarks {
  private readonly asked = new Set<string>();
  private readonly saved = new Set<string>();
  private seen: Readonly<Record<string, unknown>> = {};

  constructor(
    private readonly marks: Marks,
    signal: AbortSignal,
  ) {
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area !== 'local' || !this.asked.size) return;
      let changed = false;
      for (const [key, { newValue }] of Object.entries(changes)) {
        const id = key === SEEN ? undefined : idOfKey(key);
        if (key === SEEN) this.seen = (newValue ?? {}) as typeof this.seen;
        else if (id === undefined || !this.asked.has(id)) continue;
        else if (newValue) this.saved.add(id);
        else this.saved.delete(id);
        changed = true;
      }
      if (changed) this.show();
    };
    api.storage.onChanged.addListener(onChanged);
    signal.addEventListener('abort', () => api.runtime.id && api.storage.onChanged.removeListener(onChanged));
  }

  /** Looks papers up that have just been found. */
  async look(ids: Iterable<string>): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => !this.asked.has(id));
    if (!fresh.length) return;
    for (const id of fresh) this.asked.add(id);
    const stored = await api.storage.local.get([SEEN, ...fresh.map(savedKey)]);
    this.seen = (stored[SEEN] ?? {}) as typeof this.seen;
    for (const id of fresh) if (savedKey(id) in stored) this.saved.add(id);
    this.show();
  }

  private show(): void {
    this.marks.dim(new Set([...this.asked].filter((id) => this.saved.has(id) || Object.hasOwn(this.seen, id))));
  }
}
