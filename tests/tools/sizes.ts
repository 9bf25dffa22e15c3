// Prints the sizes of the built extension and fails when a limit is passed. Called by npm run build.
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDER = '.output/chrome-mv3';
/** Loaded only when a citation is made in a style. */
const STYLES = /^chunks\/engine-/;
/** In bytes: what each page loads, the citation styles, and everything else in the package, unpacked. */
const LIMITS = {
  'content-scripts/content.js': 40_000,
  'the citation styles': 550_000,
  'the rest of the extension': 1_500_000,
};

export function main(): number {
  const files = list(FOLDER).map((file) => ({ name: relative(FOLDER, file), size: statSync(file).size }));
  const sizes: Record<string, number> = {};
  for (const { name, size } of files) sizes[name] = size;
  const styles = files.filter(({ name }) => STYLES.test(name.replaceAll('\\', '/')));
  const sum = (some: typeof files) => some.reduce((all, { size }) => all + size, 0);
  sizes['the citation styles'] = styles.length ? sum(styles) : Number.NaN;
  sizes['the rest of the extension'] = sum(files) - sum(styles);
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
