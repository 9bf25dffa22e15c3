/** The beginning of a text, cut between words where it is longer than `limit` characters. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(' ', limit);
  // A script without spaces is cut anywhere but inside a surrogate pair.
  const end = space > limit * 0.7 ? space : limit - (/[\uD800-\uDBFF]/.test(text[limit - 1]!) ? 1 : 0);
  return `${text.slice(0, end).replace(/[\s,;:.–—-]+$/, '')}…`;
}
