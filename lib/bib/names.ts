import { familyName, isBody, isSuffix, splitSuffix } from '../papers/paper';

/** A name in the parts that formats ask for. One that has no parts (OpenAI, 王伟, World Health Organization) is a family name alone. */
export interface NameParts {
  family: string;
  given?: string;
  /** "Jr.", "III" */
  suffix?: string;
}

/** "Jan-Martin O. Steitz" -> Steitz, Jan-Martin O. */
export function nameParts(author: string): NameParts {
  const plain = oneLine(author);
  if (isBody(plain)) return { family: plain };
  const { name, suffix } = splitSuffix(plain);
  const family = familyName(name);
  const comma = name.indexOf(',');
  const given = (comma > 0 ? name.slice(comma + 1) : name.slice(0, name.length - family.length)).trim();
  return { family, ...(given && { given }), ...(suffix && { suffix }) };
}

/** "Steitz, Jan-Martin O.", as RIS and reference managers write it: "King, Martin Luther, Jr." */
export function familyFirst(name: string): string {
  const { family, given, suffix } = nameParts(name);
  return [family, given, suffix].filter(Boolean).join(', ');
}

/** "Steitz, Jan-Martin O." -> "Jan-Martin O. Steitz", as papers keep names. "King, Jr., Martin" -> "Martin King Jr." A body's name stays. */
export function givenFirst(name: string): string {
  if (isBody(name)) return name.trim();
  const parts = name.split(',').map((part) => part.trim());
  const [family = '', second = '', third = ''] = parts;
  if (!second) {
    // "Lee A. B.", as Scopus has it.
    const [, last, initials] = /^(\p{L}[\p{L}'’ -]{1,60}) ((?:\p{Lu}\.[- ]?){1,5})$/u.exec(family) ?? [];
    return last ? `${initials!.trim()} ${last}` : family || name.trim();
  }
  if (isSuffix(second)) return [third, family, second].filter(Boolean).join(' ');
  if (isSuffix(third)) return `${second} ${family} ${third}`;
  return parts.length === 2 ? `${second} ${family}` : name.trim();
}

/** A text without line breaks and control characters: the formats by lines end a field at one. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
