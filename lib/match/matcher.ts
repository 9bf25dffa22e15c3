import { type Squeezed, squeeze, WORD_START } from '../text/squeeze';
import { type Definition, definitionsIn } from './abbreviations';
import { gradeName, gradeTitle } from './evidence';
import type { Context, Form, Lexicon } from './forms';
import { addHead, FIRST_SIZE, type FirstTable, HEAD, type HeadBits, headBits, isWordEnd, scanHeads } from './heads';
import { findIdentifiers } from './identifiers';
import { keepBest } from './overlaps';
import { bareSpelling } from './spelling';
import { verifyTitle } from './verify';

/** A run of visible text, with what its place says about it. */
export interface Block {
  text: string;
  /** Links in the text: start, end, address. */
  links?: [number, number, string][];
  /** What other parts of the page say that abbreviations stand for. */
  defined?: Definition[];
  /** Text of the neighbouring blocks, for context. */
  before?: string;
  after?: string;
}

/** Long forms by abbreviation. */
export type Defined = Map<string, string>;

/** What the text around a name says of whose it is. */
export interface Around {
  /** What the text and the page say that abbreviations stand for. */
  defined: () => Defined;
  /** The titles and distinctive names found in the block, in text order. */
  company?: readonly Match[];
}

export type MatchKind = 'title' | 'name' | 'term' | 'id';

/** Why a span counts as a mention, most telling first. */
export type Proof =
  | 'whole-title'
  | 'main-title'
  | 'subtitle'
  | 'truncated'
  | 'typo'
  | 'distinctive-name'
  | 'cue'
  | 'own-words'
  | 'citation'
  | 'expansion'
  | 'identifier'
  | 'term';

/** A span of a block's text that mentions a paper (or, for terms, a concept). */
export interface Match {
  start: number;
  end: number;
  kind: MatchKind;
  target: number;
  proof: Proof;
}

/** A form made ready for comparing. */
export interface CompiledForm extends Form {
  /** Folded letters. */
  letters: string;
  /** The capitalisations that count, separators left out; absent where any does. */
  spellings?: Set<string>;
  /** For a middle head: how many letters of the title stand before it. */
  offset: number;
}

/** Finds the mentions of one shelf's papers in blocks of text. Pure: text in, spans out. Where the forms are kept is left open. */
export abstract class FormMatcher {
  abstract readonly first: FirstTable;
  protected abstract readonly bits: HeadBits;
  /** The forms whose head has this hash. */
  protected abstract formsAt(hash: number): readonly CompiledForm[] | undefined;
  /** What proves the ambiguous names of a paper. */
  protected abstract contextOf(target: number): Context | undefined;
  /** The paper with an identifier. */
  protected abstract identified(key: string): number | undefined;
  protected readonly lookalikes: ReadonlySet<string> = new Set();

  /** All mentions in a block, best first where they overlapped, in text order. */
  match(block: Block): Match[] {
    const squeezed = squeeze(block.text);
    return this.matchAt(block, squeezed, this.headsIn(squeezed));
  }

  /** Where heads stand in a text: the letter each begins at, then its hash, and so on. */
  protected headsIn(squeezed: Squeezed, mayBegin?: (offset: number) => boolean): number[] {
    const heads: number[] = [];
    scanHeads(squeezed, this.first, this.bits, (start, _end, hash) => void heads.push(start, hash), mayBegin);
    return heads;
  }

  /** The mentions that begin at some heads, or are identifiers. */
  protected matchAt(block: Block, squeezed: Squeezed, heads: readonly number[]): Match[] {
    const found = findIdentifiers(block, (key) => this.identified(key), squeezed.dotted);
    let definitions: Defined | undefined;
    const defined = () => (definitions ??= definedFor(block));
    // A term is marked at its first place only.
    const terms = new Set<number>();
    // Ambiguous names come last: what stands beside them says whose they are.
    const doubtful: [start: number, form: CompiledForm][] = [];
    for (let i = 0; i < heads.length; i += 2) {
      for (const form of this.formsAt(heads[i + 1]!) ?? []) {
        if (form.ambiguous) doubtful.push([heads[i]!, form]);
        if (form.ambiguous || (form.kind === 'term' && terms.has(form.target))) continue;
        const match = this.verify(block, squeezed, heads[i]!, form, { defined });
        if (!match) continue;
        if (match.kind === 'term') terms.add(match.target);
        found.push(match);
      }
    }
    const company = doubtful.length
      ? found.filter(({ kind }) => kind === 'title' || kind === 'name').sort((a, b) => a.start - b.start)
      : [];
    for (const [start, form] of doubtful) {
      const match = this.name(block, squeezed, start, form, { defined, company });
      if (match) found.push(match);
    }
    return found.length > 1 ? keepBest(found) : found;
  }

  private verify(
    block: Block,
    squeezed: Squeezed,
    start: number,
    form: CompiledForm,
    around: Around,
  ): Match | undefined {
    if (form.kind === 'name') return this.name(block, squeezed, start, form, around);
    return form.kind === 'term' ? this.term(block, squeezed, start, form) : this.title(block, squeezed, start, form);
  }

  private term(block: Block, squeezed: Squeezed, start: number, form: CompiledForm): Match | undefined {
    let end = start + form.letters.length;
    if (!agrees(squeezed, start, form)) return undefined;
    if (!isWordEnd(squeezed, end)) {
      // A plural of the term is the term.
      if (squeezed.codes[end] !== PLURAL || !isWordEnd(squeezed, ++end)) return undefined;
    }
    return {
      ...rawSpan(block.text, squeezed, start, end, form.text),
      kind: 'term',
      target: form.target,
      proof: 'term',
    };
  }

  private title(block: Block, squeezed: Squeezed, start: number, form: CompiledForm): Match | undefined {
    const verified = verifyTitle(block.text, squeezed, start, form);
    if (!verified) return undefined;
    const span = rawSpan(block.text, squeezed, verified.start, verified.end, form.text);
    if (form.spellings && !form.spellings.has(bareSpelling(block.text.slice(span.start, span.end)))) return undefined;
    const proof = gradeTitle(block, span, form, verified.how);
    return proof && { ...span, kind: 'title', target: form.target, proof };
  }

  private name(block: Block, squeezed: Squeezed, start: number, form: CompiledForm, around: Around): Match | undefined {
    const end = start + form.letters.length;
    if (!agrees(squeezed, start, form) || !isWordEnd(squeezed, end)) return undefined;
    const span = rawSpan(block.text, squeezed, start, end, form.text);
    const raw = block.text.slice(span.start, span.end);
    if (raw.includes('\n\n') || raw.length > form.text.length + 12) return undefined;
    if (form.spellings && !form.spellings.has(bareSpelling(raw))) return undefined;
    if (form.spelt && !form.spelt.includes(plainSeparators(raw))) return undefined;
    if (isTwoWords(raw, form.text) || isOtherVersion(block.text, span)) return undefined;
    if (/\W$/.test(form.text) && !raw.endsWith(form.text.at(-1)!)) return undefined;
    if (this.readsAsLookalike(block.text, span)) return undefined;
    const proof = gradeName(block, span, form, this.contextOf(form.target), around);
    return proof && { ...span, kind: 'name', target: form.target, proof };
  }

  /** Whether the text here, alone or with what is joined to it, is another system's name. */
  private readsAsLookalike(text: string, span: { start: number; end: number }): boolean {
    const raw = plainSeparators(text.slice(span.start, span.end));
    if (this.lookalikes.has(raw)) return true;
    const tail = plainSeparators(text.slice(span.end, span.end + 8));
    for (let size = 1; size <= tail.length; size++) {
      if (this.lookalikes.has(raw + tail.slice(0, size)) && !/[\p{L}\p{N}]/u.test(tail[size] ?? '')) return true;
    }
    return false;
  }
}

/** What abbreviations stand for: the text's own definition first, then the page's. */
function definedFor({ text, defined = [] }: Block): Defined {
  const all: Defined = new Map();
  for (const { short, long } of [...definitionsIn(text), ...defined]) if (!all.has(short)) all.set(short, long);
  return all;
}

/** "One ruler" for OneRuler, "Cross In" for CrossIn: words that happen to have the letters of a name written as one. */
const isTwoWords = (raw: string, name: string) => /^[\p{L}\p{N}]+$/u.test(name) && /[^\s\-‐‑]\s+\p{L}/u.test(raw);

/** "XQuAD-R", "Lastde++" where Lastde is ours: a letter or plus joined to a name makes another system's. */
const isOtherVersion = (text: string, { start, end }: { start: number; end: number }) => {
  const tail = text.slice(end, end + 4);
  const letter = /\p{Lu}/u.test(text.slice(start, end)) ? /^[-‐‑]\p{Lu}/u : /^[-‐‑]\p{Ll}/u;
  return (letter.test(tail) && !/^[\p{L}\p{N}-]/u.test(tail.slice(2))) || /^\+{1,2}(?![\p{L}\p{N}+])/u.test(tail);
};

/** The mentions of a shelf whose lexicon is held as objects: the shipped one. */
export class Matcher extends FormMatcher {
  readonly first = new Uint16Array(FIRST_SIZE);
  readonly heads = new Map<number, CompiledForm[]>();
  readonly identifiers: Record<string, number>;
  protected readonly bits: HeadBits;
  protected override readonly lookalikes: ReadonlySet<string>;
  private readonly contexts: Record<number, Context>;

  constructor(lexicon: Lexicon) {
    super();
    this.contexts = lexicon.contexts;
    this.identifiers = lexicon.identifiers;
    this.lookalikes = new Set(lexicon.lookalikes.map(plainSeparators));
    for (const form of lexicon.forms) this.add(form);
    this.bits = headBits(this.heads.size, this.heads.keys());
  }

  protected formsAt(hash: number): readonly CompiledForm[] | undefined {
    return this.heads.get(hash);
  }

  protected contextOf(target: number): Context | undefined {
    return this.contexts[target];
  }

  protected identified(key: string): number | undefined {
    return Object.hasOwn(this.identifiers, key) ? this.identifiers[key] : undefined;
  }

  private add(form: Form): void {
    const { compiled, middle } = compileForm(form);
    this.enter(compiled.letters, compiled);
    // A second way in for whole titles whose first letters hold the typo.
    if (form.kind === 'title' && form.words >= 5 && middle) {
      this.enter(compiled.letters.slice(middle), { ...compiled, offset: middle });
    }
  }

  private enter(letters: string, form: CompiledForm): void {
    const hash = addHead(this.first, letters);
    const list = this.heads.get(hash);
    if (list) list.push(form);
    else this.heads.set(hash, [form]);
  }
}

/** Makes a form ready for comparing; `middle` is where a title has its second way in. */
export function compileForm(form: Form): { compiled: CompiledForm; middle: number } {
  const { letters, middle } = lettersOf(form.text);
  const compiled: CompiledForm = { ...form, letters, offset: 0 };
  const cased = form.needsCase || (form.kind === 'name' && !form.anyCase);
  if (cased) compiled.spellings = new Set([bareSpelling(form.text)]);
  return { compiled, middle };
}

const PLURAL = 's'.charCodeAt(0);

/** Whether the letters from `start` on are the form's; its head was compared by hash already, and is compared again. */
function agrees(squeezed: Squeezed, start: number, form: CompiledForm): boolean {
  if (start + form.letters.length > squeezed.length) return false;
  for (let i = 0; i < form.letters.length; i++)
    if (squeezed.codes[start + i] !== form.letters.charCodeAt(i)) return false;
  return true;
}

/** Dashes and spaces of any kind as the plain ones. */
function plainSeparators(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ');
}

/** With fewer letters after it, a word start is no second way in. */
const MIDDLE_MIN = 12;

/** The folded letters of a form, and where a word starts after the head, for the second way in. */
function lettersOf(text: string): { letters: string; middle: number } {
  const squeezed = squeeze(text);
  const letters = String.fromCharCode(...squeezed.codes.subarray(0, squeezed.length));
  let middle = 0;
  for (let i = HEAD; i + MIDDLE_MIN <= squeezed.length && !middle; i++) if (squeezed.marks[i]! & WORD_START) middle = i;
  // A title too short for that: from the last word that leaves room for a head.
  for (let i = squeezed.length - HEAD; i >= 4 && !middle; i--) if (squeezed.marks[i]! & WORD_START) middle = i;
  return { letters, middle };
}

/** The place in the text of a run of letters, with the closing mark that belongs to the form ("…Needed?", "Lastde++"). */
function rawSpan(
  text: string,
  squeezed: Squeezed,
  start: number,
  end: number,
  form: string,
): { start: number; end: number } {
  const last = squeezed.at[end - 1]!;
  let to = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  while (to < text.length && /\p{M}/u.test(text[to]!)) to++;
  const tail = /[?!+]+$/.exec(form)?.[0];
  if (tail && text.startsWith(tail, to)) to += tail.length;
  return { start: squeezed.at[start]!, end: to };
}
