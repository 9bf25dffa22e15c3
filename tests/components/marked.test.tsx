// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Marked, markParts } from '../../components/marked';

const rows: { text: string; terms: string[]; marks: string[]; because: string }[] = [
  { text: 'Adapters help', terms: ['adapter'], marks: ['Adapters'], because: 'the stem of a plural' },
  {
    text: 'Résumé parsing',
    terms: ['resume'],
    marks: ['Résumé'],
    because: 'accents are folded, the original is shown',
  },
  {
    text: 'Re\u0301sume\u0301 parsing',
    terms: ['resume'],
    marks: ['Re\u0301sume\u0301'],
    because: 'so are combining accents',
  },
  { text: 'Straße', terms: ['strasse'], marks: ['Straße'], because: 'one letter folds to two' },
  {
    text: 'code-switching in speech',
    terms: ['code', 'switching'],
    marks: ['code-switching'],
    because: 'one mark over the hyphen',
  },
  {
    text: 'code and switching',
    terms: ['code', 'switching'],
    marks: ['code', 'switching'],
    because: 'a word between parts them',
  },
  {
    text: 'named entity recognition of named streets',
    terms: ['named entity recognition'],
    marks: ['named entity recognition'],
    because: 'a phrase as a whole, not its words alone',
  },
  { text: 'transferable', terms: ['transfer'], marks: [], because: 'whole words only' },
  { text: 'انتقال التعلم بين اللغات', terms: ['التعلم'], marks: ['التعلم'], because: 'right-to-left text' },
  { text: 'שאלות ותשובות', terms: ['שאלות'], marks: ['שאלות'], because: 'right-to-left text at the start' },
  { text: '我们研究跨语言迁移学习', terms: ['迁移'], marks: ['迁移'], because: 'inside a run without spaces' },
  { text: 'nothing here', terms: [], marks: [], because: 'no terms' },
  { text: '', terms: ['x'], marks: [], because: 'no text' },
];

test.each(rows)('marks $marks in “$text”: $because', ({ text, terms, marks }) => {
  const parts = markParts(text, terms);
  expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(marks);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});

test('draws marks as elements and text as text, never as HTML', () => {
  const { container } = render(<Marked text={'<img src=x onerror=alert(1)> & adapters'} terms={['adapter', 'img']} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror=alert(1)> & adapters');
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['img', 'adapters']);
});
