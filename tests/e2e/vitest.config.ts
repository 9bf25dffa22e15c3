import { defineConfig } from 'vitest/config';

// The built extension in a real browser, one file after another: each opens a browser of its own.
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/built.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 8000, interval: 50 } },
  },
});
