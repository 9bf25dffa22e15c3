import { latexToText } from './latex';

/**
 * Elements whose tags are taken off: those that publishers put into titles and abstracts (JATS, HTML, Crossref's deposit). Whatever else looks
 * like a tag stays as the text that it is.
 */
const MARKUP =
  /<\/?(?:jats:|xhtml:)?(i|b|em|strong|u|sub|sup|sc|scp|tt|small|italic|bold|underline|monospace|roman|named-content|styled-content|ext-link|xref|span|font|a|p|br|hr|div|title|sec|section|list|list-item|label|ul|ol|li|h[1-6])(?:\s[^<>]{0,500})?\/?>/gi;
const BREAKS = /^(?:p|br|hr|div|title|sec|section|list|list-item|label|ul|ol|li|h[1-6])$/i;

/** Names of U+00A0 to U+00FF in HTML, in order. */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const ENTITIES = new Map<string, string>([
  ...LATIN1.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', hellip: '…' }),
  ...Object.entries({ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', minus: '−', thinsp: ' ', ensp: ' ' }),
  ...Object.entries({ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', lambda: 'λ', mu: 'μ', pi: 'π' }),
  ...Object.entries({ sigma: 'σ', tau: 'τ', phi: 'φ', omega: 'ω', infin: '∞', le: '≤', ge: '≥', ne: '≠', asymp: '≈' }),
]);

/** Halves of characters, non-characters, controls, and what turns the direction of the text around it. */
const UNWANTED =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF0-\uFFFB\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export interface Cleaned {
  text: string;
  /** Characters that no text has were taken out. */
  mended: boolean;
}

/**
 * A field as one line of readable text: known markup off, character references read once, LaTeX as what it means, controls and half
 * characters out, spaces single. The result is never treated as HTML by anyone.
 * @param tex the field is LaTeX throughout; else only what cannot be anything else is read as such
 */
export function cleanText(raw: string, tex: boolean): Cleaned {
  let text = raw;
  if (text.includes('<')) text = text.replace(MARKUP, (_, name: string) => (BREAKS.test(name) ? ' ' : ''));
  if (text.includes('&')) text = decodeEntities(text);
  if (tex ? /[\\${}~`'-]/.test(text) : text.includes('\\') || text.includes('$')) text = latexToText(text, tex);
  UNWANTED.lastIndex = 0;
  const mended = UNWANTED.test(text);
  if (mended) text = text.replace(UNWANTED, '');
  // Most fields have single spaces as they come.
  if (/[^\S ]| {2}/.test(text)) text = text.replace(/\s+/g, ' ');
  return { text: text.trim().normalize('NFC'), mended };
}

/** Character references, read once: "&amp;lt;" is "&lt;". Unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));/g,
    (whole, ten, hex, name) => {
      if (name) return ENTITIES.get(name) ?? whole;
      const code = ten ? Number(ten) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    },
  );
}
