import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read, shippedCode, withoutComments } from './files';

type Messages = Record<string, { message: string; description?: string; placeholders?: unknown }>;

const locales = readdirSync('public/_locales');
const messages = (locale: string): Messages => JSON.parse(read(`public/_locales/${locale}/messages.json`));
const english = messages('en');
const keys = Object.keys(english);

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const PLURAL = new RegExp(`_(?:${FORMS.join('|')})$`);
const families = [...new Set(keys.filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')))];

const code = [...shippedCode(), 'wxt.config.ts'].map((path) => withoutComments(read(path))).join('\n');
/** Whole text literals of the code: where a key is chosen at run time, it still stands there as one. */
const literals = new Set(
  [...code.matchAll(/'([^'\\\n]*)'|"([^"\\\n]*)"/g)].map(([, single, double]) => single ?? double),
);

/** Beginnings of keys that end in a value: t(`termKind_${kind}`). */
const beginnings = [...code.matchAll(/`([a-z][A-Za-z0-9]*_)\$\{/g)].map(([, beginning]) => beginning!);

describe('each English string', () => {
  it('is used', () => {
    const unused = keys.filter(
      (key) =>
        !literals.has(key) &&
        !literals.has(key.replace(PLURAL, '')) &&
        !beginnings.some((beginning) => key.startsWith(beginning)) &&
        !code.includes(`__MSG_${key}__`),
    );
    expect(unused).toEqual([]);
  });

  it('says something', () => {
    expect(keys.filter((key) => !english[key]!.message.trim())).toEqual([]);
  });

  it('has a key that browsers accept', () => {
    expect(keys.filter((key) => !/^[a-z][A-Za-z0-9]*(?:_[a-z]+)?$/.test(key))).toEqual([]);
  });

  it('counts with both forms, where it counts', () => {
    expect(families.filter((family) => !keys.includes(`${family}_one`) || !keys.includes(`${family}_other`))).toEqual(
      [],
    );
  });
});

describe('each string that is asked for', () => {
  const calls = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, key]) => key!))];

  it('exists: t', () => {
    const asked = calls(/(?<![\w.$])t\(\s*'([^']+)'/g);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('exists: getMessage', () => {
    const asked = [...code.matchAll(/\b(?:getMessage|message)\(([^()]*)/g)]
      .flatMap(([, all]) => [...all!.matchAll(/'([^']+)'/g)].map(([, key]) => key!))
      .filter((key) => !key.startsWith('@@'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('exists: count', () => {
    const asked = calls(/(?<![\w.$])count\(\s*'([^']+)'/g);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((key) => !families.includes(key))).toEqual([]);
  });

  it('exists: the manifest', () => {
    expect(calls(/__MSG_(\w+)__/g).filter((key) => !keys.includes(key))).toEqual([]);
  });
});

describe.each(locales)('the language %s', (locale) => {
  const own = messages(locale);
  const holes = (text: string) => [...new Set(text.match(/\$\d|%s/g) ?? [])].sort();

  it('has every string', () => {
    expect(keys.filter((key) => !own[key] && !PLURAL.test(key))).toEqual([]);
  });

  it('has the plural forms that its numbers need', () => {
    const forms = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions().pluralCategories;
    expect(families.flatMap((family) => forms.map((form) => `${family}_${form}`)).filter((key) => !own[key])).toEqual(
      [],
    );
  });

  it('has no string that English lacks', () => {
    const extra = Object.keys(own).filter(
      (key) => !english[key] && !(PLURAL.test(key) && families.includes(key.replace(PLURAL, ''))),
    );
    expect(extra).toEqual([]);
  });

  it('has the same holes to fill', () => {
    const wrong = Object.keys(own).filter((key) => {
      // One of a language may be 1, 21, 31 …: it names the number where English does for many.
      const model = english[key.replace(PLURAL, '_other')] ?? english[key];
      return model && holes(own[key]!.message).some((hole) => !holes(model.message).includes(hole));
    });
    expect(wrong).toEqual([]);
    expect(
      keys.filter(
        (key) =>
          own[key] && !PLURAL.test(key) && holes(own[key]!.message).join() !== holes(english[key]!.message).join(),
      ),
    ).toEqual([]);
  });

  it('has them in the order of the English ones, the forms of a number from few to many', () => {
    const place = (key: string) => {
      const family = key.replace(PLURAL, '');
      const [form] = families.includes(family) ? FORMS.filter((one) => key === `${family}_${one}`) : [];
      // Forms that English lacks stand where its own are.
      return form ? places.get(family)! + FORMS.indexOf(form) / 10 : places.get(key)!;
    };
    const places = new Map(keys.map((key, at) => [key, at]));
    for (const family of families)
      places.set(
        family,
        keys.findIndex((key) => key.replace(PLURAL, '') === family),
      );
    const given = Object.keys(own);
    expect(given).toEqual([...given].sort((a, b) => place(a) - place(b)));
  });

  it('says which language it is in', () => {
    expect(own['language']?.message).toBe(locale.replace('_', '-'));
  });

  it('is plain text, composed', () => {
    expect(
      Object.keys(own).filter(
        (key) => /[<>]|&\w+;/.test(own[key]!.message) || own[key]!.message !== own[key]!.message.normalize('NFC'),
      ),
    ).toEqual([]);
  });

  it('describes the extension in 132 characters', () => {
    expect([...own['extDescription']!.message].length).toBeLessThanOrEqual(132);
    expect([...own['extName']!.message].length).toBeLessThanOrEqual(45);
  });
});
