import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages whose code is in what we built, by the ids of the modules that the bundler took in. */
export class ShippedParts {
  private readonly folders = new Map<string, string>();

  /** A plugin for Vite that notes where every module of a bundle came from. */
  readonly plugin = {
    name: 'sidelight:shipped-parts',
    generateBundle: (_: unknown, bundle: Record<string, { type: string; modules?: object }>) => {
      for (const { modules = {} } of Object.values(bundle)) for (const id of Object.keys(modules)) this.note(id);
    },
  };

  private note(id: string): void {
    const [, folder, name] = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
    if (folder && name) this.folders.set(name, folder);
  }

  /** Names, versions and licences in full. Throws where a part has none: it could not be shipped. */
  text(): string {
    const parts = [...this.folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, folder]) => partOf(name, folder));
    return `Sidelight contains code of these projects.\n\n${parts.join('\n\n')}\n`;
  }
}

const LICENCES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license'];

function partOf(name: string, folder: string): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  if (!license) throw new Error(`${name} has no licence`);
  const file = LICENCES.map((one) => join(folder, one)).find((path) => existsSync(path));
  const line = '='.repeat(72);
  return `${line}\n${name} ${version}: ${license}\n${line}\n${file ? readFileSync(file, 'utf8').trim() : 'The package holds no text of its licence.'}`;
}
