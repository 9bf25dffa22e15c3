import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReadingSide } from '../../components/view-state';
import { ask } from '../../lib/browser/messaging';
import type { PaperView } from '../../lib/lookup/answer';
import { fail, ok, type Result } from '../../lib/util/result';
import { fetchPaper } from '../shared/use-papers';
import { changeStep, compareStep, goBack, goForward, goHome, isSameStep, NO_TRAIL, type Step, walkTo } from './trail';

/** The paper, term or comparison that is open, and the way through those before and after it. */
export function useReading() {
  const [trail, setTrail] = useState(NO_TRAIL);
  const [fetched, setFetched] = useState<ReadingSide>();
  const [attempt, setAttempt] = useState(0);
  const step = trail.steps[trail.at];

  useEffect(() => {
    if (!step) return;
    let ended = false;
    void fetchStep(step).then((reading) => !ended && setFetched(reading));
    return () => {
      ended = true;
    };
  }, [step, attempt]);

  const waiting = step && { ...step, view: undefined, error: null };
  const reading: ReadingSide | null = (isSameStep(fetched, step) ? fetched : waiting) ?? null;
  return {
    reading,
    at: trail.at,
    canForward: trail.at < trail.steps.length - 1,
    read: useCallback((next: Step) => setTrail((now) => walkTo(now, next)), []),
    close: useCallback(() => setTrail(goHome), []),
    back: () => setTrail(goBack),
    forward: () => setTrail(goForward),
    /** Takes a paper out of the comparison that is open. One paper alone is no comparison: it is read instead. */
    takeOut: (id: string) => {
      if (step?.kind !== 'compare') return;
      const ids = step.ids.filter((one) => one !== id);
      const next: Step = ids.length > 1 ? compareStep(ids) : { kind: 'paper', id: ids[0]!, terms: [], why: [] };
      setTrail((now) => changeStep(now, next));
    },
    retryReading: () => setAttempt((n) => n + 1),
  };
}

async function fetchStep(step: Step): Promise<ReadingSide> {
  switch (step.kind) {
    case 'term':
      return { ...step, ...outcome(await ask('term.get', { id: step.id })) };
    case 'compare':
      return { ...step, ...outcome(await fetchAll(step.ids)) };
    case 'paper':
      return { ...step, ...outcome(await fetchPaper(step.id)) };
  }
}

/** Those that no shelf has any more are left out. */
async function fetchAll(ids: readonly string[]): Promise<Result<PaperView[]>> {
  const replies = await Promise.all(ids.map(fetchPaper));
  const failed = replies.find((reply) => !reply.ok);
  if (failed && !failed.ok) return fail(failed.error);
  return ok(replies.flatMap((reply) => (reply.ok && reply.value ? [reply.value] : [])));
}

const outcome = <T>(reply: Result<T>) =>
  reply.ok ? { view: reply.value, error: null } : { view: undefined, error: reply.error };
