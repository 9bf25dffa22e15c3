// Finds Chromium, Chrome or Edge; on Debian and Ubuntu installs Chromium where that is allowed. Plain Node: runs before any package is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first Chromium-family browser on this machine; the variable CHROMIUM decides where it is set. */
export function findChromium() {
  const { env } = process;
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : undefined;
  return candidates(env).find((path) => existsSync(path));
}

function candidates(env) {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
      ['', env.HOME].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(Boolean);
    return roots.flatMap((root) =>
      [
        'Chromium/Application/chrome.exe',
        'Google/Chrome/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ].map((path) => join(root, path)),
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];
  return names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
}

/** A Chromium to use, installed if need be; without one, says what to install and ends. */
export function needChromium() {
  const found = findChromium() ?? (installWithApt(['chromium']) ? findChromium() : undefined);
  if (found) return found;
  console.error(
    'Sidelight needs Chromium, Chrome or Edge, and found none.\n' +
      '  Debian, Ubuntu:  sudo apt-get install chromium\n' +
      '  macOS:           install Google Chrome, or: brew install --cask chromium\n' +
      '  Windows:         install Google Chrome, or use the Edge that is there\n' +
      'One in another place can be named: CHROMIUM=/path/to/browser npm start',
  );
  process.exit(1);
}

/** Debian has the languages of its Chromium's interface in a package of their own; the end-to-end tests start it in several. */
export function addLanguages() {
  const has = (language) => existsSync(`/usr/lib/chromium/locales/${language}.pak`);
  if (has('en-US') && !has('ar')) installWithApt(['chromium-l10n']);
}

/** Installs Debian packages as root. @returns whether that could be done and worked */
export function installWithApt(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** The first Firefox on this machine; the variable FIREFOX decides where it is set. */
export function findFirefox() {
  const { env } = process;
  if (env.FIREFOX) return existsSync(env.FIREFOX) ? env.FIREFOX : undefined;
  return firefoxPlaces(env).find((path) => existsSync(path));
}

function firefoxPlaces(env) {
  if (process.platform === 'darwin')
    return ['', env.HOME].map((home) => `${home}/Applications/Firefox.app/Contents/MacOS/firefox`);
  if (process.platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
      .filter(Boolean)
      .map((root) => join(root, 'Mozilla Firefox/firefox.exe'));
  return ['firefox-esr', 'firefox'].flatMap((name) =>
    (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
}

/** A Firefox to test with, installed if need be; without one, says what to install and ends. */
export function needFirefox() {
  const found = findFirefox() ?? (installWithApt(['firefox-esr']) ? findFirefox() : undefined);
  // Ubuntu has Firefox in Debian's form only as a snap, under another name.
  const any = found ?? (installWithApt(['firefox']) ? findFirefox() : undefined);
  if (any) return any;
  console.error(
    'The tests need Firefox (140 or newer), and found none.\n' +
      '  Debian:  sudo apt-get install firefox-esr\n' +
      '  others:  install Firefox\n' +
      'One in another place can be named: FIREFOX=/path/to/firefox npm test\n' +
      'npm test -- --no-browser leaves the tests in browsers out.',
  );
  process.exit(1);
}
