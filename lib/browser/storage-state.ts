import browser from 'webextension-polyfill';

interface Usage {
  area: 'local' | 'session';
  name: string;
  count: number;
  bytes: number;
}

/** What lies in the extension's storage, keys that share a beginning ("saved:") together; sizes as JSON. */
export async function readUsage(): Promise<Usage[]> {
  const rows = await Promise.all(
    (['local', 'session'] as const).map(async (area) => {
      const found = new Map<string, Usage>();
      for (const [key, value] of Object.entries(await browser.storage[area].get(null))) {
        const name = key.includes(':') ? `${key.split(':')[0]}:*` : key;
        const row = found.get(name) ?? { area, name, count: 0, bytes: 0 };
        row.count++;
        row.bytes += sizeOf(key, value);
        found.set(name, row);
      }
      return [...found.values()].sort((a, b) => b.bytes - a.bytes);
    }),
  );
  return rows.flat();
}

/** As UTF-8, the way browsers count it. */
const sizeOf = (key: string, value: unknown) => new TextEncoder().encode(key + JSON.stringify(value)).length;

/** What the browser says of its own store for the extension; null where it does not say. */
export async function readEstimate() {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  const persisted = (await navigator.storage?.persisted?.()) ?? null;
  return { estimate: usage === undefined || quota === undefined ? null : { usage, quota }, persisted };
}
