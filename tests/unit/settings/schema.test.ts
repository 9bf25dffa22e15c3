import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, DEFAULT_SETTINGS, isOn, readSettings, siteOf } from '../../../lib/settings/schema';

describe('readSettings', () => {
  it.each([
    undefined,
    null,
    0,
    5,
    '',
    'on',
    true,
    [],
    [1],
    {},
    { settings: {} },
    JSON.parse('{"__proto__": {"enabled": false}}'),
  ])('of %j are the defaults', (stored) => {
    expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    { stored: { enabled: false }, wants: { enabled: false }, because: 'a choice is kept' },
    { stored: { enabled: 'no' }, wants: {}, because: 'no boolean' },
    { stored: { enabled: 0 }, wants: {}, because: 'no boolean' },
    { stored: { onlyWhenAsked: true }, wants: { onlyWhenAsked: true }, because: 'a choice is kept' },
    { stored: { marks: 'titles' }, wants: { marks: 'titles' }, because: 'a choice is kept' },
    { stored: { marks: 'some' }, wants: {}, because: 'no choice of ours' },
    { stored: { marks: 'none' }, wants: { marks: 'none' }, because: 'a choice is kept' },
    { stored: { textSize: 125 }, wants: { textSize: 125 }, because: 'a choice is kept' },
    { stored: { textSize: 5000 }, wants: {}, because: 'no size of ours' },
    { stored: { textSize: '125' }, wants: {}, because: 'no number' },
    { stored: { trigger: 'double' }, wants: { trigger: 'double' }, because: 'a choice is kept' },
    { stored: { offSites: [`${'x'.repeat(300)}.org`] }, wants: {}, because: 'no host is so long' },
    { stored: { marks: ['titles'] }, wants: {}, because: 'a list' },
    { stored: { theme: 'dark' }, wants: { theme: 'dark' }, because: 'a choice is kept' },
    { stored: { theme: 'Dark' }, wants: {}, because: 'no choice of ours' },
    { stored: { offSites: ['a.org', 'b.org'] }, wants: { offSites: ['a.org', 'b.org'] }, because: 'kept' },
    {
      stored: { offSites: ['a.org', 5, null, {}, 'b.org'] },
      wants: { offSites: ['a.org', 'b.org'] },
      because: 'what is no text is dropped',
    },
    { stored: { offSites: 'a.org' }, wants: {}, because: 'no list' },
    { stored: { offSites: { length: 1, 0: 'a.org' } }, wants: {}, because: 'no list' },
    { stored: { colour: 'red', theme: 'light' }, wants: { theme: 'light' }, because: 'unknown fields are dropped' },
  ])('of $stored: $because', ({ stored, wants }) => {
    expect(readSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, ...wants });
  });

  it('has room for many sites, but not for a flood', () => {
    expect(
      readSettings({ offSites: Array.from({ length: 100_000 }, (_, i) => `${i}.org`) }).offSites.length,
    ).toBeLessThanOrEqual(5000);
  });

  it('reads what it has written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (junk) => {
        const settings = readSettings(junk);
        expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      }),
    );
  });
});

describe('changesOf', () => {
  it.each([
    { settings: {}, wants: {} },
    { settings: { theme: 'dark' } as const, wants: { theme: 'dark' } },
    { settings: { offSites: [], keepSeen: false, textSize: 100 } as const, wants: { keepSeen: false } },
  ])('of $settings are $wants', ({ settings, wants }) => {
    expect(changesOf({ ...DEFAULT_SETTINGS, ...settings, offSites: [] })).toEqual(wants);
  });

  it('are all that reading needs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), (value, name) => {
        const settings = readSettings({ [name]: value, marks: 'names' });
        expect(readSettings(changesOf(settings))).toEqual(settings);
      }),
    );
  });
});

describe('siteOf', () => {
  it.each([
    { url: 'https://example.org/a?b#c', wants: 'example.org', because: 'the host' },
    { url: 'https://www.example.org/', wants: 'example.org', because: 'with and without www are one site' },
    { url: 'http://Example.ORG:8080/', wants: 'example.org', because: 'no port, no capitals' },
    { url: 'https://m.example.org/', wants: 'm.example.org', because: 'another host is another site' },
    { url: 'https://wwww.org/', wants: 'wwww.org', because: 'not www' },
    { url: 'https://user:pass@example.org/', wants: 'example.org', because: 'no names' },
    { url: 'https://bücher.example/', wants: 'xn--bcher-kva.example', because: 'as browsers write it' },
    { url: 'http://127.0.0.1:3000/', wants: '127.0.0.1', because: 'a number' },
    { url: 'file:///home/a.html', wants: '', because: 'a file has no host' },
    { url: 'about:blank', wants: '', because: 'no host' },
    { url: '', wants: '', because: 'no address' },
    { url: 'example.org', wants: '', because: 'no address' },
  ])('of $url is “$wants”: $because', ({ url, wants }) => {
    expect(siteOf(url)).toBe(wants);
  });
});

describe('isOn', () => {
  it.each([
    { settings: {}, site: 'a.org', wants: true },
    { settings: {}, site: '', wants: true },
    { settings: { enabled: false }, site: 'a.org', wants: false },
    { settings: { offSites: ['a.org'] }, site: 'a.org', wants: false },
    { settings: { offSites: ['a.org'] }, site: 'b.a.org', wants: true },
    { settings: { offSites: ['a.org'] }, site: '', wants: true },
    { settings: { offSites: ['*.a.org'] }, site: 'b.a.org', wants: false },
    { settings: { offSites: ['*.a.org'] }, site: 'a.org', wants: false },
    { settings: { offSites: ['*.a.org'] }, site: 'ba.org', wants: true },
    { settings: { onlySites: ['a.org'] }, site: 'a.org', wants: true },
    { settings: { onlySites: ['a.org'] }, site: 'b.org', wants: false },
    { settings: { onlySites: ['a.org'] }, site: '', wants: false },
    { settings: { onlySites: ['*.a.org'], offSites: ['b.a.org'] }, site: 'b.a.org', wants: false },
  ])('$settings on “$site”: $wants', ({ settings, site, wants }) => {
    expect(isOn({ ...DEFAULT_SETTINGS, ...settings }, site)).toBe(wants);
  });
});
