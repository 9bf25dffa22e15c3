/** Distance from what the card belongs to, and from the edges of the window, in pixels (Yomitan: 10; 10ten: 5). */
const GAP = 8;
const EDGE = 6;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Where a card goes: below its anchor, above where there is more room, always inside the window.
 * @param size width and height of the card
 * @param view width and height of the window
 */
export function placeCard(
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsBelow = below + size.height <= view.height - EDGE;
  const top = fitsBelow || (above < EDGE && view.height - anchor.bottom >= anchor.top) ? below : above;
  const clamp = (value: number, length: number, room: number) => Math.max(EDGE, Math.min(value, room - length - EDGE));
  return { left: clamp(anchor.left, size.width, view.width), top: clamp(top, size.height, view.height) };
}

/** The height of the larger room above or below an anchor: a card no higher than that need not cover it. */
export function roomBeside(anchor: Box, viewHeight: number): number {
  return Math.max(anchor.top, viewHeight - anchor.bottom) - GAP - EDGE;
}

/** Where the small button goes: at the end of the selection, never over it. */
export function placeButton(
  end: Box,
  size: number,
  view: { width: number; height: number },
): { left: number; top: number } {
  const top = end.bottom + GAP / 2 + size <= view.height - EDGE ? end.bottom + GAP / 2 : end.top - GAP / 2 - size;
  return {
    left: Math.max(EDGE, Math.min(end.right + GAP / 2, view.width - size - EDGE)),
    top: Math.max(EDGE, Math.min(top, view.height - size - EDGE)),
  };
}
