import type { Names } from '../corpus/names';
import type { Paper } from '../papers/paper';
import { foldKey, foldWords } from '../text/fold';

/** How a text names a paper: its whole title, the part before or after the colon, or a system's name. */
export type FormKind = 'title' | 'main' | 'subtitle' | 'name' | 'term';

/** One surface form of the lexicon, as plain data. */
export interface Form {
  kind: FormKind;
  /** Index of the paper in the shelf; for a term, of the concept. */
  target: number;
  text: string;
  /** Number of words. */
  words: number;
  /** Only in this capitalisation. Names always are, unless `anyCase`. */
  needsCase?: true;
  anyCase?: true;
  /** The only spellings, separators and all. */
  spelt?: string[];
  /** Needs the paper's own context near it. */
  ambiguous?: true;
  /** Not known as a word or acronym outside of research on languages. */
  rare?: true;
  /** Context has to be a cue: the paper's own words are not enough. */
  onlyCues?: true;
}

/** What proves an ambiguous name: words of the paper's own, and cues that need no second. */
export interface Context {
  cues: string[];
  /** Everyday words of its subject, that prove it together with another sign; those between slashes are one sign. */
  hints: string[];
  words: string[];
  /** Beginnings of the rarer words of its abstract. */
  abstract: string[];
  /** First author's family name, folded, and year, for "(Hu et al., 2020)". */
  author: string;
  year: number;
}

/** The words of a title that say nothing of its subject. */
const EMPTY = new Set(
  (
    'a an the of for in on to and or with from by at as is are be how what which when why do does we can via its it into through between across ' +
    'towards using based more than not all one new study analysis dataset benchmark model models language languages large learning evaluation paper'
  ).split(' '),
);

export const MAIN_MIN_WORDS = 2;
export const SUBTITLE_MIN_WORDS = 7;

const countWords = (text: string) => foldWords(text).split(' ').filter(Boolean).length;

/** The part before the first colon or dash and the part after it; a question mark ends a first part too. */
export function titleParts(title: string): { main: string; subtitle: string } | undefined {
  const match = /^(.{3,}?)(?::| --? | [–—] |(?<=\?)) ?(\S.{3,})$/u.exec(title);
  return match ? { main: match[1]!.trim(), subtitle: match[2]!.trim() } : undefined;
}

/** What readers write short or in full as they please: "… in LLMs", "… Few-Shot NER". */
const ABBREVIATED: readonly (readonly [long: string, short: string])[] = [
  ['Large Language Models', 'LLMs'],
  ['Large Language Model', 'LLM'],
  ['Language Models', 'LMs'],
  ['Named Entity Recognition', 'NER'],
  ['Question Answering', 'QA'],
  ['Natural Language Processing', 'NLP'],
  ['Part Of Speech', 'POS'],
  ['Multilingual BERT', 'mBERT'],
];

/** A title with one of its terms in short instead of in full, or the other way round. */
function otherWordings(title: string): string[] {
  for (const [long, short] of ABBREVIATED) {
    const at = title.toLowerCase().indexOf(long.toLowerCase());
    if (at >= 0) return [title.slice(0, at) + short + title.slice(at + long.length)];
    const written = new RegExp(`\\b${short}\\b`).exec(title);
    if (written) return [title.slice(0, written.index) + long + title.slice(written.index + short.length)];
  }
  return [];
}

/** The surface forms of one paper. */
export function paperForms(paper: Paper, target: number, names: Names): Form[] {
  const entry = names.papers[paper.id] ?? {};
  const forms: Form[] = [];
  const add = (kind: FormKind, text: string, more: Partial<Form> = {}) => {
    if (foldKey(text).length >= 3) forms.push({ kind, target, text, words: countWords(text), ...more });
  };
  for (const title of [paper.title, ...(entry.titles ?? [])]) {
    add('title', title);
    if (title.includes('&')) add('title', title.replace(/&/g, 'and'));
    for (const other of otherWordings(title)) add('title', other);
    const parts = titleParts(title);
    if (!parts) continue;
    if (countWords(parts.main) >= MAIN_MIN_WORDS) add('main', parts.main, entry.needsCase ? { needsCase: true } : {});
    if (countWords(parts.subtitle) >= SUBTITLE_MIN_WORDS) add('subtitle', parts.subtitle);
  }
  for (const name of entry.names ?? []) {
    const spelt = entry.spelt?.some((text) => foldKey(text) === foldKey(name)) ? { spelt: entry.spelt } : {};
    add('name', name, { ...(entry.inLowerCase ? { anyCase: true } : {}), ...spelt });
  }
  for (const name of entry.ambiguous ?? []) {
    add('name', name, {
      ambiguous: true,
      ...(entry.onlyCues?.includes(name) ? { onlyCues: true } : {}),
      ...(entry.rare?.includes(name) ? { rare: true } : {}),
    });
  }
  // A main title that is also a name ("Universal NER") is found as the name.
  const named = new Set(forms.filter((form) => form.kind === 'name').map((form) => foldKey(form.text)));
  return forms.filter((form) => form.kind !== 'main' || !named.has(foldKey(form.text)));
}

/** A word of an abstract tells papers apart where at most this share of the shelf's abstracts hold it. */
const RARE = 0.06;
/** Letters of a word that its inflected forms share. */
const STEM = 7;

const stemsOf = (text: string) =>
  new Set(
    foldWords(text)
      .split(' ')
      .filter((word) => word.length >= 4 && !EMPTY.has(word))
      .map((word) => word.slice(0, STEM)),
  );

/** Beginnings of everyday words, rare as they may be in abstracts: they tell of no paper. */
const EVERYDAY = new Set(
  (
    'able abiliti about above accord account achieve acquire active adopt advanci after again against agent aimed aiming align almost already also althoug always among amount ' +
    'another apply arabic argue around article asian aspects assist associa assume attempt audio average aware balance base become before behave being below best ' +
    'better between beyond bloom boost boosts both brief bring brings broad broader build built call called capacit careful carry catalog chain change classic clean ' +
    'clear clearer close closely codes collect come commerc common compare complet complex concern condit conditi consequ conside consist consta contain continu ' +
    'contrib control convers convey correct cost costly could counter countri country counts cover coverin covers create created creatin creatio culture damage date ' +
    'deliver demand dense describ descrip design designe designi desired detail differ difficu digital direct directi discuss divers diverse dominan double down driven ' +
    'during each early easier easily edited effort efforts either emerged employ enable enables enough ensure ensurin entire equal error especia essenti establi ' +
    'estimat even ever every everyda evidenc evident exact example exhibit exist express extend extendi extends extent extreme fact facts factors familie family faster ' +
    'fill final find first fitted five flows focus focuses follow followi formula found four free from fueling full fully further future gain gains general generic give ' +
    'given global good gradien granted great greater group groups growing guide half hand handle hard have health heavily help here high higher hinder hope hours ideally ' +
    'identic identit impress improve improvi includ include incorpo increas indicat individ inspire instanc instead intende intent interes interna into introdu invaria ' +
    'involve issue japanes just keep kept know large larger largest last later lead leading leads least leave leaving length less level levels license like likely limit ' +
    'limits line linear lines list live local logical long look lose losses lower made main mainly maintai major make making many map margin mark match matched matchin ' +
    'matter mean meaning means measure medical meet might minimal missing mixing modest month more most mostly move much must name named native natives nature near nearly ' +
    'necessi need needed needs neverth never newly next nine noisy norms notable notably note number numbers numerou observe obtain obtains offer offerin offers often once ' +
    'online only open order ordinar other others otherwi output over overall pair pairs part parts pass passage past path paths pathway pattern people perspec pick place ' +
    'plan play point points poorly popular portion poses possibl practic present prevent previou process profess progres promisi proof proven provide public publish purpose ' +
    'quality question quickly racial range rare rate rates rather reach read readers real realise really reason recall recent record recordi reduce reduces reflect regiona ' +
    'regions relativ reliabl remain remaini replac replace report reports require respect respons result resulti reveal reward right rise role safety same sample scale ' +
    'scope score scores scratch seek seeking seem select selecti sensiti separat serie series serve serves service seven several severe shape share sharp shelf shift ' +
    'shifts short should show showing shows side silver similar simple simpler since single size sizes skill skills slots small social solely some soon source sources ' +
    'south space spaces spannin spans special spectru spend spread stage standar start state stay step still stored strengt strong stronge studied studyin style subject ' +
    'such suffer suffers suite support system systema take taken takes talk talks target tell ten tested testing than that their them then there these they thing think ' +
    'third this thoroug those though thought three through time times together tools topic total track trade traditi trains treat trend true turn type types under unclear ' +
    'uncover unify unique until update updatin upon used useful user users using usually valid valuabl value values variant varies variety various varying verify versus very ' +
    'view want washing ways week well were western what when where whereas wherein whether which while whole wide widely will with within without word words work working ' +
    'works world would write writing written year years yield yields'
  ).split(' '),
);

/** In how many abstracts of a shelf each stem stands. */
export function countStems(papers: readonly Paper[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { abstract } of papers)
    for (const stem of stemsOf(abstract)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** The context of one paper's ambiguous names. */
export function paperContext(paper: Paper, names: Names, stems: ReadonlyMap<string, number>, shelf: number): Context {
  const own = foldWords(paper.title)
    .split(' ')
    .filter((word) => word.length >= 3 && !EMPTY.has(word));
  const name = new Set((names.papers[paper.id]?.ambiguous ?? []).map(foldKey));
  return {
    cues: (names.papers[paper.id]?.cues ?? []).map(foldWords),
    hints: (names.papers[paper.id]?.hints ?? []).map((hint) => hint.split('/').map(foldWords).join('/')),
    words: [...new Set(own.filter((word) => !name.has(word)))],
    abstract: [...stemsOf(paper.abstract)].filter(
      (stem) => !name.has(stem) && !EVERYDAY.has(stem) && stems.get(stem)! <= RARE * shelf,
    ),
    author: foldWords((paper.authors[0] ?? '').split(' ').at(-1) ?? ''),
    year: paper.year ?? 0,
  };
}

/** Everything the matcher of a shelf is built from. */
export interface Lexicon {
  forms: Form[];
  /** By paper index. */
  contexts: Record<number, Context>;
  lookalikes: string[];
  /** The shelf's identifiers: `arxiv:2109.06082`, `acl:2022.findings-acl.196`, `doi:10.18653/…` -> paper index. */
  identifiers: Record<string, number>;
  /** Of the concepts whose terms are marked: id and usual name, by number. */
  terms: Record<number, [id: string, name: string]>;
}

/** The concepts of the lexicon as the matcher needs them. */
export interface TermSource {
  id: string;
  kind: string;
  names: readonly string[];
  /** How many papers are about it. */
  papers: number;
}

/** A term is worth marking where it leads to few papers. */
const TERM_PAPERS = 8;
const TERM_KINDS = new Set(['tasks', 'methods', 'data', 'evaluation', 'phenomena', 'speech', 'domains', 'models']);

/**
 * Surface forms of the terms that are specific enough to be of use: technical ones of two words or more, and single long words that are
 * no ordinary English. Abbreviations come in by the page's own definitions only: half the acronyms of a field mean something else elsewhere.
 */
export function termForms(terms: readonly TermSource[]): Form[] {
  return terms.flatMap((term, target) => {
    if (!TERM_KINDS.has(term.kind) || !term.papers || term.papers > TERM_PAPERS) return [];
    return term.names
      .filter((name, rank) => rank < 4 && isTechnical(name))
      .map((text): Form => ({ kind: 'term', target, text, words: countWords(text) }));
  });
}

/** Two or three content words; or one of ten letters or more that is written with a hyphen. */
function isTechnical(name: string): boolean {
  const words = foldWords(name).split(' ');
  if (
    /^[A-Z0-9&-]+$/.test(name) ||
    words.some((word) =>
      /^(?:a|the|of|in|to|for|from|with|is|are|what|how|who|does|by|on|at|or|and|not|one|two|same|this)$/.test(word),
    )
  )
    return false;
  if (words.length > 4) return false;
  return words.length >= 2 && words.join('').length >= 12;
}

export function buildLexicon(papers: readonly Paper[], names: Names, terms: readonly TermSource[]): Lexicon {
  const lexicon: Lexicon = { forms: [], contexts: {}, lookalikes: names.lookalikes, identifiers: {}, terms: {} };
  lexicon.forms.push(...termForms(terms));
  for (const { target } of lexicon.forms) lexicon.terms[target] = [terms[target]!.id, terms[target]!.names[0]!];
  const stems = countStems(papers.filter(({ id }) => names.papers[id]?.ambiguous).length ? papers : []);
  papers.forEach((paper, i) => {
    const forms = paperForms(paper, i, names);
    lexicon.forms.push(...forms);
    if (forms.some((form) => form.ambiguous)) lexicon.contexts[i] = paperContext(paper, names, stems, papers.length);
    if (paper.arxiv) lexicon.identifiers[`arxiv:${paper.arxiv.replace(/v\d+$/, '')}`] = i;
    if (paper.acl) lexicon.identifiers[`acl:${paper.acl.toLowerCase()}`] = i;
    if (paper.doi) lexicon.identifiers[`doi:${paper.doi.toLowerCase()}`] = i;
  });
  return lexicon;
}
