/** Where saved papers lie in storage.local: one key an entry, so that two windows that save at once cannot lose each other's. */
const PREFIX = 'saved:';

export const savedKey = (id: string): string => `${PREFIX}${id}`;

/** The paper's id in a key of storage.local; undefined where the key is of something else. */
export const idOfKey = (key: string): string | undefined =>
  key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
