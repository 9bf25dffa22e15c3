import { join } from 'node:path';
import type { Page, PageScreenshotOptions } from 'playwright-core';
import { SHOTS } from './built';

/**
 * A picture for people, in thorough runs only: taking it lasts longer than what is asserted about the same state. What glides is brought to
 * its end in every run.
 */
export async function picture(surface: Page, name: string, options: PageScreenshotOptions = {}): Promise<void> {
  await surface.evaluate(endTransitions);
  if (process.env['SIDELIGHT_THOROUGH'] === undefined) return;
  await surface.screenshot({ path: join(SHOTS, `${name}.png`), animations: 'disabled', ...options });
}

/** Runs in the page. What goes round for ever has no end. */
function endTransitions(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
}
