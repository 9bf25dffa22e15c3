import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, placeButton, placeCard } from '../../../lib/page/place';

const VIEW = { width: 1000, height: 800 };
const CARD = { width: 400, height: 300 };
const box = (left: number, top: number, width = 80, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('placeCard', () => {
  it.each([
    { anchor: box(300, 100), wants: 'below', because: 'there is room' },
    { anchor: box(300, 700), wants: 'above', because: 'there is none below' },
    { anchor: box(300, 460), wants: 'below', because: 'it just fits' },
    { anchor: box(300, 490), wants: 'above', because: 'it just does not' },
  ])('goes $wants: $because', ({ anchor, wants }) => {
    const { top } = placeCard(anchor, CARD, VIEW);
    if (wants === 'below') expect(top).toBeGreaterThanOrEqual(anchor.bottom);
    else expect(top + CARD.height).toBeLessThanOrEqual(anchor.top);
  });

  it.each([
    { anchor: box(-50, 100), because: 'the anchor is cut off at the left' },
    { anchor: box(980, 100), because: 'the anchor is cut off at the right' },
    { anchor: box(300, -300), because: 'the anchor is scrolled out above' },
    { anchor: box(300, 2000), because: 'the anchor is scrolled out below' },
    { anchor: box(300, 0, 80, 800), because: 'the anchor is as high as the window' },
  ])('stays in the window where $because', ({ anchor }) => {
    const { left, top } = placeCard(anchor, CARD, VIEW);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + CARD.width).toBeLessThanOrEqual(VIEW.width);
    expect(top + CARD.height).toBeLessThanOrEqual(VIEW.height);
  });

  it('shows its beginning where it is larger than the window', () => {
    const { left, top } = placeCard(box(100, 100), { width: 2000, height: 2000 }, VIEW);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(20);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(20);
  });

  it('never lies over an anchor that leaves it room', () => {
    const anchor = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      top: fc.integer({ min: 0, max: 780 }),
      height: fc.integer({ min: 8, max: 60 }),
    });
    fc.assert(
      fc.property(anchor, fc.integer({ min: 50, max: 330 }), ({ left, top, height }, high) => {
        const at = box(left, Math.min(top, VIEW.height - height), 80, height);
        const place = placeCard(at, { width: 400, height: high }, VIEW);
        expect(overlap(at, box(place.left, place.top, 400, high))).toBe(false);
      }),
    );
  });
});

describe('placeButton', () => {
  const SIZE = 28;
  it('stands at the end of the selection, in the window and not over it', () => {
    const end = fc.record({
      left: fc.integer({ min: 0, max: 999 }),
      top: fc.integer({ min: 0, max: 780 }),
      height: fc.integer({ min: 8, max: 60 }),
    });
    fc.assert(
      fc.property(end, ({ left, top, height }) => {
        const at = box(left, Math.min(top, VIEW.height - height), 1, height);
        const place = placeButton(at, SIZE, VIEW);
        const button = box(place.left, place.top, SIZE, SIZE);
        expect(overlap(at, button)).toBe(false);
        expect(button.left).toBeGreaterThanOrEqual(0);
        expect(button.top).toBeGreaterThanOrEqual(0);
        expect(button.right).toBeLessThanOrEqual(VIEW.width);
        expect(button.bottom).toBeLessThanOrEqual(VIEW.height);
        expect(Math.abs(button.left - at.right)).toBeLessThanOrEqual(SIZE + 12);
      }),
    );
  });

  it.each([
    { end: box(300, -100), because: 'above' },
    { end: box(300, 2000), because: 'below' },
    { end: box(-300, 100), because: 'at the left' },
    { end: box(3000, 100), because: 'at the right' },
  ])('stays in the window where the selection’s end is scrolled out $because', ({ end }) => {
    const { left, top } = placeButton(end, SIZE, VIEW);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + SIZE).toBeLessThanOrEqual(VIEW.width);
    expect(top + SIZE).toBeLessThanOrEqual(VIEW.height);
  });
});
