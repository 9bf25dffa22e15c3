import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SearchSide } from '../../components/view-state';
import { ask } from '../../lib/browser/messaging';

const LIMIT = 30;

/** A search at every keystroke. An answer that comes after the next question is dropped. */
export function useSearch() {
  const [asked, setAsked] = useState({ query: '', context: '', attempt: 0 });
  const [outcome, setOutcome] = useState<Pick<SearchSide, 'answered' | 'answer' | 'error'>>({
    answered: null,
    answer: null,
    error: null,
  });
  const [nearest, setNearest] = useState(false);

  useEffect(() => {
    const query = asked.query.trim();
    setNearest(false);
    if (!query) {
      setOutcome({ answered: null, answer: null, error: null });
      return;
    }
    let ended = false;
    const input = { query, limit: LIMIT, ...(asked.context && { context: asked.context }) };
    void ask('lookup.search', input).then((reply) => {
      if (ended) return;
      setOutcome(
        reply.ok
          ? { answered: query, answer: reply.value, error: null }
          : { answered: query, answer: null, error: reply.error },
      );
    });
    return () => {
      ended = true;
    };
  }, [asked]);

  /** `context` is the sentence around a selection; typing on drops it. */
  const setQuery = useCallback((query: string, context = '') => setAsked({ query, context, attempt: 0 }), []);
  const retry = useCallback(() => setAsked((last) => ({ ...last, attempt: last.attempt + 1 })), []);
  const search: SearchSide = { query: asked.query, ...outcome, nearest };
  return { search, context: asked.context, setQuery, retry, showNearest: () => setNearest(true) };
}
