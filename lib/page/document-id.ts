const shared = globalThis as { sidelightDocument?: string };
const made = () => crypto.getRandomValues(new Uint32Array(3)).join('-');

/**
 * Tells this document from every other that was or will be in its tab; no clock has a part in it. All our scripts in a document share it,
 * those that come after an update too.
 */
export let documentId: string = (shared.sidelightDocument ??= made());

/** For a document that was away and is back in its tab: what was known of the one before tells nothing of this one, the badge least of all. */
export function renewDocumentId(): void {
  documentId = shared.sidelightDocument = made();
}
