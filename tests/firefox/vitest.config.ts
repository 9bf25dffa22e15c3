import { defineConfig } from 'vitest/config';

// The built extension in a real Firefox; each file opens one of its own. They wait more than they work: on two cores two run at once.
export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    // In every run the hostile pages are visited in Chromium; in Firefox they take most of a minute.
    exclude: process.env['SIDELIGHT_THOROUGH'] === undefined ? ['tests/firefox/hostile.test.ts'] : [],
    provide: { built: '.output/firefox-mv3' },
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 8000, interval: 100 } },
  },
});
