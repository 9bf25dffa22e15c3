// npm run zip: the packages for the stores, the sources for their reviewers, a bill of materials, and the hash of each.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mustRun, run } from './setup.mjs';

const OUT = '.output';
const QUIET = { stdio: ['ignore', 'ignore', 'inherit'] };
const BROWSERS = [['chrome'], ['edge'], ['firefox', '--mv3', '--sources']];

export function main(args: string[]): number {
  const [only, ...more] = args;
  if (more.length || (only && only !== '--twice')) {
    console.error(
      'usage: npm run zip [-- --twice]\n  --twice  makes them a second time and fails where a byte differs',
    );
    return 2;
  }
  mustRun('npm', ['run', '--silent', 'corpus'], QUIET);
  const sums = make();
  console.log(sums);
  const [chrome, edge] = ['chrome', 'edge'].map((name) =>
    sums.split('\n').find((line) => line.endsWith(`-${name}.zip`)),
  );
  // What is tested in Chromium is what Edge gets, byte for byte.
  if (chrome?.split(' ')[0] !== edge?.split(' ')[0]) {
    console.error('The package for Edge is not Chrome’s: say in the README what differs, and test it.');
    return 1;
  }
  // Edge's is Chrome's, as has just been seen: it stays.
  if (!only || make('-edge.zip') === sums) return 0;
  console.error('The second time the packages were others: the build is not reproducible.');
  return 1;
}

/** Makes everything anew but the file that ends in `kept`. @returns a line with hash and name for each file */
function make(kept?: string): string {
  const isKept = (name: string) => kept !== undefined && name.endsWith(kept);
  for (const name of readdirSync(OUT)) if (name.endsWith('.zip') && !isKept(name)) rmSync(`${OUT}/${name}`);
  for (const [browser, ...options] of BROWSERS.filter(([name]) => !isKept(`-${name}.zip`)))
    mustRun('npx', ['wxt', 'zip', '-b', browser!, ...options], QUIET);
  writeBill();
  const made = readdirSync(OUT).filter((name) => name.endsWith('.zip') || name === 'bill-of-materials.json');
  const sums = made
    .sort()
    .map((name) => `${sha256(`${OUT}/${name}`)}  ${name}`)
    .join('\n');
  writeFileSync(`${OUT}/SHA256SUMS`, `${sums}\n`);
  return sums;
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** npm's own bill (CycloneDX) of what is shipped, without the time and number that change with each run. It asks no registry. */
function writeBill(): void {
  const file = `${OUT}/bill-of-materials.json`;
  const script = `npm sbom --sbom-format cyclonedx --omit dev > ${file}`;
  if (run('sh', ['-c', script])) throw new Error('npm sbom failed');
  const bill = JSON.parse(readFileSync(file, 'utf8')) as { serialNumber?: string; metadata: { timestamp?: string } };
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
}
