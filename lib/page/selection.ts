import { blockOf, isInSkipped } from './visible-text';

/** Longer selections are no question: somebody is copying. */
const SELECTION_MAX = 400;
/** How much of the text around is taken as context, in characters on each side. */
const CONTEXT = 300;

export interface PageSelection {
  text: string;
  /** The text around it, from the same paragraph. */
  context: string;
  range: Range;
}

/** What the reader has selected, where it can be looked up: some letters, outside inputs and editors, not a whole page. */
export function readSelection(): PageSelection | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return undefined;
  const range = selection.getRangeAt(0);
  if (isInSkipped(range.startContainer) || isInSkipped(range.endContainer)) return undefined;
  const text = selection.toString().replace(/\s+/g, ' ').trim();
  if (text.length < 2 || text.length > SELECTION_MAX || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  const around = (blockOf(range.startContainer)?.textContent ?? '').replace(/\s+/g, ' ');
  const at = around.indexOf(text);
  const context = at < 0 ? '' : around.slice(Math.max(0, at - CONTEXT), at + text.length + CONTEXT).trim();
  return { text, context, range };
}
