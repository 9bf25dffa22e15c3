// Golden pictures of the gallery. They are drawn in a font of blocks (blocks-font.ts), so that they are the same on every machine with the browser.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { State } from './states';

/** How far a pixel's colour may be off, from 0 to 1, and what share of the pixels may be off further. */
const COLOUR = 0.12;
export const SHARE = 0.002;

export type Theme = 'light' | 'dark';
export interface Shot {
  state: State;
  theme: Theme;
}

/** Every picture that is kept: each state in the light, some in the dark. */
export const shotsOf = (states: readonly State[]): Shot[] =>
  states.flatMap((state) => [
    { state, theme: 'light' as const },
    ...(state.dark ? [{ state, theme: 'dark' as const }] : []),
  ]);

const nameOf = ({ state, theme }: Shot) => (theme === 'dark' ? `${state.name}-dark` : state.name);
export const goldenOf = (shot: Shot): string => join('tests/gallery/golden', `${nameOf(shot)}.png`);

/** Shows one state alone. */
export async function showState(
  page: Page,
  origin: string,
  { state, theme }: Shot,
  font: 'blocks' | 'real',
): Promise<void> {
  await page.setViewportSize({ width: state.width + 40, height: (state.height ?? 700) + 40 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto(`${origin}/index.html?state=${state.name}&theme=${theme}${font === 'blocks' ? '&font=blocks' : ''}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** The picture of the state that is shown. */
export const takePicture = (page: Page): Promise<Buffer> =>
  page.locator('.g-frame').screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });

/** What keeps a picture from being its golden one; undefined where it is, within the tolerance. The difference is written to `diff`. */
export function compare(picture: Buffer, golden: string, diff: string): string | undefined {
  if (!existsSync(golden)) return 'there is no golden picture: npm run gallery -- --golden draws it';
  const kept = readFileSync(golden);
  // The same browser draws most of them byte for byte; unpacking both takes longer than drawing.
  if (picture.equals(kept)) return undefined;
  const [is, wanted] = [PNG.sync.read(picture), PNG.sync.read(kept)];
  const { width, height } = wanted;
  if (is.width !== width || is.height !== height)
    return `it is ${is.width} × ${is.height}, the golden picture ${width} × ${height}`;
  const difference = new PNG({ width, height });
  const off = pixelmatch(is.data, wanted.data, difference.data, width, height, { threshold: COLOUR });
  if (off <= SHARE * width * height) return undefined;
  writeFileSync(diff, PNG.sync.write(difference));
  return `${off} of ${width * height} pixels are off: see ${diff}`;
}
