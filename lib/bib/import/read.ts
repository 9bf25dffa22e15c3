import type { Paper } from '../../papers/paper';
import { type Decoded, decode, type Encoding } from './decode';
import type { Field, Raw } from './fields';
import { detectFormat, foreignKind, IMPORT_FORMATS, type ImportFormatId } from './formats';
import { LIMITS, type Limits } from './limits';
import { type Problem, problem, Stop, stop } from './problem';
import type { Columns, Reader } from './readers/reader';
import { toPaper } from './to-paper';
import { unpack } from './unpack';

export interface ReadOptions {
  /** The file's name, which helps to tell its format. */
  name?: string;
  format?: ImportFormatId;
  /** CSV and TSV: the column of a field, by its place from 0 or its name. */
  columns?: Partial<Record<Field, number | string>>;
  limits?: Partial<Limits>;
  signal?: AbortSignal;
  /** Bytes of the file read so far, as it is stored: packed ones count. */
  onProgress?: (bytes: number) => void;
}

/** What reading gives, one after the other: how the file is read, then its papers and problems in order. */
export type ReadEvent =
  | { kind: 'opened'; format: ImportFormatId; encoding: Encoding; gzip: boolean }
  | { kind: 'columns'; columns: Columns }
  | { kind: 'paper'; line: number; paper: Paper; notes: Problem[]; licence?: string; source?: string }
  | { kind: 'problem'; line: number; problem: Problem };

/** Text that a format is told by; blanks before it are passed over up to the second. */
const HEAD = 16_384;
const BLANK = 1_000_000;

/**
 * The papers of a file, in any format of the registry, plain or gzip, as they come: memory stays at one record and one chunk, whatever the
 * file's size. Nothing of a bad file is thrown: problems are events, and one that costs the file is the last. Only an abort throws.
 */
export async function* readPapers(
  stream: ReadableStream<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, void> {
  const limits = { ...LIMITS, ...options.limits };
  let texts: AsyncGenerator<Decoded> | undefined;
  try {
    const { gzip, chunks } = await unpack(stream, limits, options.signal, options.onProgress ?? (() => {}));
    texts = decode(chunks);
    const { head, encoding, bad } = await headOf(texts);
    const format = formatOf(head, options);
    yield { kind: 'opened', format: format.id, encoding, gzip };
    const reader = format.open({ limits, ...(options.columns && { columns: options.columns }) });
    yield* events(reader, { text: head, encoding, bad }, texts, limits);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    yield { kind: 'problem', line: error.problem.line, problem: error.problem };
  } finally {
    // Whoever leaves early leaves no stream open.
    await texts?.return(undefined);
  }
}

async function headOf(texts: AsyncGenerator<Decoded>): Promise<{ head: string; encoding: Encoding; bad: number }> {
  let head = '';
  let bad = 0;
  let encoding: Encoding = 'utf-8';
  while (head.length < HEAD || (head.length < BLANK && !/\S/.test(head))) {
    const { done, value } = await texts.next();
    if (done) break;
    head += value.text;
    encoding = value.encoding;
    bad += value.bad;
  }
  return { head, encoding, bad };
}

function formatOf(head: string, { name = '', format }: ReadOptions) {
  if (!/[^\s\u0000]/.test(head)) throw stop('empty', 1);
  const foreign = foreignKind(head);
  if (foreign) throw stop(foreign, 1);
  const found = format ? IMPORT_FORMATS.find(({ id }) => id === format) : detectFormat(name, head);
  if (!found) throw stop('unknown', 1, [name]);
  return found;
}

async function* events(
  reader: Reader,
  head: Decoded,
  texts: AsyncGenerator<Decoded>,
  limits: Limits,
): AsyncGenerator<ReadEvent> {
  const taken = new Ids(limits);
  let columns = false;
  let encoding: Encoding = 'utf-8';
  let badSaid = false;
  const note = (code: 'encoding' | 'bytes', ...params: number[]): ReadEvent => {
    const said = problem(code, taken.line, params);
    return { kind: 'problem', line: said.line, problem: said };
  };
  function* table(): Generator<ReadEvent> {
    const found = columns ? undefined : reader.columns?.();
    if (!found) return;
    columns = true;
    yield { kind: 'columns', columns: found };
  }
  function* converted(raws: Iterable<Raw>): Generator<ReadEvent> {
    try {
      for (const raw of raws) {
        yield* table();
        if ('problem' in raw) {
          taken.records++;
          yield { kind: 'problem', line: raw.problem.line, problem: raw.problem };
        } else yield taken.take(raw.draft);
      }
    } catch (error) {
      // A table that stops for want of a title's column: what there is to choose from.
      yield* table();
      throw error;
    }
  }
  function* pushed({ text, encoding: now, bad }: Decoded): Generator<ReadEvent> {
    if (now === 'windows-1252' && encoding !== now) yield note('encoding');
    encoding = now;
    if (bad && !badSaid) yield note('bytes', bad);
    badSaid ||= bad > 0;
    yield* converted(reader.push(text));
  }
  yield* pushed(head);
  for await (const piece of texts) yield* pushed(piece);
  yield* converted(reader.end());
  if (!taken.records) throw stop('empty', 1);
}

/** Counts the papers, and tells those apart that would have one id: the second of a file is "…-2". */
class Ids {
  records = 0;
  line = 1;
  readonly #counts = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  take(draft: Parameters<typeof toPaper>[0]): ReadEvent {
    this.line = draft.line;
    const taken = toPaper(draft, this.limits);
    this.records++;
    if ('code' in taken) return { kind: 'problem', line: draft.line, problem: taken };
    if (this.#counts.size >= this.limits.papers) throw stop('papers', draft.line, [this.limits.papers]);
    const { id } = taken.paper;
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    if (count > 1) taken.paper.id = `${id}-${count}`;
    return { kind: 'paper', line: draft.line, ...taken };
  }
}
