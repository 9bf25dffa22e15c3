import { stored } from './state';

/** Sizes of the reading text, from small to large. */
const SIZES = ['small', 'medium', 'large', 'huge'] as const;

/** The size that the reader chose with A− and A+ in the reading view. */
export const readingSize = stored('local', 'readingSize', (raw) => SIZES.find((size) => size === raw) ?? 'medium');
