// npm run bench: speed and weight, as ratios within one run. Every part is a file of this folder.
import { writeFileSync } from 'node:fs';
import { UsageError, withUsage } from '../tools/ndjson';
import { pickup } from './pickup';
import { type Section, toMarkdown } from './report';

/** What a part may need to know. */
export interface Options {
  /** The built extension. */
  extension: string;
}

const PARTS: Record<string, (options: Options) => Promise<Section[]>> = {
  pickup,
};
const RESULTS = 'tests/bench/RESULTS.md';
const USAGE = `usage: npm run bench -- [PART …] [--write] [--extension FOLDER]

  parts: ${Object.keys(PARTS).join(', ')} (all of them where none is named)
  --write              also writes ${RESULTS}
  --extension FOLDER   the built extension to measure (.output/chrome-mv3)`;

export function main(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const options: Options = { extension: '.output/chrome-mv3' };
    const parts: string[] = [];
    let write = false;
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (arg === '--write') write = true;
      else if (arg === '--extension' && args[i + 1]) options.extension = args[++i]!;
      else if (Object.hasOwn(PARTS, arg)) parts.push(arg);
      else throw new UsageError(`what is “${arg}”?`);
    }
    const sections: Section[] = [];
    for (const part of parts.length ? parts : Object.keys(PARTS)) sections.push(...(await PARTS[part]!(options)));
    const text = toMarkdown(sections);
    console.log(text);
    if (write) {
      const command = ['npm run bench --', ...parts, '--write'].join(' ');
      const date = new Date().toISOString().slice(0, 10);
      writeFileSync(
        RESULTS,
        `# Measured\n\n\`${command}\`, ${date}. Ratios travel between machines; milliseconds do not.\n\n${text}`,
      );
    }
    return 0;
  });
}
