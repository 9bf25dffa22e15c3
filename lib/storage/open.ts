import { openDB } from 'idb';
import { fail, ok, type Result } from '../util/result';
import { type LibraryDatabase, type LibrarySchema, MIGRATIONS, VERSION } from './schema';

export const DATABASE = 'sidelight-library';

/**
 * Opens the reader's library; where the browser refuses (private windows, blocked storage), a failure that says so.
 * @param lost told when the connection is closed by others: a newer version, a wipe, or the browser itself
 */
export async function openLibrary(name = DATABASE, lost?: () => void): Promise<Result<LibraryDatabase>> {
  let givenUp: (() => void) | undefined;
  const busy = new Promise<Result<LibraryDatabase>>((resolve) => {
    givenUp = () => resolve(fail({ code: 'busy', message: 'Another window uses an older version of the library.' }));
  });
  const opened = attempt(async () => {
    let failed: unknown;
    try {
      return await openDB<LibrarySchema>(name, VERSION, {
        async upgrade(database, from, _to, transaction) {
          transaction.done.catch(() => {});
          try {
            for (const step of MIGRATIONS.slice(from)) await step(database, transaction);
          } catch (error) {
            // Half a step is none: the version from before stays, with all that is in it.
            failed = error;
            if (!transaction.error) transaction.abort();
          }
        },
        blocked: () => givenUp?.(),
        // A newer version wants to open it: it comes first.
        blocking: (_from, _to, event) => {
          (event.target as IDBDatabase).close();
          lost?.();
        },
        terminated: () => lost?.(),
      });
    } catch (error) {
      throw failed ?? error;
    }
  });
  return Promise.race([opened, busy]);
}

/** Does something with the database; what goes wrong becomes a value. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail({ code: codeOf(error), message: messageOf(error) });
  }
}

/** Does the work of a transaction; where any of it fails, none of it was done. */
export async function wholly<T>(
  transaction: { done: Promise<void>; abort(): void },
  work: () => Promise<T>,
): Promise<T> {
  // It is waited for below; until then nobody is to hear of it.
  transaction.done.catch(() => {});
  try {
    const value = await work();
    await transaction.done;
    return value;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It was aborted already, by what went wrong: a request that only fell with the others does not know what it was.
      if (nameOf(error) === 'AbortError') await transaction.done;
    }
    throw error;
  }
}

const nameOf = (error: unknown): string => (error as { name?: string } | null)?.name ?? '';

function codeOf(error: unknown): string {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'InvalidStateError':
    case 'SecurityError':
    case 'UnknownError':
    case 'ReferenceError':
    case 'MissingAPIError':
      return 'blocked';
    default:
      return 'storage';
  }
}

const MESSAGES: Record<string, string> = {
  full: 'There is no room left; nothing was changed.',
  newer: 'The library was written by a newer version of Sidelight.',
  blocked: 'This browser does not let Sidelight store a library here.',
};

const messageOf = (error: unknown): string =>
  MESSAGES[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
