import { useEffect, useState } from 'preact/hooks';
import type { Heads } from '../../components/items';
import { ask } from '../../lib/browser/messaging';
import type { PaperView } from '../../lib/lookup/answer';

type Views = ReadonlyMap<string, PaperView>;
const cache = new Map<string, PaperView>();

/** Papers by their ids. Undefined until they have all been asked for once; those that no shelf has are left out. */
export function usePapers(ids: readonly string[] | undefined): Views | undefined {
  const [asked, setAsked] = useState<string>();
  const key = ids?.join('\n');
  useEffect(() => {
    if (key === undefined) return;
    let ended = false;
    const missing = key.split('\n').filter((id) => id && !cache.has(id));
    void Promise.all(missing.map(fetchPaper)).then(() => !ended && setAsked(key));
    return () => {
      ended = true;
    };
  }, [key]);
  return asked === undefined ? undefined : cache;
}

export async function fetchPaper(id: string) {
  const reply = await ask('paper.get', { id });
  if (reply.ok && reply.value) cache.set(id, reply.value);
  return reply;
}

export function headsOf(views: Views | undefined, ids: readonly string[]): Heads {
  return Object.fromEntries(ids.flatMap((id) => (views?.has(id) ? [[id, views.get(id)!.paper]] : [])));
}
