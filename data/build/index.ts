// npm run corpus: source text -> clean papers -> public/corpus. Reads, calls lib, writes; what it does is decided in lib/corpus.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { aboutCorpus, buildCorpus } from '../../lib/corpus/build';
import { cleanDrafts } from '../../lib/corpus/clean';
import { conceptNames, joinConcepts, parseFunctionWords } from '../../lib/corpus/concepts';
import { type Metadata, mergeMetadata } from '../../lib/corpus/merge';
import { checkNames, type Names } from '../../lib/corpus/names';
import { parseSource, type SourceProblem } from '../../lib/corpus/parse';

const OUT = 'public/corpus';
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** @returns the exit code: 1 where the source, its metadata or its names are damaged */
export function main(args: string[]): number {
  if (args.some((arg) => arg !== '--quiet')) {
    console.error('usage: npm run corpus [-- --quiet]');
    return 2;
  }
  const say = args.includes('--quiet') ? () => {} : console.log;
  const hashes: Record<string, string> = {};
  const drafts = [];
  for (const name of readdirSync('data/source').sort()) {
    if (!name.endsWith('.txt')) continue;
    const file = join('data/source', name);
    const bytes = readFileSync(file);
    hashes[file] = sha256(bytes);
    const parsed = parseSource(bytes, file);
    if (!parsed.ok) return report(parsed.error);
    drafts.push(...parsed.value);
  }
  const names: Names = JSON.parse(readFileSync('data/names.json', 'utf8'));
  const metadata: Metadata[] = JSON.parse(readFileSync('data/metadata.json', 'utf8'));
  // Ids rest on metadata, and macros on ids: the titles, which no macro touches, join the two.
  const titles = mergeMetadata(cleanDrafts(drafts).drafts, metadata, 'data/metadata.json');
  if (!titles.ok) return report(titles.error);
  const idOf = new Map(titles.value.map((paper) => [paper.title, paper.id]));
  const cleaned = cleanDrafts(drafts, (title) => names.papers[idOf.get(title) ?? '']?.macros ?? {});
  const merged = mergeMetadata(cleaned.drafts, metadata, 'data/metadata.json');
  if (!merged.ok) return report(merged.error);
  const problems = checkNames(names, merged.value, 'data/names.json');
  if (problems.length) return report(problems);

  const read = (file: string) => readFileSync(join('data/concepts', file), 'utf8');
  const languages = readdirSync('data/concepts').filter((file) => /^[a-z]{2}(-[A-Z][a-z]+)?\.txt$/.test(file));
  const joined = joinConcepts(Object.fromEntries(languages.map((file) => [file.slice(0, -4), read(file)])));
  if (joined.problems.length) return report(joined.problems);
  const corrections = new Set(
    read('corrections.txt')
      .split('\n')
      .filter((line) => /^[+-]/.test(line)),
  );
  const files = buildCorpus(
    merged.value,
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
  write('concept-english.json', JSON.stringify(joined.concepts.map(({ names: own }) => own['en'])));
  // Deflated without a wrapper: stores refuse packages with .gz files in them, and the zip around would not shrink this as well.
  write('concept-names.bin', deflateRawSync(JSON.stringify(conceptNames(joined.concepts)), { level: 9 }));
  const counts = Object.fromEntries(cleaned.counts.map(({ rule, changed }) => [rule, changed]));
  const about = aboutCorpus(files, counts, hashes);
  writeFileSync(join(OUT, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
  say(
    `\n${about.papers} papers, ${about.authors} authors, ${about.years.join('–')}, ${about.names} names, ${about.withArxiv} with an arXiv id`,
  );
  for (const { rule, reason, changed } of cleaned.counts)
    say(`  ${String(changed).padStart(3)}  ${rule.padEnd(18)} ${reason}`);
  return 0;
}

function report(problems: SourceProblem[]): number {
  for (const { file, line, message, remedy } of problems)
    console.error(`${file}:${line}: ${message}\n    remedy: ${remedy}`);
  console.error(`\n${problems.length === 1 ? 'One problem' : `${problems.length} problems`}; nothing was written.`);
  return 1;
}
