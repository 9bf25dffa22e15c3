import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Duplicates } from '../../lib/bib/import/duplicates';
import { type Problem, problemKeys } from '../../lib/bib/import/problem';
import { readPapers } from '../../lib/bib/import/read';
import type { SourceProblem } from '../../lib/corpus/parse';
import { assignIds } from '../../lib/papers/id';
import type { Paper } from '../../lib/papers/paper';
import { fail, ok, type Result } from '../../lib/util/result';
import messages from '../../public/_locales/en/messages.json';

export interface Own {
  papers: Paper[];
  /** SHA-256 of each file. */
  sha256: Record<string, string>;
  /** Fields that were mended or left out; the papers are in. */
  mended: SourceProblem[];
}

/**
 * The papers of files in any import format, for a shelf of one's own. Ids are given as for the shipped papers.
 * @returns every record that cannot be read, and every paper that is there twice, where there are any
 */
export async function readOwn(files: readonly string[]): Promise<Result<Own, SourceProblem[]>> {
  const papers: Omit<Paper, 'id'>[] = [];
  const problems: SourceProblem[] = [];
  const mended: SourceProblem[] = [];
  const sha256: Record<string, string> = {};
  const duplicates = new Duplicates();
  const places: string[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    const source = createReadStream(file);
    source.on('data', (chunk) => hash.update(chunk));
    for await (const event of readPapers(Readable.toWeb(source) as unknown as ReadableStream<Uint8Array>, {
      name: file,
    })) {
      if (event.kind === 'problem')
        (event.problem.cost === 'field' ? mended : problems).push(inWords(file, event.problem));
      if (event.kind !== 'paper') continue;
      mended.push(...event.notes.map((note) => inWords(file, note)));
      const { id: _, ...paper } = event.paper;
      const earlier = duplicates.earlier(event.paper, places.push(`${file}:${event.line}`));
      if (earlier === undefined) papers.push(paper);
      else
        problems.push({
          file,
          line: event.line,
          message: `“${paper.title.slice(0, 80)}” is the paper of ${places[earlier - 1]}`,
          remedy: 'delete one of the two',
        });
    }
    sha256[file] = hash.digest('hex');
  }
  return problems.length ? fail(problems) : ok({ papers: assignIds(papers), sha256, mended });
}

function inWords(file: string, problem: Problem): SourceProblem {
  const keys = problemKeys(problem);
  const message = messages[keys.message].message.replace(
    /\$(\d)/g,
    (_, n: string) => problem.params[Number(n) - 1] ?? '',
  );
  return { file, line: problem.line, message, remedy: messages[keys.remedy].message };
}
