import { expect, it } from 'vitest';
import { readPattern } from '../../../lib/settings/sites';

it.each([
  { text: 'example.org', wants: 'example.org', because: 'a host' },
  { text: ' Example.ORG ', wants: 'example.org', because: 'no capitals' },
  { text: 'https://www.example.org/a?b#c', wants: 'example.org', because: 'an address that was pasted' },
  { text: 'example.org:8080/x', wants: 'example.org', because: 'no port' },
  { text: '*.example.org', wants: '*.example.org', because: 'with all below it' },
  { text: '*://*.example.org/*', wants: '*.example.org', because: 'as browsers write it' },
  { text: 'bücher.example', wants: 'xn--bcher-kva.example', because: 'as addresses have it' },
  { text: 'localhost', wants: 'localhost', because: 'a host without a dot' },
  { text: '127.0.0.1', wants: '127.0.0.1', because: 'a number' },
  { text: 'example.org.', wants: 'example.org', because: 'the root is not written' },
  { text: '', wants: undefined, because: 'nothing' },
  { text: '*', wants: undefined, because: 'all sites are no site' },
  { text: '*.', wants: undefined, because: 'nothing below' },
  { text: 'a.*.org', wants: undefined, because: 'a star in the middle' },
  { text: 'two words', wants: undefined, because: 'a space' },
  { text: 'a.org, b.org', wants: undefined, because: 'two sites' },
  { text: '42', wants: undefined, because: 'no host, though addresses allow it' },
  { text: 'me@example.org', wants: undefined, because: 'an e-mail address' },
  { text: 'https://', wants: undefined, because: 'no host' },
])('“$text” is $wants: $because', ({ text, wants }) => {
  expect(readPattern(text)).toBe(wants);
});
