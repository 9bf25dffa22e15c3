import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { objections } from './axe';
import { picture } from './picture';

/**
 * Looks at a surface in forced colours with motion reduced: a picture, what axe objects to, whether the focus shows, whether what can be
 * pressed has an edge or an underline, and whether anything still moves.
 */
export async function examineForced(surface: Page, name: string): Promise<void> {
  await surface.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce', colorScheme: 'dark' });
  await surface.keyboard.press('Tab');
  await picture(surface, `${name}-forced`, { caret: 'initial' });
  expect(await objections(surface), name).toEqual([]);
  expect(await surface.evaluate(findFaults), name).toEqual([]);
  await surface.emulateMedia({ forcedColors: null, reducedMotion: null, colorScheme: null });
}

/** Runs in the page. */
function findFaults(): string[] {
  const faults: string[] = [];
  const nameOf = (element: Element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 30)}`;
  const focused = document.activeElement;
  if (focused && focused !== document.body) {
    // The ring may be the field's own, or that of the box around it.
    const rings = [focused, focused.closest('.search-box, .segment, .check')].flatMap((one) =>
      one ? [getComputedStyle(one)] : [],
    );
    if (
      !rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
    )
      faults.push(`no ring around ${nameOf(focused)}`);
  }
  for (const element of document.querySelectorAll('*')) {
    const { animationName, animationDuration, transitionDuration, transitionProperty } = getComputedStyle(element);
    const lasts = (duration: string) => duration.split(',').some((one) => Number.parseFloat(one) > 0.01);
    if (animationName !== 'none' && lasts(animationDuration)) faults.push(`moves: ${nameOf(element)}`);
    if (transitionProperty !== 'none' && lasts(transitionDuration)) faults.push(`glides: ${nameOf(element)}`);
  }
  // Axe cannot tell a background that the browser has forced.
  for (const mark of document.querySelectorAll('mark')) {
    if (!mark.checkVisibility()) continue;
    let ground: Element | null = mark;
    while (ground && /rgba\(.*, 0\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    if (ground && getComputedStyle(ground).backgroundColor === getComputedStyle(mark).color)
      faults.push(`cannot be seen: ${nameOf(mark)}`);
  }
  for (const control of document.querySelectorAll('.button, select, textarea, input:not([type=file])')) {
    if (!control.checkVisibility()) continue;
    const box = control.closest('.search-box') ?? control;
    const { borderTopWidth, appearance } = getComputedStyle(box);
    // What the browser draws itself has its edge.
    if (Number.parseFloat(borderTopWidth) < 1 && appearance === 'none' && !control.closest('.segment, .hidden'))
      faults.push(`no edge: ${nameOf(control)}`);
  }
  return faults;
}
