// Prints the sizes of the built extension and fails when a limit is passed. Called by npm run build.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const FOLDER = '.output/chrome-mv3';
/** Loaded only when a citation is made in a style. */
const STYLES = /^chunks\/engine-/;
/**
 * In bytes: what each page loads, as it is; the extension packed, as readers download it. Unpacked, its strings in 17 languages alone
 * are half a megabyte.
 */
const LIMITS = {
  'content-scripts/content.js': 40_000,
  'the extension, packed': 1_500_000,
  'without the citation styles, packed': 1_250_000,
};

export function main(): number {
  const files = list(FOLDER).map((file) => {
    const name = relative(FOLDER, file).replaceAll('\\', '/');
    return { name, size: statSync(file).size, packed: deflateRawSync(readFileSync(file), { level: 9 }).length };
  });
  const sum = (some: typeof files, of: 'size' | 'packed') => some.reduce((all, file) => all + file[of], 0);
  const sizes: Record<keyof typeof LIMITS, number> = {
    'content-scripts/content.js': files.find(({ name }) => name === 'content-scripts/content.js')?.size ?? Number.NaN,
    'the extension, packed': sum(files, 'packed'),
    'without the citation styles, packed': sum(
      files.filter(({ name }) => !STYLES.test(name)),
      'packed',
    ),
  };
  let failed = 0;
  for (const [name, limit] of Object.entries(LIMITS)) {
    const size = sizes[name as keyof typeof LIMITS];
    const good = size <= limit;
    if (!good) failed++;
    console.log(`${good ? 'ok  ' : 'OVER'} ${name.padEnd(36)} ${kB(size).padStart(8)} of ${kB(limit)}`);
  }
  console.log(`     unpacked, with the citation styles   ${kB(sum(files, 'size')).padStart(8)}`);
  return failed ? 1 : 0;
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const list = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? list(path) : [path];
  });
