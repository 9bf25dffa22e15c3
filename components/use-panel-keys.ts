import { useEffect, useRef } from 'preact/hooks';
import type { PanelActs, PanelState } from './Panel';

/** A mouse's side buttons, as `MouseEvent.button` numbers them (UI Events). */
const BACK_BUTTON = 3;
const FORWARD_BUTTON = 4;

/** On a Mac, Option and arrows move through a field's text. Elsewhere Alt and arrows do nothing there, and lead back from the search field too. */
const movesByWords = () => navigator.userAgent.includes('Macintosh');

type State = Pick<PanelState, 'reading' | 'removals'>;
type Acts = Pick<PanelActs, 'back' | 'forward' | 'undo'>;

/** Back and forward as in the browser: Alt and arrows, a mouse's side buttons; Escape leaves the reading view; undo takes the last removal back. */
export function usePanelKeys(state: State, actions: Acts): void {
  const latest = useRef({ state, actions });
  latest.current = { state, actions };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { state, actions } = latest.current;
      const inField = isField(event.target);
      const step = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !(inField && movesByWords());
      const last = state.removals.at(-1);
      const act =
        step && event.key === 'ArrowLeft'
          ? actions.back
          : step && event.key === 'ArrowRight'
            ? actions.forward
            : inField || event.defaultPrevented
              ? undefined
              : event.key === 'Escape' && state.reading
                ? actions.back
                : event.key === 'z' && (event.ctrlKey || event.metaKey) && last
                  ? () => actions.undo(last.key)
                  : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    const onButton = (event: MouseEvent) => {
      const { actions } = latest.current;
      if (event.button !== BACK_BUTTON && event.button !== FORWARD_BUTTON) return;
      // The browser would leave the page instead.
      event.preventDefault();
      if (event.type !== 'mouseup') return;
      if (event.button === BACK_BUTTON) actions.back();
      else actions.forward();
    };
    addEventListener('keydown', onKey);
    addEventListener('mousedown', onButton);
    addEventListener('mouseup', onButton);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('mousedown', onButton);
      removeEventListener('mouseup', onButton);
    };
  }, []);
}

/** Keys in a field belong to its text. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
