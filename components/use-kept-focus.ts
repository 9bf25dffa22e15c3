import { useEffect } from 'preact/hooks';

const REACHABLE = 'button, a[href], input, select, textarea, summary, [tabindex]';
/** Components that pass the focus on themselves have done so by then, in milliseconds. */
const OTHERS_FIRST = 80;

/** Where something stood: its ancestors from the inside out, each with the number of the child that led to it. */
type Place = readonly (readonly [ancestor: Element, child: number])[];

/**
 * The focus is never lost: where what had it goes away, it passes to what stands nearest, after it rather than before.
 * One for a whole page of ours; whoever knows a better place simply takes the focus.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | undefined;
    let place: Place = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      place = placeOf(target);
    };
    const keep = () => {
      if (!last || document.activeElement !== document.body) return;
      // It is there and was left: by a click beside everything, for example.
      if (isReachable(last)) return void (last = undefined);
      nearest(place)?.focus({ preventScroll: true });
    };
    const later = () => {
      if (!last || document.activeElement !== document.body) return;
      clearTimeout(timer);
      timer = setTimeout(keep, OTHERS_FIRST);
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', later);
    const changes = new MutationObserver(later);
    changes.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['hidden', 'disabled'],
    });
    return () => {
      clearTimeout(timer);
      changes.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', later);
    };
  }, []);
}

function placeOf(element: Element): Place {
  const place: [Element, number][] = [];
  for (let child = element, parent = child.parentElement; parent; child = parent, parent = child.parentElement)
    place.push([parent, [...parent.children].indexOf(child)]);
  return place;
}

function nearest(place: Place): HTMLElement | undefined {
  for (const [ancestor, at] of place) {
    if (!isShown(ancestor)) continue;
    const children = [...ancestor.children];
    for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
      const found = [child, ...child.querySelectorAll(REACHABLE)].find(isReachable);
      if (found) return found as HTMLElement;
    }
  }
  return undefined;
}

const isShown = (element: Element): boolean => element.isConnected && element.checkVisibility();

const isReachable = (element: Element): boolean =>
  element.matches(REACHABLE) &&
  !element.matches(':disabled') &&
  (element as HTMLElement).tabIndex >= 0 &&
  isShown(element);
