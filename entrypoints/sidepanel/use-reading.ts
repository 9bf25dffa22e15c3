import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReadingSide } from '../../components/view-state';
import { ask } from '../../lib/browser/messaging';
import type { Result } from '../../lib/util/result';
import { fetchPaper } from '../shared/use-papers';
import { goBack, goForward, goHome, isSameStep, NO_TRAIL, type Step, walkTo } from './trail';

/** The paper or term that is open, and the way through those before and after it. */
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
    canForward: trail.at < trail.steps.length - 1,
    read: useCallback((next: Step) => setTrail((now) => walkTo(now, next)), []),
    close: useCallback(() => setTrail(goHome), []),
    back: () => setTrail(goBack),
    forward: () => setTrail(goForward),
    retryReading: () => setAttempt((n) => n + 1),
  };
}

async function fetchStep(step: Step): Promise<ReadingSide> {
  return step.kind === 'term'
    ? { ...step, ...outcome(await ask('term.get', { id: step.id })) }
    : { ...step, ...outcome(await fetchPaper(step.id)) };
}

const outcome = <T>(reply: Result<T>) =>
  reply.ok ? { view: reply.value, error: null } : { view: undefined, error: reply.error };
