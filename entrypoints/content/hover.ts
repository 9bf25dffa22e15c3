import type { Marks } from '../../lib/page/marks';
import type { LazyCard } from './lazy-card';

/** A pointer that rests this long on a mark opens its card, in milliseconds. */
const DWELL = 400;

/** Opens the card of the mark that the pointer rests on. Costs nothing while nothing is marked. */
export function onHover(marks: Marks, card: LazyCard, signal: AbortSignal): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let over: unknown;
  const look = (x: number, y: number) => {
    frame = 0;
    const mark = marks.at(x, y);
    // It may have been away for a moment, or in the card.
    if (mark) card.loaded?.stay(mark);
    if (mark === over) return;
    over = mark;
    clearTimeout(waiting);
    if (!mark) return card.loaded?.leave();
    // The card's script is fetched while the pointer dwells.
    const loading = card.load();
    waiting = setTimeout(() => void loading.then((it) => over === mark && it?.showMark(mark, { hover: true })), DWELL);
  };
  document.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || !marks.all.length || event.buttons) return;
      // What lies under the card is not hovered.
      if (card.loaded?.owns(event)) return;
      frame ||= requestAnimationFrame(() => look(event.clientX, event.clientY));
    },
    { signal, passive: true },
  );
  // A tap has no hover: it opens the card of the mark it hits, and the page's own link still works.
  document.addEventListener(
    'pointerup',
    (event) => {
      if (!event.isTrusted || event.pointerType !== 'touch' || !marks.all.length) return;
      if (card.loaded?.owns(event)) return;
      const mark = marks.at(event.clientX, event.clientY);
      if (mark) void card.load().then((it) => it?.showMark(mark, {}));
    },
    { signal, passive: true },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(waiting);
    cancelAnimationFrame(frame);
  });
}
