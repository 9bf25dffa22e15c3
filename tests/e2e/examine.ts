import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { SHOTS } from './built';

/** Looks at a surface in light and dark: a picture of each, and what axe objects to. Between the two only the colours differ. */
export async function examine(surface: Page, name: string, fullPage = false): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await surface.emulateMedia({ colorScheme });
    // Colours that change over a moment are brought to their end.
    await surface.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`), animations: 'disabled', fullPage });
    // Without a further tab, which would close the popup.
    const axe = new AxeBuilder({ page: surface }).setLegacyMode(true);
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    const told = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`),
    );
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
  await surface.emulateMedia({ colorScheme: null });
}
