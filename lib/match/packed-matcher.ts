import { foldWords } from '../text/fold';
import { hashOf, squeeze } from '../text/squeeze';
import { type Context, paperContext } from './forms';
import { FIRST_SIZE, HEAD, type HeadBits, headBits } from './heads';
import { type Block, type CompiledForm, compileForm, FormMatcher, type Match } from './matcher';
import { mayBegin } from './shelf-bits';
import type { StoredTitles } from './stored-titles';
import { isPickedUp } from './title-table';

/** Forms kept ready for heads that come up again. */
const REMEMBERED = 5000;

/** Finds the mentions of a stored shelf's papers. The forms under a head are made when a text has it. */
export class PackedMatcher extends FormMatcher {
  readonly first = new Uint16Array(FIRST_SIZE);
  protected readonly bits: HeadBits;
  /** By head. Where two hashes of heads were taken for one another the list is empty. */
  private readonly ready = new Map<number, CompiledForm[]>();

  constructor(private readonly titles: StoredTitles) {
    super();
    const hashes = titles.parts.map(({ table }) => table.heads.hashes());
    const size = hashes.reduce((sum, list) => sum + list.length, 0);
    for (const { table } of titles.parts) for (let i = 0; i < FIRST_SIZE; i++) this.first[i]! |= table.first[i]!;
    this.bits = headBits(size, flat(hashes));
  }

  override match(block: Block): Match[] {
    const { text } = block;
    const squeezed = squeeze(text);
    // As the filter in pages does: most words of a text are passed over by how they are written.
    const heads = this.headsIn(squeezed, (offset) => mayBegin(text, offset));
    const unknown = new Set<number>();
    for (let i = 1; i < heads.length; i += 2) if (!this.ready.has(heads[i]!)) unknown.add(heads[i]!);
    if (!unknown.size) return this.matchAt(block, squeezed, heads);
    // Making forms squeezes their texts, in the space that this one stands in.
    if (this.ready.size >= REMEMBERED) {
      this.ready.clear();
      return this.match(block);
    }
    for (const hash of unknown) this.ready.set(hash, this.formsUnder(hash));
    return this.matchAt(block, squeeze(text), heads);
  }

  protected formsAt(hash: number): readonly CompiledForm[] | undefined {
    return this.ready.get(hash);
  }

  private formsUnder(hash: number): CompiledForm[] {
    return this.titles
      .byHead(hash)
      .flatMap(({ forms }) => forms.filter(isPickedUp).map((form) => compileForm(form).compiled))
      .filter(({ letters }) => hashOf(letters, 0, Math.min(HEAD, letters.length)) === hash);
  }

  protected contextOf(target: number): Context | undefined {
    const record = this.titles.record(target);
    if (!record) return undefined;
    const { id, title, author, year, names } = record;
    const context = paperContext(
      { id, title, abstract: '', authors: [author] },
      { lookalikes: [], papers: { [id]: names } },
      // The abstract stays in storage: its words prove nothing here.
      new Map(),
      0,
    );
    return { ...context, author: foldWords(author), year: year ?? 0 };
  }

  protected identified(key: string): number | undefined {
    return this.titles.byIdentifier(hashOf(key))[0];
  }
}

function* flat(lists: readonly Uint32Array[]): Generator<number> {
  for (const list of lists) yield* list;
}
