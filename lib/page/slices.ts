/** Work is done in slices of at most this long, in milliseconds, so that a page never feels it. */
const SLICE = 4;

/** Yields to the page until it is idle. */
export function idle(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => (cancelIdleCallback(id), reject(signal.reason));
    // The signal lives as long as the page: what listened to it for each slice would too.
    const onIdle = () => (signal.removeEventListener('abort', onAbort), resolve());
    const id = requestIdleCallback(onIdle, { timeout: 500 });
    signal.addEventListener('abort', onAbort);
  });
}

/** A page that goes on loading is not waited for longer than this, in milliseconds. */
const LOADING = 2000;

/** Waits until the page has loaded: what is asked of it earlier makes it load later. */
export function loaded(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') return resolve();
    const timer = setTimeout(resolve, LOADING);
    const onLoad = () => {
      clearTimeout(timer);
      // After the page's own listeners.
      setTimeout(resolve);
    };
    addEventListener('load', onLoad, { once: true, signal });
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

/**
 * Runs through a generator in slices.
 * @param each called with every item
 * @returns the milliseconds of work done
 */
export async function inSlices<T>(
  items: Iterable<T>,
  each: (item: T) => boolean | undefined,
  signal: AbortSignal,
): Promise<number> {
  let spent = 0;
  let began = performance.now();
  for (const item of items) {
    if (each(item) === false) break;
    if (performance.now() - began < SLICE) continue;
    spent += performance.now() - began;
    await idle(signal);
    began = performance.now();
  }
  return spent + performance.now() - began;
}
