import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { objections, onlyRules } from './axe';
import { picture } from './picture';

/** Looks at a surface in light and dark: a picture of each, and what axe objects to. Between the two only the colours differ. */
export async function examine(surface: Page, name: string, fullPage = false): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await surface.emulateMedia({ colorScheme });
    // Colours that change over a moment are brought to their end.
    await picture(surface, `${name}-${colorScheme}`, { fullPage });
    const told = await objections(surface, colorScheme === 'dark' ? onlyRules('color-contrast') : {});
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
  await surface.emulateMedia({ colorScheme: null });
}
