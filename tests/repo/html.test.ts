import { describe, expect, it } from 'vitest';
import { read, shippedCode, withoutComments } from './files';

// Promise 7: nothing from a page, a corpus or an import is ever treated as HTML or code.
const FORBIDDEN = [
  { what: 'innerHTML', pattern: /\.innerHTML\b|\binnerHTML\s*[=:]|['"`]innerHTML['"`]/ },
  { what: 'outerHTML, set', pattern: /\.outerHTML\s*=(?!=)|['"`]outerHTML['"`]/ },
  { what: 'insertAdjacentHTML', pattern: /\binsertAdjacentHTML\b/ },
  { what: 'setHTMLUnsafe', pattern: /\bsetHTMLUnsafe\b/ },
  { what: 'document.write', pattern: /\bdocument\s*\.\s*write(?:ln)?\b/ },
  { what: 'createContextualFragment', pattern: /\bcreateContextualFragment\b/ },
  { what: 'DOMParser', pattern: /\bDOMParser\b/ },
  { what: 'dangerouslySetInnerHTML', pattern: /\bdangerouslySetInnerHTML\b/ },
  { what: 'srcdoc', pattern: /\bsrcdoc\b/i },
  { what: 'eval', pattern: /(?<![.\w])eval\s*\(/ },
  { what: 'new Function', pattern: /\bnew\s+Function\b|(?<![.\w])Function\s*\(/ },
  { what: 'a timer from text', pattern: /\bset(?:Timeout|Interval)\s*\(\s*['"`]/ },
  { what: 'a javascript: address', pattern: /javascript:/i },
  { what: 'a window message', pattern: /\b(?:window|parent|top|opener)\s*\.\s*postMessage\b/ },
];

const files = shippedCode().map((path) => ({ path, code: withoutComments(read(path)) }));

describe('the shipped code', () => {
  it('is read', () => expect(files.length).toBeGreaterThan(50));

  it.each(FORBIDDEN)('has no $what', ({ pattern }) => {
    expect(files.filter(({ code }) => pattern.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the patterns', () => {
  it.each([
    { code: 'node.innerHTML = text', what: 'innerHTML' },
    { code: 'if (a.outerHTML === b) {}', what: undefined },
    { code: 'a.outerHTML = b', what: 'outerHTML, set' },
    { code: '<div dangerouslySetInnerHTML={{ __html: x }} />', what: 'dangerouslySetInnerHTML' },
    { code: 'document.write(x)', what: 'document.write' },
    { code: 'worker.evaluate(x); medieval(x)', what: undefined },
    { code: 'eval(x)', what: 'eval' },
    { code: 'new Function("x")', what: 'new Function' },
    { code: '// never innerHTML', what: undefined },
    { code: 'port.postMessage(x)', what: undefined },
  ])('see $what in “$code”', ({ code, what }) => {
    expect(FORBIDDEN.filter(({ pattern }) => pattern.test(withoutComments(code))).map((one) => one.what)).toEqual(
      what ? [what] : [],
    );
  });
});
