import {
  ACCENTS,
  DOUBLE_STRUCK,
  GONE,
  LETTERS,
  LOOKS,
  OPERATORS,
  SIGNS,
  SILENT,
  SPACES,
  SUBSCRIPTS,
  SUPERSCRIPTS,
} from './latex-symbols';

type Mode = 'tex' | 'text' | 'math';

/** Braces inside braces that are read; what lies deeper loses its braces and commands without being understood. */
const DEPTH = 40;
/** A formula in a title or abstract is short; a dollar further away belongs to another price. */
const FORMULA_MAX = 400;

/**
 * LaTeX as the text it stands for: accents, letters and signs in Unicode, formulas as their plain letters, markup off.
 * @param tex everything is LaTeX, as in BibTeX: braces, ties and dashes too, and unknown commands leave their name. Else only formulas between
 * dollars and commands that are known are read, and all else stays: prices, sets in braces, paths with backslashes.
 */
export function latexToText(text: string, tex: boolean): string {
  const source = text.includes('\\documentclass') ? text.replace(PREAMBLE, '') : text;
  const plain = convert(source, tex ? 'tex' : 'text', 0);
  // TeX's quotes in a text that has its opening ones.
  return !tex && plain.includes('``') ? plain.replaceAll('``', '“').replaceAll("''", '”') : plain;
}

/** What some publishers leave around each formula of an abstract. */
const PREAMBLE =
  /\s*\\documentclass(?:\[[^\]]{0,40}\])?\{minimal\}(?:\s{0,9}\\(?:usepackage|setlength)(?:\{[^{}]{0,60}\}){1,2}){0,20}(?:\s{0,9}\\begin\{document\})?/g;

function convert(text: string, mode: Mode, depth: number): string {
  if (!/[\\${}~`'^_-]/.test(text)) return text;
  if (depth > DEPTH) return text.replace(/\\[a-zA-Z]*|[{}$]/g, '');
  const closing = text.includes('{') ? matchBraces(text) : undefined;
  let out = '';
  let at = 0;

  /** The argument at `at`: a group, a command, or one character; spaces before it are skipped. Undefined at the end. */
  const argument = (inner: Mode): string | undefined => {
    let start = at;
    while (text[start] === ' ' || text[start] === '\n') start++;
    if (start >= text.length) return undefined;
    const end = text[start] === '{' ? closing?.[start] : undefined;
    if (end) {
      at = end + 1;
      return convert(text.slice(start + 1, end), inner, depth + 1);
    }
    if (text[start] === '\\') {
      const name = /^\\(?:[a-zA-Z]+|[\s\S]?)/.exec(text.slice(start, start + 40))![0];
      at = start + name.length;
      // \mathbb{R} as an argument: the command and its own group.
      const own = text[at] === '{' ? closing?.[at] : undefined;
      const whole = own ? text.slice(start, own + 1) : name;
      if (own) at = own + 1;
      return convert(whole, inner, depth + 1);
    }
    const character = String.fromCodePoint(text.codePointAt(start)!);
    if (character === '{' || character === '}') {
      at = start + 1;
      return '';
    }
    at = start + character.length;
    return character;
  };
  const group = (inner: Mode): string | undefined => (text[at] === '{' && closing?.[at] ? argument(inner) : undefined);

  const command = (): string => {
    const next = text[at + 1];
    if (next === undefined) {
      at++;
      return mode === 'text' ? '\\' : '';
    }
    const name = /[a-zA-Z]/.test(next) ? /^[a-zA-Z]+/.exec(text.slice(at + 1, at + 41))![0] : next;
    const start = at;
    at += 1 + name.length;
    const accent = ACCENTS[name];
    if (accent !== undefined && Object.hasOwn(ACCENTS, name) && mode !== 'math') return accented(accent, name, start);
    if (!/[a-zA-Z]/.test(name)) return symbol(name, start);
    if (text[at] === '*') at++;
    const letter = LETTERS.get(name) ?? SIGNS.get(name);
    if (letter !== undefined) {
      if (text.startsWith('{}', at)) at += 2;
      else if (mode === 'tex' && LETTERS.has(name)) while (text[at] === ' ') at++;
      return letter;
    }
    if (OPERATORS.has(name) && mode !== 'text') return /[\w\\]/.test(text[at] ?? '') ? `${name} ` : name;
    if (name === 'mathbb') return [...(argument(mode) ?? '')].map((c) => DOUBLE_STRUCK.get(c) ?? c).join('');
    if (LOOKS.has(name)) return group(name === 'ensuremath' ? 'math' : mode) ?? '';
    if (name === 'frac' || name === 'dfrac' || name === 'tfrac') {
      const over = argument('math') ?? '';
      const under = argument('math') ?? '';
      return `${whole(over)}/${whole(under)}`;
    }
    if (name === 'sqrt') return `√${whole(argument('math') ?? '')}`;
    if (name === 'href' || name === 'textcolor') {
      group(mode);
      return group(mode) ?? '';
    }
    if (Object.hasOwn(GONE, name)) {
      for (let i = 0; i < GONE[name]!; i++) group(mode);
      return '';
    }
    if (SILENT.has(name)) {
      if (mode !== 'math') while (text[at] === ' ') at++;
      return '';
    }
    if (SPACES.has(name)) return ' ';
    if (mode === 'text') return text.slice(start, at);
    const own = group(mode);
    return own ?? name;
  };

  const accented = (accent: string, name: string, start: number): string => {
    // \''o is written for \"o now and then.
    if (name === "'" && text[at] === "'") {
      at++;
      accent = ACCENTS['"']!;
    }
    const bare = text[at] ?? '';
    const fits = /[a-zA-Z]/.test(name) ? bare === '{' || bare === ' ' || bare === '\\' : /[\p{L}{\\ ]/u.test(bare);
    if (!fits || (mode === 'text' && (bare === ' ' || bare === '\\')))
      return mode === 'text' ? text.slice(start, at) : '';
    const letters = [...(argument(mode) ?? '')];
    if (!letters.length) return '';
    return (letters[0]! + accent).normalize('NFC') + letters.slice(1).join('');
  };

  const symbol = (name: string, start: number): string => {
    if (name === '(' || name === '[') {
      const end = text.indexOf(name === '(' ? '\\)' : '\\]', at);
      if (end > 0 && end - at < FORMULA_MAX) {
        const formula = convert(text.slice(at, end), 'math', depth + 1);
        at = end + 2;
        return formula;
      }
    }
    if (name === '_' && mode === 'math') return script('_');
    if ('%&#$_{}'.includes(name)) return name;
    // A line break; in plain text it may be the beginning of a network path.
    if (name === '\\')
      return mode === 'text' && /^$|\s/.test(text[start - 1] ?? '') && /\w/.test(text[at] ?? '') ? '\\\\' : ' ';
    if (mode === 'text') return text.slice(start, at);
    if (',;: \n\t'.includes(name)) return ' ';
    if ('!-/'.includes(name)) return '';
    if (name === '|') return '‖';
    return name === '(' || name === ')' || name === '[' || name === ']' ? '' : name;
  };

  const script = (mark: '^' | '_'): string => {
    const body = (argument('math') ?? '').trim();
    const map = mark === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
    const letters = [...body];
    if (letters.every((c) => map.has(c))) return letters.map((c) => map.get(c)).join('');
    return mark === '^' && letters.length > 1 ? `^(${body})` : body;
  };

  while (at < text.length) {
    const c = text[at]!;
    if (c === '\\') out += command();
    else if (c === '{' && mode !== 'text') {
      const end = closing?.[at];
      if (end) {
        out += convert(text.slice(at + 1, end), mode, depth + 1);
        at = end;
      }
      at++;
    } else if (c === '}' && mode !== 'text') at++;
    else if (c === '$' && mode !== 'math') {
      const double = text[at + 1] === '$' ? 2 : 1;
      const end = formulaEnd(text, at + double, double);
      if (end) {
        out += convert(text.slice(at + double, end), 'math', depth + 1);
        at = end + double;
      } else {
        out += c;
        at++;
      }
    } else if (mode === 'math' && (c === '^' || c === '_')) {
      at++;
      out += script(c);
    } else if (c === '~' && mode !== 'text') {
      out += ' ';
      at++;
    } else if (mode === 'tex' && (c === '-' || c === '`' || c === "'")) {
      const ligature = LIGATURES.find(([plain]) => text.startsWith(plain, at))!;
      out += ligature[1];
      at += ligature[0].length;
    } else {
      let end = at + 1;
      while (end < text.length && !SPECIAL.has(text.charCodeAt(end))) end++;
      out += text.slice(at, end);
      at = end;
    }
  }
  return out;
}

const SPECIAL = new Set([..."\\{}$~^_-`'"].map((c) => c.charCodeAt(0)));

const LIGATURES: [string, string][] = [
  ['---', '—'],
  ['--', '–'],
  ['-', '-'],
  ['``', '“'],
  ["''", '”'],
  ['`', '‘'],
  ["'", "'"],
];

/** In brackets where it is more than one thing. */
const whole = (part: string) => (/^[\p{L}\p{N}]*$/u.test(part) ? part : `(${part})`);

/**
 * Where a formula ends that begins after a dollar; 0 where none does. The rule for single dollars is Pandoc's: no space inside, no digit
 * after them, so that "$5 and $10" are prices.
 */
function formulaEnd(text: string, start: number, dollars: number): number {
  if (dollars === 1 && /\s/.test(text[start] ?? ' ')) return 0;
  const limit = Math.min(text.length, start + FORMULA_MAX);
  for (let end = start + 1; end < limit; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '$') {
      const closes = dollars === 1 || text[end + 1] === '$';
      if (dollars === 2) return closes ? end : 0;
      return closes && !/\s/.test(text[end - 1]!) && !/\d/.test(text[end + dollars] ?? '') ? end : 0;
    }
  }
  return 0;
}

/** For each opening brace the place of its closing one, 0 where it has none. Braces after a backslash are none. */
export function matchBraces(text: string): Int32Array {
  const closing = new Int32Array(text.length);
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 123) open.push(i);
    else if (c === 125) {
      const start = open.pop();
      if (start !== undefined) closing[start] = i;
    }
  }
  return closing;
}
