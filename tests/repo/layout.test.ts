import { describe, expect, it } from 'vitest';
import { filesIn, read, topLevel } from './files';

const FOLDERS = ['.ci', 'components', 'data', 'entrypoints', 'lib', 'public', 'tests'];
const FILES = [
  '.gitignore',
  '.npmrc',
  '.oxlintrc.json',
  'ARCHITECTURE.md',
  'biome.json',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'package-lock.json',
  'package.json',
  'PRIVACY.md',
  'README.md',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
];

const files = filesIn();
const texts = files
  .filter((path) => !/\.(?:png|jpe?g|gif|webp|ico|woff2?|bin|pdf|zip|gz)$/.test(path))
  .map((path) => ({ path, text: read(path) }));

describe('the top level', () => {
  it('has nothing beside the agreed folders and files', () => {
    expect(topLevel().filter((name) => !FOLDERS.includes(name) && !FILES.includes(name))).toEqual([]);
  });

  it.each([...FOLDERS, ...FILES])('has %s', (name) => {
    expect(topLevel()).toContain(name);
  });
});

describe('no file', () => {
  it.each([
    {
      what: 'a package registry',
      pattern: /\bregistry\.[a-z]|\b(?:artifactor[y]|verdacci[o])\b|https?:\/\/[^\s/"']*\bnexu[s]\b/,
    },
    {
      what: 'a folder of somebody’s machine',
      pattern: /(?<![\w.:/-])\/(?:work|home\/[a-z]+|Users\/[A-Za-z]+|root)\/[\w.-]/,
    },
    { what: 'a mark of an unfinished merge', pattern: /^(?:<{7}|>{7}) /m },
    { what: 'a key or token', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:ghp|npm)_[A-Za-z0-9]{30,}/ },
  ])('names $what', ({ pattern }) => {
    const found = texts.flatMap(({ path, text }) => (pattern.test(text) ? [`${path}: ${pattern.exec(text)![0]}`] : []));
    expect(found).toEqual([]);
  });

  it('of a lock names where a package came from', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('is empty, huge, or the system’s own', () => {
    expect(
      texts.filter(({ path, text }) => !text.trim() && !path.endsWith('.gitkeep')).map(({ path }) => path),
    ).toEqual([]);
    expect(texts.filter(({ text }) => text.length > 1_000_000).map(({ path }) => path)).toEqual([]);
    expect(files.filter((path) => /(?:^|\/)(?:\.DS_Store|Thumbs\.db|.*\.orig|.*\.rej|.*~)$/.test(path))).toEqual([]);
  });

  it('has a test that is skipped, or alone', () => {
    const tests = texts.filter(({ path }) => /\.test\.tsx?$/.test(path));
    expect(tests.length).toBeGreaterThan(20);
    expect(
      tests
        .filter(({ text }) => /\b(?:it|test|describe)\.(?:only|skip|todo|fails|skipIf|runIf)\b/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
