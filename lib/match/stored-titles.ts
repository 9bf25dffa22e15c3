import { type Deleted, isDeleted } from '../search/packed/deleted';
import { foldKey } from '../text/fold';
import type { Form } from './forms';
import type { TitleRecord, TitleTable } from './title-table';

/** A table with its deleted papers. */
export interface TitlePart {
  table: TitleTable;
  deleted?: Deleted;
}

/** The tables of a shelf's segments as one: papers are numbered on from table to table, as in the word index. */
export class StoredTitles {
  readonly papers: number;
  private readonly starts: number[] = [];
  private known: { paper: number; text: string; key: string }[] | undefined;

  constructor(readonly parts: readonly TitlePart[]) {
    let papers = 0;
    for (const { table } of parts) {
      this.starts.push(papers);
      papers += table.papers;
    }
    this.papers = papers;
  }

  /** What is known of a paper; undefined where there is none of this number. */
  record(paper: number): TitleRecord | undefined {
    const part = this.partOf(paper);
    return part < 0 ? undefined : this.parts[part]!.table.record(paper - this.starts[part]!);
  }

  /** The papers, and their forms, of which one may have this head. */
  byHead = (hash: number) => this.under('heads', hash);
  /** The same for the hash of a folded key. */
  byKey = (hash: number) => this.under('keys', hash);
  /** The papers of which one may have an identifier of this hash. */
  byIdentifier = (hash: number): number[] => this.numbersUnder('ids', hash);

  /** Forms that begin so. */
  beginning(key: string, most: number): { paper: number; form: Form; key: string }[] {
    return this.parts.flatMap(({ table, deleted }, p) =>
      table
        .beginning(key, most)
        .filter(({ form }) => !isDeleted(deleted, form.target))
        .map(({ form, key: own }) => ({ paper: this.starts[p]! + form.target, form, key: own })),
    );
  }

  /** All names of systems and data; made when first asked for. */
  names(): readonly { paper: number; text: string; key: string }[] {
    if (!this.known) {
      this.known = [];
      for (let paper = 0; paper < this.papers; paper++) {
        const { names = [], ambiguous = [] } = this.record(paper)!.names;
        if (this.isGone(paper)) continue;
        for (const text of [...names, ...ambiguous]) this.known.push({ paper, text, key: foldKey(text) });
      }
    }
    return this.known;
  }

  isGone(paper: number): boolean {
    const part = this.partOf(paper);
    return part < 0 || isDeleted(this.parts[part]!.deleted, paper - this.starts[part]!);
  }

  private under(kind: 'heads' | 'keys', hash: number): { paper: number; forms: Form[] }[] {
    return this.numbersUnder(kind, hash).map((paper) => {
      const part = this.partOf(paper);
      const start = this.starts[part]!;
      const forms = this.parts[part]!.table.forms(paper - start);
      return { paper, forms: forms.map((form) => ({ ...form, target: paper })) };
    });
  }

  private numbersUnder(kind: 'heads' | 'keys' | 'ids', hash: number): number[] {
    return this.parts.flatMap(({ table, deleted }, p) =>
      [...new Set(table[kind].at(hash))]
        .filter((paper) => !isDeleted(deleted, paper))
        .map((paper) => this.starts[p]! + paper),
    );
  }

  private partOf(paper: number): number {
    if (paper < 0 || paper >= this.papers) return -1;
    let part = this.starts.length - 1;
    while (this.starts[part]! > paper) part--;
    return part;
  }
}
