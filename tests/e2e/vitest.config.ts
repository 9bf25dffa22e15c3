import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that measure how long something takes: a browser beside theirs would disturb them. */
const ALONE = ['input', 'quiet'].map((name) => `tests/e2e/${name}.test.ts`);

/** Over half a minute each: begun first, so that at the end no core waits for the other. */
const LONG = ['gallery', 'library', 'storage-faults', 'accessibility', 'options', 'hostile', 'panel', 'popup'].map(
  (name) => `/${name}.test.ts`,
);

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONG.length : at;
    };
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

// The built extension in a real browser; each file opens one of its own. They wait for pages more than they work: on two cores two run at once.
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongFirst },
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
