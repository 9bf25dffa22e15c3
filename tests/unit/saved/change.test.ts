import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTag, isSameTag, withNote, withoutTag, withRead, withTag } from '../../../lib/saved/change';
import { LIMITS, readEntry, type SavedEntry } from '../../../lib/saved/entry';
import { anyEntry, entry, xgqa } from './samples';

describe('cleanTag', () => {
  it.each([
    { text: ' to  read ', wants: 'to read', because: 'single spaces' },
    { text: 'vqa,', wants: 'vqa', because: 'a comma ends a tag while typing' },
    { text: 'cafe\u0301', wants: 'café', because: 'composed' },
    { text: ' , ', wants: '', because: 'nothing is left' },
    { text: 'C++', wants: 'C++', because: 'signs are kept' },
    { text: 'x'.repeat(99), wants: 'x'.repeat(60), because: 'not too long' },
  ])('“$text” is “$wants”: $because', ({ text, wants }) => expect(cleanTag(text)).toBe(wants));
});

it.each([
  { a: 'VQA', b: 'vqa', same: true },
  { a: 'C', b: 'C++', same: false },
  { a: 'résumé', b: 'resume', same: false },
])('$a and $b are one tag: $same', ({ a, b, same }) => expect(isSameTag(a, b)).toBe(same));

describe('changes', () => {
  const tagged = entry(xgqa, { tags: ['VQA', 'later'] });

  it('add a tag at the end, once', () => {
    expect(withTag(tagged, 'new').tags).toEqual(['VQA', 'later', 'new']);
    expect(withTag(tagged, 'vqa')).toBe(tagged);
    expect(withTag(tagged, '  ')).toBe(tagged);
  });

  it('take a tag off, in whatever capitals', () => {
    expect(withoutTag(tagged, 'vqa').tags).toEqual(['later']);
    expect(withoutTag(tagged, 'none')).toBe(tagged);
  });

  it('have no room for more than 50 tags', () => {
    let full = entry(xgqa);
    for (let i = 0; i < 60; i++) full = withTag(full, `tag ${i}`);
    expect(full.tags).toHaveLength(LIMITS.tags);
  });

  it('never touch what they are given, and give what can be stored', () => {
    const changes: ((one: SavedEntry, text: string) => SavedEntry)[] = [
      withTag,
      withoutTag,
      withNote,
      (one) => withRead(one, !one.read),
    ];
    fc.assert(
      fc.property(anyEntry, fc.string(), fc.constantFrom(...changes), (one, text, change) => {
        const before = structuredClone(one);
        const after = change(one, text.repeat(3));
        expect(one).toEqual(before);
        expect(readEntry(after)).toEqual(after);
        expect(after.paper).toEqual(before.paper);
      }),
    );
  });

  it('cut a note at its limit', () => {
    expect(withNote(tagged, 'x'.repeat(20_000)).note).toHaveLength(LIMITS.note);
  });
});
