import type { Why } from '../../lib/lookup/answer';

/** What was opened on the way: a paper, with the words and reasons it was opened with, a term, or papers side by side. */
export type Step =
  | { kind: 'paper'; id: string; terms: readonly string[]; why: readonly Why[] }
  | { kind: 'term'; id: string }
  | { kind: 'compare'; id: string; ids: readonly string[] };

export const compareStep = (ids: readonly string[]): Step => ({ kind: 'compare', id: ids.join(' '), ids });

/** What was read one after another; `at` is -1 where the lists are shown. */
export interface Trail {
  steps: readonly Step[];
  at: number;
}

export const NO_TRAIL: Trail = { steps: [], at: -1 };

export const isSameStep = (a: Pick<Step, 'kind' | 'id'> | undefined, b: Pick<Step, 'kind' | 'id'> | undefined) =>
  a?.kind === b?.kind && a?.id === b?.id;

/** A new step drops those that were gone back from. Opening what is open changes nothing. */
export function walkTo({ steps, at }: Trail, step: Step): Trail {
  if (isSameStep(steps[at], step)) return { steps, at };
  return { steps: [...steps.slice(0, at + 1), step], at: at + 1 };
}

/** Another step in the place of the present one. */
export const changeStep = ({ steps, at }: Trail, step: Step): Trail => ({
  steps: steps.map((one, i) => (i === at ? step : one)),
  at,
});

export const goBack = ({ steps, at }: Trail): Trail => ({ steps, at: Math.max(-1, at - 1) });
export const goForward = ({ steps, at }: Trail): Trail => ({ steps, at: Math.min(steps.length - 1, at + 1) });
/** To the lists; the way stays open forward. */
export const goHome = ({ steps }: Trail): Trail => ({ steps, at: -1 });
