import { defineConfig } from 'vitest/config';

// The built extension in a real Firefox, one file after another: each opens a browser of its own.
export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    // In every run the hostile pages are visited in Chromium; in Firefox they take most of a minute.
    exclude: process.env['SIDELIGHT_THOROUGH'] === undefined ? ['tests/firefox/hostile.test.ts'] : [],
    provide: { built: '.output/firefox-mv3' },
    environment: 'node',
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 8000, interval: 100 } },
  },
});
