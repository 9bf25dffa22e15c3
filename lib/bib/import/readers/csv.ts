import Papa from 'papaparse';
import { type Draft, FIELDS, type Field, fieldOf, type Raw, setField } from '../fields';
import { problem, type Stop, stop } from '../problem';
import { CsvRows, type Row } from './csv-rows';
import type { Reader, ReaderOptions } from './reader';

/**
 * Tables by comma, semicolon or tab. The first row names the columns, unless columns were chosen by place and it names none. The stream is parted into
 * rows here; each is read by Papa Parse.
 */
export function csvReader({ limits, columns: chosen }: ReaderOptions): Reader {
  const rows = new CsvRows(limits.record);
  let names: string[] = [];
  let fields: Partial<Record<Field, number>> | undefined;
  /** The first row below the names: what the columns hold. */
  let example: string[] | undefined;
  let untitled: Stop | undefined;

  const cells = (text: string): string[] =>
    Papa.parse<string[]>(text, { delimiter: rows.delimiter, newline: '\n' }).data[0] ?? [];

  /** The columns by the first row; false where it is a row of data. */
  function open(first: string[], line: number): boolean {
    names = first.slice(0, limits.columns).map((name) => name.slice(0, 200).trim());
    const guessed: Partial<Record<Field, number>> = {};
    names.forEach((name, i) => {
      const field = fieldOf(name);
      if (field) guessed[field] ??= i;
    });
    const heads = Object.keys(guessed).length > 0;
    fields = chosen ? {} : guessed;
    for (const field of FIELDS) {
      const column = chosen?.[field];
      if (column === undefined) continue;
      const at = typeof column === 'number' ? column : names.indexOf(column);
      if (at >= 0) fields[field] = at;
    }
    // The row below is read all the same: whoever is to choose the columns sees by it what they hold.
    if (fields.title === undefined) untitled = stop('column', line, [names.filter(Boolean).join(', ')]);
    return !!untitled || heads || Object.values(chosen ?? {}).some((column) => typeof column === 'string');
  }

  function* take({ text, line, long }: Row): Generator<Raw> {
    if (long) {
      yield { problem: problem('long', line, [limits.record]) };
      return;
    }
    if (!text.trim()) return;
    const row = cells(text);
    if (!fields && open(row, line)) return;
    example ??= row.slice(0, limits.columns).map((cell) => cell.slice(0, 200).trim());
    if (untitled) throw untitled;
    const draft: Draft = { line };
    for (const field of FIELDS) {
      const cell = fields![field] === undefined ? undefined : row[fields![field]];
      if (cell?.trim()) setField(draft, field, cell);
    }
    yield { draft };
  }

  return {
    *push(text) {
      for (const row of rows.push(text)) yield* take(row);
    },
    *end() {
      for (const row of rows.end()) yield* take(row);
      if (untitled) throw untitled;
    },
    columns: () => fields && { names, fields, example: example ?? [] },
  };
}
