import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Ways to draw a line, the roomiest first; the last one is taken whether it fits or not. */
const WAYS = ['words', 'signs', 'tight'] as const;

/**
 * Draws a line in the roomiest way in which everything fits: its `data-fit` is one of `WAYS`, and the style sheet does the rest. How long
 * words are depends on language, font and size of text, so no width given beforehand would be right.
 */
export function useFit(line: RefObject<HTMLElement | null>): void {
  const fit = () => {
    const { current } = line;
    if (!current) return;
    for (const way of WAYS) {
      current.dataset['fit'] = way;
      if (isWhole(current)) return;
    }
  };
  // After every drawing: a count may have come, or another tab been chosen.
  useLayoutEffect(fit);
  useLayoutEffect(() => {
    const { current } = line;
    if (!current) return;
    let frame = 0;
    // In the next frame: a change of size within the observer's own round is an error to the browser.
    const sizes = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(fit);
    });
    sizes.observe(current);
    return () => {
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
}

/** The chosen word gives way before the line overflows: both are asked. */
const isWhole = (line: HTMLElement): boolean =>
  [line, line.querySelector('[aria-selected="true"] > .tab-label')].every(
    (one) => !one || one.scrollWidth <= one.clientWidth + 1,
  );
