/**
 * Tells this document from every other that was or will be in its tab; no clock has a part in it. All our scripts in a document share it,
 * those that come after an update too.
 */
export const documentId: string = ((globalThis as { sidelightDocument?: string }).sidelightDocument ??= crypto
  .getRandomValues(new Uint32Array(3))
  .join('-'));
