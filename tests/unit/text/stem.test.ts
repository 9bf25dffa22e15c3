import { describe, expect, it } from 'vitest';
import { stemEnglish } from '../../../lib/text/stem';

/** Two spellings of one word: both have to reach the same stem. */
const SAME = [
  ['model', 'models'],
  ['language', 'languages'],
  ['study', 'studies'],
  ['strategy', 'strategies'],
  ['class', 'classes'],
  ['loss', 'losses'],
  ['approach', 'approaches'],
  ['match', 'matches'],
  ['box', 'boxes'],
  ['index', 'indexes'],
  ['response', 'responses'],
  ['phrase', 'phrases'],
  ['database', 'databases'],
  ['survey', 'surveys'],
  ['tree', 'trees'],
  ['size', 'sizes'],
  ['bias', 'biases'],
  ['generalize', 'generalizes'],
  ['summarize', 'summarizes'],
  ['analyze', 'analyzes'],
  ['generalise', 'generalize'],
  ['generalised', 'generalized'],
  ['summarisation', 'summarization'],
  ['tokeniser', 'tokenizer'],
  ['tokenising', 'tokenizing'],
  ['analyse', 'analyze'],
  ['behaviour', 'behavior'],
  ['behaviours', 'behavior'],
  ['colour', 'color'],
  ['colours', 'colors'],
  ['neighbour', 'neighbor'],
  ['labelling', 'labeling'],
  ['labelled', 'labeled'],
  ['modelling', 'modeling'],
  ['dialogue', 'dialog'],
  ['dialogues', 'dialogs'],
  ['catalogue', 'catalog'],
  ['artefact', 'artifact'],
] as const;

/** Words that end like a plural and are none. */
const UNCHANGED = [
  'analysis',
  'basis',
  'corpus',
  'consensus',
  'focus',
  'class',
  'loss',
  'across',
  'process',
  'basque',
  'gas',
  'this',
  'previous',
  'various',
  'bus',
  'us',
  's',
  '',
  'four',
  'hour',
  'xls',
  '2s',
];

/** Words that only look alike. */
const DIFFERENT = [
  { one: 'news', other: 'new', because: 'news recommendation is not about what is new' },
  { one: 'thesis', other: 'these', because: 'no plural of it' },
  { one: 'mass', other: 'mas', because: '-ss is no plural' },
  { one: 'universal', other: 'university', because: 'heavier stemming costs ranking' },
  { one: 'lingual', other: 'linguist', because: 'heavier stemming costs ranking' },
  { one: 'organization', other: 'organ', because: 'heavier stemming costs ranking' },
];

describe('stemEnglish', () => {
  it.each(SAME)('brings %s and %s together', (one, other) => {
    expect(stemEnglish(one)).toBe(stemEnglish(other));
  });

  it.each(UNCHANGED)('leaves “%s” as it is', (word) => {
    expect(stemEnglish(word)).toBe(word);
  });

  it.each(DIFFERENT)('keeps $one from $other: $because', ({ one, other }) => {
    expect(stemEnglish(one)).not.toBe(stemEnglish(other));
  });
});
