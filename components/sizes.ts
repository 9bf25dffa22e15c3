import { language } from './strings';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes in words: "28 MB". Thousands, as disks are sold. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: UNITS[step]!,
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}

/** A whole number with the language's separators: "47,697". */
export const numberOf = (n: number): string => new Intl.NumberFormat(language()).format(n);

/** Seconds in words, coarse, as nobody needs them to the second: "2 min". */
export function durationOf(seconds: number): string {
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [seconds / 60, 'minute'];
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.ceil(value)));
}
