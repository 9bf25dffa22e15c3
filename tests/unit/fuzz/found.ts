/** Texts on which a property once failed, or that came close: each is tried before anything made up. Add the counterexample that fast-check prints. */
export const FOUND: readonly string[] = [
  '',
  '\ud83d',
  '\ude00\ud83d',
  'ﷺ',
  'e\u0301\u0301',
  '\\~{o}\\',
  '&#x;&#45',
  'İ',
  'ß-\u00AD\n-ß',
  '\u202Erefsnart\u202C',
  'title:"year:-',
  '-"-year:2019-',
  '\uD7A4',
];
