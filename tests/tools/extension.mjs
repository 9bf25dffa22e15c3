// Opens Chromium with the built extension. Used by npm start, npm run pickup and the end-to-end tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

/** What the browser leaves out in tests. Of two such switches the last one counts, so Playwright's own (1.65.1) are among them. */
const WITHOUT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
  // The list under the address bar as two pages of the browser's own, loaded at every start: half a second.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/**
 * @param {object} options
 * @param {string} options.executablePath the browser
 * @param {boolean} [options.headless] without a window
 * @param {string} [options.profile] a profile folder to keep; a new one is made, and removed at the end, without it
 * @param {string} [options.folder] the built extension
 * @param {string[]} [options.args] further switches
 * @param {{width: number, height: number} | null} [options.viewport]
 * @param {boolean} [options.keepsPages] for going back, as browsers do; Playwright has that switched off
 * @param {string} [options.language] of the browser's interface, as "pt-BR"; without it, the machine's
 */
export async function openExtension({
  executablePath,
  headless = true,
  profile,
  folder = '.output/chrome-mv3',
  args = [],
  viewport,
  keepsPages = false,
  language,
}) {
  const dir = profile ?? mkdtempSync(join(tmpdir(), 'sidelight-'));
  const context = await chromium.launchPersistentContext(dir, {
    executablePath,
    headless,
    viewport: headless ? (viewport ?? { width: 1100, height: 800 }) : null,
    chromiumSandbox: process.getuid?.() !== 0,
    // Linux takes the language from the environment, other systems from the switch.
    ...(language && { env: { ...process.env, LANGUAGE: language.replace('-', '_') } }),
    // Branded Chrome no longer takes --load-extension: the extension is loaded over the debugging pipe instead.
    ignoreDefaultArgs: ['--disable-extensions', ...(keepsPages ? ['--disable-back-forward-cache'] : [])],
    args: [
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      '--no-first-run',
      // The popup fades in and out, drawn by the processor: a sixth of the time of a test. Pages keep their animations.
      ...(headless ? ['--animation-duration-scale=0', `--disable-features=${WITHOUT.join()}`] : []),
      '--remote-debugging-port=0',
      ...(language ? [`--lang=${language}`] : []),
      ...args,
    ],
  });
  const session = await context.browser().newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path: resolve(folder) });
  const worker = await serviceWorker(context, id);
  // A new profile gets the page of the first run; here it would stand in the way.
  if (!profile && existsSync(join(folder, 'welcome.html'))) await closeWelcome(context, id);
  return {
    context,
    id,
    worker,
    profile: dir,
    /** The address of a page of the extension. */
    url: (path) => `chrome-extension://${id}/${path}`,
    /** The real side panel or popup, which Playwright's own context does not list. */
    surface: (path) => findSurface(dir, `chrome-extension://${id}/${path}`),
    /** Stops the service worker, as the browser does when it was idle. */
    async stopWorker() {
      const { targetInfos } = await session.send('Target.getTargets');
      const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
      if (target) await session.send('Target.closeTarget', { targetId: target.targetId });
    },
    /** The worker as it is now; wakes it if it was stopped. */
    currentWorker: () => serviceWorker(context, id),
    async close() {
      await context.close();
      if (!profile) rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function closeWelcome(context, id) {
  const isWelcome = (page) => page.url() === `chrome-extension://${id}/welcome.html`;
  const page = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { timeout: 15_000 }));
  await page.waitForURL(/welcome\.html$/, { timeout: 15_000 });
  await page.close();
}

/** Whoever does not answer by then is one that was stopped, in milliseconds: its calls wait for ever. */
const ANSWERS = 3000;

async function serviceWorker(context, id) {
  const own = () => context.serviceWorkers().findLast((worker) => worker.url().includes(id));
  for (let attempt = 0; attempt < 4; attempt++) {
    const found =
      own() ??
      (await context.waitForEvent('serviceworker', {
        predicate: (worker) => worker.url().includes(id),
        timeout: 15_000,
      }));
    // Registered is not yet running, and listed is not still running.
    const late = new Promise((done) => setTimeout(done, ANSWERS, false));
    const answers = found.evaluate(() => true).catch(() => false);
    if (await Promise.race([answers, late])) return found;
  }
  throw new Error('the service worker does not answer');
}

/** A connection sees the surfaces that were open when it was made: each look makes a new one until the surface is there. */
async function findSurface(profile, url) {
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  for (let attempt = 0; attempt < 50; attempt++) {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((one) => one.url().startsWith(url) && !one.isClosed());
    if (page) return page;
    await browser.close();
    await new Promise((done) => setTimeout(done, 150));
  }
  throw new Error(`no surface at ${url}`);
}
