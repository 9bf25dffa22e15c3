import type { Why } from '../../lib/lookup/answer';

/** A paper on the way, with the words and reasons it was opened with. */
export interface Step {
  id: string;
  terms: readonly string[];
  why: readonly Why[];
}

/** The papers read one after another; `at` is -1 where the lists are shown. */
export interface Trail {
  steps: readonly Step[];
  at: number;
}

export const NO_TRAIL: Trail = { steps: [], at: -1 };

/** A new step drops those that were gone back from. Opening what is open changes nothing. */
export function walkTo({ steps, at }: Trail, step: Step): Trail {
  if (steps[at]?.id === step.id) return { steps, at };
  return { steps: [...steps.slice(0, at + 1), step], at: at + 1 };
}

export const goBack = ({ steps, at }: Trail): Trail => ({ steps, at: Math.max(-1, at - 1) });
export const goForward = ({ steps, at }: Trail): Trail => ({ steps, at: Math.min(steps.length - 1, at + 1) });
/** To the lists; the way stays open forward. */
export const goHome = ({ steps }: Trail): Trail => ({ steps, at: -1 });
