/** Long work as a generator: it yields wherever it may be interrupted, and returns its result. */
export type Steps<T> = Generator<void, T>;

/** Work goes on for so long before others are let in, in milliseconds. */
const SLICE = 30;

/** Does work in slices; `pause` lets others in. A signal that is aborted in between ends it with its reason. */
export async function inSteps<T>(
  steps: Steps<T>,
  {
    slice = SLICE,
    pause = nextTask,
    signal,
  }: { slice?: number; pause?: () => Promise<void>; signal?: AbortSignal } = {},
): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < slice) continue;
    await pause();
    signal?.throwIfAborted();
    began = performance.now();
  }
}

/** Does all of it at once, where nobody waits: in tests and tools. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
