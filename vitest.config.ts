import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

// Component tests name their environment in their first line: // @vitest-environment happy-dom
export default defineConfig({
  plugins: [preact()],
  test: {
    // Two cores are two workers: most of the time goes into loading.
    maxWorkers: 2,
    // So that what hangs ends; how long something takes is compared within a test, by ratios.
    testTimeout: 60_000,
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/components/**/*.test.{ts,tsx}', 'tests/repo/**/*.test.{ts,tsx}'],
  },
});
