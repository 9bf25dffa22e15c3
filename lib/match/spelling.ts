/** A name as written, in its capitals, without the separators in it: "XOR-QA" and "XOR QA" are one spelling. */
export function bareSpelling(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}
