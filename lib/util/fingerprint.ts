/** A short, stable tag of a text: FNV-1a (Fowler, Noll, Vo), 32 bits, in base 36. For telling apart, not for security. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
