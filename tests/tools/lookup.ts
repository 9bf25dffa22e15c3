// npm run lookup: asks the shipped shelf from a shell, as popup and card do.
import type { Answer, Hit, Why } from '../../lib/lookup/answer';
import { byline } from '../../lib/papers/paper';
import { readNdjson, UsageError, withUsage } from './ndjson';
import { openLookup } from './open-corpus';

const USAGE = `usage: npm run --silent lookup -- "query"       the answer, for people
       npm run --silent lookup -- --ndjson      lines {"q": …} from standard input, lines
                                                {"q", "hits": [{"id", "title", "score", "why"}], "abstained"} out`;

export function main(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const lookup = openLookup();
    if (args.length === 1 && args[0] === '--ndjson') {
      for await (const line of readNdjson()) {
        const { q, context } = line;
        if (typeof q !== 'string') throw new UsageError('a line without "q"');
        const answer = lookup.search(q, 20, typeof context === 'string' ? context : undefined);
        const hits = answer.hits.map(({ paper, score, why }) => ({
          id: paper.id,
          title: paper.title,
          score: round(score),
          why: why.map(inWords),
        }));
        console.log(JSON.stringify({ q, hits, abstained: answer.abstained }));
      }
      return 0;
    }
    if (args.length !== 1 || args[0]!.startsWith('--')) throw new UsageError('');
    print(lookup.search(args[0]!, 10));
    return 0;
  });
}

function print(answer: Answer): void {
  if (answer.abstained) {
    console.log('Nothing in your papers matches.');
    if (answer.nearest.length) console.log('\nNearest:');
  }
  answer.hits.forEach(printHit);
  answer.nearest.forEach(printHit);
}

function printHit({ paper, score, why }: Hit, i: number): void {
  console.log(
    `${String(i + 1).padStart(2)}. ${paper.title}\n    ${byline(paper)}${paper.venue ? `, ${paper.venue}` : ''}  [${paper.id}]`,
  );
  console.log(`    ${round(score).toFixed(2)}  ${why.map(inWords).join('; ')}`);
}

/** A reason as a line of text. */
export function inWords({ kind, text, from, place, matched, of }: Why): string {
  if (kind === 'words') return `words: ${text} (${matched} of ${of})`;
  if (kind === 'title') return `title: ${text}`;
  return `${kind}: ${text}${place ? ` in the ${place}` : ''}${from && from !== text ? `, from ${from}` : ''}`;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
