import { foldWords } from '../text/fold';
import { definitionsIn } from './abbreviations';
import type { Context } from './forms';
import type { Block, CompiledForm, Proof } from './matcher';
import {
  coversBlock,
  hasTitleCapitals,
  inLink,
  inQuotes,
  looksLikeReference,
  type Span,
  startsMidSentence,
} from './surroundings';
import type { Agreement } from './verify';

/** From this many words on a title stands alone; a shorter one needs to be written as a title. */
const STANDS_ALONE = 5;
/** Below this, a lower-case run in the middle of a sentence is taken for ordinary words, even if it equals a title. */
const CLEARLY_A_TITLE = 8;
/** A cited title's part before the colon may stand without further signs from this many words on. */
const MAIN_STANDS_ALONE = 7;
/** How far an ambiguous name's context may be, in characters. */
const REACH = 250;

/**
 * Whether a span that agrees with a title is a mention of it.
 * Rules after ENGINES.md section 3: of accidental titles in abstracts nearly all have four words or fewer, and only 14 % of those
 * are written with title capitals.
 */
export function gradeTitle(block: Block, span: Span, form: CompiledForm, how: Agreement): Proof | undefined {
  const written = () => inQuotes(block.text, span) || inLink(block, span) || coversBlock(block.text, span);
  const reference = () => looksLikeReference(block.text, span);
  if (how === 'typo') return written() || reference() ? 'typo' : undefined;
  if (how === 'cut') return written() ? 'truncated' : undefined;
  if (how === 'truncated') return 'truncated';
  if (form.kind === 'title') {
    if (form.words >= CLEARLY_A_TITLE) return 'whole-title';
    const proven =
      form.words >= STANDS_ALONE ? !asOrdinaryWords(block.text, span, form) : hasTitleCapitals(block.text, span);
    return proven || written() || reference() ? 'whole-title' : undefined;
  }
  if (!endsLikeTitle(block.text, span, form)) return undefined;
  if (form.kind === 'subtitle') {
    return (hasTitleCapitals(block.text, span) || written()) && !followsOtherName(block.text, span)
      ? 'subtitle'
      : undefined;
  }
  const alone = form.words >= MAIN_STANDS_ALONE && !asOrdinaryWords(block.text, span, form);
  const capitals = hasTitleCapitals(block.text, span) && !followsTitleWord(block.text, span);
  return alone || capitals || inQuotes(block.text, span) || inLink(block, span) ? 'main-title' : undefined;
}

/** Begins with a small letter in the middle of a sentence, where the title itself does not (xGQA: …). */
const asOrdinaryWords = (text: string, span: Span, form: CompiledForm) =>
  !/^\p{Ll}/u.test(form.text) && startsMidSentence(text, span);

/** A part of a title must end as one: words that go on, or another subtitle, make it a part of somebody else's title. */
function endsLikeTitle(text: string, span: Span, form: CompiledForm): boolean {
  const after = text.slice(span.end, span.end + 40);
  if (/^["'”’»*_`)\]]/.test(after)) return true;
  if (/^\s*(?::|-{1,3}\s|[–—])\s*\S/.test(after) && form.kind === 'main') return false;
  return /^\s*(?:$|\n|[.,;!?:|()[\]{}<>–—·•"”]|-\s)/.test(after);
}

/** "AfriQA: Cross-lingual Open-Retrieval Question Answering": the same subtitle under another name. */
function followsOtherName(text: string, span: Span): boolean {
  return /[\p{L}\p{N}]\s*(?::|\?|-{1,2}|–|—)\s*$/u.test(text.slice(Math.max(0, span.start - 12), span.start));
}

/** "Towards Reuse Your Rewards": a capitalised word before it that belongs to the same title. */
function followsTitleWord(text: string, span: Span): boolean {
  return /(?:^|[^.!?:;,)\]"”\s])\s\p{Lu}\p{Ll}{3,}\s+$/u.test(text.slice(Math.max(0, span.start - 40), span.start));
}

/** "cross-lingual", "low-resource", "zero-shot" are one word of a paper's own, not two. */
const SECOND_HALVES = new Set(['lingual', 'resource', 'shot', 'trained']);

/** Kept for the block: a text that says CARE a thousand times is read through once, not a thousand times. */
const definitions = new WeakMap<Block, ReturnType<typeof definitionsIn>>();
function definitionsOf(block: Block): ReturnType<typeof definitionsIn> {
  let known = definitions.get(block);
  if (!known) definitions.set(block, (known = definitionsIn(block.text)));
  return known;
}

/** Whether a name in the right spelling is a mention: at once where it is distinctive, else by what stands near it. */
export function gradeName(
  block: Block,
  span: Span,
  form: CompiledForm,
  context: Context | undefined,
): Proof | undefined {
  if (!form.ambiguous) return 'distinctive-name';
  if (!context || isPartOfWord(block.text, span)) return undefined;
  const before =
    (block.before ?? '').slice(-REACH) + '\n' + block.text.slice(Math.max(0, span.start - REACH), span.start);
  const after = block.text.slice(span.end, span.end + REACH) + '\n' + (block.after ?? '').slice(0, REACH);
  const near = ` ${foldWords(before)}   ${foldWords(after)} `;
  const expansion = definitionsOf(block).find((one) => one.short === form.text);
  // What the page itself says the letters stand for decides.
  if (expansion) return expands(expansion.long, context) ? 'expansion' : undefined;
  if (isShouted(block.text, span)) return undefined;
  if (context.cues.some((cue) => near.includes(isUnspaced(cue) ? cue : ` ${cue}`))) return 'cue';
  if (isCited(block.text, span, context)) return 'citation';
  if (form.onlyCues) return undefined;
  const own = context.words.filter((word) => !SECOND_HALVES.has(word) && near.includes(` ${word}`));
  return own.length >= 2 ? 'own-words' : undefined;
}

/** A long form is the paper's own where half of its words are in the title, or it holds a cue. */
function expands(long: string, context: Context): boolean {
  const words = foldWords(long).split(' ');
  const own = words.filter((word) => context.words.some((title) => word.startsWith(title.slice(0, 5))));
  return own.length * 2 >= words.length || context.cues.some((cue) => ` ${foldWords(long)}`.includes(` ${cue}`));
}

/** Cues in a script without spaces stand anywhere in a run of it. */
const isUnspaced = (cue: string) => cue.charCodeAt(0) >= 0x2e80;

/** "MIND YOUR LANGUAGE", "KEEP CALM AND CARRY ON": among words in capitals, capitals make no name. */
function isShouted(text: string, span: Span): boolean {
  if (/\p{Ll}/u.test(text.slice(span.start, span.end))) return false;
  const before = /(?:\p{Lu}[\p{Lu}'’]+ )*$/u.exec(text.slice(Math.max(0, span.start - 60), span.start))![0];
  const after = /^(?: \p{Lu}[\p{Lu}'’]+(?![\p{Ll}\p{N}-]))*/u.exec(text.slice(span.end, span.end + 60))![0];
  return before.split(' ').length - 1 + after.split(' ').length - 1 >= 2;
}

/** Joined to a word by a hyphen, apostrophe or point: "CARE-giver", "e-CARE", "CARE.com". */
function isPartOfWord(text: string, span: Span): boolean {
  return (
    /[\p{L}\p{N}][-_.@’']$/u.test(text.slice(Math.max(0, span.start - 2), span.start)) ||
    /^[-_.@][\p{L}\p{N}]/u.test(text.slice(span.end, span.end + 2))
  );
}

/** "XTREME (Hu et al., 2020)": the first author's name and the year, one either way for preprints. */
function isCited(text: string, span: Span, context: Context): boolean {
  if (!context.author || !context.year) return false;
  const near = foldWords(text.slice(Math.max(0, span.start - 80), span.end + 80));
  const years = [context.year - 1, context.year, context.year + 1];
  return ` ${near}`.includes(` ${context.author} `) && years.some((year) => near.includes(String(year)));
}
