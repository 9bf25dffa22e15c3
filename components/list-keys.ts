/** What a key does in a list whose caret is in the field above. */
export type ListStep = { to: number } | { open: 'panel' | 'page' };

const PAGE = 8;

/**
 * Home and End belong to the text until the arrows have entered the list: whoever has just typed means the caret.
 * @returns undefined for keys that are not the list's
 */
export function listStep(event: KeyboardEvent, at: number, length: number, walking: boolean): ListStep | undefined {
  if (event.isComposing || !length) return undefined;
  if (event.key === 'Enter')
    return event.ctrlKey || event.metaKey || event.shiftKey ? undefined : { open: event.altKey ? 'page' : 'panel' };
  if (event.altKey || event.shiftKey || event.metaKey) return undefined;
  const last = length - 1;
  if (event.key === 'ArrowDown') return { to: at >= last ? 0 : at + 1 };
  if (event.key === 'ArrowUp') return { to: at <= 0 ? last : at - 1 };
  if (event.key === 'PageDown') return { to: Math.min(last, at + PAGE) };
  if (event.key === 'PageUp') return { to: Math.max(0, at - PAGE) };
  if (event.key === 'Home' && (walking || event.ctrlKey)) return { to: 0 };
  if (event.key === 'End' && (walking || event.ctrlKey)) return { to: last };
  return undefined;
}
