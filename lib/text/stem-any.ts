import { foldKey, foldWords } from './fold';
import { stemEnglish } from './stem';

/**
 * Light stemmers for the languages of data/concepts: the endings (and for Arabic and Hebrew the clitics) of running text, stripped
 * longest first, so that a highlighted form and the dictionary form of a name meet. They need not find a linguist's stem, only the same
 * one on both sides. Written here rather than taken from Snowball: its generated code for these languages is some 300 kB that every
 * wake-up of the worker would parse, and a third of the languages are not in it.
 */
interface Rules {
  /** Endings, in any order and in their own spelling; "aux>al" puts another in its place. */
  endings: string;
  /** How often an ending may come off. */
  rounds?: number;
  /** The least that has to stay. */
  least?: number;
  prefixes?: string;
  /** Final vowels go as well, after the endings. */
  vowels?: RegExp;
}

const RULES: Record<string, Rules> = {
  de: { endings: 'ungen innen ung ern em er en es e n s', rounds: 2, least: 3 },
  nl: { endings: 'ingen heden ing en e s n', rounds: 2, least: 3 },
  sv: {
    endings:
      'ornas arnas ernas orna arna erna ningen ning ande heten heter andet ande aren are ar or er en et na a e s n t',
    rounds: 2,
    least: 4,
  },
  da: { endings: 'ningen ning ernes erne ende ene ens ets er en et es e s r n t', rounds: 2, least: 4 },
  fr: {
    endings:
      'aux>al ements ement elles elle aux ales ale als al euses euse eurs eur ives ive ifs if ees ee es e s x er',
    rounds: 1,
    least: 3,
    vowels: /[eao]$/,
  },
  es: {
    endings: 'aciones acion amente mente idades idad iendo ando ados adas ado ada ar er ir an en es as os a o e s n',
    rounds: 1,
    least: 3,
  },
  ca: { endings: 'acions acio ament ment itats itat ques ca es os s a o e', rounds: 1, least: 3 },
  pt: { endings: 'acoes acao amente mente idades idade oes ao ais eis is es as os a o e s m', rounds: 1, least: 3 },
  it: { endings: 'azioni azione amente mente iche ichi ica ico he hi ia ie io ii i e a o', rounds: 1, least: 3 },
  ro: {
    endings: 'urilor urile iile elor ilor iilor ile ului iei ele uri ii ei lor ul ea i e a u',
    rounds: 2,
    least: 3,
  },
  pl: {
    endings:
      'owego owych owymi owej owa owe owy ami iami ach iach ego emu ymi imi ych ich owi iem em om ow ej ie ia iu io ym im y i a e u o',
    rounds: 2,
    least: 3,
  },
  cs: {
    endings: 'ovych ovymi ych ich ymi imi emi ami ach ech eho emu ovi em um om ou ho mi ym im iho y i a e u o',
    rounds: 2,
    least: 3,
  },
  uk: {
    endings:
      'ями ами ією иями ого ому ими іми ої ою ій их іх ах ях ів ей ам ям ий ім ом ем ею єю а я о е є и і ї у ю ь й',
    rounds: 2,
    least: 3,
  },
  ru: {
    endings:
      'иями ями ами ией иях ого его ому ему ыми ими ой ей ою ею ий ый ая яя ое ее ые ие ых их ую юю ым им ах ях ам ям ом ем ов ев ия ии ию а я о е ы и у ю ь й',
    rounds: 2,
    least: 3,
  },
  el: { endings: 'ματων ματος ματα εων εως ους ων ης ας ες εις οι ος ου ον ο η α ι ε ω', rounds: 1, least: 3 },
  fi: {
    endings:
      'isesta isessa isella isissa isista isilla isille isilta isiin isten isia isen iset inen issa ista iin illa ilta ille iksi ien jen ten den ssa sta lla lta lle ksi tta han hen na ja ia an en in on un t n a',
    rounds: 2,
    least: 3,
    vowels: /[aeiouy]+$/,
  },
  et: {
    endings: 'mise mine miseks misel deks dega tega ides idel idest sid lt st ga ks de te le id d t s l',
    rounds: 2,
    least: 3,
    vowels: /[aeiou]+$/,
  },
  hu: {
    endings:
      'okkal ekkel akkal inak inek oknak eknek val vel ban ben bol nak nek hoz hez kent ert jai jei ok ek ak ra re ba be rol tol on en an ot et at ul ai ei ja je ig s i k t a e',
    rounds: 3,
    least: 4,
  },
  tr: {
    endings:
      'lerinden larindan lerinin larinin lerinde larinda lerine larina lerde larda lerden lardan lerin larin leri lari ler lar sinin sunun sini sina sine sinda sinde nin nun inin unun ini unu ina ine inda inde de da te ta den dan ten tan si su in un li lu siz suz yi yu ya ye yla yle le la i u a e',
    rounds: 2,
    least: 3,
  },
  eu: {
    endings:
      'arentzat entzat etarako etako etan etatik etara arekin ekin aren aren eko ako ari ren tik rako rik dun en ek ak ko ra an az ez a k i n z',
    rounds: 2,
    least: 4,
  },
  id: { endings: 'nya lah kah', rounds: 1, least: 4 },
  sw: { endings: 'ni', rounds: 1, least: 4 },
  ar: { endings: 'اتها ات ون ين ان ها هم نا يه ه ي ا', rounds: 2, least: 3, prefixes: 'وال بال كال فال ولل لل ال' },
  fa: { endings: 'هایی های ها ترین تر ات ان ای ی', rounds: 2, least: 3 },
  ur: { endings: 'یوں یاں وں یں ات ے ی ا و ہ', rounds: 1, least: 3 },
  he: { endings: 'יים ים ות ית ה י', rounds: 1, least: 3 },
  hi: { endings: 'ियों ियाँ ाओं ाएँ ाएं ुओं ों ें ीय ी े ा ि ो ं ँ', rounds: 1, least: 2 },
  bn: { endings: 'গুলোর গুলির গুলো গুলি সমূহের সমূহ দের এর ের কে তে টি টা য় র ে ি ী া', rounds: 1, least: 3 },
};

/** Letters before a word that are words of their own in Arabic and Hebrew writing: they may belong to the word, so both readings count. */
const CLITICS: Record<string, RegExp> = { ar: /^[وفبلك](?=.{3})/, he: /^[הובלמשכ](?=.{3})/ };

/** Plurals that no ending tells of, and short words that their ending would swallow, as the folded singular. */
const IRREGULAR: Record<string, Record<string, string>> = {
  ar: folded({
    لغات: 'لغة',
    اللغات: 'اللغة',
    نماذج: 'نموذج',
    النماذج: 'النموذج',
    أسئلة: 'سؤال',
    الأسئلة: 'السؤال',
    نصوص: 'نص',
    النصوص: 'النص',
    معاجم: 'معجم',
    قواميس: 'قاموس',
    مهام: 'مهمة',
    المهام: 'المهمة',
    مصادر: 'مصدر',
    جمل: 'جملة',
    صور: 'صورة',
    أخبار: 'خبر',
    الأخبار: 'الخبر',
  }),
  // Persian and Urdu have broken plurals from Arabic.
  fa: folded({ متون: 'متن', منابع: 'منبع', جملات: 'جمله', اخبار: 'خبر', تصاویر: 'تصویر', لغات: 'لغت' }),
  ur: folded({ متون: 'متن', جملات: 'جملہ', تصاویر: 'تصویر', سوالات: 'سوال', جذبات: 'جذبہ' }),
};

function folded(forms: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(forms).map(([from, to]) => [foldKey(from), foldKey(to)]));
}

interface Compiled {
  endings: [ending: string, instead: string][];
  prefixes: string[];
  rounds: number;
  least: number;
  vowels?: RegExp;
}

const compiled = new Map<string, Compiled>();

function rulesOf(language: string): Compiled | undefined {
  const rules = RULES[language];
  if (!rules) return undefined;
  let own = compiled.get(language);
  if (!own) {
    // Words are compared folded: the endings have to be folded too.
    const list = (text = '') =>
      [...new Set(foldWords(text).split(' ').filter(Boolean))].sort((a, b) => b.length - a.length);
    const endings = rules.endings
      .split(' ')
      .map((rule): [string, string] => [foldKey(rule.split('>')[0]!), rule.split('>')[1] ?? ''])
      .sort((a, b) => b[0].length - a[0].length);
    own = { endings, prefixes: list(rules.prefixes), rounds: rules.rounds ?? 1, least: rules.least ?? 4 };
    if (rules.vowels) own.vowels = rules.vowels;
    compiled.set(language, own);
  }
  return own;
}

/** The stem of a folded word in a language of data/concepts; English and languages without rules keep more of it. */
export function stemIn(language: string, word: string): string {
  let own = stems.get(language);
  if (!own) stems.set(language, (own = new Map()));
  let stem = own.get(word);
  if (stem === undefined) {
    stem = stripped(language, word);
    if (own.size > REMEMBERED) own.clear();
    own.set(word, stem);
  }
  return stem;
}

/** A query's words come up again with every letter typed. */
const REMEMBERED = 3000;
const stems = new Map<string, Map<string, string>>();

const ROUNDS = 6;
/** Not in languages whose short endings eat into stems: Romanian, German, Slavic. */
const THROUGH = new Set(['bn', 'da', 'et', 'eu', 'fi', 'hu', 'sv', 'tr']);

function stripped(language: string, word: string): string {
  if (language === 'en') return stemEnglishHard(word);
  const rules = rulesOf(language);
  if (!rules) return word;
  let stem = IRREGULAR[language]?.[word] ?? word;
  const prefix = rules.prefixes.find((one) => stem.startsWith(one) && stem.length - one.length >= rules.least);
  if (prefix) stem = stem.slice(prefix.length);
  // One ending may lead to another that is part of the dictionary form: fordításban, fordítás. So all come off, in both.
  const rounds = THROUGH.has(language) ? ROUNDS : rules.rounds;
  for (let round = 0; round < rounds; round++) {
    const rule = rules.endings.find(([ending]) => stem.endsWith(ending) && stem.length - ending.length >= rules.least);
    if (!rule) break;
    stem = stem.slice(0, -rule[0].length) + rule[1];
  }
  // Czech k softens before -i: jazyk, jazycích.
  if (language === 'cs') stem = stem.replace(/c$/, 'k');
  // Dutch and German write a long vowel once or twice, and a consonant too: taal, talen; herkennen, herkenning; vers, verzen.
  if (language === 'nl')
    stem = stem
      .replace(/([aeou])\1/g, '$1')
      .replace(/([bdfgklmnprst])\1$/, '$1')
      .replace(/v$/, 'f')
      .replace(/z$/, 's');
  if (language === 'de') stem = stem.replace(/([bdfgklmnprst])\1$/, '$1');
  // Hungarian -val doubles the consonant before it: erőforrással.
  if (language === 'hu' && stem !== word) stem = stem.replace(/([bcdfghjklmnprstvz])\1(?:al|el)?$/, '$1');
  if (rules.vowels && stem.length > rules.least) stem = stem.replace(rules.vowels, '');
  return stem.length >= 2 ? stem : word;
}

/** The readings of a word: its stem, and the stem without a clitic that may be written against it. */
export function readingsIn(language: string, word: string): string[] {
  const stem = stemIn(language, word);
  const clitic = CLITICS[language];
  if (!clitic?.test(word)) return [stem];
  const bare = stemIn(language, word.replace(clitic, ''));
  return bare === stem ? [stem] : [stem, bare];
}

/** For concepts, where several words have to agree, English loses -ing and -ed as well: tuning, tuned and tune are one. */
function stemEnglishHard(word: string): string {
  let stem = stemEnglish(word);
  if (stem.length > 5) {
    stem = stem.replace(/(?:ing|ed|ity|ly)$/, '');
    stem = stem.replace(/([bdglmnprt])\1$/, '$1');
  }
  return stem.length > 3 ? stem.replace(/[ey]$/, '') : stem;
}
