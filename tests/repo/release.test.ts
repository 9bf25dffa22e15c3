// What the stores ask of a package, and what a release must hold.
import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesIn, read } from './files';

const packageJson = JSON.parse(read('package.json')) as { version: string; dependencies: Record<string, string> };
const TARGETS = ['chrome-mv3', 'firefox-mv3'];

function folderOf(target: string): string {
  const folder = `.output/${target}`;
  if (!existsSync(`${folder}/manifest.json`))
    throw new Error(`${folder} is missing: run "npm run build" and "npm run build:firefox"`);
  return folder;
}

describe.each(TARGETS)('the package %s', (target) => {
  const files = () => filesIn(folderOf(target));

  it('holds no file that a store refuses, and none that is large: 4 MB for a script, 10 MB in all', () => {
    expect(files().filter((path) => /\.(?:gz|exe|dll|so|sh|map|ts|tsx|md|wasm)$/.test(path))).toEqual([]);
    const sizes = files().map((path) => statSync(path).size);
    expect(Math.max(...sizes)).toBeLessThan(4_000_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
  });

  it('brings all its code with it and makes none from text', () => {
    for (const path of files().filter((path) => /\.(?:js|html)$/.test(path))) {
      const code = read(path);
      expect(code).not.toMatch(/\beval\(|\bnew Function\(|importScripts\(\s*["'`]https?:|import\(\s*["'`]https?:/);
      expect(code).not.toMatch(/\.(?:inner|outer)HTML\s*=(?!=)|\binsertAdjacentHTML\b|\bdocument\.write\b/);
      expect(code).not.toMatch(/<script[^>]+src\s*=\s*["']?https?:/);
    }
  });

  it('names every part of others with its licence', () => {
    const text = read(`${folderOf(target)}/THIRD-PARTY.txt`);
    for (const [name, version] of Object.entries(packageJson.dependencies))
      expect(text).toContain(`${name} ${version}: `);
    expect(text).not.toMatch(/: (?:undefined|UNLICENSED|GPL|AGPL)/);
  });

  it('opens nothing to pages and reaches nothing but itself', () => {
    const manifest = JSON.parse(read(`${folderOf(target)}/manifest.json`)) as Record<string, unknown>;
    expect(manifest['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest['externally_connectable']).toBeUndefined();
    expect(JSON.stringify(manifest['content_security_policy'])).toContain("connect-src 'self'");
    expect(JSON.stringify(manifest['content_security_policy'])).not.toMatch(/unsafe|https?:/);
    expect(manifest['version']).toBe(packageJson.version);
  });

  it('puts no style into pages by itself: a page could see it', () => {
    const { content_scripts: scripts } = JSON.parse(read(`${folderOf(target)}/manifest.json`)) as {
      content_scripts: { css?: string[] }[];
    };
    expect(scripts.flatMap(({ css = [] }) => css)).toEqual([]);
  });
});

it('Firefox asks for the frozen permissions, without the panel’s, and declares that no data is collected', () => {
  const manifest = JSON.parse(read(`${folderOf('firefox-mv3')}/manifest.json`)) as {
    permissions: string[];
    host_permissions: string[];
    browser_specific_settings: unknown;
  };
  expect([...manifest.permissions].sort()).toEqual(['contextMenus', 'scripting', 'storage']);
  expect(manifest.host_permissions).toEqual(['<all_urls>']);
  expect(manifest.browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
});

describe('the changelog', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## \[([^\]]+)\]/gm)].map(([, name]) => name!);

  it('begins with what is not released and knows the version of package.json', () => {
    expect(headings[0]).toBe('Unreleased');
    expect(headings).toContain(packageJson.version);
  });

  it('counts down by semantic versions', () => {
    const versions = headings.slice(1);
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const key = (version: string) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
    const keys = versions.map(key);
    expect(keys).toEqual(keys.toSorted((a, b) => b - a));
  });
});
