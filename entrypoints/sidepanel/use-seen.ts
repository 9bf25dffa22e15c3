import { useEffect } from 'preact/hooks';
import { sawPaper } from '../../lib/browser/history-store';

/** An abstract counts as read when it was in view this long, in milliseconds (as Wikipedia's previews count). */
const SEEN_AFTER = 1000;

/** Remembers that a paper was read: shown for a second, in a window that is no private one. */
export function useSeen(id: string | undefined, incognito: boolean | undefined): void {
  useEffect(() => {
    if (!id || incognito === undefined) return;
    const timer = setTimeout(() => !document.hidden && void sawPaper(id, { incognito }), SEEN_AFTER);
    return () => clearTimeout(timer);
  }, [id, incognito]);
}
