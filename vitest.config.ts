import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** What needs a page, a database or another global has surroundings of its own for each file. */
const APART = [
  ...['unit/browser', 'unit/page', 'unit/storage', 'components', 'repo'].map(
    (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
  ),
  // It looks at the heap, again and again: what others hold in it would be gone through each time.
  'tests/unit/bib/bounded.test.ts',
];

// Component tests name their environment in their first line: // @vitest-environment happy-dom
export default defineConfig({
  plugins: [preact()],
  test: {
    maxWorkers: 2,
    setupFiles: ['tests/unit/setup.ts'],
    // So that what hangs ends; how long something takes is compared within a test, by ratios.
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'apart', include: APART } },
      {
        extends: true,
        test: {
          name: 'functions',
          include: ['tests/unit/**/*.test.ts'],
          exclude: APART,
          // They leave nothing behind, so one process runs many: most of their time goes into loading.
          isolate: false,
        },
      },
    ],
  },
});
