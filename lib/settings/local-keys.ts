/**
 * Every key of storage.local; one that ends in a colon is the beginning of many. What is `kept` is the reader's: a backup holds it, a wipe
 * deletes it. What is `ours` says why it is left alone by both.
 */
export const LOCAL_KEYS = {
  settings: 'kept',
  'saved:': 'kept',
  seen: 'kept',
  recent: 'kept',
  library: 'ours: tells of the shelves in IndexedDB, which are exported one by one, and deleted so or with a wipe',
  filter: 'ours: made anew from the shelves',
  handshake: 'ours: the name under which content scripts meet in a page, random so that no page knows it',
  shape: 'ours: the number of the form all this has',
} as const;

export type LocalKey = keyof typeof LOCAL_KEYS;
