import { ABSTRACT_MIN, isFurniture, TITLE_MAX } from '../../../corpus/parse';
import type { Raw } from '../fields';
import { problem } from '../problem';
import { type Line, Lines } from './lines';
import type { Reader, ReaderOptions } from './reader';

/** Titles and abstracts in turn, a line each, as in data/source. The rule that tells them apart is that of lib/corpus/parse.ts. */
export function textReader({ limits }: ReaderOptions): Reader {
  const lines = new Lines(limits.record);
  let title: Line | undefined;
  function* take(line: Line): Generator<Raw> {
    const text = line.text.trim();
    if (line.long) {
      yield { problem: problem('long', line.line, [limits.record]) };
      title = undefined;
    } else if (!text || isFurniture(text)) return;
    else if (!title) {
      if (text.length > TITLE_MAX) yield { problem: problem('title', line.line, [], 'title') };
      else title = { ...line, text };
    } else if (text.length < ABSTRACT_MIN) {
      yield { problem: problem('abstract', title.line, [title.text], 'abstract') };
      title = { ...line, text };
    } else {
      yield { draft: { line: title.line, title: title.text, abstract: text } };
      title = undefined;
    }
  }
  return {
    *push(text) {
      for (const line of lines.push(text)) yield* take(line);
    },
    *end() {
      for (const line of lines.end()) yield* take(line);
      if (title) yield { problem: problem('abstract', title.line, [title.text], 'abstract') };
    },
  };
}
