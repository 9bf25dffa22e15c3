// npm start: sets up, builds, and opens the browser with Sidelight on a demo page. Without a display it runs the same tour headless.
import { needChromium } from './browsers.mjs';
import { installPackages, mustRun, ROOT } from './setup.mjs';

if (process.argv.length > 2) {
  console.error('usage: npm start');
  process.exit(2);
}
installPackages();
const executablePath = needChromium();
mustRun('npm', ['run', '--silent', 'build']);
const { openExtension } = await import('./extension.mjs');
const { serve } = await import('./serve.mjs');
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const server = await serve(`${ROOT}/tests/playground`);
const sidelight = await openExtension({ executablePath, headless });
const demo = `${server.origin}/demo.html`;
if (headless) {
  const { tour } = await import('./tour.mjs');
  try {
    await tour(sidelight, demo);
  } finally {
    await sidelight.close();
    await server.close();
  }
} else {
  const page = sidelight.context.pages()[0] ?? (await sidelight.context.newPage());
  await page.goto(demo);
  console.log(`
Sidelight is on the page. Try:
  rest the pointer on an underlined title or name
  select a phrase ("instruction tuning", "Codewechsel") and press the small button
  Alt+Shift+L searches, Alt+Shift+P opens the panel
Close the window to end.`);
  await new Promise((done) => sidelight.context.on('close', done));
  await server.close();
}
