import { askBackground } from '../../lib/browser/page-side';
import { readSelection } from '../../lib/page/selection';
import type { Settings } from '../../lib/settings/schema';
import type { LazyCard } from './lazy-card';

/** A selection made with the pointer is final at once, one made with keys after a pause, in milliseconds. */
const POINTER_SETTLE = 10;
const KEYS_SETTLE = 150;

/** Looks up what is selected, when and as the reader chose: a small button where something matches, or the card itself. */
export function onSelection(
  card: LazyCard,
  { trigger, triggerKey }: Pick<Settings, 'trigger' | 'triggerKey'>,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  /** The key was pressed, and no other since. */
  let tapped = false;

  const settle = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), after);
  };
  const look = async () => {
    const selection = readSelection();
    if (!selection) {
      asked = '';
      return card.loaded?.withdraw();
    }
    if (selection.text === asked) return;
    // A key asks on purpose: that nothing matches is an answer too.
    if (trigger === 'key') return (await card.load())?.showSelection(selection);
    asked = selection.text;
    const reply = await askBackground('lookup.search', { query: selection.text, context: selection.context, limit: 5 });
    if (signal.aborted || !reply.ok || asked !== selection.text) return;
    if (reply.value.abstained) return card.loaded?.withdraw();
    const it = await card.load();
    if (asked !== selection.text) return;
    if (trigger === 'button') it?.offer(selection, reply.value);
    else await it?.showSelection(selection, reply.value);
  };
  const listen = <K extends keyof DocumentEventMap>(type: K, act: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, (event) => event.isTrusted && !card.loaded?.owns(event) && act(event), {
      signal,
      passive: true,
    });

  if (trigger === 'menu') return;
  if (trigger === 'double') listen('dblclick', () => settle(POINTER_SETTLE));
  else if (trigger === 'key') {
    listen('pointerup', (event) => event.getModifierState(triggerKey) && settle(POINTER_SETTLE));
    // Pressed and let go by itself: Ctrl+C is none of ours.
    listen('keydown', ({ key, repeat }) => void (tapped = key === triggerKey && (!repeat || tapped)));
    listen('pointerdown', () => void (tapped = false));
    listen('keyup', ({ key }) => tapped && key === triggerKey && settle(POINTER_SETTLE));
  } else {
    listen('pointerup', () => settle(POINTER_SETTLE));
    // Escape selects nothing: who closes a card with it wants no button in its place.
    listen('keyup', ({ key }) => key !== 'Escape' && settle(KEYS_SETTLE));
  }
  document.addEventListener(
    'selectionchange',
    (event) => event.isTrusted && document.getSelection()?.isCollapsed && asked && settle(POINTER_SETTLE),
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
