import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, importsOf, isCode } from './files';

/** Folders of lib: each may import the code of those before it. Types may go both ways. */
const ORDER = [
  'util',
  'papers',
  'text',
  'search',
  'match',
  'lookup',
  'corpus',
  'bib',
  'saved',
  'settings',
  'messages',
  'page',
  'storage',
  'browser',
];

const code = (folder: string) => filesIn(folder).filter(isCode);
const imports = (folder: string) =>
  code(folder).flatMap((file) =>
    importsOf(file).map((one) => ({
      file,
      type: one.type,
      from: one.from,
      to: one.from.startsWith('.') ? join(dirname(file), one.from) : one.from,
    })),
  );
const folderOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? '';
const inWords = ({ file, from }: { file: string; from: string }) => `${file} imports ${from}`;

const lib = imports('lib');

describe('lib', () => {
  it('has no folder beside those of the layer rule', () => {
    expect(code('lib').filter((file) => !ORDER.includes(folderOf(file)))).toEqual([]);
  });

  it.each(ORDER.map((folder, rank) => ({ folder, rank })))(
    '$folder imports only what stands before it',
    ({ folder, rank }) => {
      const wrong = lib.filter(
        ({ file, to, type }) =>
          folderOf(file) === folder && !type && to.startsWith('lib/') && ORDER.indexOf(folderOf(to)) > rank,
      );
      expect(wrong.map(inWords)).toEqual([]);
    },
  );

  it('imports nothing of what is built on it', () => {
    expect(lib.filter(({ to }) => /^(?:entrypoints|components|data|tests)\//.test(to)).map(inWords)).toEqual([]);
  });

  it('asks the browser in lib/browser only', () => {
    const wrong = lib.filter(
      ({ file, to }) =>
        folderOf(file) !== 'browser' && (/^(?:webextension-polyfill|wxt)\b/.test(to) || folderOf(to) === 'browser'),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('reads no file and starts no server', () => {
    expect(lib.filter(({ to }) => /^(?:node:|vite|vitest|wxt)/.test(to)).map(inWords)).toEqual([]);
  });
});

describe('components', () => {
  const components = imports('components');

  it('know neither the browser nor messages', () => {
    const wrong = components.filter(
      ({ to, type }) =>
        /^(?:webextension-polyfill|wxt)\b/.test(to) ||
        /^lib\/(?:browser|storage|page)\//.test(to) ||
        (!type && to.startsWith('lib/messages/')),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('know no entrypoint', () => {
    expect(components.filter(({ to }) => /^(?:entrypoints|data|tests)\//.test(to)).map(inWords)).toEqual([]);
  });
});

describe('the browser’s API', () => {
  it('is imported by lib/browser and the entrypoints alone', () => {
    const all = ['components', 'data', 'lib'].flatMap(imports);
    const wrong = all.filter(({ file, to }) => to === 'webextension-polyfill' && !file.startsWith('lib/browser/'));
    expect(wrong.map(inWords)).toEqual([]);
  });
});

describe('what ships', () => {
  it('imports no tests and no tools', () => {
    const all = ['entrypoints', 'components', 'lib', 'data'].flatMap(imports);
    expect(
      all
        .filter(({ to }) => to.startsWith('tests/') || /^(?:vitest|fast-check|happy-dom|playwright)/.test(to))
        .map(inWords),
    ).toEqual([]);
  });

  it('imports packages that package.json lists for it', async () => {
    const { dependencies } = (await import('../../package.json')).default;
    const packages = ['entrypoints', 'components', 'lib']
      .flatMap(imports)
      .filter(({ to, type }) => !type && !/^(?:entrypoints|components|lib|public|data)\//.test(to));
    const allowed = [...Object.keys(dependencies), 'wxt'];
    expect(
      packages.filter(({ to }) => !allowed.some((name) => to === name || to.startsWith(`${name}/`))).map(inWords),
    ).toEqual([]);
  });
});
