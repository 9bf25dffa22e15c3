// npm run gallery: every component in every state on one page. --golden draws the golden pictures anew, --shots photographs the built extension for the README.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { needChromium } from '../tools/browsers.mjs';
import { UsageError, withUsage } from '../tools/ndjson';
import { serve } from '../tools/serve.mjs';
import { buildGallery, GALLERY } from './build';
import { goldenOf, shotsOf, showState, takePicture } from './golden';
import { LAUNCH } from './launch';
import { GROUPS } from './states';
import { compose, photographSelection, photographSurfaces } from './surfaces';

const PICTURES = 'tests/playground/pictures';
const SHOTS = '.output/shots';
const EXTENSION = '.output/chrome-mv3';
const USAGE = `usage: npm run gallery -- [--golden | --shots]

  without a word   builds the gallery and serves it until it is stopped
  --golden         draws tests/gallery/golden anew: look at the difference before you keep it
  --shots          draws the surfaces of the built extension on the demo page, in light and dark, and the card for a selection, into ${PICTURES}`;

export function main(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const [what, ...rest] = args;
    if (rest.length || (what && what !== '--golden' && what !== '--shots'))
      throw new UsageError(`what is “${args.join(' ')}”?`);
    if (what === '--shots') {
      await drawSurfaces();
      return 0;
    }
    await buildGallery();
    const server = await serve(GALLERY);
    if (!what) {
      console.log(`The gallery is at ${server.origin}/index.html. Ctrl+C ends it.`);
      await new Promise(() => undefined);
    }
    await withPage((page) => drawGolden(page, server.origin));
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

/** Goes through the built extension in each theme. */
async function drawSurfaces(): Promise<void> {
  if (!existsSync(join(EXTENSION, 'manifest.json')))
    throw new UsageError(`no extension in ${EXTENSION}: run "npm run build" first`);
  mkdirSync(SHOTS, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    const pictures = await photographSurfaces(EXTENSION, theme);
    for (const { name, png } of pictures) writeFileSync(join(SHOTS, `${name}-${theme}.png`), png);
    writeFileSync(join(PICTURES, `surfaces-${theme}.webp`), await compose(pictures, theme));
  }
  writeFileSync(join(PICTURES, 'selection.png'), await photographSelection(EXTENSION));
  console.log(
    `selection.png, surfaces-light.webp and surfaces-dark.webp are in ${PICTURES}, each surface alone in ${SHOTS}.`,
  );
}
