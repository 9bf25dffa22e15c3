import { fail, type Result } from '../util/result';

/** A background that was stopped while it answered is asked again after these pauses, in milliseconds: the one that starts next may be stopped as well. */
const PAUSES = [0, 50, 250, 1000];

/**
 * Sends a message until it is answered. Never throws.
 * @param send sends it once; rejects or gives nothing where nobody answered
 * @param isGone whether the extension has left the browser or was updated, so that nobody will answer any more
 * @returns the answer; `gone` or `unreachable` where there is none
 */
export async function sendPatiently<T>(send: () => Promise<unknown>, isGone = () => false): Promise<Result<T>> {
  let message = 'no answer';
  for (let attempt = 0; !isGone(); attempt++) {
    try {
      const reply = (await send()) as Result<T> | undefined;
      if (reply) return reply;
    } catch (error) {
      message = String(error);
    }
    const pause = PAUSES[attempt];
    if (pause === undefined) return fail({ code: isGone() ? 'gone' : 'unreachable', message });
    await new Promise((resume) => setTimeout(resume, pause));
  }
  return fail({ code: 'gone', message });
}
