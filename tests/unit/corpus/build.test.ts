import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE, lines } from './source';

// npm run corpus on a copy of data/, so that nothing that other tests read is written.
let folder = '';
/** The tool in one file, made once: compiling it at each start takes longer than most of its runs. */
let tool = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-corpus-'));
  cpSync('data', join(folder, 'data'), { recursive: true });
  const made = {
    outDir: join(folder, 'tool'),
    emptyOutDir: true,
    ssr: 'data/build/index.ts',
    rollupOptions: { output: { entryFileNames: 'index.mjs' } },
  };
  await bundle({ configFile: false, publicDir: false, logLevel: 'error', build: made, ssr: { noExternal: true } });
  tool = join(folder, 'tool/run.mjs');
  writeFileSync(
    tool,
    "import { main } from './index.mjs';\nconst args = process.argv.slice(2);\nprocess.exitCode = (await main(args)) ?? 0;\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { cwd: folder, encoding: 'utf8' });
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

describe('npm run corpus -- --source', () => {
  const own = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return name;
  };

  it('makes a shelf of other files, the same every time', { timeout: 120_000 }, () => {
    const bib = own(
      'list.bib',
      '@misc{a, title = {A {BERT} of Our Own}, author = {Lee, Ann}, year = 2021, eprint = {2101.00001}}\n',
    );
    const json = own('more.ndjson', '{"title": "Code-switching in Our Lab", "authors": ["Bo Xu"], "year": "soon"}\n');
    const { status, stdout } = build('--source', bib, json);
    expect(status).toBe(0);
    expect(stdout).toContain('more.ndjson:1: “soon” is no year of a paper');
    expect(stdout).toContain('2 papers');
    const papers = JSON.parse(readFileSync(join(out(), 'papers.json'), 'utf8'));
    expect(papers).toEqual([
      {
        id: 'lee-2021-bert',
        title: 'A BERT of Our Own',
        abstract: '',
        authors: ['Ann Lee'],
        year: 2021,
        arxiv: '2101.00001',
      },
      { id: 'xu-code-switching', title: 'Code-switching in Our Lab', abstract: '', authors: ['Bo Xu'] },
    ]);
    const about = JSON.parse(readFileSync(join(out(), 'about.json'), 'utf8'));
    expect(about).toMatchObject({ papers: 2, sha256: { [bib]: sha256(join(folder, bib)) } });
    const first = hashes();
    expect(build('--quiet', '--source', bib, json)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(hashes()).toEqual(first);
  });

  it('reads every format, plain or packed', { timeout: 60_000 }, () => {
    const files = [
      own('a.bib', '@misc{a, title = {One of BibTeX}, author = {Lee, Ann}}\n'),
      own('b.ris', 'TY  - JOUR\nTI  - Two of RIS\nAU  - Lee, Ann\nER  - \n'),
      own('c.json', '[{"title": "Three of CSL", "type": "article", "author": [{"family": "Lee", "given": "Ann"}]}]'),
      own('d.json', '{"title": "Four of JSON", "authors": ["Ann Lee"]}'),
      own('e.ndjson', '{"title": "Five of NDJSON", "authors": ["Ann Lee"]}\n'),
      own('f.csv', 'title,authors\nSix of CSV,Ann Lee\n'),
      own('g.tsv', 'title\tauthors\nSeven of TSV\tAnn Lee\n'),
      own(
        'h.txt',
        `Eight of plain text\n${'What it is about is told in sentences, one after the other. '.repeat(3)}\n`,
      ),
    ];
    writeFileSync(join(folder, 'i.ndjson.gz'), gzipSync('{"title": "Nine packed", "authors": ["Ann Lee"]}\n'));
    const { status, stderr } = build('--source', ...files, 'i.ndjson.gz');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const papers: { title: string }[] = JSON.parse(readFileSync(join(out(), 'papers.json'), 'utf8'));
    const numbers = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
    expect(new Set(papers.map(({ title }) => title.split(' ')[0]))).toEqual(new Set(numbers));
    expect(papers).toHaveLength(numbers.length);
  });

  it('stops at a damaged record and at a paper that is there twice', { timeout: 60_000 }, () => {
    const before = existsSync(out()) ? hashes() : undefined;
    const file = own(
      'bad.ndjson',
      '{"title": "The same paper twice"}\n{"title":\n{"title": "The Same Paper, Twice"}\n',
    );
    const { status, stderr } = build('--source', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.ndjson:2: The record is not well formed.*\n\s+remedy: Correct/);
    expect(stderr).toMatch(/bad\.ndjson:3: “The Same Paper, Twice” is the paper of bad\.ndjson:1\n\s+remedy: delete/);
    expect(existsSync(out()) ? hashes() : undefined).toEqual(before);
  });

  it.each([{ args: ['--source'] }, { args: ['--source', 'nowhere.bib'] }, { args: ['--sauce'] }])(
    'says how it is used after $args',
    { timeout: 60_000 },
    ({ args }) => {
      const { status, stderr } = build(...args);
      expect(status).toBe(2);
      expect(stderr).toContain('usage: npm run corpus');
    },
  );
});
