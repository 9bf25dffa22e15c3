// npm run bench: speed and weight, as ratios within one run. Every part is a file of this folder.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { UsageError, withUsage } from '../tools/ndjson';
import { library } from './library';
import { libraryBrowser } from './library-browser';
import { load } from './load';
import { peers } from './peers';
import { pickup } from './pickup';
import { popup } from './popup';
import { type Section, toMarkdown } from './report';
import { search } from './search';

/** What a part may need to know. */
export interface Options {
  /** The built extension. */
  extension: string;
}

const PARTS: Record<string, (options: Options) => Promise<Section[]>> = {
  pickup,
  popup,
  search,
  library,
  'library-browser': libraryBrowser,
  peers,
  load,
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
    for (const part of parts.length ? parts : Object.keys(PARTS)) {
      const text = toMarkdown(await PARTS[part]!(options));
      console.log(text);
      if (write) writeResults(part, text);
    }
    return 0;
  });
}

/** Replaces one part's results; those of the others stay. */
function writeResults(part: string, text: string): void {
  const old = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
  const known = new Map(old.split(/^(?=# )/m).map((one) => [/^# (.*)/.exec(one)?.[1], one.trimEnd()]));
  const date = new Date().toISOString().slice(0, 10);
  known.set(
    part,
    `# ${part}\n\n\`npm run bench -- ${part} --write\`, ${date}. Ratios travel between machines; milliseconds do not.\n\n${text.trimEnd()}`,
  );
  const all = Object.keys(PARTS).flatMap((name) => known.get(name) ?? []);
  writeFileSync(RESULTS, `${all.join('\n\n')}\n`);
}
