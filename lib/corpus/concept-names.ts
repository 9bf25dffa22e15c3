import { CONCEPT_LANGUAGES, ELSEWHERE, GLOSSARY } from '../search/concept-keys';
import type { ConceptSource } from './concepts';

/** Languages and places are named by the browser (Intl.DisplayNames), the rest is seldom looked up. */
const WITHOUT_CARD = new Set([
  'languages',
  'places',
  'words',
  'models',
  'phenomena',
  'evaluation',
  'data',
  'domains',
  ELSEWHERE,
  GLOSSARY,
]);

/** Usual names for the term cards, by language; '' where a name is not told. */
export interface ConceptNames {
  ids: string[];
  names: Record<string, string[]>;
}

export function conceptNames(concepts: readonly ConceptSource[]): ConceptNames {
  const shown = concepts.filter(({ kind }) => !WITHOUT_CARD.has(kind));
  const told = ({ names }: ConceptSource, language: string) => {
    const name = names[language]?.[0] ?? '';
    return language === 'en' || name !== names['en']![0] ? name : '';
  };
  return {
    ids: shown.map(({ id }) => id),
    names: Object.fromEntries(
      CONCEPT_LANGUAGES.map((language) => [language, shown.map((concept) => told(concept, language))]),
    ),
  };
}

/** Kindred languages side by side: what packs the text finds what a name shares with its neighbours. */
const PACKED =
  'en fr it es ca pt ro sv da nl de id sw fi et hu tr pl cs ru uk ja zh-Hans zh-Hant ko vi eu el ar fa ur he hi bn';

/** Names as text, a line a language after the ids': a twentieth smaller than JSON once packed, and no slower to read. */
export function writeNames({ ids, names }: ConceptNames): string {
  return [ids, ...PACKED.split(' ').map((language) => names[language]!)].map((line) => line.join('\t')).join('\n');
}

export function readNames(text: string): ConceptNames {
  const [ids = [], ...lines] = text.split('\n').map((line) => line.split('\t'));
  return { ids, names: Object.fromEntries(PACKED.split(' ').map((language, i) => [language, lines[i] ?? []])) };
}
