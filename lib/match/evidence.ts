import { foldWords } from '../text/fold';
import { apart, isUnspaced } from './beginnings';
import { attachedCitation, isCited } from './citations';
import type { Context } from './forms';
import type { Around, Block, CompiledForm, Match, Proof } from './matcher';
import {
  countSigns,
  countStudied,
  isOfLanguages,
  isOfResearch,
  isOfTheField,
  isStudied,
  isTechnical,
  soundsTechnical,
  speaksOfLanguages,
} from './research-words';
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

/** From this many words on a title stands alone; a shorter one has to be shown as a title. */
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
  const isLong = form.words >= CLEARLY_A_TITLE && hasTitleCapitals(block.text, span);
  if (how === 'typo') return written() || reference() || isLong ? 'typo' : undefined;
  if (how === 'cut') {
    const dated = /^\s[–—-]\s\(?(?:19|20)\d\d\b/.test(block.text.slice(span.end, span.end + 10));
    return written() || reference() || (dated && hasTitleCapitals(block.text, span)) ? 'truncated' : undefined;
  }
  if (how === 'truncated') return 'truncated';
  // A reference gives titles whole: one that begins like ours is another's.
  if (how === 'clipped')
    return hasTitleCapitals(block.text, span) && !followsTitleWord(block.text, span) && !reference()
      ? 'truncated'
      : undefined;
  if (form.kind === 'title') {
    if (form.words >= CLEARLY_A_TITLE) return 'whole-title';
    if (form.words < STANDS_ALONE) return isShown(block, span, form) ? 'whole-title' : undefined;
    return !asOrdinaryWords(block.text, span, form) || written() || reference() ? 'whole-title' : undefined;
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

/**
 * A title of few words ("Markov Logic Networks") is written by chance, in capitals too: it has to be shown as one, in quotation marks, a
 * link, a line of its own, or set apart in a reference. "Long Short-Term Memory (LSTM)" introduces a term, and “active learning” quotes one.
 */
function isShown(block: Block, span: Span, form: CompiledForm): boolean {
  const { text } = block;
  if (inLink(block, span) || coversBlock(text, span)) return true;
  const raw = text.slice(span.start, span.end);
  if (/^\p{Ll}/u.test(raw) && !/^\p{Ll}/u.test(form.text)) return false;
  if (inQuotes(text, span)) return !/["'”’»]\s/.test(raw);
  const after = text.slice(span.end, span.end + 12);
  if (/^\s?\(\p{Lu}[\p{L}\p{N}-]*\)/u.test(after) || !/^\s*(?:$|[.,;:?!"”([)}|\n–—])/.test(after)) return false;
  const isApart = /(?:^|[\n.,:;?!"“()[\]{}|–—])\s*$/.test(text.slice(Math.max(0, span.start - 6), span.start));
  return isApart && looksLikeReference(text, span);
}

/** "… or Instruction-Tune? is a question": the mark that the title itself ends with, and no further title after it. */
const endsWithOwnMark = (text: string, span: Span) =>
  /[?!]/.test(text[span.end - 1]!) && !/^\s*[\p{Lu}:–—-]/u.test(text.slice(span.end, span.end + 4));

/** "titled", "the paper": words that announce a title, however it is written. */
const ANNOUNCED =
  /(?:^|[^\p{L}])(?:(?:en)?titled|called|papers?|articles?|preprint|titre|article|Artikel|статья|read|reads|reading|re-?read|cit(?:es?|ing)|see)[:,]?\s+$/iu;

/** Begins with a small letter in the middle of a sentence, where the title itself does not (xGQA: …). */
const asOrdinaryWords = (text: string, span: Span, form: CompiledForm) =>
  !/^\p{Ll}/u.test(form.text) &&
  startsMidSentence(text, span) &&
  !(form.kind === 'title' && endsWithOwnMark(text, span)) &&
  !ANNOUNCED.test(text.slice(Math.max(0, span.start - 24), span.start));

/** A part of a title must end as one: words that go on, or another subtitle, make it a part of somebody else's title. */
function endsLikeTitle(text: string, span: Span, form: CompiledForm): boolean {
  const after = text.slice(span.end, span.end + 40);
  if (/^["'”’»«*_`)\]]|^\s?[»」』》]/.test(after) || OTHER_SCRIPT.test(after)) return true;
  if (form.kind === 'subtitle' && /[?!]/.test(text[span.end - 1]!)) return true;
  if (hasTitleCapitals(text, span)) {
    if (endsWithOwnMark(text, span) || SAYS.test(after)) return true;
    if (form.words >= STANDS_ALONE && GOES_ON_IN_SMALL.test(after)) return true;
  }
  // "… – 2024 – Xhelili, Liu, Schütze"
  if (/^\s*(?:[–—]|-{1,3}\s)\s*\(?(?:19|20)\d\d\b/.test(after)) return true;
  if (/^\s*(?::|-{1,3}\s|[–—])\s*\S/.test(after) && form.kind === 'main') return false;
  return /^\s*(?:$|\n|[.,;!?:|()[\]{}<>–—·•"”]|-\s)/.test(after);
}

/** An English title ends where the sentence goes on in another script: "Reuse Your Rewards を読む". */
const OTHER_SCRIPT = /^[\s,]?[^\P{L}\p{Script=Latin}]/u;

/** "… for Information Extraction for a method that …", "… Multilingual Training Data promises …": capitals end with the title. */
const GOES_ON_IN_SMALL =
  /^\s(?:(?:a|an|the|of|for|in|on|to|and|with|from|by|at|as|is|are|was|were|has|that|which) )*(?!(?:via|using|through|between|across|towards?|into|or|for|in|on|of|and|with|a|an|the|to|from|by|at|as)\s)\p{Ll}{2,}[\s.,;:!?]/u;

/** "Reuse Your Rewards shows that …", "the MIND Your Language authors" */
const SAYS =
  /^\s(?:authors|paper|dataset|benchmark|study|shows?|finds|argues|proposes|introduces|presents|reports|evaluates|demonstrates|suggests|claims|investigates|studies|analy[sz]es|explores)\s/;

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

/** The first half of "cross-lingual", which all of the field writes: no sign of one paper among weak ones. */
const FIRST_HALF = 'cross';

/**
 * Whether a name in the right spelling is a mention: at once where it is distinctive, else by what stands near it.
 * @param around what the text and the page around it say
 */
export function gradeName(
  block: Block,
  span: Span,
  form: CompiledForm,
  context: Context | undefined,
  { defined, company = [] }: Around,
): Proof | undefined {
  if (!form.ambiguous) return 'distinctive-name';
  if (!context || isPartOfWord(block.text, span)) return undefined;
  const expansion = defined().get(form.text);
  // What the page itself says the letters stand for decides; then whose work the name is said to be.
  if (expansion) return expands(expansion, context, form) ? 'expansion' : undefined;
  const cited = attachedCitation(block.text, span);
  if (cited) return isCited(cited, context) ? 'citation' : undefined;
  const shouted = isShouted(block.text, span);
  const before =
    (block.before ?? '').slice(-REACH) + '\n' + block.text.slice(Math.max(0, span.start - REACH), span.start);
  const after = block.text.slice(span.end, span.end + REACH) + '\n' + (block.after ?? '').slice(0, REACH);
  const subtitle = subtitleAfter(block.text, span);
  const near = ` ${foldWords(subtitle ?? `${before}   ${after}`)} `;
  if (shouted && countStudied(near) < SHOUTED_WORDS) return undefined;
  if (context.cues.some((cue) => near.includes(isUnspaced(cue) ? cue : ` ${cue}`))) return 'cue';
  if (shouted) return undefined;
  if (near.includes(` ${context.author} `) && isCited(sentenceAround(block.text, span), context)) return 'citation';
  if (form.onlyCues) return undefined;
  const own = ownBlock(block, span);
  if (!subtitle && isHinted(own ?? near, context, own !== undefined)) return 'cue';
  const words = wordsIn(near, context).length;
  if (subtitle) return words >= 2 && words * 3 >= longWords(near) * 2 ? 'own-words' : undefined;
  if (words >= 3 || (words === 2 && soundsTechnical(near))) return 'own-words';
  if (context.abstract.filter((stem) => near.includes(` ${stem}`)).length >= ABSTRACT_WORDS) return 'own-words';
  // Weak signs count where they stand beside the name alone: what the next paragraph is about says little of this one.
  const ofIts = isInCompany(block.text, span, company) || isDivided(block.text, span);
  if (own !== undefined && isWeighty(own, context, form, ofIts)) return 'own-words';
  const isMeant = form.rare ? isStudied : isOfTheField;
  // What is not said in the neighbourhood is not said in the sentence: folded only then.
  return isMeant(near) && isMeant(` ${foldWords(sentenceAround(block.text, span))} `) ? 'own-words' : undefined;
}

/** A shorter block is a heading, a cell or an item that says nothing of its own, in characters. */
const BLOCK_LEAST = 80;

/** The block around a name, folded, as far as context reaches: what the next item of a list says is of another paper. Nothing where it is short and others are near. */
function ownBlock({ text, before, after }: Block, span: Span): string | undefined {
  const left = text.slice(Math.max(0, span.start - REACH), span.start);
  const right = text.slice(span.end, span.end + REACH);
  const own = `${left.split('\n\n').at(-1)!}   ${right.split('\n\n')[0]!}`;
  const isAll = !before && !after && own.length === left.length + right.length + 3;
  return own.length < BLOCK_LEAST && !isAll ? undefined : ` ${foldWords(own)} `;
}

/** The words of its title in a folded text: short ones whole, of longer ones the beginning. */
const wordsIn = (near: string, { words }: Pick<Context, 'words'>) =>
  words.filter((word) => !SECOND_HALVES.has(word) && near.includes(word.length < 5 ? ` ${word} ` : ` ${word}`));

/** The hints in a folded text; of those that begin alike, one. */
function hintsIn(near: string, { hints }: Pick<Context, 'hints'>): string[] {
  const found = hints.flatMap(
    (hint) => hint.split('/').find((word) => near.includes(isUnspaced(word) ? word : ` ${word}`)) ?? [],
  );
  return apart(found);
}

/**
 * Everyday words of the paper's subject prove it in twos, or, where they stand in its own block, one of them where that is about
 * research: "culture", "preference".
 */
function isHinted(near: string, { hints, words }: Context, isOwn: boolean): boolean {
  const hinted = hintsIn(near, { hints });
  if (!hinted.length) return false;
  const isOther = (word: string) => !hinted.some((hint) => hint.startsWith(word) || word.startsWith(hint));
  const own = wordsIn(near, { words }).filter(isOther).length;
  if (hinted.length + own >= 2) return true;
  if (!isOwn) return false;
  return countStudied(near, hinted) > 0 || (hinted.some(isTechnical) && speaksOfLanguages(near));
}

/**
 * Signs that are too weak each on their own, weighed together: points as a logistic regression over the texts of tests/quality gave them,
 * rounded. Without one of the paper's own, and one of research, nothing adds up.
 */
const POINTS = { hint: 4, company: 4, ownWord: 2, rareWord: 1, technical: 2, studied: 1, language: 1, rareName: 2 };
const ENOUGH = 5;

function isWeighty(near: string, context: Context, form: CompiledForm, inCompany: boolean): boolean {
  const hinted = hintsIn(near, context);
  const isNew = (word: string, known: readonly string[]) =>
    !known.some((one) => one.startsWith(word) || word.startsWith(one));
  const words = wordsIn(near, context).filter(
    (word) => word !== FIRST_HALF && !isOfResearch(word) && isNew(word, hinted),
  );
  const rare = context.abstract.filter(
    (stem) => near.includes(` ${stem}`) && !isOfLanguages(stem) && isNew(stem, [...hinted, ...words]),
  );
  const own =
    POINTS.hint * hinted.length +
    POINTS.ownWord * words.length +
    POINTS.rareWord * rare.length +
    (inCompany ? POINTS.company : 0);
  if (!own) return false;
  const { technical, studied, languages } = countSigns(near);
  if (!technical && !studied && !inCompany && !(form.rare && hinted.length)) return false;
  // Learning on videos has much the same words: of languages, or its own subject, there must be talk.
  if (!languages && !inCompany && !hinted.length) return false;
  const other =
    POINTS.technical * Math.min(2, technical) +
    POINTS.studied * Math.min(2, studied) +
    POINTS.language * Math.min(2, languages) +
    (form.rare ? POINTS.rareName : 0);
  return own + other >= ENOUGH;
}

/** "Neither xGQA nor XTREME has Breton": another of the shelf's papers, the nearest on either side, in the same sentence. */
function isInCompany(text: string, span: Span, company: readonly Match[]): boolean {
  let low = 0;
  let high = company.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (company[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  return [company[low - 1], company[low]].some((other) => {
    if (!other) return false;
    const from = Math.min(other.end, span.end);
    const to = Math.max(other.start, span.start);
    return to - from <= REACH && !/[.!?]\s|[。！？]|\n/.test(text.slice(from, to));
  });
}

/** "the Chinese half of CARE", "COD's Kiswahili dialogues": what is divided by language is a data set. */
function isDivided(text: string, { start, end }: Span): boolean {
  const before = PART_OF.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  const after = ITS_PART.exec(text.slice(end, end + 40))?.[1];
  return [before, after].some((word) => word !== undefined && isOfLanguages(foldWords(word)));
}
const PARTS =
  '(?:half|part|portion|split|subset|section|side|test set|queries|questions|dialogues|sentences|utterances|data|entries|annotations)';
const PART_OF = new RegExp(String.raw`(\p{Lu}\p{L}{3,}) ${PARTS} (?:of|in|from) (?:the )?$`, 'u');
const ITS_PART = new RegExp(String.raw`^(?:['’]s)? (\p{Lu}\p{L}{3,}) ${PARTS}(?!\p{L})`, 'u');

/** "A COMPARISON WITH CREST: guardrail models …": a heading in capitals names it where the text is plainly about research. */
const SHOUTED_WORDS = 2;

/** So many of the rarer words of its abstract stand near a name that is meant. */
const ABSTRACT_WORDS = 3;

const longWords = (text: string) => text.split(' ').filter((word) => word.length > 3).length;

/** "AdaCoT: Pareto-Optimal Adaptive …": what follows the colon of a name that begins a line or a sentence, as far as a title would go. */
function subtitleAfter(text: string, span: Span): string | undefined {
  if (!/(?:^|[.?!”"“«»'*\n\])}])\s*$/u.test(text.slice(Math.max(0, span.start - 6), span.start))) return undefined;
  const subtitle = /^(?:\s?:|\s[–—-])\s+([^.?!:;\n"”]{12,200})/u.exec(text.slice(span.end, span.end + 220))?.[1];
  return subtitle && subtitle.trim().split(/\s+/).length >= 4 ? subtitle : undefined;
}

/** Parts of many long forms that say nothing of whose they are: "cross-lingual transfer (XLT)". */
const COMMON = new Set([
  ...SECOND_HALVES,
  'cross',
  'multi',
  'based',
  'language',
  'languages',
  'model',
  'models',
  'for',
  'and',
  'the',
  'with',
]);

/** A long form is the paper's own where half of its telling words are in the title, or it holds a cue. */
function expands(long: string, context: Context, form: CompiledForm): boolean {
  const folded = ` ${foldWords(long)}`;
  if (context.cues.some((cue) => folded.includes(` ${cue}`))) return true;
  if (form.onlyCues) return false;
  const words = folded.split(' ').filter((word) => word.length > 2 && !COMMON.has(word));
  const isOwn = (word: string) => (title: string) =>
    title.length < 5 ? word === title : word.startsWith(title.slice(0, 5));
  const own = words.filter((word) => context.words.some(isOwn(word)));
  return own.length > 0 && own.length * 2 >= words.length;
}

const sentenceAround = (text: string, span: Span) =>
  text
    .slice(Math.max(0, span.start - REACH), span.start)
    .split(SENTENCE_END)
    .at(-1)! + text.slice(span.start, span.end + REACH).split(SENTENCE_END)[0]!;
const SENTENCE_END = /(?<!\b(?:al|cf|vs|Fig|Tab|Sec|e\.g|i\.e|resp|et))[.!?]\s+(?=[\p{Lu}\d"“])|\n\n/u;

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
    (/^[-_.@][\p{L}\p{N}]/u.test(text.slice(span.end, span.end + 2)) &&
      !COMPOUND.test(text.slice(span.end, span.end + 16)))
  );
}

/** "XTREME-style", "SALT-initialised": compounds that still speak of the system. */
const COMPOUND =
  /^-(?:based|styled?|like|type|tuned|trained|aligned|initiali[sz]ed|adapted|generated|derived|specific|only|format|formatted|train|dev|test|paper|fine|finetuned|bge|bert|mt5|xlmr?|llama|qwen|data|dataset|Daten|Datensatz|Modell|Benchmark)(?!\p{L})/iu;
