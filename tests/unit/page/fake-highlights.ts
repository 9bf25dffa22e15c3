import { vi } from 'vitest';

/** The page's registry of highlights, which happy-dom has not; empty to begin with. @returns what is painted, by name */
export function fakeHighlights(): Map<string, Set<Range>> {
  const painted = new Map<string, Set<Range>>();
  vi.stubGlobal('CSS', { highlights: painted });
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      constructor(...ranges: Range[]) {
        super(ranges);
      }
    },
  );
  return painted;
}
