import { familyName } from '../papers/paper';

/** A name in the parts that formats ask for. One that has no parts (OpenAI, 王伟) is a family name alone. */
export interface NameParts {
  family: string;
  given?: string;
}

/** "Jan-Martin O. Steitz" -> Steitz, Jan-Martin O. */
export function nameParts(name: string): NameParts {
  const plain = oneLine(name);
  const comma = plain.indexOf(',');
  if (comma > 0 && plain.slice(comma + 1).trim())
    return { family: plain.slice(0, comma).trim(), given: plain.slice(comma + 1).trim() };
  const family = familyName(plain);
  const given = plain.slice(0, plain.length - family.length).trim();
  return given ? { family, given } : { family };
}

/** "Steitz, Jan-Martin O.", as RIS and reference managers write it. */
export function familyFirst(name: string): string {
  const { family, given } = nameParts(name);
  return given ? `${family}, ${given}` : family;
}

/** "Steitz, Jan-Martin O." -> "Jan-Martin O. Steitz", as papers keep names. "King, Jr., Martin" -> "Martin King Jr." */
export function givenFirst(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [family = '', second = '', third = ''] = parts;
  if (!second) {
    // "Lee A. B.", as Scopus has it.
    const [, last, initials] = /^(\p{L}[\p{L}'’ -]{1,60}) ((?:\p{Lu}\.[- ]?){1,5})$/u.exec(family) ?? [];
    return last ? `${initials!.trim()} ${last}` : family || name.trim();
  }
  if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(second)) return [third, family, second].filter(Boolean).join(' ');
  if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(third)) return `${second} ${family} ${third}`;
  return parts.length === 2 ? `${second} ${family}` : name.trim();
}

/** A text without line breaks and control characters: the formats by lines end a field at one. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
