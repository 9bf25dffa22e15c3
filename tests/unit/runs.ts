import fc from 'fast-check';

export const THOROUGH = process.env['SIDELIGHT_THOROUGH'] !== undefined;
/** Made-up inputs a property. */
export const RUNS = 10_000;
/** The same in `npm test`, which has a quarter of an hour, where each input is written and read as a file, or indexed twice. */
const DEAR_RUNS = 2000;

/** Called at the top of a file whose properties are dear: a thorough run tries them as often as all others. */
export function fewerRuns(): void {
  if (!THOROUGH) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: DEAR_RUNS });
}
