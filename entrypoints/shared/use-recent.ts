import { useEffect } from 'preact/hooks';
import { lookedUp, recent } from '../../lib/browser/history-store';
import { useStored } from './use-stored';

/** A query is remembered when its answer has stood this long, in milliseconds. */
const STOOD = 2000;

/** The queries asked before, newest first. `answered` is the query whose answer is shown. */
export function useRecent(answered: string | null, incognito: boolean | undefined): readonly string[] {
  const lookups = useStored(recent);
  useEffect(() => {
    if (!answered || incognito === undefined) return;
    const timer = setTimeout(() => void lookedUp(answered, { incognito }), STOOD);
    return () => clearTimeout(timer);
  }, [answered, incognito]);
  return lookups?.map(({ query }) => query) ?? [];
}
