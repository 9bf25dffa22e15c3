// The gallery, state by state: its golden picture, and what axe objects to in light and dark.
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildGallery, GALLERY } from '../gallery/build';
import { compare, goldenOf, shotsOf, showState, takePicture } from '../gallery/golden';
import { LAUNCH } from '../gallery/launch';
import { GROUPS } from '../gallery/states';
import { needChromium } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';
import { objections, onlyRules } from './axe';
import { SHOTS } from './built';

const states = GROUPS.flatMap((group) => group.states);
let browser: Browser;
let page: Page;
/** A second one: while one is drawn the other is compared. */
let another: Page;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  await buildGallery();
  server = await serve(GALLERY);
  browser = await chromium.launch({ executablePath: needChromium(), ...LAUNCH });
  [page, another] = (await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()))) as [Page, Page];
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each(GROUPS.map(({ title, states }) => ({ title, states })))(
  '$title: as in the golden pictures',
  async ({ states }) => {
    const wrong: string[] = [];
    const waiting = shotsOf(states);
    const drawAll = async (page: Page) => {
      for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
        await showState(page, server.origin, shot, 'blocks');
        const name = `${shot.state.name}, ${shot.theme}`;
        const said = compare(await takePicture(page), goldenOf(shot), join(SHOTS, `failed-golden-${name}.png`));
        if (said) wrong.push(`${name}: ${said}`);
      }
    };
    await Promise.all([page, another].map(drawAll));
    expect(wrong).toEqual([]);
  },
);

test('the comparison sees a change of a few pixels’ size', async () => {
  const [shot] = shotsOf(states.filter(({ name }) => name === 'popup-page'));
  await showState(page, server.origin, shot!, 'blocks');
  await page
    .locator('.segment')
    .first()
    .evaluate((element) => element.remove());
  expect(compare(await takePicture(page), goldenOf(shot!), join(SHOTS, 'failed-on-purpose.png'))).toMatch(
    /pixels are off/,
  );
});

/** A part alone is no page: it has no landmarks and no heading of its own. */
const OF_PARTS = {
  rules: {
    'page-has-heading-one': { enabled: false },
    region: { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

// Minutes long, state by state; the surfaces themselves are looked at by axe and at 280 pixels in every run.
if (process.env['SIDELIGHT_THOROUGH'] !== undefined) {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing: %s',
    async (theme) => {
      const told: string[] = [];
      for (const state of states) {
        await showState(page, server.origin, { state, theme }, 'real');
        const found = await objections(page, theme === 'dark' ? onlyRules('color-contrast') : OF_PARTS);
        told.push(...found.map((one) => `${state.name}: ${one}`));
      }
      expect(told).toEqual([]);
    },
    240_000,
  );

  test('nothing is wider than its frame, at 280 pixels and with text of twice the size', async () => {
    const wide: string[] = [];
    const look = async (name: string) => {
      const over = await page
        .locator('.g-frame')
        .evaluate((frame) =>
          [...frame.querySelectorAll('main, .scroll, .card-body, .finder, .popup-foot, .reading')]
            .filter((one) => one.scrollWidth > one.clientWidth + 1)
            .map((one) => `${one.className} ${one.scrollWidth} > ${one.clientWidth}`),
        );
      wide.push(...over.map((one) => `${name}: ${one}`));
    };
    for (const state of states) {
      await showState(page, server.origin, { state: { ...state, width: 280 }, theme: 'light' }, 'real');
      await page.locator('.g-frame').evaluate((frame: HTMLElement) => frame.style.setProperty('inline-size', '280px'));
      await look(`${state.name} at 280`);
      await showState(page, server.origin, { state, theme: 'light' }, 'real');
      await page.evaluate(() => document.documentElement.style.setProperty('--base', '2rem'));
      await look(`${state.name} at 200%`);
    }
    expect(wide).toEqual([]);
  }, 240_000);
}
