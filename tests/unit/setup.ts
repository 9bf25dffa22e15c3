import fc from 'fast-check';
import { RUNS, THOROUGH } from './runs';

/**
 * Every property is tried with ten thousand made-up inputs. `npm test` makes the same ones up each time, so that a commit passes or
 * fails for good; a thorough run makes up others, and prints the seed of what fails: such a case is kept beside its property.
 */
fc.configureGlobal({ numRuns: RUNS, ...(!THOROUGH && { seed: 1 }) });
