import { askBackground } from '../../lib/browser/page-side';
import { readSelection } from '../../lib/page/selection';
import type { LazyCard } from './lazy-card';

/** A selection made with the pointer is final at once, one made with keys after a pause, in milliseconds. */
const POINTER_SETTLE = 10;
const KEYS_SETTLE = 150;

/** Offers the small button at the end of a selection that matches something. */
export function onSelection(card: LazyCard, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  const settle = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void offer(), after);
  };
  const offer = async () => {
    const selection = readSelection();
    if (!selection) {
      asked = '';
      return card.loaded?.withdraw();
    }
    if (selection.text === asked) return;
    asked = selection.text;
    const reply = await askBackground('lookup.search', { query: selection.text, context: selection.context, limit: 5 });
    if (signal.aborted || !reply.ok || asked !== selection.text) return;
    if (reply.value.abstained) return card.loaded?.withdraw();
    const it = await card.load();
    if (asked === selection.text) it?.offer(selection, reply.value);
  };
  const listen = (type: keyof DocumentEventMap, after: number) =>
    document.addEventListener(type, (event) => event.isTrusted && !card.loaded?.owns(event) && settle(after), {
      signal,
      passive: true,
    });
  listen('pointerup', POINTER_SETTLE);
  listen('keyup', KEYS_SETTLE);
  document.addEventListener(
    'selectionchange',
    (event) => event.isTrusted && document.getSelection()?.isCollapsed && asked && settle(POINTER_SETTLE),
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
