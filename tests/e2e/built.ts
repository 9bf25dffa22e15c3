import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const BUILT = '.output/chrome-mv3';
/** Pictures for people; those named "failed" are of the last run only. */
export const SHOTS = '.output/shots';

/** The run works on a copy of the built extension, so that a build made meanwhile does not change it half way. */
export default function setup(project: TestProject) {
  if (!existsSync(join(BUILT, 'manifest.json'))) {
    throw new Error(`${BUILT} is missing: run "npm run --silent build" first, then the end-to-end tests`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-built-'));
  cpSync(BUILT, folder, { recursive: true });
  project.provide('built', folder);
  mkdirSync(SHOTS, { recursive: true });
  for (const name of readdirSync(SHOTS)) if (name.startsWith('failed-')) rmSync(join(SHOTS, name));
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the extension under test. */
    built: string;
  }
}
