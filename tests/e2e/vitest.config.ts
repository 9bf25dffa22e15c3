import { defineConfig } from 'vitest/config';

/** Files that measure how long something takes: a browser beside theirs would disturb them. */
const ALONE = ['quiet'].map((name) => `tests/e2e/${name}.test.ts`);

// The built extension in a real browser; each file opens one of its own. They wait for pages more than they work: on two cores two run at once.
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 8000, interval: 50 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'two at once',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ALONE,
          globalSetup: ['tests/e2e/built.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE,
          globalSetup: ['tests/e2e/built.ts'],
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
