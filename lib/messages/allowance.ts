import type { Checked } from './guards';

/** What a tab may ask for at once, and in each second after: far more than any page needs, and far less than would keep the worker busy. */
const BURST = 2000;
const A_SECOND = 100;
/** So many characters of text count as much as one more message. */
const CHARACTERS = 10_000;
/** Tabs remembered; the one that asked longest ago is forgotten first. */
const TABS = 500;

/** How much a message counts. */
export function costOf({ type, input }: Checked): number {
  if (type === 'page.match') return 1 + input.blocks.reduce((sum, { text }) => sum + text.length, 0) / CHARACTERS;
  if (type === 'page.related') return 1 + input.text.length / CHARACTERS;
  return 1;
}

/** A bucket of tokens for each tab. It is gone with the worker, which only ever makes it more generous. */
export class Allowance {
  private readonly tabs = new Map<number, { left: number; at: number }>();

  /**
   * @param now milliseconds since 1970; a clock that was put back counts as standing still
   * @returns whether the tab may
   */
  take(tab: number, cost: number, now: number): boolean {
    const known = this.tabs.get(tab) ?? { left: BURST, at: now };
    const seconds = Math.max(0, now - known.at) / 1000;
    const left = Math.min(BURST, known.left + seconds * A_SECOND);
    const may = left >= cost;
    this.tabs.delete(tab);
    this.tabs.set(tab, { left: may ? left - cost : left, at: now });
    if (this.tabs.size > TABS) this.tabs.delete(this.tabs.keys().next().value!);
    return may;
  }
}
