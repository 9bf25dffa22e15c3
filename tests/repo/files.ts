import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What .gitignore leaves out, and git's own folder. */
const IGNORED = new Set(['.git', ...lines('.gitignore').map((line) => line.replace(/\/$/, ''))]);
const ignored = (path: string, name: string) =>
  IGNORED.has(path) || IGNORED.has(name) || (name.endsWith('.log') && IGNORED.has('*.log'));

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

/** The files under a folder that belong to the repository, by path from its root. */
export function filesIn(folder = '.'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (ignored(path, entry.name)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

export const topLevel = (): string[] => readdirSync('.').filter((name) => !ignored(name, name));

export const isCode = (path: string) => /\.tsx?$/.test(path);

/** Code of the extension: what a page or the browser runs. */
export const shippedCode = (): string[] =>
  ['entrypoints', 'components', 'lib']
    .flatMap((folder) => filesIn(folder))
    .filter((path) => /\.(?:tsx?|html)$/.test(path));

export const read = (path: string): string => readFileSync(path, 'utf8');

/** Code without its comments; strings are kept. */
export function withoutComments(code: string): string {
  return code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (_, string?: string) => string ?? '',
  );
}

export interface Import {
  /** As written: '../text/fold', 'preact'. */
  from: string;
  /** Only types: nothing of it is left after compiling. */
  type: boolean;
}

/** What a file imports and re-exports, dynamic imports too. */
export function importsOf(path: string): Import[] {
  const code = withoutComments(read(path));
  const found: Import[] = [];
  for (const [, word, clause, from] of code.matchAll(
    /(?:^|[;\n])\s*(import|export)\s+((?:type\s+)?(?:[\w$*\s,{}]+?))\s*from\s*['"]([^'"]+)['"]/g,
  )) {
    const named = /^\{(.*)\}$/s
      .exec(clause!.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    found.push({
      from: from!,
      type:
        /^type\s/.test(clause!) ||
        (word === 'import' && !!named?.length && named.every((name) => name.startsWith('type '))),
    });
  }
  for (const [, from] of code.matchAll(/(?:^|[;\n])\s*import\s*['"]([^'"]+)['"]/g))
    found.push({ from: from!, type: false });
  for (const [, from] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) found.push({ from: from!, type: false });
  return found;
}
