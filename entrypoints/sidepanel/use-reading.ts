import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReadingSide } from '../../components/view-state';
import { fetchPaper } from '../shared/use-papers';
import { goBack, goForward, goHome, NO_TRAIL, type Step, walkTo } from './trail';

type Outcome = Pick<ReadingSide, 'id' | 'view' | 'error'>;

/** The paper that is open, and the way through those before and after it. */
export function useReading() {
  const [trail, setTrail] = useState(NO_TRAIL);
  const [outcome, setOutcome] = useState<Outcome>();
  const [attempt, setAttempt] = useState(0);
  const step = trail.steps[trail.at];

  useEffect(() => {
    const id = step?.id;
    if (!id) return;
    let ended = false;
    void fetchPaper(id).then((reply) => {
      if (!ended)
        setOutcome(reply.ok ? { id, view: reply.value, error: null } : { id, view: undefined, error: reply.error });
    });
    return () => {
      ended = true;
    };
  }, [step?.id, attempt]);

  const current = outcome && outcome.id === step?.id ? outcome : { view: undefined, error: null };
  const reading: ReadingSide | null = step ? { ...step, view: current.view, error: current.error } : null;
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
