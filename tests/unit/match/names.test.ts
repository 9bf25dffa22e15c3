import { describe, expect, it } from 'vitest';
import { familyName } from '../../../lib/papers/paper';
import { indexOf, names, papers, see } from '../shipped';

const entries = Object.entries(names.papers);
const rows = (pick: (entry: (typeof entries)[number][1]) => readonly string[] | undefined) =>
  entries.flatMap(([paper, entry]) => (pick(entry) ?? []).map((name) => ({ paper, name, ...entry })));

/** A sentence without the vocabulary of any paper. */
const plain = (name: string) => `Yesterday we tried ${name} at home.`;
const namesIn = (text: string) => see(text).filter(({ kind }) => kind === 'name');

const distinctive = rows((entry) => entry.names);
const ambiguous = rows((entry) => entry.ambiguous);

describe('a distinctive name', () => {
  it.each(distinctive)('$name stands for $paper', ({ paper, name }) => {
    expect(namesIn(plain(name))).toEqual([{ kind: 'name', paper, text: name }]);
  });

  it.each(distinctive.filter(({ inLowerCase, spelt }) => inLowerCase && !spelt))(
    '$name counts in other capitals',
    ({ paper, name }) => {
      for (const other of [name.toLowerCase(), name.toUpperCase()])
        expect(namesIn(plain(other))).toEqual([{ kind: 'name', paper, text: other }]);
    },
  );

  it.each(distinctive.filter(({ inLowerCase }) => !inLowerCase))(
    '$name does not count in other capitals',
    ({ name }) => {
      const others = [name.toLowerCase(), name.toUpperCase(), name.charAt(0) + name.slice(1).toLowerCase()];
      for (const other of others) if (other !== name) expect(namesIn(plain(other))).toEqual([]);
    },
  );

  it.each(distinctive)('$name is found next to punctuation', ({ paper, name }) => {
    for (const text of [
      `(${name})`,
      `“${name}”`,
      `${name}, at last`,
      `on ${name}'s data`,
      `${name}-based`,
      `非${name}的`,
      `*${name}*`,
    ]) {
      expect(namesIn(text).map((found) => found.paper)).toEqual([paper]);
    }
  });

  it.each(distinctive.filter(({ name }) => /\w$/.test(name)))('$name is no part of a longer word', ({ name }) => {
    for (const text of [plain(`pre${name}`), plain(`${name}s2`), plain(`${name}x`)])
      expect(namesIn(text).filter(({ text: found }) => found === name)).toEqual([]);
  });

  it.each(rows((entry) => entry.spelt))('$paper may be spelt $name', ({ paper, name }) => {
    expect(namesIn(plain(name))).toEqual([{ kind: 'name', paper, text: name }]);
  });
});

describe('a look-alike', () => {
  /** Words that would prove nearly any ambiguous name. */
  const CONTEXT =
    'On this multilingual benchmark cross-lingual zero-shot transfer across languages, named entity tags, cultural preference, chain-of-thought, ' +
    'semantic retrieval and reward model training of XLM and mBERT were compared (Hu et al., 2020; Guo et al., 2025).';

  it.each(names.lookalikes.map((name) => ({ name })))('$name stands for none of ours', ({ name }) => {
    for (const text of [plain(name), `${CONTEXT} See ${name} for more.`, `${name}: more. ${CONTEXT}`])
      expect(namesIn(text)).toEqual([]);
  });

  it.each([
    { text: 'XTREME‑R', because: 'a hyphen that does not break' },
    { text: 'XTREME–UP', because: 'an en dash' },
    { text: 'MasakhaNER\u00A01.0', because: 'a space that does not break' },
    { text: 'XTREME-\nR', because: 'a line break' },
  ])('written with $because stands for none of ours either', ({ text }) => {
    expect(namesIn(`${CONTEXT} See ${text} for more.`)).toEqual([]);
  });
});

describe('an ambiguous name', () => {
  it.each(ambiguous)('$name alone stands for nothing', ({ name }) => {
    expect(see(plain(name))).toEqual([]);
  });

  it.each(ambiguous)('$name stands for $paper where one of its cues is near', ({ paper, name, cues = [] }) => {
    expect(cues.length).toBeGreaterThan(0);
    for (const cue of cues) {
      const wanted = { kind: 'name', paper, text: name };
      expect(see(`Yesterday we tried ${name} at home. Then ${cue} came.`)).toContainEqual(wanted);
      expect(see(`Then ${cue} came. Yesterday we tried ${name} at home.`)).toContainEqual(wanted);
      expect(see({ text: plain(name), before: `Then ${cue} came.` })).toContainEqual(wanted);
      expect(see({ text: plain(name), after: `Then ${cue} came.` })).toContainEqual(wanted);
    }
  });

  it.each(ambiguous)('$name stands for nothing where its cue is far', ({ name, cues = [] }) => {
    const far = 'Nothing else went on in the garden that day. '.repeat(12);
    expect(see(`${plain(name)} ${far} Then ${cues[0]} came.`).filter(({ text }) => text === name)).toEqual([]);
  });

  it.each(ambiguous)('$name stands for $paper where it is cited', ({ paper, name }) => {
    const { authors, year } = papers[indexOf(paper)]!;
    const author = familyName(authors[0]!);
    for (const text of [
      `Yesterday ${name} (${author} et al., ${year}) came.`,
      `${author} and others (${year}) came with ${name}.`,
    ]) {
      expect(see(text)).toContainEqual({ kind: 'name', paper, text: name });
    }
  });

  it.each(ambiguous)('$name stands for nothing beside another citation', ({ name }) => {
    expect(see(`Yesterday ${name} (Nobody et al., 2020) came.`)).toEqual([]);
  });

  it.each(ambiguous)('$name counts in its own capitals only', ({ name, cues = [] }) => {
    const others = [name.toLowerCase(), name.charAt(0) + name.slice(1).toLowerCase()].filter((other) => other !== name);
    const own = ambiguous.map((row) => row.name);
    for (const other of others)
      if (!own.includes(other))
        expect(
          see(`Yesterday we tried ${other} at home. Then ${cues[0]} came.`).filter(({ text }) => text === other),
        ).toEqual([]);
  });

  it.each([
    {
      text: 'CREST is about clusters and a universal transfer.',
      wants: ['CREST'],
      because: 'two words of its title are near',
    },
    { text: 'CREST is about clusters.', wants: [], because: 'one word of its title is near' },
    {
      text: 'MIND is a dataset for news recommendation, and a multilingual one was made.',
      wants: [],
      because: 'for this name only a cue counts',
    },
    { text: 'XLT improves the capability of LLMs, which were not created equal.', wants: [], because: 'so it is here' },
  ])('in “$text”: $because', ({ text, wants }) => {
    expect(namesIn(text).map((found) => found.text)).toEqual(wants);
  });

  it.each([
    { text: 'CARE-giver', because: 'first part of a word' },
    { text: 'e-CARE', because: 'last part of a word' },
    { text: 'CARE.com', because: 'an address' },
    { text: 'my_CARE', because: 'an identifier of a program' },
    { text: 'care@CARE.org', because: 'a mail address' },
    { text: 'CAREs', because: 'a plural' },
  ])('is not found in $text: $because', ({ text }) => {
    expect(namesIn(`Yesterday we tried ${text} at home. Cultural preference came.`)).toEqual([]);
  });
});
