/** A venue as a list can show it: proceedings by what they are of, the two longest society names by their letters. */
export function shortVenue(venue: string): string {
  return venue
    .replace(/^Proceedings of (?:the )?/i, '')
    .replace(/^(\d{4}) (?:Joint )?(?=Conference|International)/, '$1 ')
    .replace(/\s*\(Volume \d+: ([^)]*)\)/i, '')
    .replace(/\bAssociation for Computational Linguistics\b/, 'ACL')
    .replace(/\bEmpirical Methods in Natural Language Processing(?: \(EMNLP\))?/, 'EMNLP')
    .replace(/^(.*) (20\d\d)-\2 .*$/, '$1 $2')
    .replace(/^Findings of the ACL: /, 'Findings of ');
}
