/**
 * Light English stemming: plurals and British spellings only, so that what a reader typed can still be shown. Heavier stemming costs
 * ranking (ENGINES.md section 2: Porter took mid-rare hit@1 from 0.97 to 0.78).
 * Plurals after Harman's S-stemmer (How effective is suffixing?, JASIS 1991).
 */
export function stemEnglish(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stemOf(word);
    if (stems.size > REMEMBERED) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}

/** A shelf has some thousand words, and asks for them again and again. */
const REMEMBERED = 20_000;
const stems = new Map<string, string>();

function stemOf(word: string): string {
  let stem = word;
  if (SINGULAR.has(stem)) return stem;
  if (stem.length > 3 && stem.endsWith('s')) {
    if (stem.endsWith('ies') && !/[ae]ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
    else if (stem.endsWith('es') && !/[aeo]es$/.test(stem))
      stem = /(?:ss|sh|ch|x|ias|us)es$/.test(stem) ? stem.slice(0, -2) : stem.slice(0, -1);
    else if (!/(?:us|ss|is|ias)$/.test(stem)) stem = stem.slice(0, -1);
  }
  return british(stem);
}

/** Words that end in -s without being plurals. */
const SINGULAR = new Set(['news', 'series', 'species', 'always', 'perhaps', 'lens']);

/** -ise to -ize, -our to -or, and the doubled l: one spelling for both sides of the Atlantic. */
function british(word: string): string {
  if (word.length < 6) return word === 'colour' ? 'color' : word;
  return word
    .replace(/isation$/, 'ization')
    .replace(/ise(d|r)?$/, 'ize$1')
    .replace(/ising$/, 'izing')
    .replace(/yse(d|r)?$/, 'yze$1')
    .replace(/ysing$/, 'yzing')
    .replace(/(behavi|col|fav|hon|lab|neighb|rum)our/, '$1or')
    .replace(/(label|model|travel|cancel|signal|channel)l(ed|ing|er)$/, '$1$2')
    .replace(/ogue$/, 'og')
    .replace(/artefact/, 'artifact');
}
