// npm run gallery: every component in every state on one page. --golden draws the golden pictures anew, --shots the pictures of the README.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { needChromium } from '../tools/browsers.mjs';
import { UsageError, withUsage } from '../tools/ndjson';
import { serve } from '../tools/serve.mjs';
import { buildGallery, GALLERY } from './build';
import { goldenOf, shotsOf, showState, takePicture } from './golden';
import { GROUPS } from './states';

const PICTURES = 'tests/playground/pictures';
const USAGE = `usage: npm run gallery -- [--golden | --shots]

  without a word   builds the gallery and serves it until it is stopped
  --golden         draws tests/gallery/golden anew: look at the difference before you keep it
  --shots          draws the pictures of all surfaces, in light and dark, into ${PICTURES}`;

export function main(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const [what, ...rest] = args;
    if (rest.length || (what && what !== '--golden' && what !== '--shots'))
      throw new UsageError(`what is “${args.join(' ')}”?`);
    await buildGallery();
    const server = await serve(GALLERY);
    if (!what) {
      console.log(`The gallery is at ${server.origin}/index.html. Ctrl+C ends it.`);
      await new Promise(() => undefined);
    }
    await withPage((page) =>
      what === '--golden' ? drawGolden(page, server.origin) : drawSurfaces(page, server.origin),
    );
    await server.close();
    return 0;
  });
}

async function withPage(draw: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: needChromium(), ...LAUNCH });
  try {
    await draw(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** As the test has it, so that the pictures are the same. */
export const LAUNCH = {
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
};

async function drawGolden(page: Page, origin: string): Promise<void> {
  rmSync('tests/gallery/golden', { recursive: true, force: true });
  mkdirSync('tests/gallery/golden');
  const shots = shotsOf(GROUPS.flatMap(({ states }) => states));
  for (const shot of shots) {
    await showState(page, origin, shot, 'blocks');
    writeFileSync(goldenOf(shot), await takePicture(page));
  }
  console.log(`${shots.length} pictures are in tests/gallery/golden.`);
}

async function drawSurfaces(page: Page, origin: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.setViewportSize({ width: 1700, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`${origin}/index.html?surfaces&theme=${theme}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.locator('.g-surfaces').screenshot({ path: `${PICTURES}/surfaces-${theme}.png`, animations: 'disabled' });
  }
  console.log(`surfaces-light.png and surfaces-dark.png are in ${PICTURES}.`);
}
