import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE, lines } from './source';

// npm run corpus on a copy of data/, so that nothing that other tests read is written.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-corpus-'));
  cpSync('data', join(folder, 'data'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(...args: string[]) {
  const run = [resolve('tests/tools/run.mjs'), resolve('data/build/index.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const out = () => join(folder, 'public/corpus');
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const hashes = () => Object.fromEntries(readdirSync(out()).map((name) => [name, sha256(join(out(), name))]));

describe('npm run corpus', () => {
  it('writes the same bytes every time, and their true hashes', { timeout: 60_000 }, () => {
    expect(build('--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
    const first = hashes();
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['about.json', 'index.json', 'lexicon.json', 'papers.json', 'related.json']),
    );
    expect(build('--quiet').status).toBe(0);
    expect(hashes()).toEqual(first);
    const about = JSON.parse(readFileSync(join(out(), 'about.json'), 'utf8')) as { sha256: Record<string, string> };
    for (const [name, hash] of Object.entries(about.sha256)) {
      expect({ name, hash }).toEqual({ name, hash: sha256(join(name.startsWith('data/') ? folder : out(), name)) });
    }
    const { 'about.json': _, ...listed } = first;
    expect(about.sha256).toMatchObject(listed);
  });

  it('writes nothing from a broken source, and says what to do', { timeout: 60_000 }, () => {
    const before = existsSync(out()) ? hashes() : undefined;
    writeFileSync(join(folder, FILE), lines.filter((_, i) => i !== 5).join('\n'));
    const { status, stderr } = build('--quiet');
    expect(status).toBe(1);
    expect(stderr).toMatch(/source\/.*\.txt:5: no abstract follows the title “xGQA.*\n\s+remedy: /);
    expect(stderr).toContain('nothing was written');
    expect(existsSync(out()) ? hashes() : undefined).toEqual(before);
  });
});
