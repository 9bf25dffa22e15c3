/**
 * Everything that can be wrong with a file, a record or a field. What it says to the reader is `importProblem_<code>` in public/_locales, what to do
 * about it `importRemedy_<code>`; `params` fill the holes of the first.
 */
export type ProblemCode =
  // The file: reading stops.
  | 'empty'
  | 'unknown'
  | 'html'
  | 'binary'
  | 'archive'
  | 'gzip'
  | 'bomb'
  | 'size'
  | 'papers'
  | 'column'
  | 'read'
  // A record: it is left out.
  | 'syntax'
  | 'cut'
  | 'long'
  | 'deep'
  | 'record'
  | 'title'
  | 'titlelong'
  | 'abstract'
  // A field: it is mended or left out, the paper is taken in.
  | 'encoding'
  | 'bytes'
  | 'characters'
  | 'year'
  | 'shortened'
  | 'authors'
  | 'url'
  | 'crossref';

export interface Problem {
  code: ProblemCode;
  params: string[];
  /** From 1; of the text after unpacking. */
  line: number;
  field?: string;
  /** What it cost: the rest of the file, the record, or nothing but the field. */
  cost: 'file' | 'record' | 'field';
}

const FILE = new Set<ProblemCode>([
  'empty',
  'unknown',
  'html',
  'binary',
  'archive',
  'gzip',
  'bomb',
  'size',
  'papers',
  'column',
  'read',
]);
const FIELD = new Set<ProblemCode>([
  'encoding',
  'bytes',
  'characters',
  'year',
  'shortened',
  'authors',
  'url',
  'crossref',
]);

export function problem(code: ProblemCode, line: number, params: (string | number)[] = [], field?: string): Problem {
  const cost = FILE.has(code) ? 'file' : FIELD.has(code) ? 'field' : 'record';
  return { code, params: params.map((one) => shorten(String(one))), line, cost, ...(field && { field }) };
}

/** Thrown where a file cannot be read on; `readPapers` makes an event of it. */
export class Stop extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export const stop = (code: ProblemCode, line: number, params: (string | number)[] = []): Stop =>
  new Stop(problem(code, line, params));

const shorten = (text: string) => {
  const plain = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
};

/** Keys of what a problem says and of what to do about it, in public/_locales; the first takes `params`. */
export const problemKeys = ({ code }: Problem) => ({
  message: `importProblem_${code}` as const,
  remedy: `importRemedy_${code}` as const,
});
