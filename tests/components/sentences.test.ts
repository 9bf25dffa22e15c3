import { describe, expect, test } from 'vitest';
import { answeringSentences } from '../../components/sentences';

const TEXT =
  'Speech is hard. We study adapters for transfer. Adapters e.g. in Basque help. Nothing else is known. The end of it.';

const answering = (text: string, terms: string[]) =>
  answeringSentences(text, terms)
    .filter(({ answers }) => answers)
    .map((one) => one.text.trim());

describe('sentences that answer', () => {
  test.each([
    { terms: ['adapter', 'transfer'], wants: ['We study adapters for transfer.'], because: 'one says all of it' },
    {
      terms: ['adapter'],
      wants: ['We study adapters for transfer.', 'Adapters e.g. in Basque help.'],
      because: 'two say it, and an abbreviation ends no sentence',
    },
    {
      terms: ['basque', 'adapter'],
      wants: ['Adapters e.g. in Basque help.'],
      because: 'the rarer word counts for more',
    },
    { terms: ['giraffe'], wants: [], because: 'the abstract says nothing of it' },
    { terms: [], wants: [], because: 'nothing was asked' },
  ])('$terms: $because', ({ terms, wants }) => expect(answering(TEXT, terms)).toEqual(wants));

  test('none stands out where all of them say it', () => {
    expect(answering('Cats eat. Cats sleep. Cats purr. Cats run.', ['cat'])).toEqual([]);
  });

  test('two sentences are read at a glance', () => {
    expect(answering('Cats eat. Dogs sleep.', ['cat'])).toEqual([]);
  });

  test.each([TEXT, 'One.  Two\n\nThree. Four', 'الجملة الأولى. الثانية.', '句子。另一句。', ''])(
    'together they are the text: %j',
    (text) =>
      expect(
        answeringSentences(text, ['two'])
          .map((one) => one.text)
          .join(''),
      ).toBe(text),
  );
});
