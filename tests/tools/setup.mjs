// Set-up shared by npm start and npm test: packages, installed when missing or stale. Plain Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const STAMP = 'node_modules/.sidelight-lock';

/** Runs a command in the project's folder with its output shown. @returns the exit code */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { stdio: 'inherit', cwd: ROOT, shell, ...options }).status ?? 1;
}

/** Ends the program with the code of a step that failed. */
export function mustRun(command, args, options) {
  const code = run(command, args, options);
  if (code) process.exit(code);
}

/** Installs the packages of package-lock.json unless exactly those are there. */
export function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Sidelight needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  process.chdir(ROOT);
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing packages …');
  mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(STAMP, lock);
}
