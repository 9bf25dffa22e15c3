// Prints the sizes of the built extension and fails when a limit is passed. Called by npm run build.
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDER = '.output/chrome-mv3';
/** In bytes: what each page loads, and the whole package unpacked. */
const LIMITS = { 'content-scripts/content.js': 40_000, 'the whole extension': 1_500_000 };

export function main(): number {
  const files = list(FOLDER).map((file) => ({ name: relative(FOLDER, file), size: statSync(file).size }));
  const sizes: Record<string, number> = {};
  for (const { name, size } of files) sizes[name] = size;
  sizes['the whole extension'] = files.reduce((sum, { size }) => sum + size, 0);
  let failed = 0;
  for (const [name, limit] of Object.entries(LIMITS)) {
    const size = sizes[name] ?? Number.POSITIVE_INFINITY;
    const good = size <= limit;
    if (!good) failed++;
    console.log(
      `${good ? 'ok  ' : 'OVER'} ${name.padEnd(28)} ${(size / 1000).toFixed(1).padStart(8)} kB of ${limit / 1000} kB`,
    );
  }
  return failed ? 1 : 0;
}

const list = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? list(path) : [path];
  });
