import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

/**
 * Runs an exported function several times, each in a process of its own, and returns what it returned. Bundled as the extension is, so
 * that calls between modules cost what they cost there; in new processes, since the engine compiles the same code well or less well by chance.
 */
export async function inProcesses<T>(file: string, name: string, runs: number): Promise<T[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true },
      build: { ssr: file, outDir: folder, minify: false, rollupOptions: { output: { entryFileNames: 'part.mjs' } } },
    });
    writeFileSync(
      join(folder, 'main.mjs'),
      `import { ${name} } from './part.mjs';\nprocess.stdout.write(JSON.stringify(await ${name}()));\n`,
    );
    const results: T[] = [];
    for (let run = 0; run < runs; run++) {
      const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main.mjs')], {
        cwd: resolve('.'),
        maxBuffer: 1 << 26,
      });
      results.push(JSON.parse(stdout));
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
