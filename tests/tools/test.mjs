// npm test: sets up, builds, then types, lint, unit, component, repo and end-to-end tests in Chromium and Firefox. Its last line is "N passed, N failed".
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { addLanguages, needChromium, needFirefox } from './browsers.mjs';
import { installPackages, run } from './setup.mjs';

const REPORTS = '.output/reports';
const SUITES = {
  'unit, component and repo tests': ['vitest', 'run'],
  'end-to-end tests in Chromium': ['vitest', 'run', '-c', 'tests/e2e/vitest.config.ts'],
  'end-to-end tests in Firefox': ['vitest', 'run', '-c', 'tests/firefox/vitest.config.ts'],
};
const CHECKS = {
  build: ['npm', 'run', '--silent', 'build'],
  // It also leaves the build for Firefox that is tested below.
  'packages, the same twice': ['npm', 'run', '--silent', 'zip', '--', '--twice'],
  types: ['npx', 'tsc', '--noEmit'],
  'format and lint': ['npx', 'biome', 'check', '--error-on-warnings', '.'],
  'lint with types': ['npx', 'oxlint', '--type-aware', '--deny-warnings'],
};

const only = process.argv[2];
if (process.argv.length > 3 || (only && only !== '--no-browser')) {
  console.error('usage: npm test [-- --no-browser]');
  process.exit(2);
}
installPackages();
if (!only) {
  process.env.CHROMIUM = needChromium();
  addLanguages();
  process.env.FIREFOX = needFirefox();
}
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

let passed = 0;
let failed = 0;
const failures = [];
for (const [name, [command, ...args]] of Object.entries(CHECKS)) {
  console.log(`\n== ${name}`);
  if (run(command, args)) {
    failed++;
    failures.push(name);
  } else passed++;
}
Object.entries(SUITES).forEach(([name, [command, ...args]], i) => {
  if (only && i > 0) return;
  console.log(`\n== ${name}`);
  const report = `${REPORTS}/${i}.json`;
  const code = run('npx', [command, ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    for (const { assertionResults } of testResults) {
      for (const { status, fullName } of assertionResults) if (status === 'failed') failures.push(fullName);
    }
    // A file that cannot even be loaded has no test to fail.
    if (code && !numFailedTests) failed++;
  } catch {
    failed++;
    failures.push(name);
  }
});
if (failures.length) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
