// npm run corpus: source text -> clean papers -> public/corpus; with --source, other files instead of data/source. Reads, calls lib, writes; what it does is decided in lib/corpus.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { aboutCorpus, buildCorpus } from '../../lib/corpus/build';
import { cleanDrafts } from '../../lib/corpus/clean';
import { conceptNames, writeNames } from '../../lib/corpus/concept-names';
import { joinConcepts, parseFunctionWords } from '../../lib/corpus/concepts';
import { type Metadata, mergeMetadata } from '../../lib/corpus/merge';
import { checkNames, type Names } from '../../lib/corpus/names';
import { parseSource, type SourceProblem } from '../../lib/corpus/parse';
import type { Paper } from '../../lib/papers/paper';
import { fail, ok, type Result } from '../../lib/util/result';
import { readOwn } from './own';

const OUT = 'public/corpus';
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

const USAGE = `usage: npm run corpus [-- --quiet]                        the shipped shelf, from data/source
       npm run corpus -- [--quiet] --source FILE…    a shelf of your own, from BibTeX, RIS, CSL-JSON, JSON, NDJSON,
                                                     CSV, TSV, or text, plain or .gz`;

interface Shelf {
  papers: Paper[];
  names: Names;
  corrections: ReadonlySet<string>;
  /** How many texts each cleaning rule changed. */
  cleaned: { rule: string; reason: string; changed: number }[];
  hashes: Record<string, string>;
}

/** @returns the exit code: 1 where the source, its metadata or its names are damaged, 2 where the arguments are wrong */
export async function main(args: string[]): Promise<number> {
  const own = args.indexOf('--source');
  const flags = own < 0 ? args : args.slice(0, own);
  const files = own < 0 ? [] : args.slice(own + 1);
  if (files.at(-1) === '--quiet') flags.push(files.pop()!);
  const missing = files.filter((file) => !existsSync(file));
  if (flags.some((arg) => arg !== '--quiet') || (own >= 0 && !files.length) || missing.length) {
    for (const file of missing) console.error(`${file}: no such file\n`);
    console.error(USAGE);
    return 2;
  }
  const say = flags.includes('--quiet') ? () => {} : console.log;
  const shelf = own < 0 ? shippedShelf() : await ownShelf(files, say);
  if (!shelf.ok) return report(shelf.error);
  return build(shelf.value, say);
}

/** The papers of data/source with their metadata and names. */
function shippedShelf(): Result<Shelf, SourceProblem[]> {
  const hashes: Record<string, string> = {};
  const drafts = [];
  for (const name of readdirSync('data/source').sort()) {
    if (!name.endsWith('.txt')) continue;
    const file = join('data/source', name);
    const bytes = readFileSync(file);
    hashes[file] = sha256(bytes);
    const parsed = parseSource(bytes, file);
    if (!parsed.ok) return parsed;
    drafts.push(...parsed.value);
  }
  const names: Names = JSON.parse(readFileSync('data/names.json', 'utf8'));
  const metadata: Metadata[] = JSON.parse(readFileSync('data/metadata.json', 'utf8'));
  // Ids rest on metadata, and macros on ids: the titles, which no macro touches, join the two.
  const titles = mergeMetadata(cleanDrafts(drafts).drafts, metadata, 'data/metadata.json');
  if (!titles.ok) return titles;
  const idOf = new Map(titles.value.map((paper) => [paper.title, paper.id]));
  const cleaned = cleanDrafts(drafts, (title) => names.papers[idOf.get(title) ?? '']?.macros ?? {});
  const merged = mergeMetadata(cleaned.drafts, metadata, 'data/metadata.json');
  if (!merged.ok) return merged;
  const problems = checkNames(names, merged.value, 'data/names.json');
  if (problems.length) return fail(problems);
  const corrections = new Set(
    readFileSync('data/concepts/corrections.txt', 'utf8')
      .split('\n')
      .filter((line) => /^[+-]/.test(line)),
  );
  return ok({ papers: merged.value, names, corrections, cleaned: cleaned.counts, hashes });
}

/** The papers of other files. They have no curated names; the concepts are those of the shipped shelf. */
async function ownShelf(files: readonly string[], say: typeof console.log): Promise<Result<Shelf, SourceProblem[]>> {
  const read = await readOwn(files);
  if (!read.ok) return read;
  const { papers, sha256: hashes, mended } = read.value;
  for (const { file, line, message } of mended.slice(0, 20)) say(`${file}:${line}: ${message}`);
  if (mended.length > 20) say(`… and ${mended.length - 20} more fields mended or left out`);
  return ok({ papers, names: { lookalikes: [], papers: {} }, corrections: new Set(), cleaned: [], hashes });
}

function build({ papers, names, corrections, cleaned, hashes }: Shelf, say: typeof console.log): number {
  const read = (file: string) => readFileSync(join('data/concepts', file), 'utf8');
  const languages = readdirSync('data/concepts').filter((file) =>
    /^(?:[a-z]{2}(-[A-Z][a-z]+)?|everyday)\.txt$/.test(file),
  );
  const joined = joinConcepts(Object.fromEntries(languages.map((file) => [file.slice(0, -4), read(file)])));
  if (joined.problems.length) return report(joined.problems);
  const files = buildCorpus(
    papers,
    names,
    joined.concepts,
    parseFunctionWords(read('function-words.txt')),
    corrections,
  );
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const { keys, ...json } = files;
  const write = (name: string, content: string | Uint8Array) => {
    hashes[name] = sha256(content);
    writeFileSync(join(OUT, name), content);
    say(`${`${OUT}/${name}`.padEnd(28)} ${(Buffer.byteLength(content) / 1000).toFixed(0).padStart(5)} kB`);
  };
  for (const [name, content] of Object.entries(json)) write(`${name}.json`, JSON.stringify(content));
  write('keys.bin', new Uint8Array(keys));
  // What the concepts of a reader's own papers are found by.
  const english = Object.fromEntries(joined.concepts.map(({ id, names: own }) => [id, own['en']]));
  write('concept-english.json', JSON.stringify(english));
  // Deflated without a wrapper: stores refuse packages with .gz files in them, and the zip around would not shrink this as well.
  write('concept-names.bin', deflateRawSync(writeNames(conceptNames(joined.concepts)), { level: 9 }));
  const counts = Object.fromEntries(cleaned.map(({ rule, changed }) => [rule, changed]));
  const about = aboutCorpus(files, counts, hashes);
  writeFileSync(join(OUT, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
  say(
    `\n${about.papers} papers, ${about.authors} authors, ${about.years.join('–')}, ${about.names} names, ${about.withArxiv} with an arXiv id`,
  );
  for (const { rule, reason, changed } of cleaned)
    say(`  ${String(changed).padStart(3)}  ${rule.padEnd(18)} ${reason}`);
  return 0;
}

function report(problems: SourceProblem[]): number {
  for (const { file, line, message, remedy } of problems)
    console.error(`${file}:${line}: ${message}\n    remedy: ${remedy}`);
  console.error(`\n${problems.length === 1 ? 'One problem' : `${problems.length} problems`}; nothing was written.`);
  return 1;
}
