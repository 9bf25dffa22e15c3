import fc from 'fast-check';
import type { Paper } from '../../../lib/papers/paper';

/** Words as titles have them, and what formats trip over. */
const word = fc.oneof(
  fc.constantFrom(
    'xGQA',
    'of',
    'the',
    'Cross-Lingual',
    'naïve',
    'Erdős',
    '跨语言',
    'В',
    'β',
    '100%',
    'R&D',
    '#1',
    'a_b',
    '~5',
    'x^2',
  ),
  fc.constantFrom(
    '{curly}',
    '{',
    '}',
    '"quoted"',
    "it's",
    'C++',
    '(a)',
    '[b]',
    'and',
    '@misc',
    'a=b',
    'one,',
    'two;',
    'TY - x',
    'a--b',
    "''q''",
    '$5',
    '<',
    '&amp',
  ),
  fc.stringMatching(/^[A-Za-z]{1,9}$/),
);
const text = (min: number, max: number) =>
  fc.array(word, { minLength: min, maxLength: max }).map((words) => words.join(' '));
const name = fc
  .tuple(
    fc.constantFrom('Ann', 'Jan-Martin O.', 'Ö.', 'Nguyễn', 'R. M.'),
    fc.constantFrom('Lee', 'Hämmerl', 'Van Hautte', 'García-Ferrero', "O'Brien", 'de la Cruz', 'Ng'),
  )
  .map((parts) => parts.join(' '));

/** Papers with any of their fields unknown. */
export const somePaper: fc.Arbitrary<Paper> = fc
  .record(
    {
      id: fc.constant('some-paper'),
      title: text(1, 8).map((words) => `Title ${words}`),
      abstract: fc.oneof(fc.constant(''), text(3, 12)),
      authors: fc.array(
        fc.oneof(
          { weight: 5, arbitrary: name },
          { weight: 1, arbitrary: fc.constantFrom('OpenAI', 'World Health Organization', 'Martin Luther King Jr.') },
        ),
        { maxLength: 4 },
      ),
      year: fc.integer({ min: 1900, max: 2030 }),
      venue: fc.oneof(
        fc.constant('Journal of Tests'),
        text(1, 3).map((words) => `Proceedings ${words}`),
      ),
      arxiv: fc.constantFrom('2109.06082', '0704.0001'),
      acl: fc.constantFrom('2022.findings-acl.196', 'N19-1423'),
      doi: fc.constantFrom('10.1000/abc_d', '10.1162/(sici)1<2::3>', '10.1/x%20y'.replace('10.1/', '10.1234/')),
    },
    { requiredKeys: ['id', 'title', 'abstract', 'authors'] },
  )
  .map((paper) => paper);
